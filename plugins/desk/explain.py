"""Explains a problem by its code: why it matters, how it looks, and how it looks when it is right."""

from __future__ import annotations

import difflib
from argparse import Namespace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from plugins.desk.commands import WrongUse

PAGES = Path(__file__).with_name("codes.yml")


def run(asked: Namespace) -> int:
    """Print the page of one code, or the list of all. Raises WrongUse for a code there is not."""
    pages = codes()
    if not asked.code:
        for code, page in pages.items():
            print(f"{code}  {page['name']}")
        return 0
    code = asked.code.upper().strip("[]")
    if code not in pages:
        near = difflib.get_close_matches(code, pages, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]}?" if near else ""
        message = f"There is no message with the code “{asked.code}”.{hint} All of them: clnm explain"
        raise WrongUse(message)
    print(page_of(code, pages[code]))
    return 0


@cache
def codes() -> dict[str, dict[str, Any]]:
    """Give what is known of each code: name, why, and where there is one an example of wrong and right."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(PAGES.read_text("utf-8"))
    return found


def page_of(code: str, page: dict[str, Any]) -> str:
    """Write one code's page as plain text."""
    parts = [f"{code}: {page['name']}", page["why"].strip()]
    if page.get("wrong"):
        parts.append("Like this it is wrong:\n" + _indented(page["wrong"]))
    if page.get("right"):
        parts.append("Like this it is right:\n" + _indented(page["right"]))
    if page.get("mended"):
        parts.append("clnm check --fix can do this for you.")
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip("\n").splitlines())
