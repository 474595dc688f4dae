"""What a page of HTML says about itself and points at, read without judging it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.html  # type: ignore[import-untyped]
from lxml import etree

from plugins.checks.fetched import Fetched, fetched


@dataclass(frozen=True, slots=True)
class Pointer:
    """One address on a page, and what it is for."""

    address: str
    line: int
    what: str
    """The element, in words: link, picture, style sheet."""
    loads: bool = False
    """Whether a browser fetches it by itself."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script, or an attribute that holds one."""

    kind: str
    text: str
    line: int
    file: str = ""
    """The address it is fetched from; nothing for one that stands in the page."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A page as far as checks look at it."""

    whole: bool
    """Whether it goes on to its closing tag."""
    title: str = ""
    language: str = ""
    headings: tuple[int, ...] = ()
    """The lines of its headings of the first rank."""
    canonical: str = ""
    ids: frozenset[str] = frozenset()
    twice: tuple[tuple[str, int], ...] = ()
    """Ids that another element has already, with their lines."""
    pointers: tuple[Pointer, ...] = ()
    scripts: tuple[Script, ...] = ()
    fetched: tuple[Fetched, ...] = ()
    """What a phone fetches for it."""
    policy: str = ""
    """What it says of itself that it may load and run (Content Security Policy 3, section 3.3)."""


_WORDS = {"a": "link", "area": "link", "link": "link", "form": "form"}
_LOADED = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "script": ("src",),
    "image": ("href", "{http://www.w3.org/1999/xlink}href"),
    "body": ("background",),
    "table": ("background",),
    "td": ("background",),
}
_LOADED_WORDS = {"img": "picture", "source": "picture", "image": "picture", "input": "picture", "video": "film"}
_HINTS = {"preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"}
_FETCHED_LINKS = frozenset({"stylesheet", "icon", "apple-touch-icon", "manifest", *_HINTS})
_PICTURES_IN_META = frozenset({"og:image", "twitter:image"})


@dataclass(slots=True)
class _Found:
    pointers: list[Pointer] = field(default_factory=list)
    scripts: list[Script] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    twice: list[tuple[str, int]] = field(default_factory=list)
    canonical: str = ""
    policy: str = ""


def read(text: str) -> Markup:
    """Read a page; one that is empty or broken gives what there is of it."""
    whole = text.rstrip().lower().endswith("</html>")
    if not text.strip():
        return Markup(whole=False)
    try:
        root = lxml.html.document_fromstring(text.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return Markup(whole=False)
    found = _Found()
    for element in root.iter(etree.Element):
        _take(element, found)
    return Markup(
        whole=whole,
        title=" ".join((root.findtext("head/title") or "").split()),
        language=(root.get("lang") or "").strip(),
        headings=tuple(heading.sourceline or 0 for heading in root.iter("h1")),
        canonical=found.canonical,
        ids=frozenset(found.ids),
        twice=tuple(found.twice),
        pointers=tuple(found.pointers),
        scripts=tuple(found.scripts),
        fetched=tuple(fetched(root)),
        policy=found.policy,
    )


def _take(element: etree._Element, found: _Found) -> None:
    line, tag = element.sourceline or 0, str(element.tag)
    name = element.get("id")
    if name in found.ids:
        found.twice.append((name, line))
    found.ids |= {named for named in (name, element.get("name") if tag == "a" else None) if named}
    if tag == "link":
        relations = set((element.get("rel") or "").lower().split())
        if "canonical" in relations:
            found.canonical = (element.get("href") or "").strip()
    if tag == "meta" and (element.get("http-equiv") or "").lower() == "content-security-policy":
        found.policy = element.get("content") or ""
    if tag == "script":
        kind, file = (element.get("type") or "").strip().lower(), (element.get("src") or "").strip()
        found.scripts.append(Script(kind, element.text or "", line, file))
    found.scripts += [Script(key, value, line) for key, value in element.items() if key.startswith("on")]
    found.pointers += _pointers(element, tag, line)
    for style in (element.get("style"), element.text if tag == "style" else None):
        found.pointers += [Pointer(address, line, "picture of a style", loads=True) for address in styled(style or "")]


def _pointers(element: etree._Element, tag: str, line: int) -> Iterator[Pointer]:
    if tag in _WORDS:
        address = element.get("action" if tag == "form" else "href")
        relations = set((element.get("rel") or "").lower().split())
        if address is not None:
            loads = tag == "link" and bool(relations & _FETCHED_LINKS)
            yield Pointer(address.strip(), line, "style sheet" if "stylesheet" in relations else _WORDS[tag], loads)
    if tag == "meta" and (element.get("property") or element.get("name")) in _PICTURES_IN_META:
        yield Pointer((element.get("content") or "").strip(), line, "picture")
    for key in _LOADED.get(tag, ()):
        value = element.get(key)
        if value is not None:
            for address in _several(value) if key == "srcset" else (value.strip(),):
                yield Pointer(address, line, _LOADED_WORDS.get(tag, tag), loads=True)


def styled(style: str) -> Iterator[str]:
    """Give the addresses that a style fetches (CSS Values 4, 4.5; CSS Cascade 5, 2)."""
    plain = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    for match in re.finditer(r"url\(\s*([\"']?)(.*?)\1\s*\)|@import\s+([\"'])(.*?)\3", plain, re.DOTALL):
        yield (match[2] or match[4] or "").strip()


def _several(srcset: str) -> Iterator[str]:
    """Give the addresses of a ``srcset``, each of which may be followed by a width (HTML, 4.8.4.2.1)."""
    for candidate in srcset.split(", "):
        if candidate.strip():
            yield candidate.split()[0].rstrip(",")
