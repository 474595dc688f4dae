"""What a template may see: words, links and pictures, already decided."""

from __future__ import annotations

from plugins.view.documents import DocumentView, document
from plugins.view.editions import EditionView, edition
from plugins.view.links import Links, output_path
from plugins.view.listings import ListingView
from plugins.view.site import Site
from plugins.view.sources import sources
from plugins.view.viewpoint import Viewpoint

__all__ = [
    "DocumentView",
    "EditionView",
    "Links",
    "ListingView",
    "Site",
    "Viewpoint",
    "document",
    "edition",
    "output_path",
    "sources",
]
