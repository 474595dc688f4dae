"""What search engines are told of an offer: a job, a grant, a public service, or an offer, as schema.org has them."""

from __future__ import annotations

from typing import Any

from plugins.model import Area, Offer
from plugins.model.offer_terms import OfferKind
from plugins.view.grammar import begun, listed
from plugins.view.viewpoint import Viewpoint

_SERVICES = frozenset({OfferKind.ENTITLEMENT, OfferKind.LOCAL_OFFER, OfferKind.ADVICE})
_JOBS = frozenset({OfferKind.JOB, OfferKind.APPRENTICESHIP})
_GRANTS = frozenset({OfferKind.GRANT, OfferKind.BURSARY})


def offer_data(offer: Offer, here: Viewpoint) -> dict[str, Any]:
    """Give an offer as the type of schema.org that fits it."""
    provider = here.shelf.providers.get(offer.provider)
    by = {"@type": "Organization", "name": provider.name if provider else here.site.publisher}
    if provider and provider.web:
        by["sameAs"] = provider.web
    if offer.offer_kind in _JOBS:
        return _job(offer, by)
    if offer.offer_kind in _GRANTS:
        return _grant(offer, by)
    return _service(offer, by, here) if offer.offer_kind in _SERVICES else _offer(offer, by, here)


def _job(offer: Offer, by: dict[str, str]) -> dict[str, Any]:
    """Give a job; where somebody works is told as finely as the offer tells it, which is its nations."""
    places = [
        {"@type": "Place", "address": {"@type": "PostalAddress", "addressCountry": "GB", "addressRegion": nation.label}}
        for nation in offer.nations
    ]
    found: dict[str, Any] = {
        "@type": "JobPosting",
        "title": offer.title,
        "hiringOrganization": by,
        "jobLocation": places if len(places) > 1 else places[0],
        "qualifications": _audience(offer),
        "directApply": False,
    }
    if offer.date:
        found["datePosted"] = offer.date.isoformat()
    if offer.offer_kind is OfferKind.APPRENTICESHIP:
        found["employmentType"] = "OTHER"
    return found | _until(offer)


def _grant(offer: Offer, by: dict[str, str]) -> dict[str, Any]:
    amount: dict[str, Any] = {"@type": "MonetaryAmount", "currency": "GBP"}
    amount |= {"minValue": offer.value_from} if offer.value_from is not None else {}
    amount |= {"maxValue": offer.value_to} if offer.value_to is not None else {}
    return {"@type": "MonetaryGrant", "funder": by, **({"amount": amount} if len(amount) > 2 else {})}  # noqa: PLR2004 - more than its type


def _service(offer: Offer, by: dict[str, str], here: Viewpoint) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "GovernmentService" if offer.offer_kind is not OfferKind.ADVICE else "Service",
        "provider": by,
        "areaServed": _places(offer, here),
        "audience": {"@type": "Audience", "audienceType": _audience(offer)},
        "serviceType": [category.label for category in offer.category],
        "offers": {"@type": "Offer", **_price(offer), **_until(offer)},
    }
    channel: dict[str, Any] = {"@type": "ServiceChannel"}
    if offer.link:
        channel["serviceUrl"] = offer.link
    if offer.contact_phone:
        channel["servicePhone"] = {"@type": "ContactPoint", "telephone": offer.contact_phone}
    if len(channel) > 1:
        found["availableChannel"] = channel
    return found


def _offer(offer: Offer, by: dict[str, str], here: Viewpoint) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "Offer",
        "offeredBy": by,
        "areaServed": _places(offer, here),
        "itemOffered": {"@type": "Service", "name": offer.title, "audience": _people(offer)},
        **_price(offer),
        **_until(offer),
    }
    if offer.valid_from:
        found["validFrom"] = offer.valid_from.isoformat()
    if offer.limited:
        found["availability"] = "https://schema.org/LimitedAvailability"
    return found


def _places(offer: Offer, here: Viewpoint) -> list[dict[str, str]]:
    """Name the places: areas where people must live, or whose care counts; else the nations."""
    found = (here.shelf.get(f"area:{slug}") for slug in (*offer.residence_areas, *offer.responsible_areas))
    areas = [entry.document.called for entry in found if entry and isinstance(entry.document, Area)]
    return [
        {"@type": "AdministrativeArea", "name": name} for name in areas or [nation.label for nation in offer.nations]
    ]


def _audience(offer: Offer) -> str:
    return f"{begun(listed(tuple(rule.label for rule in offer.care_rule), 'or'))}. {offer.age_note}"


def _people(offer: Offer) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "PeopleAudience", "audienceType": _audience(offer)}
    found |= {"suggestedMinAge": offer.age_from} if offer.age_from is not None else {}
    return found | ({"suggestedMaxAge": offer.age_to} if offer.age_to is not None else {})


def _price(offer: Offer) -> dict[str, str]:
    return {"price": "0", "priceCurrency": "GBP"} if offer.free else {}


def _until(offer: Offer) -> dict[str, str]:
    return {"validThrough": offer.valid_until.isoformat()} if offer.valid_until else {}
