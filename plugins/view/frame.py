"""What surrounds every page: the links on top and at the bottom, and what machines read of it."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.model import languages
from plugins.view.social import SocialPicture
from plugins.view.viewpoint import Viewpoint

LISTS = (("Get the news", "/get-the-news/"), ("Themes", "/themes/"), ("Archive", "/archive/"), ("A to Z", "/a-z/"))
"""Lists that nothing else leads to from everywhere."""
FEED_OF_ALL = "all"
"""The name of the feed of everything."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead."""

    text: str
    href: str
    current: bool = False
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The same round every page, but for the page it stands on."""

    sitename: str
    short_name: str
    home: str
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    follow: tuple[Link, ...]
    feeds: tuple[Link, ...]
    """The site's feeds, for autodiscovery and the footer."""
    calendar: str
    publisher: str
    charity_number: str
    postal_address: str
    language: str
    """The language that all this is in, whatever the page's own."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """A language that a page can be had in, and its whole address there (HTML, section 4.6.7.1)."""

    language: str
    """RFC 5646, or ``x-default`` for whoever reads none of the languages."""
    href: str


@dataclass(frozen=True, slots=True)
class Head:
    """What browsers and search engines read of a page."""

    title: str
    """The page's own title; the theme adds the site's name."""
    description: str
    canonical: str
    language: str
    indexed: bool
    """Whether search engines may keep it."""
    card: SocialPicture | None = None
    """What social media show of it; None where it may not be shown there."""
    alternates: tuple[Alternate, ...] = ()
    """The same page in every language that it is in, its own among them; none where it is only in one."""
    data: str = ""
    """Structured data, JSON-LD, safe inside a script element; nothing where there is none."""

    @property
    def direction(self) -> str:
        """Give the way the page's language runs: ltr or rtl."""
        return languages.direction(self.language)


def frame(here: Viewpoint) -> Frame:
    """Make the frame of the page that is looked from."""
    site, to = here.site, here.links.to
    page = here.links.page or ""
    return Frame(
        sitename=site.sitename,
        short_name=site.short_name,
        home=to("/"),
        navigation=tuple(
            Link(text, to(url), current=page == url or (url != "/" and page.startswith(url)))
            for text, url in site.navigation
            if url in here.shelf.addresses
        ),
        footer=(
            *(Link(text, to(url), url == page, name) for name, url, text in here.shelf.footer),
            *(Link(text, to(url), url == page) for text, url in LISTS if url in here.shelf.addresses),
        ),
        follow=tuple(Link(text, url) for text, url in site.follow),
        feeds=feed_links(FEED_OF_ALL, here),
        calendar=to("/calendars/all.ics"),
        publisher=site.publisher,
        charity_number=site.charity_number,
        postal_address=site.postal_address,
        language=site.language,
    )


def feed_links(name: str, here: Viewpoint) -> tuple[Link, ...]:
    """Link a feed in each of its formats."""
    return tuple(Link(text, here.links.to(f"/feeds/{name}.{ending}")) for text, ending in formats_of(name).items())


def formats_of(name: str) -> dict[str, str]:
    """Give the formats that a feed comes in, each with the ending of its file; only that of everything is in JSON."""
    return {"RSS": "rss.xml", "Atom": "atom.xml"} | ({"JSON Feed": "json"} if name == FEED_OF_ALL else {})
