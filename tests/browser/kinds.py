"""Each type of page, an example of it, and what it may weigh."""

from __future__ import annotations

from dataclasses import dataclass

ARTICLE, HOME, LIST = 10_000, 8_000, 6_000
"""Bytes on the wire of HTML with its styles and scripts, compressed, without pictures."""
OFFERS = 6_600
"""A list of ten offers also leads to each place, age and kind of help. Each more is 60 to 70 bytes: docs/why.md."""
CAP = 14_000
"""What comes with the first round trip (RFC 6928: ten segments). No page is heavier, however long."""
LONG, WORD = 1_100, 3.5
"""Words that the goal for articles has room for, and bytes for each that a page has on top of them, up to the cap."""


@dataclass(frozen=True)
class Kind:
    """A type of page."""

    path: str
    most: int = ARTICLE
    quick: bool = False
    """Whether ``make test`` looks at it, too; ``make test-all`` looks at every type."""
    scripted: bool = False
    """Whether it has words that are of no use without a script."""


KINDS = {
    "home": Kind("/", HOME, quick=True),
    "issue": Kind("/newsletters/2026-12/", quick=True),
    "special issue": Kind("/newsletters/2026-11/"),
    "story": Kind("/stories/first-radiator/", quick=True),
    "story with a note": Kind("/stories/the-night-i-rang/"),
    "event": Kind("/events/winter-meet-up/", quick=True),
    "cancelled event": Kind("/events/lantern-walk/"),
    "offer": Kind("/offers/warm-bundle/"),
    "area": Kind("/areas/merecombe/"),
    "person": Kind("/people/example-rep-ari/"),
    "publication": Kind("/publications/what-young-people-told-us/"),
    "film": Kind("/publications/our-front-doors/"),
    "objective": Kind("/objectives/celebrate-success/"),
    "page": Kind("/about/"),
    "service": Kind("/for-councils/"),
    "ended programme": Kind("/small-steps-fund/"),
    "programmes": Kind("/programmes/", LIST),
    "get help": Kind("/get-help/", quick=True),
    "contact": Kind("/contact/"),
    "issues": Kind("/newsletters/"),
    "stories": Kind("/stories/"),
    "events": Kind("/events/"),
    "offers": Kind("/offers/", OFFERS, quick=True, scripted=True),
    "offers of an area": Kind("/offers/for/merecombe/", OFFERS, scripted=True),
    "comparison": Kind("/offers/compare/council-tax/"),
    "offers by place": Kind("/offers/for/england/", OFFERS, scripted=True),
    "finder": Kind("/what-can-i-get/", scripted=True),
    "team": Kind("/people/"),
    "theme": Kind("/themes/first-home/"),
    "archive": Kind("/archive/", LIST),
    "year": Kind("/archive/2026/"),
    "a to z": Kind("/a-z/"),
    "search": Kind("/search/", quick=True, scripted=True),
    "get the news": Kind("/get-the-news/", LIST),
    "offline": Kind("/offline/", LIST),
    "not found": Kind("/404.html", LIST),
    "translation": Kind("/stop-my-story-dari/", LIST, quick=True),
    "easy read": Kind("/stop-my-story-easy-read/", LIST),
}
