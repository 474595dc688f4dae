"""The parts of a body as a template sees them: one class for each component, every link and date decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from plugins.view.cards import Card
from plugins.view.facts import AgendaRow, Row
from plugins.view.help import SupportView
from plugins.view.passages import Passage
from plugins.view.pictures import PictureView


@dataclass(frozen=True, slots=True)
class BlockView:
    """One part of a body; ``component`` names the folder of the theme that draws it."""

    component: ClassVar[str]


@dataclass(frozen=True, slots=True)
class ProseView(BlockView):
    """Running text."""

    component = "prose"
    body: Passage


@dataclass(frozen=True, slots=True)
class HeadingView(BlockView):
    """A heading of the body, of level 2 or 3."""

    component = "heading"
    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class DividerView(BlockView):
    """A line between two parts."""

    component = "divider"


@dataclass(frozen=True, slots=True)
class FigureView(BlockView):
    """A picture with its caption."""

    component = "figure"
    picture: PictureView
    caption: Passage


@dataclass(frozen=True, slots=True)
class QuoteView(BlockView):
    """What somebody said; ``href`` leads to the story it is from, where there is one."""

    component = "quote"
    said: Passage
    by: str
    organisation: str = ""
    href: str = ""
    source: str = ""
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class ButtonView(BlockView):
    """One thing to do next."""

    component = "button"
    label: str
    href: str
    note: str = ""
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class PanelView(BlockView):
    """Text in a box: ``tone`` is notice, in-short or details."""

    component = "panel"
    tone: str
    title: str
    body: Passage


@dataclass(frozen=True, slots=True)
class StepsView(BlockView):
    """What to do, in order."""

    component = "steps"
    title: str
    items: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class GridView(BlockView):
    """Several things of the same weight, numbered."""

    component = "grid"
    title: str
    items: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """A short text and what belongs to it."""

    term: Passage
    detail: Passage


@dataclass(frozen=True, slots=True)
class NumbersView(BlockView):
    """Figures that matter, each (``term``) with what it counts (``detail``)."""

    component = "numbers"
    title: str
    source: str
    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True)
class RepliesView(BlockView):
    """What young people said (``term``), and what changed (``detail``)."""

    component = "replies"
    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True)
class TimelineView(BlockView):
    """What happened (``detail``) when (``term``); also who took part by phase."""

    component = "timeline"
    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True)
class RecipeView(BlockView):
    """Something to cook."""

    component = "recipe"
    title: str
    rows: tuple[Row, ...]
    ingredients: tuple[Passage, ...]
    steps: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PoemView(BlockView):
    """A poem, its lines and verses kept."""

    component = "poem"
    title: str
    by: str
    verses: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FilmView(BlockView):
    """A film as a picture and a link out."""

    component = "film"
    title: str
    href: str
    length: str
    poster: PictureView
    transcript: str
    body: Passage
    document_id: str = ""
    size: str = ""
    """How much data it takes."""
    player: str = ""
    """Where it plays without a cookie; nothing where only its own page shows it."""


@dataclass(frozen=True, slots=True)
class AskView(BlockView):
    """One question to readers, and how to answer: ``href`` is a form or an address to write to."""

    component = "ask"
    question: str
    href: str
    label: str
    body: Passage


@dataclass(frozen=True, slots=True)
class ContactView(BlockView):
    """How to reach a role."""

    component = "contact"
    who: str
    rows: tuple[Row, ...]
    body: Passage


@dataclass(frozen=True, slots=True)
class HelpView(BlockView):
    """Lines of support."""

    component = "help"
    title: str
    lines: tuple[SupportView, ...]
    body: Passage


@dataclass(frozen=True, slots=True)
class CardsView(BlockView):
    """Other documents as cards; with none, ``empty`` says so."""

    component = "cards"
    cards: tuple[Card, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class EventView(BlockView):
    """An event with its facts and its programme."""

    component = "event"
    card: Card
    rows: tuple[Row, ...]
    agenda: tuple[AgendaRow, ...]
    booking: str
    calendar: str


@dataclass(frozen=True, slots=True)
class TellingView(BlockView):
    """A story told in full inside another document."""

    component = "telling"
    card: Card
    body: tuple[Passage, ...]
