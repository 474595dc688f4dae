"""What the passing of time makes wrong: checks grown old, reviews due, a yes run out, dates gone by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from plugins.model import Area, Document, Event, Fact, Level, Newsletter, Offer, Problem, SupportLine
from plugins.model.blocks import Button, Notice, Reference
from plugins.model.clock import day_in_words, end_of
from plugins.model.consent import Consent, ConsentStatus
from plugins.model.document import over, unchecked_for
from plugins.model.taxonomy import Status

SHORT_NOTICE = timedelta(days=7)
"""An offer with less time than this is over before most readers have opened the email."""
NOTICE = timedelta(days=30)
"""So long before a day its approach is announced, and so long after it patience ends."""


def deadline_problems(document: Document, by_id: Mapping[str, Document], as_of: datetime) -> Iterator[Problem]:
    """Give warnings, and what is overdue where a thing has gone unchecked for too long, at one instant."""
    inherited = document.original.agreed if document.original else None
    if document.agreed and document.agreed is not inherited and document.status is Status.READY:
        yield from _consent(document, document.agreed, as_of)
    if document.live(as_of):
        yield from _checked(document, as_of)
        yield from _notices(document, as_of)
    if isinstance(document, Newsletter) and document.live(as_of):
        yield from _sent_after(document, by_id, as_of)
    if isinstance(document, Offer) and document.live(as_of) and not document.ended(as_of):
        yield from _councils(document, by_id)


def unchecked(records: Iterable[SupportLine | Fact], as_of: datetime) -> Iterator[Problem]:
    """Give a warning for each record that nobody has looked at for long."""
    for record in records:
        if unchecked_for(6, record.last_checked, as_of):
            yield Problem(
                path=f"data/{record.file}",
                line=0,
                field=f"{record.id}.last_checked",
                code="O02",
                level=Level.WARNING,
                message=f"Nobody has checked this {record.label} since {record.last_checked}.",
                fix="Check it, then change last_checked.",
            )


def _at(document: Document, field: str, level: Level, said: tuple[str, str, str], line: int = 0) -> Problem:
    code, message, fix = said
    return Problem(
        path=document.path,
        line=line or document.lines.get(field, 1),
        field=field,
        code=code,
        level=level,
        message=message,
        fix=fix,
    )


def _late(document: Document) -> Level:
    """Give the weight of what time has made wrong; nobody is to keep samples up to date."""
    return Level.WARNING if document.example else Level.OVERDUE


def _consent(document: Document, consent: Consent, as_of: datetime) -> Iterator[Problem]:
    if consent.status is not ConsentStatus.ACTIVE:
        return
    if consent.given > as_of.date():
        message = f"The yes begins on {day_in_words(consent.given)}, and nothing is shown before."
        fix = "If they have said yes already, write the day on the signed form."
        yield _at(document, "consent.given", Level.WARNING, ("C01", message, fix))
    elif as_of >= end_of(consent.expires):
        message = f"The yes for this ended on {day_in_words(consent.expires)}. It has been taken off the site."
        fix = "To bring it back, ask the person again. Else set status: withdrawn and delete the words."
        yield _at(document, "consent.expires", _late(document), ("C02", message, fix))
    else:
        yield from _due(document, consent, as_of)


def _due(document: Document, consent: Consent, as_of: datetime) -> Iterator[Problem]:
    review = end_of(consent.review_by)
    if as_of >= review - NOTICE:
        overdue = as_of >= review + NOTICE
        message = f"Time to check in: the review date for {consent.ref} is {day_in_words(consent.review_by)}."
        fix = "Ask the person whether their yes still stands, then write the new dates."
        if overdue:
            fix += " Until then, set the consent's status: paused."
        yield _at(document, "consent.review_by", _late(document) if overdue else Level.WARNING, ("C04", message, fix))
    if as_of >= end_of(consent.expires) - NOTICE:
        message = f"The yes for this ends on {day_in_words(consent.expires)}, and it will disappear by itself."
        said = ("C02", message, "Ask the person again if it should stay.")
        yield _at(document, "consent.expires", Level.WARNING, said)


def _checked(document: Document, as_of: datetime) -> Iterator[Problem]:
    if unchecked_for(12, document.last_checked, as_of):
        message = f"Nobody has checked this since {document.last_checked}, more than a year ago."
        said = ("O02", message, "Check it and change last_checked, or set status: draft.")
        yield _at(document, "last_checked", _late(document), said)
    elif unchecked_for(6, document.last_checked, as_of):
        message = f"Nobody has checked this since {document.last_checked}."
        said = ("O02", message, "Check the link, then change last_checked.")
        yield _at(document, "last_checked", Level.WARNING, said)


def _notices(document: Document, as_of: datetime) -> Iterator[Problem]:
    for block in document.body:
        if isinstance(block, Notice) and over(block.review, as_of) and not over(block.until, as_of):
            message = f"This notice was to be reviewed by {block.review}."
            said = ("O02", message, "Check that it is still true, then change review.")
            yield _at(document, "", Level.WARNING, said, block.line)


def _sent_after(issue: Newsletter, by_id: Mapping[str, Document], as_of: datetime) -> Iterator[Problem]:
    """Give what an issue leads to that will be over, or nearly, when its readers get it."""
    if issue.send_on <= as_of:
        return
    for block in issue.body:
        name = f"{block.kind}:{block.slug}" if isinstance(block, Reference) else getattr(block, "link", "")
        found = by_id.get(name) if isinstance(block, (Reference, Button)) else None
        if isinstance(found, (Event, Offer)):
            for said in _too_late(found, issue.send_on):
                yield _at(issue, "", Level.WARNING, said, block.line)


def _too_late(found: Event | Offer, sent: datetime) -> Iterator[tuple[str, str, str]]:
    name, day = f"The {found.kind} “{found.slug}”", day_in_words(sent)
    last = found.booking_deadline if isinstance(found, Event) else found.valid_until
    if found.ended(sent):
        message = f"{name} will be over when the email goes out on {day}."
        yield "N02", message, "Take it out, or point to its write-up."
    elif isinstance(found, Event) and over(last, sent):
        message = f"Nobody can book {name[0].lower()}{name[1:]} any more when the email goes out on {day}."
        yield "N02", message, "Send the email sooner, or ask whether people may still book."
    elif isinstance(found, Offer) and last and end_of(last) - sent < SHORT_NOTICE:
        message = f"{name} ends on {day_in_words(last)}, within a week after the email goes out."
        yield "N02", message, "Send the email sooner, or say the last day where readers see it first."


def _councils(offer: Offer, by_id: Mapping[str, Document]) -> Iterator[Problem]:
    for field in ("areas", "responsible_areas", "residence_areas"):
        for slug in getattr(offer, field):
            area = by_id.get(f"area:{slug}")
            if isinstance(area, Area) and area.ends and (offer.valid_until is None or offer.valid_until > area.ends):
                message = f"{area.title} ends on {day_in_words(area.ends)}. This offer runs longer."
                fix = f"Which new council is it? {', '.join(area.successors)}".strip()
                yield _at(offer, field, Level.WARNING, ("O05", message, fix))
