"""Reads a built site back with other people's parsers, and says what in it could do harm."""

from __future__ import annotations

import email
import email.policy
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import html5lib
import icalendar
from lxml import etree  # type: ignore[import-untyped]
from PIL import Image

HOST = "clnm.example.org"
SCHEMES = frozenset({"", "http", "https", "mailto", "tel", "webcal", "sms"})
"""The last two are the theme's own: calendars to subscribe to, and a way to pass a page on."""
LOADS = frozenset(
    {"src", "srcset", "poster", "data", "action", "formaction", "background", "manifest", "ping", "xlink:href"}
)
"""Attributes whose address a browser asks for by itself, or sends something to."""
RUNS = frozenset(
    {
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "base",
        "style",
        "svg",
        "math",
        "form",
        "input",
    }
    | {"button", "textarea", "select", "template", "noscript", "link", "meta", "video", "audio", "portal"}
)
"""Elements that only the theme may put into a page."""
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]")
_TEXTS = {".html", ".xml", ".atom", ".rss", ".json", ".ics", ".txt", ".webmanifest"}
_PICTURES = {".png", ".jpg", ".avif", ".ico"}

EDITIONS = "editions/"
"""Where letters lie, whose pages are styled as mail programs want it; each is read as a letter too."""


def harms(output: Path, known: frozenset[str], before: Mapping[str, bytes] | None = None) -> Iterator[str]:
    """Give what is wrong with the files of a site, but for those that are as they were before.

    ``known`` is what its theme puts into pages (see ``furniture``).
    """
    for path in sorted(path for path in output.rglob("*") if path.is_file()):
        name, data = path.relative_to(output).as_posix(), path.read_bytes()
        if (before or {}).get(name) == data or (name.startswith(EDITIONS) and path.suffix == ".html"):
            continue
        for harm in _of_file(path.suffix, data, known):
            yield f"{name}: {harm}"


def furniture(output: Path) -> frozenset[str]:
    """Give every element that runs, sends or loads in the pages of a good site."""
    pages = (path.read_bytes() for path in output.rglob("*.html"))
    return frozenset(_said(element) for page in pages for element in _parsed(page).iter() if _name(element) in RUNS)


def _of_file(ending: str, data: bytes, known: frozenset[str]) -> Iterator[str]:
    if ending in _TEXTS:
        try:
            if found := _UNWANTED.search(data.decode("utf-8")):
                yield f"a character that may not be there: {found[0]!r}"
        except UnicodeDecodeError as error:
            yield f"no UTF-8: {error}"
    if ending == ".html":
        yield from page_harms(data, known)
    elif ending in {".xml", ".atom", ".rss"}:
        yield from _of_feed(data)
    elif ending == ".json":
        yield from _of_json(data)
    elif ending == ".ics":
        yield from _of_calendar(data)
    elif ending == ".eml":
        yield from _of_letter(data)
    elif ending in _PICTURES:
        yield from picture_harms(data)


def _parsed(data: bytes | str) -> Any:
    return html5lib.parse(data, treebuilder="lxml", namespaceHTMLElements=False).getroot()


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _said(element: Any) -> str:
    """Write down an element so that another like it can be told from one unlike it."""
    attributes = sorted(
        (name, value) for name, value in element.items() if name not in {"content", "href", "id", "value"}
    )
    return f"{_name(element)} {attributes} {(element.text or '')[:200] if _name(element) == 'script' else ''}"


def page_harms(data: bytes | str, known: frozenset[str] = frozenset(), *, styled: bool = False) -> Iterator[str]:
    """Look for what a browser would run, load from elsewhere or send, in a page or a part of one.

    Letters are ``styled``: mail programs know no other way.
    """
    for element in _parsed(data).iter():
        name = _name(element)
        if name in RUNS and name not in {"meta", "link", "style", "script"} and _said(element) not in known:
            yield f"an element that the theme did not put there: {_said(element)[:200]}"
        if name == "script" and _said(element) not in known and element.get("type") != "application/ld+json":
            yield f"a script that the theme did not put there: {_said(element)[:200]}"
        if name == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield "a page that sends readers on"
        for attribute, value in element.items():
            if attribute.startswith("on") or attribute == "srcdoc" or (attribute == "style" and not styled):
                yield f"an attribute that runs or draws: {attribute}={value[:60]!r} on {name}"
            yield from _of_address(name, attribute, value)


def _of_address(name: str, attribute: str, value: str) -> Iterator[str]:
    if attribute not in {*LOADS, "href", "cite"}:
        return
    for one in value.split(",") if attribute == "srcset" else [value]:
        try:
            found = urlsplit(re.sub(r"[\x00-\x20]", "", one.strip().split(" ")[0] if attribute == "srcset" else one))
        except ValueError:
            yield f"an address that nobody can read: {one[:80]!r}"
            continue
        if found.scheme.lower() not in SCHEMES and not one.startswith("data:image/svg+xml,"):
            yield f"an address of another sort: {one[:80]!r}"
        elsewhere = found.netloc and found.netloc != HOST
        if elsewhere and (attribute in LOADS or name == "link"):
            yield f"something that is loaded from elsewhere: {one[:80]!r}"


def _of_feed(data: bytes) -> Iterator[str]:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        yield f"no XML: {error}"
        return
    if root.getroottree().docinfo.internalDTD is not None:
        yield "a document type"
    if _name(root) in {"rss", "feed"}:
        read = feedparser.parse(io.BytesIO(data), sanitize_html=False)
        if read.bozo:
            yield f"no feed: {read.bozo_exception}"
        for entry in read.entries:
            for part in (*entry.get("content", ()), entry.get("summary_detail", {})):
                if "html" in part.get("type", ""):
                    yield from page_harms(part["value"])


def _of_json(data: bytes) -> Iterator[str]:
    try:
        read = json.loads(data)
    except ValueError as error:
        yield f"no JSON: {error}"
        return
    if isinstance(read, dict) and str(read.get("version", "")).startswith("https://jsonfeed.org/"):
        for item in read["items"]:
            yield from page_harms(item.get("content_html", ""))


def _of_calendar(data: bytes) -> Iterator[str]:
    if any(len(line) > 75 for line in data.split(b"\r\n")) or b"\n" in data.replace(b"\r\n", b""):
        yield "lines that are not as RFC 5545 has them"
    try:
        calendar = icalendar.Calendar.from_ical(data)
    except ValueError as error:
        yield f"no calendar: {error}"
        return
    for part in calendar.walk():
        if part.errors:
            yield f"a part that cannot be read: {part.errors}"
        if part.name not in {"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"}:
            yield f"a part that nobody meant: {part.name}"
        if strange := {"ATTENDEE", "ATTACH", "ORGANIZER", "CONFERENCE", "ACTION"} & set(part):
            yield f"properties that nobody meant: {sorted(strange)}"
        if part.name == "VEVENT" and not {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(part):
            yield "an event without what an event must have"


def _of_letter(data: bytes) -> Iterator[str]:
    letter = email.message_from_bytes(data, policy=email.policy.default)
    if letter.defects or any(part.defects for part in letter.walk()):
        yield f"a letter with defects: {letter.defects}"
    if strange := {name.lower() for name in letter.keys()} & {"bcc", "cc", "resent-to"}:  # noqa: SIM118 - no mapping
        yield f"headers that nobody meant: {sorted(strange)}"
    if any(len(line) > 998 for line in data.split(b"\n")):
        yield "a line that is longer than RFC 5322 has it"
    for part in letter.walk():
        if part.get_content_type() == "text/html":
            yield from page_harms(part.get_content(), styled=True)


def picture_harms(data: bytes) -> Iterator[str]:
    """Look for anything in a picture beside its pixels."""
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        held = set(picture.info) & {
            "exif",
            "xmp",
            "XML:com.adobe.xmp",
            "icc_profile",
            "comment",
            "photoshop",
            "Comment",
        }
        if held or picture.getexif():
            yield f"a picture that says more than it shows: {sorted(held)}"
