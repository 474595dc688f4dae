"""An issue as its reader gets it: the three files of its edition, and what stands in them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import html5lib

from plugins.editions.edition import Edition, Faces, Parts
from plugins.library import Library
from plugins.model import Channel, Newsletter
from plugins.source import documents
from plugins.view import EditionView, Site, Viewpoint, edition
from tests.rooms import shelves

ISSUES = {
    "2026-11": "2026-11-21 12:00",
    "2026-12": "2026-11-21 12:00",
    "2027-01": "2027-01-05 12:00",
    "2027-02": "2027-01-20 12:00",
    "2027-03": "2027-03-02 12:00",
}
"""The sample issues, and those of the folder ``issues``, each with an instant at which it may be made.

2027-01 is a monthly letter to councils, as movements like this one send it; 2027-02 has a block of each kind.
"""

WEIGHED = ("2026-12", "2027-01")
"""The issues that are held to every mark: the sample of December, and the letter to councils."""

OWN = Path(__file__).parent / "issues"
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


def bare(link: str) -> str:
    """Give what a link stands for as a reader would type it: an address, a mailbox, the number of a phone."""
    return re.sub(r"^sms:([^?]*).*", r"\1", link).removeprefix("mailto:").removeprefix("tel:")


def said(element: ET.Element) -> str:
    """Give the words in an element, on one line; comments are not said."""
    parts = [element.text or ""] if isinstance(element.tag, str) else []
    for child in element:
        parts += [said(child), child.tail or ""]
    return " ".join("".join(parts).split())


def shelved(slug: str) -> Library:
    """Shelve the sample content with one of the issues, on a day when it may be made."""
    found, written = shelves.reading(), OWN / f"{slug}.md"
    extra = []
    if written.is_file():
        issue, problems = documents.read(Newsletter, f"newsletters/{slug}.md", written.read_bytes())
        assert issue is not None, [str(problem) for problem in problems]
        extra.append(issue)
    return Library((*found.documents, *extra), found.records, found.pictures, shelves.moment(ISSUES[slug]))


def letter(library: Library, site: Site, theme: Path, slug: str) -> Letter:
    """Make the edition of an issue: of one with several, the first."""
    here = Viewpoint.afar(library, site, Channel.EMAIL)
    entry = here.shelf.get(f"newsletter:{slug}")
    assert entry is not None
    assert isinstance(entry.document, Newsletter)
    readers = entry.document.editions[0]
    view = edition(entry, here, readers)
    made = Parts(Edition(entry.document, readers, site, Faces(theme)), view)
    return Letter(made.page().decode(), made.plain().decode(), made.mail(), view)
