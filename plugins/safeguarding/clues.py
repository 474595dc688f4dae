"""How many small facts stand together that could name somebody, as pieces make a puzzle (SG-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.model import Area, Document, Level, Problem, Story
from plugins.model.picture import DRAWN
from plugins.model.story import Place
from plugins.safeguarding.contacts import EXACT_AGE
from plugins.safeguarding.places import area_names
from plugins.safeguarding.shapes import Shape, sought
from plugins.safeguarding.texts import Said, problem, sentences

FEW = 4
"""From so many pieces on, an editor is told."""
MANY = 6
"""From so many on, a second person must agree."""

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_SECTOR = (
    r"(?:nurse|midwife|paramedic|chef|baker|barber|hairdresser|plumber|electrician|joiner|carpenter|mechanic|bricklayer"
    r"|painter|teacher|teaching assistant|youth worker|social worker|solicitor|barrister|lawyer|accountant|soldier"
    r"|sailor|firefighter|police officer|gardener|footballer|dancer|actor|musician|DJ|model|driver|postman|pilot"
    r"|engineer|security guard|carer|receptionist|lifeguard|vet|vet nurse|farmer|fisherman|tattooist|jockey|councillor)"
)


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of the puzzle: what it is called, how it looks in a text, and how to blur it."""

    called: str
    shape: Shape
    blur: str


CLUES = (
    Clue("an exact age", EXACT_AGE, "an age band"),
    Clue(
        "a college or school",
        sought(
            r"\b[A-Z][\w'-]+ (?:Sixth Form |Community |High |Primary |City )?(?:College|School|Academy|University)\b"
            r"|\bUniversity of [A-Z]\w+"
        ),
        "“a college in the North West”",
    ),
    Clue(
        "an employer",
        sought(
            r"\b(?:work|works|worked|working|job|shifts?|apprentice|apprenticeship|placement|trainee) "
            rf"(?:at|for|with|in) (?:the )?(?!{_MONTH})[A-Z][\w'&]+"
        ),
        "“a shop”, “a big firm”",
    ),
    Clue(
        "brothers and sisters",
        sought(
            rf"\btwins?\b(?! (?:bed|beds|room|rooms|tub))|\b{_NUMBER} (?:\w+ )?(?:brothers|sisters|siblings)\b"
            rf"|\b(?:oldest|eldest|youngest|one) of {_NUMBER}\b(?! (?:us|the|our|my|people|ways|things))",
            re.IGNORECASE,
        ),
        "“brothers and sisters”",
    ),
    Clue(
        "the month of a move",
        sought(
            r"\b(?:[Mm]ov(?:e|ed|ing)|[Gg]ot (?:my|the) keys|[Ll]eft care|[Cc]ame to (?:the UK|England|Scotland))"
            rf"\b[^.!?]{{0,40}}\b(?:in|on|of|last|since) (?:the )?(?:\d+(?:st|nd|rd|th)? (?:of )?)?{_MONTH}\b"
            rf"|\b[Ii]n {_MONTH}(?: \d{{4}})?,? I (?:moved|got my keys|left care|came)\b"
        ),
        "“in spring”",
    ),
    Clue(
        "a health condition",
        sought(
            r"\b(?:epilep\w+|diabet\w+|cystic fibrosis|sickle cell|cerebral palsy|autis\w+|adhd|dyslexi\w+|dyspraxi\w+"
            r"|bipolar|schizophreni\w+|psychosis|wheelchair|cancer|leukaemia|lupus|crohn'?s|hiv|ptsd|eupd|bpd"
            r"|fetal alcohol\w*|tourette'?s?"
            r"|deaf|blind(?! (?:date|spot|eye))|stammer|asthma|kidney (?:disease|failure)|heart condition)\b",
            re.IGNORECASE,
        ),
        "“my health”",
    ),
    Clue(
        "a job",
        sought(
            r"\b(?:I am|I'm|I was|I became|I work as|I worked as|I trained as|training as|trained to be|training to be"
            rf"|job as) (?:now )?an? (?:\w+ )?{_SECTOR}\b"
        ),
        "“a job I like”",
    ),
    Clue(
        "something rare",
        sought(
            r"\b(?:on (?:TV|television|the news|the radio)|in the (?:local )?(?:paper|newspaper|papers)"
            r"|won (?:a|an|the) [\w ]{0,30}(?:award|medal|prize|competition|championship)"
            r"|(?:met|shook hands with) (?:the )?(?:King|Queen|Prince|Princess|Prime Minister)|went viral)\b"
        ),
        "“something I am proud of”",
    ),
    Clue(
        "a project",
        sought(r"\b(?!(?:Local|The|Our|My|Your|This|That|Each|Every|A|Any|One) )[A-Z][\w-]+ House Project\b"),
        "“my House Project”",
    ),
)


def clue_problems(document: Document, areas: Sequence[Area]) -> Iterator[Problem]:
    """Give the pieces of a story that name somebody together, with a way to blur each."""
    if not isinstance(document, Story) or document.second_check:
        return
    found = dict(_clues(document, areas))
    if len(found) >= FEW:
        message = f"{len(found)} details together could show who this is: {', '.join(c.called for c in found)}."
        fix = "Blur some of them: " + "; ".join(f"for {clue.called}, {clue.blur}" for clue in found) + "."
        level = Level.WARNING
        if len(found) >= MANY:
            level = Level.ERROR
            fix += "\nOr a second person agrees to them all: second_check: safeguarding lead."
        yield problem(document, next((piece for piece in found.values() if piece), None), "P01", (message, fix), level)


def _clues(story: Story, areas: Sequence[Area]) -> Iterator[tuple[Clue, Said | None]]:
    text = sentences(story)
    projects = "|".join(re.escape(name) for area in areas for name in area_names(area) if name in text.whole)
    for clue in CLUES:
        hit = text.first(clue.shape)
        if not hit and projects and clue.called == "a project":
            hit = text.first(Shape(rf"\b(?:{projects})\b"))
        if hit:
            yield clue, hit[1]
    if story.location_shown is Place.AREA:
        yield Clue("their area", EXACT_AGE, "location_shown: region"), None
    if _photo(story):
        yield Clue("a photo", EXACT_AGE, "hands, a back or a drawing"), None


def _photo(story: Story) -> bool:
    shown = [
        story.image_consent if story.image else None,
        *(getattr(block, "image_consent", None) for block in story.body),
    ]
    return any(consent not in {None, DRAWN, "stock"} for consent in shown)
