"""Whether a domain says what to do with mail that only pretends to be its own (DMARC, RFC 7489)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.delivery.advice import Advice, look, mend, well
from plugins.delivery.names import Names

WHAT = "DMARC"
POLICIES = frozenset({"none", "quarantine", "reject"})
FREE = frozenset(
    {"gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.uk", "outlook.com", "hotmail.com", "hotmail.co.uk"}
    | {"live.co.uk", "aol.com", "icloud.com", "btinternet.com", "gmx.com", "proton.me"}
)
"""Domains of mailboxes for everybody: they let nobody else send for them."""


def dmarc(domain: str, names: Names) -> Iterator[Advice]:
    """Look at a domain's record, or at that of a domain above it. Raises Unanswered."""
    if domain in FREE:
        fix = "Send from an address of your own domain: from in the issue, or CONTACT_EMAIL in pelicanconf.py."
        yield mend(WHAT, f"{domain} lets nobody else send for it, so receivers will refuse your mail.", fix)
        return
    place, records = _found(domain, names)
    if not records:
        fix = f"Add a TXT record to _dmarc.{domain}: v=DMARC1; p=none; rua=mailto:(an address that somebody reads)"
        yield mend(WHAT, f"{domain} has none. Gmail, Yahoo and Outlook ask for it.", fix)
        return
    if len(records) > 1:
        yield mend(WHAT, f"{place} has {len(records)} records, so none counts.", "Keep one.")
        return
    faults = list(_faults(_tags(records[0]), place))
    yield from faults or [well(WHAT, f"{place} says what to do with mail that pretends.")]


def _faults(tags: dict[str, str], place: str) -> Iterator[Advice]:
    policy = tags.get("p", "").lower()
    if policy not in POLICIES:
        yield mend(WHAT, f"{place} has no policy.", "Write p=none, and later p=quarantine.")
    elif policy == "none":
        fix = "Once its reports show only your own mail, write p=quarantine."
        yield look(WHAT, "It asks receivers only to watch: enough for them, little against others.", fix)
    if not tags.get("rua"):
        yield look(WHAT, "Nobody gets its reports.", "Add rua=mailto:(an address that somebody reads).")


def _found(domain: str, names: Names) -> tuple[str, list[str]]:
    labels = domain.split(".")
    for start in range(len(labels) - 1):
        place = "_dmarc." + ".".join(labels[start:])
        records = [text for text in names.texts(place) if text.lower().replace(" ", "").startswith("v=dmarc1")]
        if records:
            return place, records
    return "", []


def _tags(record: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in record.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}
