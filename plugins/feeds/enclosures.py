"""Pictures as enclosures of a feed's entries.

feedgen 1.0 writes the links of an Atom entry without their relation, so an enclosure of its own would
become a second page of the entry; this extension of it writes them whole.
"""

from __future__ import annotations

from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension

ATOM = "http://www.w3.org/2005/Atom"
UNKNOWN_LENGTH = "0"
"""RSS 2.0 wants a length in bytes; a feed is written without drawing its pictures, so none is claimed."""


class Enclosures(BaseExtension):  # type: ignore[misc]  # feedgen brings no types
    """The feed's half of the extension, which has nothing to add."""


class Enclosed(BaseEntryExtension):  # type: ignore[misc]  # feedgen brings no types
    """The entry's half: one picture at most."""

    def __init__(self) -> None:
        """Begin without a picture."""
        self._attributes: dict[str, str] = {}

    def picture(self, url: str, media_type: str) -> None:
        """Enclose a picture."""
        self._attributes = {"type": media_type, "url": url}

    def extend_rss(self, entry: Any) -> Any:
        """Write ``<enclosure>``, RSS 2.0."""
        if self._attributes:
            self._append(entry, "enclosure", self._attributes | {"length": UNKNOWN_LENGTH})
        return entry

    def extend_atom(self, entry: Any) -> Any:
        """Write ``<link rel="enclosure">``, RFC 4287 section 4.2.7.2."""
        if self._attributes:
            link = {"href": self._attributes["url"], "rel": "enclosure", "type": self._attributes["type"]}
            self._append(entry, f"{{{ATOM}}}link", link)
        return entry

    def _append(self, entry: Any, name: str, attributes: dict[str, str]) -> None:
        entry.append(entry.makeelement(name, attributes))
