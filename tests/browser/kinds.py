"""Each type of page, an example of it, and what it may weigh."""

from __future__ import annotations

from dataclasses import dataclass

ARTICLE, HOME, LIST = 10_000, 8_000, 6_500
"""Bytes on the wire of HTML with its styles and scripts, compressed, without pictures.

Of a list, 6,000 were meant; the reader's settings and their script, which came later, take 1,500 of every page.
"""
OFFERS = 7_500
"""The list of offers also narrows down in the page, and leads to each place, age and kind of help."""
CAP = 14_000
"""What comes with the first round trip (RFC 6928: ten segments). No page is heavier, however long."""
LONG = 1_500
"""Words. The goal for articles is for up to so many; a longer one only keeps to the cap."""


@dataclass(frozen=True)
class Kind:
    """A type of page."""

    path: str
    most: int = ARTICLE


KINDS = {
    "home": Kind("/", HOME),
    "issue": Kind("/newsletters/2026-12/"),
    "special issue": Kind("/newsletters/2026-11/"),
    "story": Kind("/stories/first-radiator/"),
    "story with a note": Kind("/stories/the-night-i-rang/"),
    "event": Kind("/events/winter-meet-up/"),
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
    "get help": Kind("/get-help/"),
    "contact": Kind("/contact/"),
    "issues": Kind("/newsletters/"),
    "stories": Kind("/stories/"),
    "events": Kind("/events/"),
    "offers": Kind("/offers/", OFFERS),
    "offers of an area": Kind("/offers/for/merecombe/", OFFERS),
    "comparison": Kind("/offers/compare/council-tax/"),
    "team": Kind("/people/"),
    "theme": Kind("/themes/first-home/"),
    "archive": Kind("/archive/", LIST),
    "year": Kind("/archive/2026/"),
    "not found": Kind("/404.html", LIST),
}
