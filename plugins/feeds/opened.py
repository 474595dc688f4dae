"""What a person sees who opens a feed in a browser: a style sheet, and a block of XHTML on top that says what it is."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any

from feedgen.ext.base import BaseExtension
from lxml import etree  # type: ignore[import-untyped]

from plugins.feeds.items import Feed
from plugins.render import Renderer
from plugins.view import Site

ABOUT, STYLE = "feed/about.html", "feed/style.css"
SHEET = "feeds/style.css"
_NEWS = "/get-the-news/"


@dataclass(frozen=True, slots=True)
class Opened:
    """The block on top of a feed, and where its style sheet is, seen from the feed."""

    block: str
    sheet: str


def opened(feed: Feed, site: Site, renderer: Renderer) -> Opened | None:
    """Make what stands on top of a feed; None in a theme that has nothing to say there."""
    if not (renderer.has(ABOUT) and renderer.has(STYLE)):
        return None
    block = renderer.render(ABOUT, feed=feed, news=site.siteurl + _NEWS, page=site.siteurl + feed.url)
    return Opened(block.strip(), posixpath.relpath(SHEET, posixpath.dirname(f"feeds/{feed.name}")))


class Greeting(BaseExtension):  # type: ignore[misc]  # feedgen brings no types
    """Puts it there. Foreign markup is allowed in both formats (RFC 4287, section 6; RSS 2.0, "Extending RSS")."""

    def __init__(self) -> None:
        """Begin with nothing to say."""
        self.says: Opened | None = None

    def extend_rss(self, root: Any) -> Any:
        """Stand first in the channel."""
        return self._greet(root, root[0])

    def extend_atom(self, root: Any) -> Any:
        """Stand first in the feed."""
        return self._greet(root, root)

    def _greet(self, root: Any, parent: Any) -> Any:
        if self.says:
            parent.insert(0, etree.fromstring(self.says.block))
            style = f'type="text/css" href="{self.says.sheet}"'
            root.addprevious(etree.ProcessingInstruction("xml-stylesheet", style))
        return root
