"""A drawn page becomes a whole one: its style and script stand in it, and it says what it allows and what it costs."""

from __future__ import annotations

import re
from math import ceil
from pathlib import Path

import brotli

from plugins.render.assets import READER, small
from plugins.render.policy import policy
from plugins.render.sheet import Sheet

STYLE, SCRIPT, POLICY, COST = "<style></style>", "<script></script>", 'content="the policy"', "<data></data>"
"""The places in a template where each of them goes; what editors write is escaped, so it is never one of these."""

KILOBYTE = 1000
"""As phone companies count."""

_KEPT = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)


class Wrapping:
    """What a theme puts into each page: the rules it can use, and the reader's script."""

    def __init__(self, static: Path) -> None:
        """Read a theme's style sheets and scripts, ``css/site.css`` and ``js/reader.js``; there may be none."""
        self.sheet = Sheet.read(static / "css/site.css")
        self.script = small(static / READER).decode() if (static / READER).is_file() else ""

    def __call__(self, markup: str) -> str:
        """Make a drawn page whole. A pure function: equal markup gives equal bytes."""
        page = lean(markup)
        page = page.replace(STYLE, f"<style>{self.sheet.of(page)}</style>", 1)
        page = page.replace(SCRIPT, f"<script>{self.script}</script>" if self.script else "", 1)
        page = page.replace(POLICY, f'content="{policy(page)}"', 1)
        return page.replace(COST, _said(cost(page), pictures="<img " in page), 1)


def lean(markup: str) -> str:
    """Leave one line break where a template left several spaces: a reader sees no difference."""
    parts = _KEPT.split(markup)
    return "".join(part if number % 2 else _tightened(part) for number, part in enumerate(parts))


def _tightened(markup: str) -> str:
    first, *more = markup.split("\n")
    if not more:
        return markup
    *inner, last = more
    return "\n".join([first.rstrip(), *filter(None, map(str.strip, inner)), last.lstrip()])


def _said(size: int, *, pictures: bool) -> str:
    rest = "<span>, without its pictures,</span>" if pictures else ""
    return f'<data value="{size}">{ceil(size / KILOBYTE)} KB</data>{rest}'


def cost(page: str) -> int:
    """Give the bytes that a page is on its way to a reader, compressed (RFC 7932), without its pictures."""
    return len(brotli.compress(page.encode(), quality=4))
