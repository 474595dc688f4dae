"""“What can I get?”: the questions, and all that the reader's own device needs to answer them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.library import FINDER, Shelf
from plugins.model import Area
from plugins.model.offer_terms import CareRule, WhereRule
from plugins.model.taxonomy import Nation
from plugins.view import eligible, facets, words
from plugins.view.cards import card
from plugins.view.frame import Frame, Head, Link, frame
from plugins.view.grammar import listed
from plugins.view.heads import site_head
from plugins.view.viewpoint import Viewpoint

TITLE = "What can I get?"
SUMMARY = "Say as much as you like, and see what there is for you. Your answers stay on your device."
DATA = f"{FINDER.strip('/')}/data.json"
_NATIONS, _RULES, _CARE = tuple(Nation), tuple(WhereRule), tuple(CareRule)


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to pick: its words, and its number in the data."""

    text: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderView:
    """The page that asks."""

    frame: Frame
    head: Head
    title: str
    summary: str
    data: str
    """Where the data is."""
    lives: tuple[Choice, ...]
    cared: tuple[Choice, ...]
    care: tuple[Choice, ...]
    by_place: tuple[Link, ...]
    """The same answers as lists, for whom no script runs."""
    by_age: tuple[Link, ...]
    everything: Link
    credited: bool
    """Whether postcodes are from the Office for National Statistics, whose licence wants to be named."""


@dataclass(frozen=True, slots=True)
class Data:
    """What the device looks through, as JSON, and the documents that are in it."""

    written: str
    document_ids: tuple[str, ...]


def finder(here: Viewpoint) -> FinderView:
    """Show the questions."""
    claims, councils = eligible.claims(here.shelf), councils_of(here.shelf)
    here_now = set(eligible.areas(here.shelf))
    own = tuple(Choice(_name(area, here.shelf), f"a{number}") for number, area in enumerate(councils))
    now = tuple(choice for choice, area in zip(own, councils, strict=True) if area in here_now)
    return FinderView(
        frame=frame(here),
        head=site_head(TITLE, SUMMARY, here),
        title=TITLE,
        summary=SUMMARY,
        data=here.links.to(f"/{DATA}"),
        lives=(*now, *(Choice(f"Somewhere else in {n.label}", f"n{number}") for number, n in enumerate(_NATIONS))),
        cared=(*own, *(Choice(f"Another council in {n.label}", f"n{number}") for number, n in enumerate(_NATIONS))),
        care=tuple(
            Choice(rule.label[0].upper() + rule.label[1:], str(number))
            for number, rule in enumerate(_CARE)
            if rule is not CareRule.ASK
        ),
        by_place=tuple(Link(cut.label, here.links.to(cut.url)) for cut in facets.places(here.shelf, claims)),
        by_age=tuple(Link(cut.label, here.links.to(cut.url)) for cut in facets.ages(claims)),
        everything=Link("All offers", here.links.to("/offers/")),
        credited=any(not record.example for record in here.shelf.authorities.values()),
    )


def councils_of(shelf: Shelf) -> tuple[Area, ...]:
    """Give the areas there are, and those that others took over from: people say the name they knew."""
    gone = (entry.document for entry in shelf.past(Area.kind))
    return (*eligible.areas(shelf), *(area for area in gone if isinstance(area, Area) and area.successors))


def data(here: Viewpoint) -> Data:
    """Give what the device looks through; addresses are written as from the page that asks."""
    shelf, councils, claims = here.shelf, councils_of(here.shelf), eligible.claims(here.shelf)
    numbers = {area.slug: number for number, area in enumerate(councils)}
    current = set(eligible.areas(shelf))
    outcodes = [_outcodes(area, shelf) if area in current else ([], []) for area in councils]
    found = {
        "areas": [[area.called, _NATIONS.index(area.nation), area.offers_page or ""] for area in councils],
        "outcodes": [" ".join(own) for own, _ in outcodes],
        "shared": " ".join(sorted({code for _, shared in outcodes for code in shared})),
        "offers": [_offer(claim, numbers, here) for claim in claims],
    }
    written = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return Data(written, tuple(claim.entry.id for claim in claims) + tuple(f"area:{slug}" for slug in numbers))


def _offer(claim: eligible.Claim, numbers: dict[str, int], here: Viewpoint) -> list[object]:
    """Write an offer as its terms in numbers, then what is shown of it."""
    terms, offer, shown = claim.terms, claim.offer, card(claim.entry, here)
    return [
        _RULES.index(terms.where),
        [_NATIONS.index(nation) for nation in terms.nations],
        _numbered(terms.cared, numbers),
        _numbered(terms.lives, numbers),
        terms.youngest,
        terms.oldest,
        [_CARE.index(rule) for rule in terms.care],
        offer.title,
        shown.href,
        offer.offer_kind.label,
        shown.status,
        [line for line in (offer.value, words.offer_who(offer, here.shelf), offer.age_note) if line],
    ]


def _numbered(slugs: Iterable[str], numbers: dict[str, int]) -> list[int]:
    """Write areas as numbers; one that nobody can pick stays a place where somebody else is."""
    return [numbers.get(slug, -1) for slug in slugs]


def _outcodes(area: Area, shelf: Shelf) -> tuple[list[str], list[str]]:
    """Give the first halves of an area's postcodes, and those of them that others share who have no page here."""
    records = [shelf.authorities[code.lower()] for code in area.authorities if code.lower() in shelf.authorities]
    own = {code for record in records for code in record.outcodes}
    return sorted(own), sorted({code for record in records for code in record.shared})


def _name(area: Area, shelf: Shelf) -> str:
    """Name a council; one that has ended, with what it is now."""
    later = (shelf.get(f"area:{slug}") for slug in area.successors if area.ended(shelf.as_of))
    now = listed(tuple(entry.document.called for entry in later if entry and isinstance(entry.document, Area)))
    return f"{area.called} (now {now})" if now else area.called
