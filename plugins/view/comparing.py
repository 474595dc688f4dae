"""How one kind of help differs between councils: a table made from the offers, with a row for each council."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.library import Shelf
from plugins.model import Area, Offer
from plugins.model.eligibility import Answer
from plugins.model.offer_terms import Category, OfferKind
from plugins.view import eligible, words
from plugins.view.frame import Frame, Head, Link, frame
from plugins.view.heads import site_head
from plugins.view.viewpoint import Viewpoint

ADDRESS = "/offers/compare"


@dataclass(frozen=True, slots=True)
class Told:
    """What one offer says in the table."""

    title: str
    href: str
    value: str
    who: str
    age: str
    by_law: bool
    document_id: str


@dataclass(frozen=True, slots=True)
class CouncilRow:
    """One council with what it gives; with nothing, nobody has told us of anything."""

    name: str
    href: str
    offers: tuple[Told, ...]
    elsewhere: str
    """The council's own list, where it has one."""
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """A table of councils."""

    frame: Frame
    head: Head
    title: str
    summary: str
    rows: tuple[CouncilRow, ...]
    silent: int
    """How many councils we know of nothing from."""
    back: Link
    others: tuple[Link, ...]


def url(topic: Category) -> str:
    """Give the address of a table."""
    return f"{ADDRESS}/{topic}/"


def compared(shelf: Shelf) -> tuple[Category, ...]:
    """Give the kinds of help that councils differ in, of each of which there is a table."""
    return shelf.once(_compared)


def _compared(shelf: Shelf) -> tuple[Category, ...]:
    claims, councils = eligible.claims(shelf), eligible.areas(shelf)
    return tuple(topic for topic in Category if _differs(topic, claims, councils))


def _differs(topic: Category, claims: tuple[eligible.Claim, ...], councils: tuple[Area, ...]) -> bool:
    near = _about(topic, claims)
    if not any(_local(claim.offer) for claim in near):
        return False
    found = [_of(area, near) for area in councils]
    return sum(map(bool, found)) > 1 and any(offers != found[0] for offers in found)


def comparison(topic: Category, here: Viewpoint) -> ComparisonView:
    """Show a table; search engines may keep it, for who looks for it has no other way to find it."""
    shelf, claims = here.shelf, _about(topic, eligible.claims(here.shelf))
    rows = tuple(_row(area, _of(area, claims), here) for area in eligible.areas(shelf))
    title = f"{topic.label}: what each council does"
    summary = "It depends on which council looked after you, and on where you live now. Here they are, side by side."
    return ComparisonView(
        frame=frame(here),
        head=site_head(title, summary, here),
        title=title,
        summary=summary,
        rows=rows,
        silent=sum(not row.offers for row in rows),
        back=Link("All offers", here.links.to("/offers/")),
        others=tuple(Link(one.label, here.links.to(url(one)), one == topic) for one in compared(shelf)),
    )


def _about(topic: Category, claims: tuple[eligible.Claim, ...]) -> tuple[eligible.Claim, ...]:
    """Give the help of one kind that depends on the place: what a council gives, and what a nation's law does."""
    return tuple(claim for claim in claims if topic in claim.about and _placed(claim.offer))


def _of(area: Area, claims: tuple[eligible.Claim, ...]) -> tuple[eligible.Claim, ...]:
    """Give those of the offers that somebody of an area may be able to get."""
    applicant = eligible.from_area(area)
    return tuple(claim for claim in claims if claim.terms.answer(applicant) is not Answer.NO)


def _placed(offer: Offer) -> bool:
    return _local(offer) or offer.offer_kind in {OfferKind.ENTITLEMENT, OfferKind.LOCAL_OFFER}


def _local(offer: Offer) -> bool:
    return bool(offer.responsible_areas or offer.residence_areas)


def _row(area: Area, claims: tuple[eligible.Claim, ...], here: Viewpoint) -> CouncilRow:
    entry = here.shelf.get(f"area:{area.slug}")
    return CouncilRow(
        name=area.called,
        href=here.href(entry) if entry else "",
        offers=tuple(_told(claim, here) for claim in claims),
        elsewhere=area.offers_page or "",
        document_id=f"area:{area.slug}",
    )


def _told(claim: eligible.Claim, here: Viewpoint) -> Told:
    offer = claim.offer
    return Told(
        title=offer.title,
        href=here.href(claim.entry),
        value=offer.value,
        who=words.offer_who(offer, here.shelf),
        age=offer.age_note,
        by_law=offer.offer_kind is OfferKind.ENTITLEMENT,
        document_id=claim.entry.id,
    )
