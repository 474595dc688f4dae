"""A document's own page: what is said of it, and what must not be."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from plugins.model import Channel, Document
from plugins.model.clock import LONDON
from plugins.view import archive, edition, listings
from plugins.view import offers as offer_lists
from plugins.view.grammar import listed
from plugins.view.parts import CardsView, ProseView
from plugins.view.pictures import used
from tests import samples
from tests.unit.view import looking
from tests.unit.view.looking import PICTURE, page

NOW = samples.NOW
NORTH = samples.document("area", "northbridge", title="Northbridge House Project")


def rows(shown: Document, *others: Document) -> dict[str, str]:
    """Give the facts of a page by their names."""
    return {row.label: row.text for row in page(shown, *others).rows}


def data(shown: Document) -> dict[str, Any]:
    """Give what engines are told."""
    found: dict[str, Any] = json.loads(page(shown).head.data)
    return found


def test_a_card_has_a_whole_address_from_any_depth_and_its_words_beside_it() -> None:
    card = page(samples.document("story")).head.card
    assert card is not None
    assert card.src == "https://clnm.example.org/cards/stories/first-keys.png"
    assert card.alt.startswith("Story: A first cold week. ")
    assert (card.width, card.height) == (1200, 630)


@pytest.mark.parametrize("scope", ["[web]", "[web, search-engines]"])
def test_only_whoever_agreed_has_a_card(scope: str) -> None:
    assert page(samples.document("story", consent={"scope": scope})).head.card is None


def test_lists_share_the_card_of_the_site() -> None:
    library = looking.library(samples.document("story"))
    found = listings.index(type(samples.document("story")), looking.from_page(library, "/stories/"))
    assert found.head.card is not None
    assert found.head.card.src == "https://clnm.example.org/cards/site.png"


def test_after_their_term_no_picture_of_a_person_is_anywhere() -> None:
    person = samples.document("person", term_to="2026-11-20", **PICTURE)
    view = page(person)
    assert (view.picture, view.status) == (None, "Past")
    assert used(looking.library(person).on(Channel.WEB)) == {}
    index = listings.index(type(person), looking.from_page(looking.library(person), "/people/"))
    assert [card.picture for group in index.groups for card in group.cards] == [None]


def test_until_then_the_picture_is_there() -> None:
    person = samples.document("person", term_to="2026-11-21", **PICTURE)
    assert page(person).picture is not None
    assert used(looking.library(person).on(Channel.WEB)) == {"first-keys-1.png": ("person:first-keys",)}


def test_engines_are_told_nothing_of_whoever_did_not_agree() -> None:
    head = page(samples.document("story", consent={"scope": "[web]"})).head
    assert (head.indexed, head.data) == (False, "")


@pytest.mark.parametrize("identity", ["first-name", "pseudonym", "anonymous", "collective"])
def test_no_name_of_a_storyteller_is_told_to_machines(identity: str) -> None:
    assert "author" not in data(samples.document("story", identity=identity))
    assert data(samples.document("story", identity="full-name"))["author"]["name"] == "Bryn"


def test_structured_data_cannot_end_its_script_element() -> None:
    head = page(samples.document("page", title='"</script><b>&amp;"')).head
    assert not set("<>&") & set(head.data)
    assert json.loads(head.data)["name"] == "</script><b>&amp;"


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, "EventScheduled"),
        ({"event_status": "full"}, "EventScheduled"),
        ({"event_status": "cancelled", "status_note": "Rain."}, "EventCancelled"),
        (
            {"event_status": "rescheduled", "status_note": "Rain.", "previous_start": "2026-11-25 16:00"},
            "EventRescheduled",
        ),
    ],
)
def test_engines_are_told_what_became_of_an_event(changed: dict[str, Any], status: str) -> None:
    found = data(samples.document("event", **changed))
    assert found["eventStatus"] == f"https://schema.org/{status}"
    assert (found["startDate"], found["endDate"]) == ("2026-12-04T16:00:00+00:00", "2026-12-04T19:00:00+00:00")
    assert found["isAccessibleForFree"] is True


def test_an_address_for_people_who_booked_is_told_to_nobody_else() -> None:
    event = samples.document("event", address="1 Mill Lane", postcode="MC2 3DE", address_shown="booked-only")
    view = page(event)
    assert "Mill Lane" not in repr(view)
    assert "MC2 3DE" not in repr(view)
    assert "we tell you the address when you book" in rows(event)["Where"]


BOOKING = {"booking_url": "https://book.example.org", "booking_deadline": "2026-12-02"}


def test_an_event_can_be_booked_until_its_last_day() -> None:
    event = samples.document("event", **BOOKING)
    lead = page(event).lead
    assert lead is not None
    assert (lead.label, lead.href) == ("Book a place: A first cold week", "https://book.example.org")
    assert page(event, as_of=datetime(2026, 12, 3, tzinfo=LONDON)).lead is None


@pytest.mark.parametrize("status", ["full", "cancelled"])
def test_what_cannot_be_booked_has_no_button(status: str) -> None:
    assert page(samples.document("event", event_status=status, status_note="Sorry.", **BOOKING)).lead is None


@pytest.mark.parametrize(("day", "status"), [("2026-12-04", ("New date", "Rain.")), ("2026-12-05", ("Over", "Rain."))])
def test_an_event_says_what_changed_until_it_is_over(day: str, status: tuple[str, str]) -> None:
    event = samples.document(
        "event", event_status="rescheduled", status_note="Rain.", previous_start="2026-11-25 16:00"
    )
    view = page(event, as_of=datetime.fromisoformat(day).replace(tzinfo=LONDON))
    assert (view.status, view.status_note) == status
    assert rows(event)["It was to be"] == "Wednesday 25 November 2026, 4pm"


def test_a_cancelled_event_says_so_for_ever() -> None:
    event = samples.document("event", event_status="cancelled", status_note="Rain.")
    assert page(event, as_of=NOW + timedelta(days=365)).status == "Cancelled"


def test_an_ended_offer_stays_and_says_so_without_the_way_to_it() -> None:
    offer = samples.document("offer", ongoing=None, valid_until="2026-11-20")
    view = page(offer)
    assert (view.status, view.lead, view.steps) == ("This has ended", None, ())
    before = page(offer, as_of=NOW - timedelta(days=1))
    assert before.lead is not None
    assert before.steps


def test_a_home_page_begins_with_its_first_button() -> None:
    body = "/// button | Read our stories\n    link: https://example.org\n///\n\nHello."
    view = page(samples.document("page", "home", body, page_kind="home"))
    assert view.lead is not None
    assert view.lead.label == "Read our stories"
    assert [block.component for block in view.blocks] == ["prose"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, "Anywhere in England, whoever looked after you"),
        ({"where_rule": "responsible-only"}, "People who were looked after in England, wherever they live now"),
        (
            {"where_rule": "responsible-only", "responsible_areas": "northbridge"},
            "People who were looked after by Northbridge House Project, wherever they live now",
        ),
        (
            {"where_rule": "residence-only", "nations": "scotland"},
            "People who live anywhere in Scotland now, whoever looked after them",
        ),
        (
            {"where_rule": "residence-only", "residence_areas": "northbridge"},
            "People who live in Northbridge House Project now, whoever looked after them",
        ),
        ({"where_rule": "both"}, "People who were looked after in England and live anywhere in England now"),
        (
            {"where_rule": "either", "nations": "[england, wales]"},
            "People who were looked after in England or Wales, and people who live anywhere in England or Wales now",
        ),
    ],
)
def test_who_can_get_an_offer_is_said_with_places_people_know(changed: dict[str, Any], expected: str) -> None:
    assert rows(samples.document("offer", **changed), NORTH)["Who can get it"] == expected


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"location_shown": "none", "nations": "england"}, ""),
        ({"location_shown": "nation", "nations": "england"}, "England · "),
        ({"location_shown": "region", "area": "northbridge"}, "North West · "),
        ({"location_shown": "area", "area": "northbridge"}, "Northbridge House Project · "),
    ],
)
def test_a_place_is_never_finer_than_agreed(changed: dict[str, Any], place: str) -> None:
    view = page(samples.document("story", identity="first-name", age_band="18-20", **changed), NORTH)
    assert view.told == f"{place}Aged 18 to 20 · In their own words"
    if changed["location_shown"] != "area":
        assert "Northbridge House" not in repr((view.told, view.rows, view.related, view.head))


@pytest.mark.parametrize(
    ("identity", "byline"),
    [
        ("first-name", "Bryn"),
        ("pseudonym", "Bryn (name changed)"),
        ("anonymous", "A young person"),
        ("collective", "Bryn"),
    ],
)
def test_a_storyteller_is_named_as_they_chose(identity: str, byline: str) -> None:
    assert page(samples.document("story", identity=identity)).byline == byline


def test_a_content_note_brings_its_help_lines() -> None:
    view = page(samples.document("story", content_note="[suicide, death-grief]", supports="[shout]"))
    assert view.note == "suicide and death and grief"
    assert view.help is not None
    assert [line.name for line in view.help.lines] == ["Shout"]


def test_sections_are_its_contents() -> None:
    view = page(samples.document("page", body="## One\n\n### Part\n\n## Two"))
    assert [(link.text, link.href) for link in view.contents] == [("One", "#one"), ("Two", "#two")]


def test_themes_lead_to_their_lists() -> None:
    view = page(samples.document("page", themes="[money, lgbtq]"))
    assert [(link.text, link.href) for link in view.themes] == [
        ("Money", "../themes/money/"),
        ("LGBTQ+", "../themes/lgbtq/"),
    ]


def test_what_comes_before_and_after_is_linked_by_title() -> None:
    stories = [
        samples.document("story", s, date=f"2026-11-0{n}", title=f"Story number {n}") for n, s in enumerate("abc", 1)
    ]
    view = page(stories[1], stories[0], stories[2])
    assert view.earlier is not None
    assert view.later is not None
    assert (view.earlier.text, view.later.text) == ("Story number 1", "Story number 3")
    assert (view.later.href, view.later.document_id) == ("../c/", "story:c")


def test_what_stands_beside_it_as_a_card_is_not_linked_once_more() -> None:
    stories = [
        samples.document("story", slug, date=f"2026-11-0{day}", related=related)
        for day, (slug, related) in enumerate((("a", "[]"), ("b", "[story:a]"), ("c", "[]")), 1)
    ]
    view = page(stories[1], stories[0], stories[2])
    assert [card.document_id for card in view.related] == ["story:a"]
    assert view.earlier is None
    assert view.later is not None


def test_what_belongs_beside_it_is_shown_as_far_as_it_may_be() -> None:
    shown = samples.document("story", next_step="offer:warm", related="[story:quiet, page:contact, story:draft]")
    others = (
        samples.document("offer", "warm"),
        samples.document("story", "quiet", consent={"scope": "[web]"}),
        samples.document("story", "draft", status="draft"),
        samples.document("page", "contact"),
    )
    view = page(shown, *others)
    assert view.next_step is not None
    assert view.next_step.document_id == "offer:warm"
    assert [card.document_id for card in view.related] == ["story:quiet", "page:contact"]


def test_an_area_shows_what_is_on_there() -> None:
    over = samples.document("event", "over", areas="northbridge", start="2026-11-01 10:00", end="2026-11-01 12:00")
    view = page(NORTH, samples.document("event", "meet", areas="northbridge"), over)
    assert [(group.title, [card.document_id for card in group.cards]) for group in view.groups] == [
        ("Events", ["event:meet"])
    ]


def test_a_programme_over_several_days_names_each_day_once() -> None:
    agenda = """
  - time: 16:30
    title: Doors open
  - time: 20:00
    title: Supper
  - day: 2026-12-05
    time: 09:00
    title: Walk
    speakers: [A rep, A worker]"""
    view = page(samples.document("event", end="2026-12-06 14:00", agenda=agenda))
    assert [(row.time, row.title, row.speakers) for row in view.agenda] == [
        ("Friday 4 December 2026, 4:30pm", "Doors open", ""),
        ("8pm", "Supper", ""),
        ("Saturday 5 December 2026, 9am", "Walk", "A rep and A worker"),
    ]


@pytest.mark.parametrize(
    ("changed", "when"),
    [
        ({}, "Friday 4 December 2026, 4pm to 7pm"),
        ({"end": "2026-12-05 12:00"}, "Friday 4 December 2026, 4pm to Saturday 5 December 2026, midday"),
        ({"all_day": "true"}, "Friday 4 December 2026"),
        (
            {"recurs": "every Friday until 2027-01-02 except 2026-12-25"},
            "Every Friday from 4 December 2026 to 1 January 2027, 4pm to 7pm. Not on 25 December 2026",
        ),
        (
            {"recurs": "every other Friday until 2027-01-02 except 2026-12-04"},
            "Every other Friday from 18 December 2026 to 1 January 2027, 4pm to 7pm",
        ),
    ],
)
def test_when_an_event_is_is_said_in_words(changed: dict[str, Any], when: str) -> None:
    assert rows(samples.document("event", **changed))["When"] == when


def test_an_old_issue_shows_what_was_new_and_coming_when_it_was_sent() -> None:
    events = [
        samples.document("event", s, start=f"2026-{d} 16:00", end=f"2026-{d} 18:00", date="2026-09-01")
        for s, d in (("then", "10-09"), ("now", "12-04"))
    ]
    stories = [samples.document("story", "old", date="2026-10-02"), samples.document("story", "new")]
    issue = samples.document(
        "newsletter",
        "2026-10",
        "/// events | next 1\n///\n\n/// stories | latest\n///",
        month="2026-10",
        date="2026-10-01",
        send_on="2026-10-05 10:00",
    )
    events_view, stories_view, *_ = page(issue, *events, *stories).blocks
    assert isinstance(events_view, CardsView)
    assert isinstance(stories_view, CardsView)
    assert [(card.document_id, card.status) for card in events_view.cards] == [("event:then", "Over")]
    assert [card.document_id for card in stories_view.cards] == ["story:old"]


def test_an_edition_is_the_same_issue_seen_from_email() -> None:
    issue = samples.document(
        "newsletter",
        body="## Warm homes\n\n[Ana](story:first-keys)\n\n/// get-help\n///",
        contributors="Ari, and many more",
    )
    found = looking.library(issue, samples.document("story"), samples.document("page", "privacy"))
    entry = found.on(Channel.EMAIL).get("newsletter:2026-12")
    assert entry is not None
    view = edition(entry, looking.from_afar(found, Channel.EMAIL))
    web = "https://clnm.example.org"
    assert (view.kicker, view.web_url) == ("Issue 14 · December 2026", f"{web}/newsletters/2026-12/")
    assert [link.href for link in view.contents] == [f"{web}/newsletters/2026-12/#warm-homes"]
    assert (view.privacy, view.complain) == (f"{web}/privacy/", "")
    assert "Made with: Ari, and many more" in [block.body.text for block in view.blocks if isinstance(block, ProseView)]
    prose = view.blocks[1]
    assert isinstance(prose, ProseView)
    assert f'href="{web}/stories/first-keys/"' in prose.body.html


def test_an_issue_ends_with_its_question_thanks_and_names_wherever_it_is_read() -> None:
    issue = samples.document(
        "newsletter", body="## Warm homes", survey_url="https://forms.example.org/14", thanks="Thank you, Ari."
    )
    found = looking.library(issue)
    entry = found.on(Channel.EMAIL).get("newsletter:2026-12")
    assert entry is not None
    view = page(issue)
    mailed = edition(entry, looking.from_afar(found, Channel.EMAIL)).blocks
    assert mailed[1:] == view.blocks[1:]
    assert [block.component for block in mailed] == ["heading", "heading", "ask", "prose", "prose"]
    assert [link.text for link in view.contents] == ["Warm homes"]


def test_only_an_issue_is_an_edition() -> None:
    found = looking.library(samples.document("page"))
    entry = found.on(Channel.EMAIL).get("page:first-keys")
    assert entry is not None
    with pytest.raises(TypeError):
        edition(entry, looking.from_afar(found, Channel.EMAIL))


def test_an_offer_is_ending_soon_for_whoever_reads_the_email() -> None:
    offer = samples.document("offer", ongoing=None, valid_until="2027-01-10")
    issue = samples.document("newsletter", body="/// offer | first-keys\n///", send_on="2026-12-20 10:00")
    found = looking.library(issue, offer)
    entry = found.on(Channel.EMAIL).get("newsletter:2026-12")
    assert entry is not None
    mailed, *_ = edition(entry, looking.from_afar(found, Channel.EMAIL)).blocks
    shown, *_ = page(issue, offer).blocks
    assert isinstance(mailed, CardsView)
    assert isinstance(shown, CardsView)
    assert (mailed.cards[0].status, shown.cards[0].status) == ("Ending soon", "")


def test_navigation_leads_only_where_something_is() -> None:
    view = page(samples.document("story"))
    assert [(link.text, link.href, link.current) for link in view.frame.navigation] == [
        ("Home", "../../", False),
        ("Stories", "../", True),
    ]


def test_a_list_shows_what_is_on_and_then_what_is_over() -> None:
    past = samples.document("event", "past", start="2026-11-01 10:00", end="2026-11-01 12:00")
    event = samples.document("event")
    view = listings.index(type(event), looking.from_page(looking.library(past, event), "/events/"))
    assert [(group.title, [card.document_id for card in group.cards]) for group in view.groups] == [
        ("", ["event:first-keys"]),
        ("Past events", ["event:past"]),
    ]
    assert (view.count, view.calendar) == (1, "../calendars/all.ics")


def test_offers_are_listed_by_what_they_are_for() -> None:
    offers = [
        samples.document("offer", slug, category=category)
        for slug, category in (("a", "home"), ("b", "[travel, home]"))
    ]
    view = offer_lists.index(looking.from_page(looking.library(*offers), "/offers/"))
    assert [(group.title, group.anchor) for group in view.groups] == [("Home", "home"), ("Travel", "travel")]
    assert {card.summary for group in view.groups for card in group.cards} == {""}, "its lines say the same"


def test_a_theme_page_speaks_of_its_theme_in_a_sentence() -> None:
    shown = samples.document("page", themes="[lgbtq, money]")
    here = looking.from_page(looking.library(shown), "/themes/money/")
    said = {theme.label: archive.theme_page(theme, here).head.description for theme in here.shelf.themes}
    assert said == {"LGBTQ+": "Everything about LGBTQ+.", "Money": "Everything about money."}


@pytest.mark.parametrize(
    ("parts", "said"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_things_are_listed_as_people_say_them(parts: tuple[str, ...], said: str) -> None:
    assert listed(parts) == said
