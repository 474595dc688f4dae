"""How a feed is written: as RSS 2.0, as Atom (RFC 4287) and as JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from feedgen.feed import FeedGenerator

from plugins.feeds.beyond import Beyond
from plugins.feeds.items import Feed, Item
from plugins.feeds.opened import Greeting, Opened
from plugins.view import Site

GENERATOR = "CLNM Press"
JPEG = "image/jpeg"


def rss(feed: Feed, site: Site, top: Opened | None = None) -> bytes:
    """Write RSS 2.0, https://www.rssboard.org/rss-specification, with something on top for people."""
    written: bytes = _channel(feed, site, "rss.xml", "application/rss+xml", top).rss_str(pretty=True)
    return written


def atom(feed: Feed, site: Site, top: Opened | None = None) -> bytes:
    """Write Atom, RFC 4287, with something on top for people."""
    written: bytes = _channel(feed, site, "atom.xml", "application/atom+xml", top).atom_str(pretty=True)
    return written


def json_feed(feed: Feed, site: Site, top: Opened | None = None) -> bytes:  # noqa: ARG001 - JSON has no top
    """Write JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/."""
    found = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.siteurl + feed.url,
        "feed_url": f"{site.siteurl}/feeds/{feed.name}.json",
        "description": feed.summary,
        "language": site.language,
        "authors": [{"name": site.sitename, "url": f"{site.siteurl}/"}],
        "items": [_json_item(item) for item in feed.items],
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"


FORMATS: dict[str, Callable[[Feed, Site, Opened | None], bytes]] = {"rss.xml": rss, "atom.xml": atom, "json": json_feed}
"""How each feed is written, by the ending of its file."""


def _channel(feed: Feed, site: Site, ending: str, media_type: str, top: Opened | None) -> Any:
    channel = FeedGenerator()
    channel.id(feed.id)
    channel.title(feed.title)
    channel.description(feed.summary)
    channel.author(name=site.sitename, uri=f"{site.siteurl}/")
    channel.link(href=f"{site.siteurl}/feeds/{feed.name}.{ending}", rel="self", type=media_type)
    channel.link(href=site.siteurl + feed.url, rel="alternate", type="text/html")
    channel.language(site.language)
    channel.generator(GENERATOR)
    channel.updated(feed.updated)
    channel.register_extension("beyond", Greeting, Beyond)
    channel.beyond.says = top
    for item in feed.items:
        _add_entry(channel, item)
    return channel


def _add_entry(channel: Any, item: Item) -> None:
    entry = channel.add_entry(order="append")
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    if item.url:
        entry.link(href=item.url)
    entry.summary(item.summary)
    entry.content(item.text(), type="html")
    entry.published(item.published)
    entry.updated(item.updated)
    entry.category([{"term": str(theme), "label": theme.label} for theme in item.themes])
    entry.beyond.language = item.language
    if item.picture:
        entry.beyond.picture(item.picture.src, JPEG)


def _json_item(item: Item) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": item.id,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.text(),
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "language": item.language,
    }
    if item.url:
        found["url"] = item.url
    if item.themes:
        found["tags"] = [theme.label for theme in item.themes]
    if item.picture:
        found["image"] = item.picture.src
        found["attachments"] = [{"url": item.picture.src, "mime_type": JPEG, "title": item.picture.alt}]
    return found
