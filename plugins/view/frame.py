"""What surrounds every page: the links on top and at the bottom, and what machines read of it."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.model import Page
from plugins.view.viewpoint import Viewpoint

LISTS = (("Themes", "/themes/"), ("Archive", "/archive/"))
"""Lists that nothing else leads to from everywhere."""


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
    stylesheet: str
    icon: str
    """The picture in a browser's tab."""
    publisher: str
    charity_number: str
    postal_address: str


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
    shared: bool
    """Whether it may be shown on social media."""
    image: str = ""
    data: str = ""
    """Structured data, JSON-LD, safe inside a script element; nothing where there is none."""


def frame(here: Viewpoint) -> Frame:
    """Make the frame of the page that is looked from."""
    site, to = here.site, here.links.to
    page = here.links.page or ""
    footer = [entry for entry in here.shelf.all("page") if _in_footer(entry.document)]
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
            *(Link(_short(e.document), to(e.url), e.url == page, e.id) for e in footer),
            *(Link(text, to(url), url == page) for text, url in LISTS if url in here.shelf.addresses),
        ),
        follow=tuple(Link(text, url) for text, url in site.follow),
        feeds=(
            Link("RSS", to("/feeds/all.rss.xml")),
            Link("Atom", to("/feeds/all.atom.xml")),
            Link("JSON Feed", to("/feeds/all.json")),
        ),
        calendar=to("/calendars/all.ics"),
        stylesheet=to("/static/css/site.css"),
        icon=to("/static/icon.svg"),
        publisher=site.publisher,
        charity_number=site.charity_number,
        postal_address=site.postal_address,
    )


def _in_footer(document: object) -> bool:
    return isinstance(document, Page) and document.nav_order is not None and document.page_kind != "home"


def _short(document: object) -> str:
    return (document.nav_label or document.title) if isinstance(document, Page) else ""
