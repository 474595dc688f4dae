"""Tries each address of another site that the content names: one at a time, with pauses, and seldom."""

from __future__ import annotations

import http.client
import json
import re
import time
import urllib.error
import urllib.request
from argparse import Namespace
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from plugins import source
from plugins.desk.project import moment, project
from plugins.disk import write_whole
from plugins.model import Level, Problem
from plugins.press.porch import shown
from plugins.press.report import tell

KEPT = Path(".cache") / "links.json"
FRESH, STALE = timedelta(days=7), timedelta(days=1)
"""For so long an answer is believed: a good one, and a bad one."""
PAUSE = 1.0
"""Seconds between two questions to one host."""
PATIENCE = 15
"""Seconds until a host counts as silent."""
_ASKER = "clnm-press (checks links for an editor; one page at a time)"
_ADDRESS = re.compile(r"https?://[^\s<>\"'\]]+")
_REFUSED = frozenset({401, 403, 405, 406, 429, 999})
"""Answers of sites that are there, but do not like programs."""

Answers = dict[str, tuple[str, str]]
"""For each address the day it was asked, and what was wrong then."""


def run(asked: Namespace) -> int:
    """Print each address that does not answer, with its file and line; give 1 with ``--strict`` where there is one."""
    content = project(asked.settings, asked.content).content
    places = dict(_places(content))
    kept = content.resolve().parent / KEPT
    answers = _read(kept)
    today = moment().date()
    waiting = [address for address in places if not _believed(answers.get(address), today)]
    for number, address in enumerate(_spread(waiting), 1):
        print(f"\r{number} of {len(waiting)}", end="", flush=True)
        answers[address] = (today.isoformat(), _asked(address))
    if waiting:
        print()
        write_whole(kept, json.dumps(answers, indent=1).encode())
    found = [_problem(*places[address], address, answers[address][1]) for address in places if answers[address][1]]
    tell(found, shown(str(content)))
    print(f"{len(places)} addresses, {len(waiting)} asked now, {len(found)} that do not answer as they should.")
    return int(bool(asked.strict and found))


def _places(content: Path) -> Iterator[tuple[str, tuple[str, int]]]:
    """Give each address that the content names, and where it does first."""
    seen: set[str] = set()
    for document in source.read(content).documents:
        if document.gone(moment()):
            continue
        lines = (content / document.path).read_text("utf-8-sig").splitlines()
        for number, line in enumerate(lines, 1):
            for found in _ADDRESS.findall(line):
                address = _without_end(found)
                host = urlsplit(address).hostname or ""
                if address not in seen and not host.endswith(("example.org", "example.com", ".invalid")):
                    seen.add(address)
                    yield address, (document.path, number)


def _without_end(address: str) -> str:
    """Give an address without the marks of the sentence or the link that it stands in."""
    address = address.rstrip(".,;:!?*_”’")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,;:!?")
    return address


def _read(kept: Path) -> Answers:
    try:
        found = json.loads(kept.read_text("utf-8"))
        return {str(address): (str(day), str(wrong)) for address, (day, wrong) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _believed(answer: tuple[str, str] | None, today: date) -> bool:
    if answer is None:
        return False
    try:
        age = today - date.fromisoformat(answer[0])
    except ValueError:
        return False
    return timedelta(0) <= age < (STALE if answer[1] else FRESH)


def _spread(addresses: list[str]) -> Iterator[str]:
    """Give addresses so that no host is asked twice within its pause."""
    last: dict[str, float] = {}
    for address in addresses:
        host = urlsplit(address).netloc
        wait = last.get(host, -PAUSE) + PAUSE - time.monotonic()
        if host in last and wait > 0:
            time.sleep(wait)
        last[host] = time.monotonic()
        yield address


def _asked(address: str) -> str:
    """Ask for a page and give what is wrong with the answer; nothing where all is well."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(address, method=method, headers={"User-Agent": _ASKER})  # noqa: S310 - only http
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE):  # noqa: S310 - only http
                return ""
        except urllib.error.HTTPError as error:
            if error.code in _REFUSED and method == "GET":
                return ""
            wrong = f"It answers {error.code}"
        except (OSError, http.client.HTTPException, ValueError) as error:
            wrong = f"It does not answer ({getattr(error, 'reason', error)})"
    return wrong


def _problem(path: str, line: int, address: str, wrong: str) -> Problem:
    fix = "Open it in a browser. If the page is gone, find its new place, or take the link out."
    return Problem(path, line, "", f"{wrong}: {address}", fix, "A11", Level.WARNING)
