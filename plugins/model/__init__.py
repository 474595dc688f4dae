"""What each kind of document is.

``DOCUMENT_TYPES`` is the product's table of contents: a new kind of content is one file in this room,
its name in that tuple, and a folder in ``content/``.
"""

from __future__ import annotations

from plugins.model.area import Area
from plugins.model.blocks import BLOCK_TYPES, Block, Listing, Prose, Reference
from plugins.model.consent import Consent
from plugins.model.document import Document
from plugins.model.event import Event
from plugins.model.newsletter import Newsletter
from plugins.model.objective import Objective
from plugins.model.offer import Offer
from plugins.model.page import Page
from plugins.model.person import Person
from plugins.model.problem import Finding, Level, Problem
from plugins.model.publication import Publication
from plugins.model.records import Authority, Fact, Moved, Provider, Record, SupportLine, Withdrawn
from plugins.model.story import Story
from plugins.model.taxonomy import Channel

DOCUMENT_TYPES: tuple[type[Document], ...] = (
    Newsletter,
    Story,
    Event,
    Offer,
    Area,
    Person,
    Publication,
    Objective,
    Page,
)

RECORD_TYPES: tuple[type[Record], ...] = (SupportLine, Provider, Fact, Moved, Authority, Withdrawn)

__all__ = [
    "BLOCK_TYPES",
    "DOCUMENT_TYPES",
    "RECORD_TYPES",
    "Area",
    "Authority",
    "Block",
    "Channel",
    "Consent",
    "Document",
    "Event",
    "Fact",
    "Finding",
    "Level",
    "Listing",
    "Moved",
    "Newsletter",
    "Objective",
    "Offer",
    "Page",
    "Person",
    "Problem",
    "Prose",
    "Provider",
    "Publication",
    "Record",
    "Reference",
    "Story",
    "SupportLine",
    "Withdrawn",
]
