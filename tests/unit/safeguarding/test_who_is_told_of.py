"""Names, ages, addresses, places and the small facts that together name somebody (SG-13 to SG-18)."""

from __future__ import annotations

from typing import Any

import pytest

from plugins import safeguarding
from plugins.model import Document, Level
from tests import samples
from tests.unit.safeguarding.asking import ask, codes, errors, story, warnings

TRACES = [
    ("an exact age", "I am 19, and I cook."),
    ("an exact age", "My neighbour is aged 19."),
    ("an exact age", "A 19-year-old with a drill."),
    ("an exact age", "She’s nineteen now."),
    ("a date of birth", "I was born on 3 May 2007."),
    ("a date of birth", "DOB: 03/05/2007"),
    ("an NHS number", "My NHS number is 943 476 5919."),
    ("an NHS number", "They wrote 943 476 5919 on it."),
    ("a National Insurance number", "I found it: QQ 12 34 56 C? No, AB 12 34 56 C."),
    ("a full postcode", "I live at NB1 2AB now."),
    ("a full postcode", "somewhere in sw1a 1aa"),
    ("a home address", "Come to 14 Weaver Street."),
    ("a home address", "I got Flat 3, Mill House, at last."),
    ("a personal mobile number", "Ring me on 07700 900 123."),
    ("a personal mobile number", "Ring me on +44 7700 900123."),
    ("a personal mailbox", "Write to bryn.keys@gmail.com."),
    ("a personal mailbox", "[Write to me](mailto:bryn@hotmail.co.uk)"),
]
FINE = [
    "I am 19 minutes late, and I am 5 to 1 up.",
    "When I was 17 I left college.",
    "It is for people aged 16 to 25.",
    "We sold 1,260 jars for £4,180 in 2026.",
    "The M25 1st junction, and bus 14.",
    "Seat 14, row B2, then 4 Fish and Chips.",
    "Write to the team@clnm.example.org.",
    "Call 01632 960 114.",
    "I stayed at number nine.",
]


@pytest.mark.parametrize("words", FINE)
def test_ordinary_numbers_are_no_trace_of_anybody(words: str) -> None:
    assert codes(story(words)) == []


@pytest.mark.parametrize(("called", "words"), TRACES)
def test_a_young_person_s_text_holds_nothing_that_leads_to_them(called: str, words: str) -> None:
    (found,) = (p for p in ask(story(words)) if p.code == "P04")
    assert found.stops
    assert called in found.message
    assert "P04" in errors(samples.document("person", body=words))


def test_events_may_have_addresses_and_team_numbers() -> None:
    event = samples.document("event", body="Weaver Street.", postcode="NB1 2AB", contact_phone="07700 900 123")
    assert errors(event) == []


def test_a_rep_s_page_carries_no_contact_details() -> None:
    assert errors(samples.document("person", body="Write to ari@example.org.")) == ["P04"]
    assert errors(samples.document("person", body="Find me at instagram.com/ari-cooks.")) == ["P04"]
    assert errors(samples.document("person", why_i_joined="I am @ari_cooks there.")) == ["P04"]
    assert errors(samples.document("person", body="Ring me on 01632 960 114.")) == ["P04"]


def test_a_rep_s_page_may_give_the_team_s_address_as_the_contact_page_has_it() -> None:
    contact = samples.document("page", body="Write to [the team](mailto:hello@example.org).")
    rep = samples.document("person", body="Write to [the team](mailto:hello@example.org).")
    assert errors(contact, rep) == []


def test_no_surname_follows_a_first_name_that_is_allowed_alone() -> None:
    named: dict[str, Any] = {"storyteller": "Ari", "identity": "first-name"}
    assert errors(story("Then Ari Smith came in.", **named)) == ["P05"]
    assert errors(story("Then Ari Winter’s door opened.", **named)) == ["P05"]
    assert errors(story("It was Ari. Winter came.", **named)) == []
    assert errors(story("Ari The Great said yes. Ari House is closed.", **named)) == []
    assert errors(samples.document("person", body="Ari Smith is a rep.")) == ["P05"]
    assert "P05" in errors(story(storyteller="Ari Smith", identity="first-name"))


def test_other_people_in_a_story_were_asked() -> None:
    assert codes(story("Then Kayla brought soup.")) == [("P05", Level.WARNING)]
    assert "Kayla" in ask(story("Then Kayla brought soup."))[0].message
    assert codes(story("Then Kayla brought soup.", other_people_checked="true")) == []
    assert codes(story("Then Bryn brought soup. A friend helped.")) == []


AREA = samples.document("area", "merecombe", title="Merecombe House Project", region="south-west")


@pytest.mark.parametrize(
    "changed",
    [
        {"body": "I live in Merecombe."},
        {"title": "My Merecombe week"},
        {"slug": "keys-in-merecombe"},
        {"related": "[area:merecombe]"},
        {
            "body": "/// figure | first-keys-1.png\n    alt: The Merecombe harbour\n"
            "    image_consent: illustration\n\nA caption.\n///"
        },
        {"body": "[My town](https://merecombe.example.org/town)"},
    ],
)
def test_a_story_that_shows_no_area_names_none_anywhere(changed: dict[str, Any]) -> None:
    found = samples.document("story", **{"body": "Quiet.", **changed})
    assert errors(found, AREA) == ["P02"]
    shown = samples.document("story", **{"body": "Quiet.", **changed}, location_shown="area", area="merecombe")
    assert "P02" not in errors(shown, AREA)


def test_a_story_that_shows_only_its_nation_names_no_region() -> None:
    body = "It rains in the north-west."
    assert errors(story(body, location_shown="nation")) == ["P02"]
    assert errors(story(body, location_shown="region")) == []
    assert errors(story("I walked north-west. In Scotland it rains.", location_shown="nation")) == []


def test_a_story_that_shows_no_place_names_no_nation() -> None:
    assert errors(story("In Scotland it rains.", location_shown="none")) == ["P02"]
    assert errors(story("It rains in English lessons.", location_shown="none")) == []


def test_an_area_that_is_a_region_may_be_named_where_the_region_is_shown() -> None:
    region = samples.document("area", "north-west", title="The North West", area_kind="region")
    assert errors(story("It rains in the North West.", location_shown="region"), region) == []
    assert errors(story("It rains in the North West.", location_shown="nation"), region) == ["P02"]


def test_a_town_whose_name_is_a_word_counts_only_inside_a_sentence() -> None:
    bath = samples.document("area", "bath-and-around", title="Bath House Project")
    assert errors(story("Bath first, then bed.", location_shown="region"), bath) == []
    assert errors(story("I moved to Bath.", location_shown="region"), bath) == ["P02"]


FOUR = "I went to Larkfield College. I work at Hearth. I have a twin. I moved in on 3 March."
SIX = f"{FOUR} I am a chef. I have epilepsy."


def test_four_small_facts_together_are_a_warning_with_a_blur_for_each() -> None:
    (found,) = ask(story(FOUR))
    assert (found.code, found.level) == ("P01", Level.WARNING)
    assert found.message.startswith("4 details together")
    assert "in spring" in found.fix
    assert codes(story("I went to Larkfield College. I have a twin. I am a chef.")) == []


def test_six_small_facts_together_wait_for_a_second_person() -> None:
    assert errors(story(SIX)) == ["P01"]
    assert codes(story(SIX, second_check="safeguarding lead")) == []


def test_an_area_and_a_photo_are_facts_too() -> None:
    three = "I went to Larkfield College. I have a twin."
    shown: dict[str, Any] = {"location_shown": "area", "area": "merecombe", "identity": "full-name"}
    photo = {"image": "first-keys-1.png", "image_alt": "Two keys", "image_consent": "CR-2026-014"}
    assert warnings(story(three, **shown, **photo)) == ["P01"]
    assert warnings(story(three, **shown)) == []


def copied(*documents: Document) -> list[tuple[str, str]]:
    found = safeguarding.problems(documents, samples.library().supports, samples.NOW)
    return [(problem.path, problem.message) for problem in found if problem.code == "N03"]


def test_a_storyteller_named_outside_the_story_is_noticed() -> None:
    told = samples.document("story", storyteller="Zephyrine", identity="pseudonym")
    ((path, message),) = copied(told, samples.document("page", body="We thank Zephyrine’s neighbour."))
    assert path == "pages/first-keys.md"
    assert "Zephyrine" in message
    assert copied(told, samples.document("page", body="We thank the neighbour.")) == []
    anonymous = samples.document("story", storyteller="Zephyrine", identity="anonymous")
    assert copied(anonymous, samples.document("page", body="We thank Zephyrine.")) == []


def test_a_sentence_of_a_story_that_stands_in_another_text_is_noticed() -> None:
    sentence = "I carried the lamp up four flights of stairs on my own."
    told = samples.document("story", body=f"It rained. {sentence}")
    ((path, message),) = copied(told, samples.document("page", body=f"Somebody said: {sentence}"))
    assert path == "pages/first-keys.md"
    assert "word for word" in message
    assert copied(told, samples.document("page", body="I carried the lamp.")) == []
