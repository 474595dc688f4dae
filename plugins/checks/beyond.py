"""Addresses in what is no page: nothing is fetched from elsewhere, and what is ours is there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from lxml import etree  # type: ignore[import-untyped]

from plugins.checks.addresses import Addresses
from plugins.checks.links import link_problems
from plugins.checks.markup import read
from plugins.model import Level, Problem

TEXTS = (".ics", ".json", ".txt", ".webmanifest", ".xml")
_FETCHED = re.compile(r"""(?:\bhref|\bsrc)\s*=\s*["']\s*((?:https?:)?//[^"']+)|url\(\s*["']?((?:https?:)?//[^"')]+)""")
_IN_SCRIPT = re.compile(r"""["'`](?:(?:https?:|wss?:)?//)([\w.-]+\.[a-z]{2,})""")
_NAMES = frozenset({"www.w3.org"})
"""Hosts whose addresses are names: nobody asks them for anything."""
_MARKUP = re.compile(r"<(?:img|source|video|audio|iframe|script|link|embed|object)\b", re.IGNORECASE)


def beyond_problems(name: str, data: bytes, addresses: Addresses, players: frozenset[str]) -> Iterator[Problem]:
    """Give what is wrong with the addresses in a file that is no page; ``players`` are hosts that pages may show."""
    text = data.decode("utf-8", "replace")
    if name.endswith((".svg", ".js")):
        found = _IN_SCRIPT.findall(text) if name.endswith(".js") else _hosts(text)
        ours = urlsplit(addresses.home).hostname
        for host in sorted({*found} - _NAMES - players - {ours}):
            message = f"This file asks {host} for something, who learns who reads this."
            yield _at(name, "K02", message, "Keep a copy with the site, or take it out.")
    elif name.endswith(TEXTS):
        yield from _leading_nowhere(name, text, addresses)
        yield from _fetching(name, text, addresses)


def _hosts(text: str) -> Iterator[str]:
    for match in _FETCHED.finditer(text):
        yield urlsplit(match[1] or match[2]).hostname or ""


def _leading_nowhere(name: str, text: str, addresses: Addresses) -> Iterator[Problem]:
    """Give the addresses of ours that nothing is at."""
    if not addresses.home:
        return
    plain = re.sub(r"\r?\n[ \t]", "", text) if name.endswith(".ics") else text.replace("\\/", "/")
    pattern = rf"{re.escape(addresses.home)}(/[^\s\"'<>\\)\]&?#,;]*)"
    for path in sorted(set(re.findall(pattern, plain))):
        target = addresses.target("index.html", addresses.home + path)
        if target is None or not {target.file, f"{target.file}/index.html"} & addresses.files:
            message, fix = f"{addresses.home}{path} is not there.", "Take it out, or make the page."
            # A feed of a kind that has nothing yet names the list that is to come: a note, and no reason to stop.
            yield _at(name, "A06", message, fix, Level.ERROR if name.startswith("sitemap") else Level.WARNING)


def _fetching(name: str, text: str, addresses: Addresses) -> Iterator[Problem]:
    """Give what the markup inside a feed fetches from elsewhere."""
    pieces = _strings(text) if name.endswith(".json") else _words(text)
    held = " ".join(piece for piece in pieces if _MARKUP.search(piece))
    if held:
        found = link_problems(name, read(f"<html><body>{held}</body></html>"), addresses)
        yield from (problem for problem in found if problem.code in {"K02", "K03"})


def _strings(text: str) -> Iterator[str]:
    try:
        waiting = [json.loads(text)]
    except ValueError:
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value


def _words(text: str) -> Iterator[str]:
    """Give a file of XML as it stands, and what stands escaped in each of its elements."""
    yield text
    with suppress(etree.XMLSyntaxError):
        yield from etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True)).itertext()


def _at(name: str, code: str, message: str, fix: str, level: Level = Level.ERROR) -> Problem:
    return Problem(path=name, line=0, field="", message=message, fix=fix, code=code, level=level)
