"""Whether a young person could be found: their age, papers, home, phone, mailbox (SG-14, SG-18)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.model import Document, Level, Problem
from plugins.model.person import Person
from plugins.safeguarding.help_lines import digits
from plugins.safeguarding.shapes import Shape, sought
from plugins.safeguarding.texts import problem, said, young

_TENS = "twenty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
_AGE = rf"(?:1[0-9]|2[0-9]|ten|eleven|twelve|thirteen|(?:four|fif|six|seven|eigh|nine)teen|{_TENS})"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})"
)
_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way|Court|Crescent|Terrace|Place|Gardens|Grove|Hill|Walk|Mews"
    r"|Square|Row|Green|Rise|View|House)"
)
EXACT_AGE = sought(
    rf"\baged? {_AGE}(?! ?(?:-|to|and|or|–) ?\d)\b(?!-)|\b{_AGE}[- ]years?[- ]old\b"
    rf"|\b(?:I am|I'm|(?:[Ss]?[Hh]e|[Tt]hey)(?: is| are|'s|'re)) {_AGE}(?=[.,;!?)]|\s*$| and\b| now\b| years old\b)",
    re.MULTILINE,
)
"""An age to the year, as it is today."""


@dataclass(frozen=True, slots=True)
class _Trace:
    """One kind of thing that leads to a person: how it looks, what it is called, what to write instead."""

    shape: Shape
    called: str
    instead: str
    meant: Callable[[str], bool] | None = None
    """Tells whether what looks so is one: where there is none, it always is."""


def _sum_fits(shown: str) -> bool:
    """Say whether ten digits are an NHS number: the last is the check digit of the others, modulo 11."""
    figures = [int(digit) for digit in digits(shown)]
    rest = sum(figure * weight for figure, weight in zip(figures, range(10, 1, -1), strict=False)) % 11
    return (11 - rest) % 11 == figures[9]


_TEAM = "Take it out. Readers can reach the team instead: [write to the team](page:contact)."
TRACES = (
    _Trace(EXACT_AGE, "an exact age", "Use age_band, and in the text “when I was a teenager”."),
    _Trace(
        sought(
            r"\b(?:[Bb]orn (?:on )?|[Dd]ate of birth|D\.?O\.?B\.?|[Bb]irthday (?:is|on|was)(?: on)?)"
            rf"\W{{0,3}}(?:the )?{_DAY}"
        ),
        "a date of birth",
        "Take it out; age_band is enough.",
    ),
    _Trace(
        sought(r"\b(?:NHS|CHI)(?: number)?\W{1,3}(?:is )?\d{3}[ -]?\d{3}[ -]?\d{4}\b"),
        "an NHS number",
        "Take it out.",
    ),
    _Trace(sought(r"(?<![\d+])[4-9]\d{2}[ -]?\d{3}[ -]?\d{4}(?!\d)"), "an NHS number", "Take it out.", _sum_fits),
    _Trace(
        sought(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"),
        "a National Insurance number",
        "Take it out.",
    ),
    _Trace(
        sought(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b|\b[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}\b"),
        "a full postcode",
        "Take it out; location_shown says what may be told.",
    ),
    _Trace(
        sought(rf"\b(?:[Ff]lat )?\d{{1,4}}[a-z]?,? (?:[A-Z][\w']+ ){{1,3}}{_STREET}\b"),
        "a home address",
        "Take it out; location_shown says what may be told.",
    ),
    _Trace(
        sought(r"(?<!\w)(?:\+44|0044|0)[ ()-]{0,2}(?:0\)? ?)?7(?:[ -]?\d){9}(?!\d)"),
        "a personal mobile number",
        _TEAM,
    ),
    _Trace(
        sought(
            r"[\w.+-]+@(?:gmail|googlemail|outlook|hotmail|live|msn|icloud|me|mac|yahoo|ymail|aol|proton|protonmail|gmx|btinternet"
            r"|sky|virginmedia|talktalk)\.(?:com|co\.uk|net|me|uk|org)\b",
            re.IGNORECASE,
        ),
        "a personal mailbox",
        _TEAM,
    ),
)
_MAILBOX = sought(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = sought(r"(?<![\w/-])(?:\+|0)\d(?:[ ()-]{0,2}\d){8,11}(?![\w/])")
_HANDLE = sought(
    r"(?<![\w.])@[a-z]\w{2,}|\b(?:instagram|tiktok|snapchat|facebook|twitter|x|threads|linkedin)\.com/[\w@./-]+",
    re.IGNORECASE,
)


def contact_problems(document: Document) -> Iterator[Problem]:
    """Give the first trace of each kind in a young person's text."""
    seen = set()
    for trace in TRACES:
        for match, piece in said(document).all(trace.shape):
            if trace.called not in seen and (trace.meant is None or trace.meant(match[0])):
                seen.add(trace.called)
                message = f"This looks like {trace.called} (“{match[0]}”), and strangers read this too."
                yield problem(document, piece, "P04", (message, trace.instead), Level.ERROR)


def contacts_of(document: Document) -> frozenset[str]:
    """Give every mailbox and number of a document that is no young person's, for they are the team's."""
    if young(document):
        return frozenset()
    text = said(document)
    mailboxes = {match[0].casefold() for match, _ in text.all(_MAILBOX)}
    return frozenset(mailboxes | {digits(match[0]) for match, _ in text.all(_PHONE)})


def rep_problems(document: Document, team: frozenset[str]) -> Iterator[Problem]:
    """Give each mailbox, number and account on a rep's page that is not the team's."""
    if not isinstance(document, Person):
        return
    seen = set()
    for shape, called in ((_MAILBOX, "mailbox"), (_PHONE, "number"), (_HANDLE, "account")):
        for match, piece in said(document).all(shape):
            shown = match[0]
            if piece.field == "contact_email" or shown in seen or any(trace.shape.search(shown) for trace in TRACES):
                continue
            if {shown.casefold(), digits(shown)} & team:
                continue
            seen.add(shown)
            message = (
                f"A young person’s page carries no contact details, and this {called} is not the team’s ({shown})."
            )
            yield problem(document, piece, "P04", (message, _TEAM), Level.ERROR)
