"""What a storyteller reads before they say yes: where their story will be, until when, and just what will be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from plugins.library import Entry, Library
from plugins.model import Channel, Newsletter, Reference, Story
from plugins.model.blocks import Contact
from plugins.model.clock import day_in_words, start_of
from plugins.model.consent import ConsentStatus
from plugins.model.picture import DRAWN
from plugins.model.story import Identity, Place
from plugins.model.taxonomy import Status
from plugins.view import words
from plugins.view.blocks import BlockView, blocks
from plugins.view.blocks import view as block_view
from plugins.view.cards import Card, card
from plugins.view.documents import DocumentView, document
from plugins.view.facts import Row
from plugins.view.pictures import PictureView, picture
from plugins.view.site import Site
from plugins.view.viewpoint import Viewpoint

YES = {
    Channel.WEB: "Anyone can read it on our website.",
    Channel.FEED: "It goes out in our news feeds. Apps and other sites can copy it from there.",
    Channel.EMAIL: "It can be in our newsletter. Once an email is sent, we cannot get it back.",
    Channel.SEARCH_ENGINES: "People can find it when they search the web.",
    Channel.SOCIAL: "We can post it, and the link can show the picture.",
    Channel.PRINT: "It can be on paper. We cannot collect paper that is out.",
    Channel.PRESS: "We can give it to a paper, to radio or to TV.",
    Channel.PARTNERS: "Groups that we work with can use it.",
}
NO = {
    Channel.SEARCH_ENGINES: "We ask search sites to leave it out.",
    Channel.SOCIAL: "We do not post it. A link to it shows no picture.",
}
STOP, ASK = "page:stop-my-story", "page:contact"


@dataclass(frozen=True, slots=True)
class Mention:
    """How an email shows the story: in which issue, and what of it."""

    issue: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptView:
    """Everything a receipt says; what is not agreed to is None or empty."""

    title: str
    language: str
    publisher: str
    channels: tuple[Row, ...]
    """Each channel: its name, then yes or no and what that means."""
    times: tuple[str, ...]
    naming: tuple[str, ...]
    picture: PictureView | None
    picture_is: str
    page: DocumentView | None
    card: Card | None
    feed: DocumentView | None
    feed_repeats: bool
    """Whether the feeds hold the same words as the page."""
    searched: bool
    shared: bool
    mentions: tuple[Mention, ...]
    stop: tuple[BlockView, ...]
    """How to stop it, as the page about it says; nothing where there is no such page."""
    ask: BlockView | None
    email: str


def as_agreed(library: Library, story: Story) -> Library:
    """Give the library as it will be once a story is ready and its yes stands."""
    consent = story.consent.model_copy(update={"status": ConsentStatus.ACTIVE, "withdrawn_on": None})
    ready = story.model_copy(update={"status": Status.READY, "consent": consent})
    others = (found for found in library.documents if found.id != story.id)
    records = (*library.supports.values(), *library.providers.values(), *library.facts.values())
    return Library((ready, *others), records, library.pictures.values(), _seen_at(ready, library.as_of))


def receipt(library: Library, story: Story, site: Site) -> ReceiptView:
    """Show where and how a story will appear, whether it is ready or not."""
    library = as_agreed(library, story)
    story = next(found for found in library.documents if found.id == story.id and isinstance(found, Story))
    entry = library.entries[story.id]
    web, feed, email = (
        Viewpoint.afar(library, site, channel) for channel in (Channel.WEB, Channel.FEED, Channel.EMAIL)
    )
    web = web if library.searchable(entry) else web.quietly()
    agreed = {channel for channel in Channel if library.on(channel).get(story.id)}
    page = document(entry, web) if Channel.WEB in agreed else None
    news = document(entry, feed) if Channel.FEED in agreed else None
    return ReceiptView(
        title=story.title,
        language=story.lang,
        publisher=site.publisher,
        channels=tuple(_channel(channel, yes=channel in agreed) for channel in Channel),
        times=tuple(_times(story)),
        naming=tuple(_naming(story, library)),
        picture=picture(web, story.image, story.image_alt or "", story.image_credit),
        picture_is=_picture_is(story),
        page=page,
        card=replace(card(entry, web), picture=None) if page else None,
        feed=news,
        feed_repeats=bool(page and news and page.blocks == news.blocks),
        searched=Channel.SEARCH_ENGINES in agreed and page is not None,
        shared=Channel.SOCIAL in agreed and page is not None,
        mentions=tuple(_mentions(story, entry, email)) if Channel.EMAIL in agreed else (),
        stop=_stop(library, web),
        ask=_ask(library, web),
        email=site.contact_email,
    )


def _seen_at(story: Story, as_of: datetime) -> datetime:
    """Give the first instant from now at which a story is seen; the last one, if its time is over."""
    first = max(filter(None, (as_of, story.appears, start_of(story.consent.given))))
    return min(first, story.disappears - timedelta(seconds=1)) if story.disappears else first


def _channel(channel: Channel, *, yes: bool) -> Row:
    said = f"Yes. {YES[channel]}" if yes else f"No. {NO.get(channel, 'It will not be there.')}"
    return Row(channel.label[0].upper() + channel.label[1:], said)


def _times(story: Story) -> Iterator[str]:
    if story.appears:
        yield f"The first day: {day_in_words(story.appears.date(), weekday=True)}. It is not shown before."
    if story.disappears:
        last = (story.disappears - timedelta(seconds=1)).date()
        yield f"The last day: {day_in_words(last, weekday=True)}. Then it goes by itself."
    yield f"We ask you again by {day_in_words(story.consent.review_by)}."
    yield "You can stop it on any day before that."


def _naming(story: Story, library: Library) -> Iterator[str]:
    shown = words.story_by(story)
    yield {
        Identity.FULL_NAME: f"We use your full name: “{shown}”.",
        Identity.FIRST_NAME: f"We use your first name: “{shown}”.",
        Identity.PSEUDONYM: f"We do not use your own name. We write “{shown}”.",
        Identity.ANONYMOUS: f"We do not use a name. We write “{shown}”.",
        Identity.COLLECTIVE: f"We name the group: “{shown}”.",
    }[story.identity]
    place = words.story_place(story, library.on(Channel.WEB))
    hidden = story.location_shown is Place.NONE or not place
    yield (
        "We do not say where you live." if hidden else f"We say that you are from “{place}”. We say no more than that."
    )
    yield f"We say “Aged {story.age_band.label}”." if story.age_band else "We do not say how old you are."
    yield f"Under your words we write “{story.told_by.label}”."


def _picture_is(story: Story) -> str:
    if not story.image:
        return "There is no picture."
    if story.image_consent == DRAWN:
        return "The picture is a drawing. It does not show you."
    if story.image_consent == "stock":
        return "The picture is one that we bought. It does not show you."
    return "The picture is a photo. Look at it with care: who could tell that it is you?"


def _mentions(story: Story, entry: Entry, here: Viewpoint) -> Iterator[Mention]:
    """Give how issues show a story in email; where none does yet, the card that one may show."""
    found = False
    for issue in here.library.documents:
        if isinstance(issue, Newsletter):
            named = (b for b in issue.body if isinstance(b, Reference) and f"{b.kind}:{b.slug}" == story.id)
            at = here.moved_to(max(issue.send_on, here.library.as_of))
            shown = tuple(filter(None, (block_view(b, at) for b in named if here.shows(b))))
            if shown:
                found = True
                yield Mention(f"Issue {issue.issue}: {issue.title}", shown)
    if not found:
        yield Mention("", (_alone(entry, here),))


def _alone(entry: Entry, here: Viewpoint) -> BlockView:
    shown = block_view(Reference(kind=entry.document.kind, slug=entry.document.slug), here)
    if shown is None:
        raise LookupError(entry.id)
    return shown


def _stop(library: Library, here: Viewpoint) -> tuple[BlockView, ...]:
    page = library.on(Channel.WEB).get(STOP)
    return blocks(page.document, here) if page else ()


def _ask(library: Library, here: Viewpoint) -> BlockView | None:
    page = library.on(Channel.WEB).get(ASK)
    found = (block for block in page.document.body if isinstance(block, Contact)) if page else iter(())
    first = next(found, None)
    return block_view(first, here) if first else None
