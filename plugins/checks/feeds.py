"""Feeds: whether each has what its standard asks for, so that no reader refuses it or shows an entry twice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from plugins.model import Problem

_ATOM = "{http://www.w3.org/2005/Atom}"
_JSON = "https://jsonfeed.org/version/1"


def feed_problems(name: str, data: bytes) -> Iterator[Problem]:
    """Give what is wrong with a feed; nothing for a file that is none, or that cannot be read at all."""
    for message in dict.fromkeys(_of_json(data) if name.endswith(".json") else _of_xml(data)):
        fix = "Feed readers would refuse it, or lose entries; look at the room feeds."
        yield Problem(path=name, line=0, field="", message=message, fix=fix, code="K04")


def _of_xml(data: bytes) -> Iterator[str]:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    if root.tag == "rss":
        yield from _of_rss(root)
    elif root.tag == f"{_ATOM}feed":
        yield from _of_atom(root)


def _of_rss(root: Any) -> Iterator[str]:
    """Hold a feed against RSS 2.0."""
    channel = root.find("channel")
    if channel is None:
        yield "This feed has no channel."
        return
    yield from _missing(channel, ("title", "link", "description"), "feed")
    items = channel.findall("item")
    for item in items:
        if not (_said(item, "title") or _said(item, "description")):
            yield "An entry of this feed has neither a title nor a description."
    yield from _twice(_said(item, "guid") for item in items)
    yield from _times(_said(item, "pubDate") for item in (channel, *items) if _said(item, "pubDate"))


def _times(said: Iterable[str], read: Callable[[str], datetime] = parsedate_to_datetime) -> Iterator[str]:
    for time in said:
        try:
            if read(time).tzinfo is None:
                yield f"“{time}” is a time without a time zone."
        except ValueError:
            yield f"“{time}” is no time that feed readers know."


def _of_atom(root: Any) -> Iterator[str]:
    """Hold a feed against RFC 4287, 4.1."""
    yield from _missing(root, (f"{_ATOM}id", f"{_ATOM}title", f"{_ATOM}updated"), "feed")
    entries = root.findall(f"{_ATOM}entry")
    for entry in entries:
        yield from _missing(entry, (f"{_ATOM}id", f"{_ATOM}title", f"{_ATOM}updated"), "entry")
        if entry.find(f"{_ATOM}author") is None and root.find(f"{_ATOM}author") is None:
            yield "An entry of this feed has no author, and neither has the feed."
        if entry.find(f"{_ATOM}content") is None and entry.find(f"{_ATOM}link") is None:
            yield "An entry of this feed has neither words nor a link."
    yield from _twice(_said(entry, f"{_ATOM}id") for entry in entries)
    times = (_said(one, f"{_ATOM}updated") for one in (root, *entries))
    yield from _times(filter(None, times), datetime.fromisoformat)


def _of_json(data: bytes) -> Iterator[str]:
    """Hold a feed against JSON Feed 1.1."""
    try:
        feed = json.loads(data)
    except ValueError:
        return
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(_JSON):
        return
    items = feed.get("items")
    if not feed.get("title") or not isinstance(items, list):
        yield "This feed has no title, or no list of items."
        return
    for item in items:
        if not isinstance(item.get("id"), str) or not (item.get("content_html") or item.get("content_text")):
            yield "An entry of this feed has no id, or no words."
    yield from _twice(str(item.get("id", "")) for item in items)
    times = (item[name] for item in items for name in ("date_published", "date_modified") if item.get(name))
    yield from _times(times, datetime.fromisoformat)


def _missing(element: Any, names: Iterable[str], what: str) -> Iterator[str]:
    for name in names:
        if not _said(element, name):
            yield f"{'This feed' if what == 'feed' else 'An entry of this feed'} has no {name.removeprefix(_ATOM)}."


def _twice(ids: Iterable[str]) -> Iterator[str]:
    for one, number in Counter(filter(None, ids)).items():
        if number > 1:
            yield f"{number} entries of this feed have the id {one}."


def _said(element: Any, name: str) -> str:
    return (element.findtext(name) or "").strip()
