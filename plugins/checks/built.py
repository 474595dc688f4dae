"""Everything that is looked for in a folder of built files; loading it loads a parser for each sort of file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from plugins.checks.addresses import Addresses, home
from plugins.checks.beyond import beyond_problems
from plugins.checks.calendars import event_problems
from plugins.checks.feeds import feed_problems
from plugins.checks.files import FORMATS
from plugins.checks.links import link_problems, style_problems
from plugins.checks.markup import read
from plugins.checks.pages import page_problems
from plugins.checks.pictures import picture_problems
from plugins.checks.report import say
from plugins.checks.weight import weight_problems
from plugins.model import Problem


def problems(output: Path) -> Iterator[Problem]:
    """Give what is wrong with a folder of built files, by path; paths in problems are relative to it.

    Files whose name, or whose folder's name, begins with a dot are not the site's and are not read.
    """
    files = _files(output)
    pages = {name: read((output / name).read_text("utf-8", "replace")) for name in files if name.endswith(".html")}
    addresses = Addresses(files, {name: page.ids for name, page in pages.items()}, home(pages))
    players = frozenset(host for page in pages.values() for host in _players(page.policy))
    for name in sorted(files):
        if name in pages:
            yield from page_problems(name, pages[name], addresses)
            yield from link_problems(name, pages[name], addresses)
            yield from weight_problems(name, pages[name].fetched, addresses, output)
        if name.endswith(".css"):
            yield from style_problems(name, (output / name).read_text("utf-8", "replace"), addresses)
        if not name.endswith(".html"):
            yield from _of_file(name, (output / name).read_bytes(), addresses, players)


def tell(output: Path) -> bool:
    """Check a folder and print what is wrong with it; say whether any of it should keep it off the web."""
    return say(problems(output), output)


def _of_file(name: str, data: bytes, addresses: Addresses, players: frozenset[str]) -> Iterator[Problem]:
    """Give what is wrong with a file that is no page."""
    broken = [problem for ending, judge in FORMATS.items() if name.endswith(ending) for problem in judge(name, data)]
    yield from broken
    if name.endswith(".ics") and not broken:
        yield from event_problems(name, data)
    if name.endswith((".xml", ".json")):
        yield from feed_problems(name, data)
    yield from picture_problems(name, data)
    yield from beyond_problems(name, data, addresses, players)


def _players(policy: str) -> frozenset[str]:
    """Give the hosts that a page's policy lets it show in a frame (CSP 3, 6.4.2)."""
    shown = next((words[1:] for part in policy.split(";") if (words := part.split())[:1] == ["frame-src"]), [])
    return frozenset(urlsplit(address).hostname or "" for address in shown)


def _files(output: Path) -> frozenset[str]:
    names = (path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    return frozenset(name for name in names if not any(part.startswith(".") for part in name.split("/")))
