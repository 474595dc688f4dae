"""An issue as its reader gets it: the three files of its edition, and what stands in them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import html5lib

from plugins.editions import artefacts
from plugins.library import Library
from plugins.model import Channel
from plugins.view import EditionView, Site, Viewpoint, edition

ISSUES = {"2026-11": "2026-11-21 12:00", "2026-12": "2026-11-21 12:00", "2027-03": "2027-03-02 12:00"}
"""The sample issues, each with an instant at which it may be made."""

_ADDRESS = re.compile(r"https?://[^\s)]+")


@dataclass(frozen=True)
class Letter:
    """The files of one edition, and the view they were drawn from."""

    html: str
    text: str
    eml: bytes
    view: EditionView

    @cached_property
    def page(self) -> ET.Element:
        """Give the HTML part as a tree."""
        root: ET.Element = html5lib.parse(self.html, namespaceHTMLElements=False)
        return root

    @property
    def body(self) -> ET.Element:
        """Give what a reader sees of the HTML part."""
        found = self.page.find("body")
        assert found is not None
        return found

    @property
    def links(self) -> set[str]:
        """Give where the links of the HTML part lead."""
        return {link.get("href", "") for link in self.page.iter("a")}

    @property
    def styles(self) -> list[str]:
        """Give the style attributes of the HTML part."""
        return [element.get("style", "") for element in self.page.iter() if element.get("style")]

    def all(self, *tags: str) -> Iterator[ET.Element]:
        """Give the elements of these names, in their order."""
        return (element for element in self.page.iter() if element.tag in tags)

    @property
    def addresses(self) -> set[str]:
        """Give the web addresses that the plain text part shows."""
        return {found.rstrip(".,;:") for found in _ADDRESS.findall(self.text)}

    @property
    def words(self) -> str:
        """Give the plain text part on one line."""
        return " ".join(self.text.split())


def said(element: ET.Element) -> str:
    """Give the words in an element, on one line; comments are not said."""
    parts = [element.text or ""] if isinstance(element.tag, str) else []
    for child in element:
        parts += [said(child), child.tail or ""]
    return " ".join("".join(parts).split())


def letter(library: Library, site: Site, theme: Path, slug: str) -> Letter:
    """Make the edition of an issue."""
    found = {a.path: a.make() for a in artefacts(library, site, theme) if a.path.startswith(f"editions/{slug}/")}
    html, text, eml = (found[f"editions/{slug}/{name}"] for name in ("edition.html", "edition.txt", f"{slug}.eml"))
    here = Viewpoint.afar(library, site, Channel.EMAIL)
    entry = here.shelf.get(f"newsletter:{slug}")
    assert entry is not None
    return Letter(html.decode(), text.decode(), eml, edition(entry, here))
