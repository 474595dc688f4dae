"""What a new release lacks that the last one had: addresses that others hold, or so much that something went wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.checks.addresses import url
from plugins.disk import write_whole
from plugins.library import Library
from plugins.model import Channel, Level, Problem
from plugins.releases.release import Release, hashed

FEWEST = 2
"""A release with fewer than one in so many of the last one's pages is thought a mistake."""
SMALL = 20
"""Below so many pages, half of them is no great number."""
MOVED = "data/moved.yml"


def pages(library: Library, files: Iterable[str]) -> dict[str, str]:
    """Give the address of each page, with the document, by ``hashed``, that it is about; none for lists."""
    about = {entry.url: hashed(entry.id) for entry in library.on(Channel.WEB).entries}
    found = (url(path) for path in files if path.endswith(".html"))
    return {address: about.get(address, "") for address in found}


def last_pages(path: Path) -> dict[str, str]:
    """Give the addresses that were published last, as ``pages`` gave them; none where nothing is known."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return {str(address): str(about) for address, about in kept.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def keep_pages(path: Path, now: Mapping[str, str]) -> None:
    """Write down the addresses that are published now."""
    write_whole(path, json.dumps(dict(now), indent=0, sort_keys=True).encode())


def vanished(before: Mapping[str, str], now: Release, library: Library, gone: Iterable[str]) -> Iterator[Problem]:
    """Give the addresses that lead nowhere from now on; those that nobody decided about stop the publish."""
    told = frozenset(gone)
    seen = {hashed(entry.id) for entry in library.on(Channel.WEB).entries}
    known = {hashed(name) for name in library.entries}
    for address in sorted(before.keys() - now.pages.keys()):
        about = before[address]
        if about in told:
            yield _note(address, "It was withdrawn, so its address is gone.")
        elif about and about in known - seen:
            yield _note(address, "What it is about may not be seen at present, so its address is gone.")
        elif not about:
            yield _note(address, "Nothing is left for this list, so its address is gone.")
        else:
            yield _undecided(address)


def shrunk(before: Mapping[str, str], now: Release) -> Iterator[Problem]:
    """Say where so many pages are missing that it is thought a mistake."""
    if len(before) >= SMALL and len(now.pages) * FEWEST < len(before):
        message = f"The site would have {len(now.pages)} pages; the one online has {len(before)}."
        fix = "Look whether content is missing. If it is meant to be so: make publish ARGS=--fewer-pages"
        yield Problem(path="/", line=0, field="", message=message, fix=fix, code="X03")


def too_large(release: Release, most: int) -> Iterator[Problem]:
    """Say where a release has more bytes than its host takes."""
    if release.size > most:
        largest = max(release.files, key=lambda path: release.files[path].size)
        message = f"The site would have {release.size:,} bytes; {most:,} is the most that publishconf.py allows."
        fix = f"Its largest file is {largest}. LARGEST_SITE in publishconf.py says how much your host takes."
        yield Problem(path="/", line=0, field="", message=message, fix=fix, code="X03")


def _undecided(address: str) -> Problem:
    word = address.strip("/").rpartition("/")[2] or "home"
    message = "This page was online and would be gone, and nobody has said where it went."
    fix = (
        f"If it has another name now, or is over, say so in content/{MOVED}:\n"
        f"  {word}:\n    was: {address}\n    now: story:its-new-name\n"
        "Without the line now:, a page says there that it is gone.\n"
        f"If somebody took it back: put the file back, then clnm withdraw {address.strip('/')}"
    )
    return Problem(path=address, line=0, field="", message=message, fix=fix, code="X04")


def _note(address: str, message: str) -> Problem:
    return Problem(path=address, line=0, field="", message=message, code="X04", level=Level.WARNING)
