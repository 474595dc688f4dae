"""A body's blocks turned into the parts that a template sees, from wherever they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from plugins.library import Entry
from plugins.model import Block, Channel, Document, Event, Offer, Story
from plugins.model import blocks as model
from plugins.model.document import over
from plugins.view import eligible, words
from plugins.view.adding import calendar_file
from plugins.view.cards import card, cards
from plugins.view.facts import Row, agenda, booking, event_rows
from plugins.view.films import player
from plugins.view.help import support_views
from plugins.view.parts import (
    AskView,
    BlockView,
    ButtonView,
    CardsView,
    ContactView,
    DividerView,
    EventView,
    FigureView,
    FilmView,
    GridView,
    HeadingView,
    HelpView,
    NumbersView,
    PairView,
    PanelView,
    PoemView,
    ProseView,
    QuoteView,
    RecipeView,
    RepliesView,
    StepsView,
    TellingView,
    TimelineView,
)
from plugins.view.passages import Passage, address, named, passage, quoted
from plugins.view.pictures import picture
from plugins.view.sections import standing
from plugins.view.viewpoint import Viewpoint

__all__ = [
    "AskView",
    "BlockView",
    "ButtonView",
    "CardsView",
    "ContactView",
    "DividerView",
    "EventView",
    "FigureView",
    "FilmView",
    "GridView",
    "HeadingView",
    "HelpView",
    "NumbersView",
    "PairView",
    "PanelView",
    "PoemView",
    "ProseView",
    "QuoteView",
    "RecipeView",
    "RepliesView",
    "StepsView",
    "TellingView",
    "TimelineView",
    "blocks",
]

NOTHING_YET = "Nothing here at the moment."

_Shown = BlockView | None


def blocks(document: Document, here: Viewpoint) -> tuple[BlockView, ...]:
    """Show a document's body from somewhere; what may not be seen there is left out."""
    return standing([(block, _one(block, here, document.id) if here.shows(block) else None) for block in document.body])


def _one(block: Block, here: Viewpoint, inside: str) -> _Shown:
    return _listing(block, here, inside) if isinstance(block, model.Listing) else view(block, here)


def view(block: Block, here: Viewpoint) -> _Shown:
    """Show one block; None where nothing of it may be seen. Raises KeyError for a class nobody can show."""
    return _VIEWS[type(block)](block, here)


def _figure(block: model.Figure, here: Viewpoint) -> _Shown:
    shown = picture(here, block.image, block.alt, block.credit)
    return FigureView(shown, passage(block.prose, here)) if shown else None


def _button(block: model.Button, here: Viewpoint) -> _Shown:
    href = address(block.link, here)
    return ButtonView(block.label, href, block.note or "", named(block.link, here)) if href else None


def _panel(block: model.Notice | model.InShort | model.Details, here: Viewpoint) -> _Shown:
    if isinstance(block, model.Notice) and over(block.until, here.today):
        return None
    return PanelView(block.name, block.title, passage(block.prose, here))


def _recipe(block: model.Recipe, here: Viewpoint) -> _Shown:
    facts = (("Serves", block.serves), ("Cost", block.cost), ("Time", block.time))
    rows = tuple(Row(label, text) for label, text in facts if text)
    ingredients, steps = (_items(items, here) for items in block.lists)
    return RecipeView(block.title, rows, ingredients, steps)


def _film(block: model.Film, here: Viewpoint) -> _Shown:
    poster = picture(here, block.poster, block.poster_alt)
    if poster is None:
        return None
    words_at = block.transcript or ""
    transcript, body = address(words_at, here), passage(block.prose, here)
    return FilmView(
        title=block.title,
        href=block.link,
        length=block.length or "",
        poster=poster,
        transcript=transcript,
        body=body,
        document_id=named(words_at, here),
        size=block.size or "",
        player=player(block.link),
    )


def _ask(block: model.Ask, here: Viewpoint) -> _Shown:
    href, label = "", ""
    if block.link:
        href, label = block.link, "Answer on a form"
    elif block.email:
        href, label = f"mailto:{block.email}", f"Write to {block.email}"
    return AskView(block.question, href, label, passage(block.prose, here))


def _contact(block: model.Contact, here: Viewpoint) -> _Shown:
    rows = (
        Row("Email", block.email or "", f"mailto:{block.email}"),
        Row("Phone", block.phone or "", f"tel:{(block.phone or '').replace(' ', '')}"),
        Row("Form", "Write to us on a form" if block.link else "", block.link or ""),
        Row("Hours", block.hours or ""),
    )
    return ContactView(block.who, tuple(row for row in rows if row.text), passage(block.prose, here))


def _listing(block: model.Listing, here: Viewpoint, inside: str = "") -> _Shown:
    entries = here.lists.chosen(block, here.at, inside, all_of_them=block.kind == Offer.kind)
    found = tuple(islice((entry for entry in entries if _offered(entry, here)), block.count))
    return CardsView(cards(found, here), "" if found else NOTHING_YET)


def _reference(block: model.Reference, here: Viewpoint) -> _Shown:
    entry = here.shelf.get(f"{block.kind}:{block.slug}")
    if entry is None or not _offered(entry, here):
        return None
    match entry.document:
        case Story(pull_quote=str(said)) as story if block.show is model.Show.QUOTE:
            return QuoteView(quoted(said), words.story_by(story), "", here.href(entry), story.title, entry.id)
        case Event() as event if block.show is model.Show.FULL:
            return EventView(
                card=card(entry, here),
                rows=event_rows(event, here),
                agenda=agenda(event),
                booking=booking(event, here.today),
                calendar=calendar_file(event, here),
            )
        case Story() as story if block.show is model.Show.FULL and not story.content_note:
            return TellingView(card(entry, here), tuple(passage(prose, here.inside(entry)) for prose in story.prose()))
    return CardsView((card(entry, here),))


def _offered(entry: Entry, here: Viewpoint) -> bool:
    """Say whether something may be put before these readers: in an email, no offer that is over or not for them."""
    if here.channel is not Channel.EMAIL or not isinstance(entry.document, Offer):
        return True
    return not entry.document.ended(here.today) and eligible.open_to_area(entry.document, here.readers.area, here.shelf)


def _items(items: tuple[model.Prose, ...], here: Viewpoint) -> tuple[Passage, ...]:
    return tuple(passage(item, here) for item in items)


def _pairs(pairs: tuple[model.Pair, ...], here: Viewpoint) -> tuple[PairView, ...]:
    return tuple(PairView(passage(pair.term, here), passage(pair.detail, here)) for pair in pairs)


_VIEWS: dict[type[Block], Callable[[Any, Viewpoint], _Shown]] = {
    model.Running: lambda block, here: ProseView(passage(block.prose, here)),
    model.Heading: lambda block, _: HeadingView(block.level, block.text, block.anchor),
    model.Divider: lambda *_: DividerView(),
    model.Figure: _figure,
    model.Quote: lambda block, here: QuoteView(passage(block.prose, here), block.by or "", block.organisation or ""),
    model.Button: _button,
    model.Notice: _panel,
    model.InShort: _panel,
    model.Details: _panel,
    model.Steps: lambda block, here: StepsView(block.title or "", _items(block.items, here)),
    model.Grid: lambda block, here: GridView(block.title or "", _items(block.items, here)),
    model.Numbers: lambda block, here: NumbersView(block.title or "", block.source or "", _pairs(block.pairs, here)),
    model.YouSaidWeDid: lambda block, here: RepliesView(_pairs(block.pairs, here)),
    model.Timeline: lambda block, here: TimelineView(_pairs(block.pairs, here)),
    model.Cohorts: lambda block, here: TimelineView(_pairs(block.pairs, here)),
    model.Recipe: _recipe,
    model.Poem: lambda block, _: PoemView(block.title or "", block.by or "", block.verses),
    model.Film: _film,
    model.Ask: _ask,
    model.Contact: _contact,
    model.GetHelp: lambda block, here: HelpView(
        block.title, support_views(block.supports, here), passage(block.prose, here)
    ),
    model.Listing: _listing,
    model.Reference: _reference,
}
"""How each class of block is shown."""
