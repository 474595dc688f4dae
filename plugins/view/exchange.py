"""The offers as other services read them: Open Referral UK 3.0, a profile of the Human Services Data Specification.

https://open-referral-uk-profile.readthedocs.io/ has it; tests/rooms/open_referral_uk.json has its fields.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import Any

from plugins.model import Area, Offer
from plugins.model.clock import start_of
from plugins.view import eligible, words
from plugins.view.grammar import labelled
from plugins.view.viewpoint import Viewpoint

PATH = "offers.json"
_TAXONOMY = "Offer categories"


@dataclass(frozen=True, slots=True)
class Exchange:
    """The file's text, and the documents that are in it."""

    written: str
    document_ids: tuple[str, ...]


def exchange(here: Viewpoint) -> Exchange:
    """Write every offer that can be had now, on one page of services (the API's paginated answer)."""
    claims = eligible.claims(here.shelf)
    services = [_service(claim, here) for claim in claims]
    count = len(services)
    page = {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "contents": services,
    }
    written = json.dumps(page, ensure_ascii=False, indent=1)
    return Exchange(f"{written}\n", tuple(claim.entry.id for claim in claims))


def _id(here: Viewpoint, *parts: str) -> str:
    """Name a thing for ever by a UUID of its address (RFC 9562, section 5.5)."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join((here.site.siteurl, "exchange", *parts))))


def _service(claim: eligible.Claim, here: Viewpoint) -> dict[str, Any]:
    offer, name = claim.offer, _id(here, "service", claim.offer.slug)
    organisation = _organisation(offer.provider, here)
    found: dict[str, Any] = {
        "id": name,
        "organization_id": organisation["id"],
        "name": offer.title,
        "description": _described(offer, here),
        "url": here.links.whole(claim.entry.url),
        "email": offer.contact_email,
        "status": "active",
        "fees": offer.cost,
        "minimum_age": offer.age_from,
        "maximum_age": offer.age_to,
        "assured_date": offer.last_checked.isoformat() if offer.last_checked else None,
        "alert": f"Ends on {offer.valid_until.isoformat()}" if offer.valid_until else offer.limited,
        "last_modified": start_of(offer.last_changed).isoformat() if offer.last_changed else None,
        "organization": organisation,
        "service_areas": _areas(offer, name, here),
        "cost_options": [_cost(offer, name, here)],
        "contacts": _contacts(offer, name, here),
        "attributes": _attributes(offer, name, here),
    }
    return _told(found)


def _organisation(slug: str, here: Viewpoint) -> dict[str, Any]:
    provider = here.shelf.providers.get(slug)
    return _told(
        {
            "id": _id(here, "organization", slug),
            "name": provider.name if provider else here.site.publisher,
            "description": provider.about if provider else here.site.tagline,
            "email": provider.email if provider else None,
            "website": provider.web if provider else None,
        }
    )


def _described(offer: Offer, here: Viewpoint) -> str:
    """Say in words what the profile has no field for: who counts, what proof, how to claim."""
    care = "; ".join(rule.label for rule in offer.care_rule)
    proof = labelled((item.label for item in offer.evidence), "or")
    lines = [
        offer.summary,
        f"Who: {words.offer_where(offer, here.shelf)}. Age: {offer.age_note}. Time in care: {care}.",
        f"Worth: {offer.value}. Proof: {proof}.",
        "How to claim: " + " ".join(f"{number}. {step}" for number, step in enumerate(offer.how_to_claim, 1)),
    ]
    return "\n\n".join(lines)


def _areas(offer: Offer, service: str, here: Viewpoint) -> list[dict[str, Any]]:
    """Give where people must live; where it is the council's care that counts, all of its nations."""
    found = []
    for slug in offer.residence_areas:
        entry = here.shelf.get(f"area:{slug}")
        area = entry.document if entry else None
        if isinstance(area, Area):
            codes = ", ".join(area.authorities)
            found.append((slug, area.called, codes, "GSS code" if codes else ""))
    if not found:
        found = [(str(nation), nation.label, "", "") for nation in offer.nations]
    return [
        _told(
            {
                "id": _id(here, "service_area", offer.slug, slug),
                "service_id": service,
                "name": name,
                "service_area": name,
                "extent": codes or None,
                "extent_type": kind or None,
            }
        )
        for slug, name, codes, kind in found
    ]


def _cost(offer: Offer, service: str, here: Viewpoint) -> dict[str, Any]:
    return _told(
        {
            "id": _id(here, "cost_option", offer.slug),
            "service_id": service,
            "valid_from": offer.valid_from.isoformat() if offer.valid_from else None,
            "valid_to": offer.valid_until.isoformat() if offer.valid_until else None,
            "amount": 0 if offer.free else None,
            "amount_description": offer.cost,
        }
    )


def _contacts(offer: Offer, service: str, here: Viewpoint) -> list[dict[str, Any]]:
    """Give the team to ask; never a person."""
    if not offer.contact_phone:
        return []
    name = _id(here, "contact", offer.slug)
    phone = {"id": _id(here, "phone", offer.slug), "contact_id": name, "number": offer.contact_phone}
    return [{"id": name, "service_id": service, "title": "Team", "phones": [phone]}]


def _attributes(offer: Offer, service: str, here: Viewpoint) -> list[dict[str, Any]]:
    found = []
    for category in offer.category:
        term = {
            "id": _id(here, "taxonomy_term", category),
            "name": category.label,
            "description": f"{_TAXONOMY}: {category.label}",
            "taxonomy": _TAXONOMY,
            "term": category.label,
        }
        found.append(
            {
                "id": _id(here, "attribute", offer.slug, category),
                "link_id": service,
                "link_entity": "service",
                "taxonomy_term_id": term["id"],
                "taxonomy_term": term,
            }
        )
    return found


def _told(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value not in (None, [], "")}
