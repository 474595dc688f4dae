"""From where a thing is looked at: a channel, an instant, and a way to write addresses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self
from urllib.parse import urlsplit

from plugins.library import Entry, Library, Shelf
from plugins.model import Block, Channel
from plugins.model.blocks import Only
from plugins.model.readers import EVERYBODY, Readers
from plugins.view.links import Links
from plugins.view.site import Site


@dataclass(frozen=True)
class Viewpoint:
    """Everything that decides how a document looks, beside the document itself."""

    library: Library
    site: Site
    channel: Channel
    links: Links
    at: datetime
    """The instant for which lists such as “next 4” are worked out."""
    searched: bool = True
    """Whether search engines may keep the page that is looked from."""
    readers: Readers = EVERYBODY
    """For whom an edition is; elsewhere, everybody looks."""

    @classmethod
    def on_page(cls, library: Library, site: Site, url: str) -> Self:
        """Look from a page of the website: a document's, or one that lists documents."""
        entry = library.on(Channel.WEB).at(url)
        searched = entry is None or library.searchable(entry)
        return cls(library, site, Channel.WEB, Links(site.siteurl, url), library.as_of, searched)

    @classmethod
    def afar(cls, library: Library, site: Site, channel: Channel) -> Self:
        """Look from outside the site: from a feed or an email."""
        return cls(library, site, channel, Links(site.siteurl), library.as_of)

    @classmethod
    def anywhere(cls, library: Library, site: Site) -> Self:
        """Look from a page that may answer at any depth of the site, such as the one for what is not there."""
        return cls(library, site, Channel.WEB, Links(urlsplit(site.siteurl).path), library.as_of)

    def moved_to(self, at: datetime) -> Self:
        """Look at the same from another instant, such as when an issue is sent."""
        return replace(self, at=at)

    def inside(self, entry: Entry) -> Self:
        """Look at the text of an entry: links to its own headings lead to its page, wherever it is shown."""
        return replace(self, links=replace(self.links, inside=entry.url))

    @property
    def today(self) -> datetime:
        """Give the instant that readers look at: of an email the one it is sent at, of all else the build's."""
        return self.at if self.channel is Channel.EMAIL else self.library.as_of

    @property
    def shelf(self) -> Shelf:
        """Give what may be seen from here."""
        return self.library.on(self.channel)

    @property
    def lists(self) -> Shelf:
        """Give what lists that make themselves may show: on a page for search engines, only what those may keep."""
        if self.channel is Channel.WEB and self.searched:
            return self.library.on(Channel.WEB, Channel.SEARCH_ENGINES)
        return self.shelf

    def quietly(self) -> Self:
        """Look from the same page, which search engines may not keep."""
        return replace(self, searched=False)

    def addressed(self, readers: Readers) -> Self:
        """Look with the eyes of an edition's readers."""
        return replace(self, readers=readers)

    def shows(self, block: Block) -> bool:
        """Say whether a block is for here, and for whoever looks."""
        leaves_out = Only.WEB if self.channel is Channel.EMAIL else Only.EMAIL
        return block.only != leaves_out and self.readers.get(block.readers)

    def href(self, entry: Entry) -> str:
        """Write the address of an entry's page; nothing if it has none on the web."""
        return self.links.to(self.place(entry)) if self.library.on(Channel.WEB).get(entry.id) else ""

    def place(self, entry: Entry) -> str:
        """Give the address that an entry is known by: on an area's own site, the area's page is the home page."""
        return "/" if self.site.is_about(entry.id) else entry.url
