"""What feedgen 1.0 cannot say of an entry: which language it is in, and which picture goes with it.

It writes the links of an Atom entry without their relation, so an enclosure of its own would become a
second page of the entry; this extension of it writes them whole.
"""

from __future__ import annotations

from typing import Any

from feedgen.ext.base import BaseEntryExtension

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
UNKNOWN_LENGTH = "0"
"""RSS 2.0 wants a length in bytes; a feed is written without drawing its pictures, so none is claimed."""


class Beyond(BaseEntryExtension):  # type: ignore[misc]  # feedgen brings no types
    """An entry's language, and one picture at most."""

    def __init__(self) -> None:
        """Begin without either."""
        self.language = ""
        self._attributes: dict[str, str] = {}

    def picture(self, url: str, media_type: str) -> None:
        """Enclose a picture."""
        self._attributes = {"type": media_type, "url": url}

    def extend_rss(self, entry: Any) -> Any:
        """Write ``xml:lang`` (XML 1.0, section 2.12) and ``<enclosure>`` (RSS 2.0)."""
        if self._attributes:
            self._append(entry, "enclosure", self._attributes | {"length": UNKNOWN_LENGTH})
        return self._spoken(entry)

    def extend_atom(self, entry: Any) -> Any:
        """Write ``xml:lang`` and ``<link rel="enclosure">`` (RFC 4287, sections 2 and 4.2.7.2)."""
        if self._attributes:
            link = {"href": self._attributes["url"], "rel": "enclosure", "type": self._attributes["type"]}
            self._append(entry, f"{{{ATOM}}}link", link)
        return self._spoken(entry)

    def _spoken(self, entry: Any) -> Any:
        if self.language:
            entry.set(LANGUAGE, self.language)
        return entry

    def _append(self, entry: Any, name: str, attributes: dict[str, str]) -> None:
        entry.append(entry.makeelement(name, attributes))
