"""What a page costs a reader who pays for each megabyte: itself, and what a phone fetches for it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

from plugins.checks.addresses import Addresses
from plugins.checks.fetched import Fetched
from plugins.model import Level, Problem

AT_ONCE, IN_ALL = 100_000, 500_000
"""The most bytes that a page should take before anybody scrolls, and with everything that scrolling brings."""
MAILED = "editions/"
"""Emails: what their programs fetch comes at once, or not at all."""


def weight_problems(name: str, things: tuple[Fetched, ...], addresses: Addresses, output: Path) -> Iterator[Problem]:
    """Say of a page that it is heavy, and what makes it so; nothing where it is not."""
    page = output / name
    parts = {name: _sent(page)}
    lazy: dict[str, int] = {}
    for thing in things:
        target = None if addresses.elsewhere(thing.address) else addresses.target(name, thing.address)
        if target and target.file in addresses.files:
            into = lazy if thing.lazy else parts
            into.setdefault(target.file, (output / target.file).stat().st_size)
    at_once, whole = sum(parts.values()), sum({**lazy, **parts}.values())
    heavy = at_once > AT_ONCE and not name.startswith(MAILED)
    if not heavy and whole <= IN_ALL:
        return
    size, aim = (at_once, AT_ONCE) if heavy else (whole, IN_ALL)
    biggest, most = max({**lazy, **parts}.items(), key=lambda part: part[1])
    message = f"This page is {_kb(size)} KB. That is slow and costly on pay-as-you-go. Aim for under {_kb(aim)} KB."
    fix = f"Biggest part: {biggest}, {_kb(most)} KB. Make it smaller, or put a part on a page of its own."
    yield Problem(path=name, line=0, field="", message=message, fix=fix, code="B01", level=Level.WARNING)


def _sent(page: Path) -> int:
    """Give the bytes that a page is on its way; only large ones need compressing to know that they are light."""
    size = page.stat().st_size
    return size if size <= AT_ONCE // 4 else len(zlib.compress(page.read_bytes(), 6))


def _kb(size: int) -> int:
    return round(size / 1000)
