"""Each block as a template sees it, on the web and in an email."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.model import Channel, Document
from plugins.model.blocks import Heading
from plugins.view import parts
from plugins.view.blocks import BlockView, CardsView, blocks
from plugins.view.sections import standing
from tests import samples
from tests.unit.view import looking
from tests.yardstick import within

STORY = samples.document("story", body="I was cold.\n\n[Look](page:about)", pull_quote="I was cold.")


def one(text: str, *others: Document, channel: Channel = Channel.WEB, **changed: Any) -> BlockView:
    """Show a body of one block."""
    (view,) = looking.body(text, *others, channel=channel, **changed)
    return view


def ids(view: BlockView) -> list[str]:
    """Give the ids of the cards of a view."""
    assert isinstance(view, CardsView)
    return [card.document_id for card in view.cards]


@pytest.mark.parametrize(
    ("text", "kind", "component"),
    [
        ("Hello.", parts.ProseView, "prose"),
        ("## Hello", parts.HeadingView, "heading"),
        ("---", parts.DividerView, "divider"),
        ("/// figure | keys-1.png\n    alt: Keys\n    image_consent: stock\n///", parts.FigureView, "figure"),
        ("/// quote | Ari\nHi.\n///", parts.QuoteView, "quote"),
        ("/// button | Go\n    link: https://example.org\n///", parts.ButtonView, "button"),
        ("/// notice | Closed\nHi.\n///", parts.PanelView, "panel"),
        ("/// in-short\nHi.\n///", parts.PanelView, "panel"),
        ("/// details | More\nHi.\n///", parts.PanelView, "panel"),
        ("/// steps\n1. Go.\n///", parts.StepsView, "steps"),
        ("/// grid\n1. Go.\n///", parts.GridView, "grid"),
        ("/// numbers\n9\n:   projects\n///", parts.NumbersView, "numbers"),
        ("/// you-said-we-did\nA\n:   B\n///", parts.RepliesView, "replies"),
        ("/// timeline\n2019\n:   B\n///", parts.TimelineView, "timeline"),
        ("/// cohorts\nOne\n:   B\n///", parts.TimelineView, "timeline"),
        ("/// recipe | Tea\n- a\n\n1. b\n///", parts.RecipeView, "recipe"),
        ("/// poem\nA line\n///", parts.PoemView, "poem"),
        ("/// ask | What?\n    email: a@example.org\n///", parts.AskView, "ask"),
        ("/// contact | Us\n    phone: 01632 960 114\n///", parts.ContactView, "contact"),
        ("/// get-help\n///", parts.HelpView, "help"),
        ("/// story | first-keys\n///", parts.CardsView, "cards"),
        ("/// stories | all\n///", parts.CardsView, "cards"),
        ("/// story | first-keys\n    show: full\n///", parts.TellingView, "telling"),
        ("/// story | first-keys\n    show: quote\n///", parts.QuoteView, "quote"),
    ],
)
def test_each_block_is_shown_by_its_component(text: str, kind: type[BlockView], component: str) -> None:
    view = one(text, STORY)
    assert isinstance(view, kind)
    assert view.component == component


def test_a_block_for_one_target_is_not_on_the_other() -> None:
    text = "/// quote | A\n    only: web\n\nHi.\n///\n\n/// quote | B\n    only: email\n\nHi.\n///"
    web, email = one(text), one(text, channel=Channel.EMAIL)
    assert isinstance(web, parts.QuoteView)
    assert isinstance(email, parts.QuoteView)
    assert (web.by, email.by) == ("A", "B")


@pytest.mark.parametrize("text", ["/// story | quiet\n///", "/// story | quiet\n    show: quote\n///"])
def test_what_may_not_be_seen_leaves_no_trace(text: str) -> None:
    quiet = samples.document("story", "quiet", "I was cold.", pull_quote="I was cold.", consent={"scope": "[web]"})
    assert one(text, quiet)
    assert looking.body(text, quiet, channel=Channel.EMAIL) == ()


@pytest.mark.parametrize(
    "text",
    [
        "/// figure | nobody.png\n    alt: Keys\n    image_consent: stock\n///",
        "/// button | Go\n    link: story:nobody\n///",
        "/// button | Go\n    link: /themes/money/\n///",
        "/// story | nobody\n///",
        "/// notice | Closed\n    until: 2026-11-20\n\nHi.\n///",
    ],
)
def test_what_leads_nowhere_or_is_over_is_left_out(text: str) -> None:
    assert looking.body(text) == ()


LEFT = "/// figure | nobody.png\n    alt: Keys\n    image_consent: stock\n///"
"""A block of which nothing is seen."""


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (f"## A\n\n{LEFT}", []),
        (f"## A\n\n{LEFT}\n\n## B\n\nHi.", ["B"]),
        (f"## A\n\n### B\n\n{LEFT}\n\n### C\n\nHi.\n\n## D", ["A", "C", "D"]),
        (f"## A\n\n{LEFT}\n\n### B\n\n{LEFT}\n\n## C\n\nHi.", ["C"]),
        (f"## A\n\nHi.\n\n### B\n\n{LEFT}", ["A"]),
        ("## A\n\n---\n\n## B", ["A", "B"]),
    ],
)
def test_a_heading_goes_with_all_that_was_written_under_it(text: str, headings: list[str]) -> None:
    assert [view.text for view in looking.body(text) if isinstance(view, parts.HeadingView)] == headings


def test_many_headings_take_no_longer_each_than_few() -> None:
    heading = Heading(level=2, text="A", anchor="a", line=1)
    written = [(heading, parts.HeadingView(level=2, text="A", anchor="a"))] * 20_000
    with within(pieces=20):
        assert len(standing(written)) == len(written)


def test_a_notice_is_shown_to_the_end_of_its_last_day() -> None:
    assert looking.body("/// notice | Closed\n    until: 2026-11-21\n\nHi.\n///")


def test_a_picture_is_offered_in_the_sizes_it_is_published_in() -> None:
    view = one("/// figure | keys-1.png\n    alt: Keys\n    credit: Ana\n    image_consent: stock\n\nA *caption*.\n///")
    assert isinstance(view, parts.FigureView)
    assert view.caption.text == "A caption."
    assert (view.picture.alt, view.picture.credit) == ("Keys", "Ana")
    assert (view.picture.src, view.picture.width, view.picture.height) == ("../images/keys-1-1200.jpg", 1200, 800)
    sizes = (320, 480, 640, 960, 1200)
    assert view.picture.srcset == ", ".join(f"../images/keys-1-{width}.jpg {width}w" for width in sizes)
    assert view.picture.avif == view.picture.srcset.replace(".jpg", ".avif")
    assert view.picture.printed == "../images/keys-1-480.jpg"


def test_a_small_picture_is_not_made_larger() -> None:
    view = one("/// figure | door-1.jpg\n    alt: A door\n    image_consent: stock\n///")
    assert isinstance(view, parts.FigureView)
    assert (view.picture.srcset, view.picture.width, view.picture.height) == ("../images/door-1-300.jpg 300w", 300, 400)


def test_how_to_answer_and_to_reach_a_team_is_a_link() -> None:
    ask = one("/// ask | What?\n    email: news@example.org\n///")
    form = one("/// ask | What?\n    link: https://example.org/form\n///")
    contact = one("/// contact | Us\n    email: us@example.org\n    phone: 01632 960 114\n    hours: Always\n///")
    assert isinstance(ask, parts.AskView)
    assert isinstance(form, parts.AskView)
    assert isinstance(contact, parts.ContactView)
    assert (ask.href, ask.label) == ("mailto:news@example.org", "Write to news@example.org")
    assert (form.href, form.label) == ("https://example.org/form", "Answer on a form")
    assert [(row.label, row.href) for row in contact.rows] == [
        ("Email", "mailto:us@example.org"),
        ("Phone", "tel:01632960114"),
        ("Hours", ""),
    ]


def test_help_lines_are_those_named_or_all() -> None:
    some, all_of_them = one("/// get-help\n    supports: [shout]\n///"), one("/// get-help | If you need us\n///")
    assert isinstance(some, parts.HelpView)
    assert isinstance(all_of_them, parts.HelpView)
    assert [line.name for line in some.lines] == ["Shout"]
    assert all_of_them.title == "If you need us"
    assert [(line.name, line.phone_href) for line in all_of_them.lines] == [("Samaritans", "tel:116123"), ("Shout", "")]


def test_a_story_with_a_content_note_is_never_told_without_it() -> None:
    noted = samples.document("story", "noted", "A bad night.", content_note="suicide", supports="[shout]")
    assert ids(one("/// story | noted\n    show: full\n///", noted)) == ["story:noted"]


def test_a_story_told_in_full_is_told_where_it_is_shown_from() -> None:
    view = one("/// story | first-keys\n    show: full\n///", STORY)
    assert isinstance(view, parts.TellingView)
    assert [part.text for part in view.body] == ["I was cold.\n\nLook (https://clnm.example.org/about/)"]
    assert view.card.document_id == "story:first-keys"


def test_a_quote_by_reference_names_its_storyteller_and_its_story() -> None:
    view = one("/// story | first-keys\n    show: quote\n///", STORY)
    assert isinstance(view, parts.QuoteView)
    assert (view.said.text, view.by, view.source) == ("I was cold.", "Bryn (name changed)", "A first cold week")
    assert (view.href, view.document_id) == ("../stories/first-keys/", "story:first-keys")


def test_an_event_in_full_has_its_facts_its_programme_and_its_calendar() -> None:
    event = samples.document(
        "event", "meet", booking_url="https://book.example.org", agenda="\n  - time: 16:30\n    title: Doors open"
    )
    view = one("/// event | meet\n    show: full\n///", event)
    assert isinstance(view, parts.EventView)
    assert [row.time for row in view.agenda] == ["4:30pm"]
    assert ("Cost", "Free") in [(row.label, row.text) for row in view.rows]
    assert (view.booking, view.calendar) == ("https://book.example.org", "../calendars/meet.ics")


def test_a_translated_event_in_full_has_the_calendar_of_its_original() -> None:
    event = samples.document("event", "meet")
    translated = samples.document("event", "treffen", lang="prs", translation_of="meet")
    view = one("/// event | treffen\n    show: full\n///", event, translated)
    assert isinstance(view, parts.EventView)
    assert view.calendar == "../calendars/meet.ics"


def meet(slug: str, day: str, **changed: Any) -> Document:
    """Give an event on a day."""
    return samples.document("event", slug, start=f"{day} 16:00", end=f"{day} 19:00", date="2026-10-01", **changed)


EVENTS = (
    meet("past", "2026-11-20"),
    meet("later", "2027-01-09", areas="northbridge"),
    meet("soon", "2026-12-04", themes="money"),
    meet("weekly", "2026-10-06", recurs="every Tuesday until 2027-03-30"),
    samples.document(
        "event",
        "open",
        start=None,
        end=None,
        event_status="postponed",
        status_note="Rain.",
        previous_start="2026-10-16 10:00",
    ),
)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("next 2", ["event:weekly", "event:soon"]),
        ("next 9", ["event:weekly", "event:soon", "event:later"]),
        ("this month", ["event:weekly"]),
        ("all", ["event:weekly", "event:soon", "event:later", "event:open"]),
        ("latest", ["event:weekly"]),
        ("all\n    theme: money", ["event:soon"]),
        ("all\n    area: northbridge", ["event:later"]),
    ],
)
def test_a_listing_shows_what_is_coming_by_when_it_comes(choice: str, expected: list[str]) -> None:
    assert ids(one(f"/// events | {choice}\n///", *EVENTS)) == expected


def test_new_is_what_was_published_last() -> None:
    stories = [samples.document("story", slug, date=f"2026-11-0{n}") for n, slug in enumerate("abcd", 1)]
    assert ids(one("/// stories | new 2\n///", *stories)) == ["story:d", "story:c"]
    assert ids(one("/// stories | latest\n///", *stories)) == ["story:d"]


def test_an_empty_listing_says_so() -> None:
    view = one("/// stories | all\n///")
    assert view == CardsView((), "Nothing here at the moment.")


def test_a_document_does_not_list_itself() -> None:
    assert ids(one("/// pages | all\n///", samples.document("page", "contact"))) == ["page:contact"]


def test_a_listing_in_an_email_is_worked_out_for_the_moment_it_is_sent() -> None:
    issue = samples.document("newsletter", body="/// events | next 2\n///", send_on="2026-12-07 10:00")
    here = looking.from_afar(looking.library(issue, *EVENTS), Channel.EMAIL)
    (view,) = blocks(issue, here.moved_to(issue.model_dump()["send_on"]))
    assert ids(view) == ["event:weekly", "event:later"]
