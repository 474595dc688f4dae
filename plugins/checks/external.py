"""Links to other sites, asked where somebody wants to know; no build does, for their faults are not ours."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from plugins.checks.addresses import Addresses, home
from plugins.checks.markup import read
from plugins.model import Level, Problem

AT_ONCE, PATIENCE = 8, 20
"""So many are asked at once; so many seconds each may take."""
_SHY = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED})
"""What some sites answer to HEAD alone (RFC 9110, 9.3.2)."""
_SHUT = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})
"""What is there, but not for programs."""


def external_problems(output: Path, ask: Callable[[str], str] | None = None) -> Iterator[Problem]:
    """Give the links of a folder's pages that lead nowhere at other sites, each once, as notes.

    ``ask`` says what is wrong with an address, nothing if all is well.
    """
    pages = {path.relative_to(output).as_posix(): read(path.read_text("utf-8")) for path in output.rglob("*.html")}
    addresses = Addresses(frozenset(pages), {}, home(pages))
    found: dict[str, tuple[str, int]] = {}
    for name, page in sorted(pages.items()):
        for pointer in page.pointers:
            address = pointer.address.partition("#")[0]
            if urlsplit(address).scheme in {"http", "https"} and addresses.elsewhere(address):
                found.setdefault(address, (name, pointer.line))
    with ThreadPoolExecutor(AT_ONCE) as several:
        for (address, (name, line)), wrong in zip(found.items(), several.map(ask or answer, found), strict=True):
            if wrong:
                message, fix = f"The link {address} {wrong}.", "Look whether it has moved, and change it in content/."
                yield Problem(path=name, line=line, field="", message=message, fix=fix, code="K06", level=Level.WARNING)


def answer(address: str) -> str:
    """Ask for an address; say what is wrong with it, nothing if it is there."""
    for method in ("HEAD", "GET"):
        asked = urllib.request.Request(address, method=method, headers={"User-Agent": "clnm-press link check"})  # noqa: S310 - http and https alone come here
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE):  # noqa: S310 - as above
                return ""
        except urllib.error.HTTPError as error:
            if error.code in _SHY and method == "HEAD":
                continue
            return "" if error.code in _SHUT else f"answers {error.code}"
        except (OSError, ValueError) as error:
            return f"does not answer: {getattr(error, 'reason', error)}"
    return ""
