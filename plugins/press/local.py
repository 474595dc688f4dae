"""One area's own site: the same content as far as it is for that area, at its own address."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plugins.library import areas_of
from plugins.model import Area, Document, Newsletter, Offer, Page
from plugins.model.eligibility import Answer, Applicant, Place, Terms
from plugins.model.page import PageKind
from plugins.source import Reading
from plugins.view import Site


class NoSuchArea(ValueError):  # noqa: N818 - it names what happened
    """``SITE_AREA`` is not an area that can have a site."""


def local_area(reading: Reading, slug: str) -> Area:
    """Find the area. Raises NoSuchArea, in words for whoever typed its name."""
    areas = {document.slug: document for document in reading.documents if isinstance(document, Area)}
    if slug not in areas:
        raise NoSuchArea(f"SITE_AREA is “{slug}”. There are: {', '.join(sorted(areas)) or 'no areas'}.")
    if not areas[slug].site:
        message = (
            f"{areas[slug].title} has no site:, so its own site would have no address. Add it to {areas[slug].path}."
        )
        raise NoSuchArea(message)
    return areas[slug]


def local_reading(reading: Reading, area: Area, moment: datetime) -> Reading:
    """Leave out what is for other areas; what is left may still name it, and nobody calls it missing."""
    own = _with_those_before(area, reading, moment)
    kept = tuple(document for document in reading.documents if any(_is_for(document, one) for one in own))
    out = frozenset(document.id for document in reading.documents) - {document.id for document in kept}
    return replace(reading, documents=kept, unread=reading.unread | out)


def local_site(site: Site, area: Area) -> Site:
    """Give the site's facts as those of an area's own site."""
    return replace(
        site,
        area=area.slug,
        siteurl=(area.site or site.siteurl).rstrip("/"),
        sitename=area.title,
        tagline=area.summary,
        contact_email=area.contact_email or site.contact_email,
    )


def _with_those_before(area: Area, reading: Reading, moment: datetime) -> tuple[Area, ...]:
    """Give an area, and the councils that have ended in whose place it stands."""
    over = [found for found in reading.documents if isinstance(found, Area) and found.ended(moment)]
    own = {area.slug: area}
    while found := [one for one in over if one.slug not in own and not own.keys().isdisjoint(one.successors)]:
        own |= {one.slug: one for one in found}
    return tuple(own.values())


def _is_for(document: Document, area: Area) -> bool:
    match document:
        case Area():
            return document.slug == area.slug
        case Offer():
            here = Place(area.slug, area.nation)
            return Terms.of(document).answer(Applicant(here, here)) is not Answer.NO
        case Page(page_kind=PageKind.HOME):
            return False
        case Newsletter():
            return True
    return not (places := areas_of(document)) or area.slug in places
