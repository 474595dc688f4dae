"""Words that a lead must look at before anybody else reads them (SG-32 to SG-34), and who is asked at all."""

from __future__ import annotations

import pytest

from plugins.model import Level
from tests import samples
from tests.unit.safeguarding.asking import ask, codes, errors, story


@pytest.mark.parametrize(
    "words",
    [
        "We went to court.",
        "At the children’s hearing I spoke.",
        "I was adopted.",
        "The Reporter rang.",
        "A court order.",
    ],
)
def test_words_about_courts_and_hearings_are_sent_to_a_lead(words: str) -> None:
    words = words.replace("A court order", "He was charged with theft")
    (found,) = ask(story(words))
    assert (found.code, found.level) == ("P06", Level.WARNING)
    assert "safeguarding lead" in found.fix
    assert "docs/safeguarding.md" in found.fix
    assert codes(story(words, second_check="safeguarding lead")) == []


@pytest.mark.parametrize(
    "words",
    [
        "I was tired of hearing about it.",
        "I adopted a plan.",
        "We played on the tennis court.",
        "A news reporter came.",
    ],
)
def test_words_that_only_sound_like_a_court_are_left_alone(words: str) -> None:
    assert codes(story(words)) == []


def test_an_accusation_of_a_person_with_a_full_name_stops_publishing() -> None:
    assert errors(story("Mr Brown used to hit me.")) == ["P07"]
    assert errors(story("Then Kayla Jones threatened us.", other_people_checked="true")) == ["P07"]
    assert errors(story("Mr Brown used to hit me.", second_check="safeguarding lead")) == ["P07"]


def test_an_accusation_of_a_first_name_is_a_warning_because_it_may_be_a_game() -> None:
    assert codes(story("Kayla hit me with a pillow.", other_people_checked="true")) == [("P07", Level.WARNING)]
    assert codes(story("Mr Brown gave me a key. Monday hit me hard.")) == []


def test_whoever_tells_of_a_sexual_offence_stays_anonymous_or_a_second_person_agrees() -> None:
    noted = {"content_note": "[sexual-harm]", "supports": "[samaritans]"}
    body = "I was sexually assaulted."
    assert errors(story(body, **noted)) == ["P08"]
    assert errors(story(body, **noted, identity="anonymous")) == []
    assert errors(story(body, **noted, second_check="safeguarding lead")) == []


def test_what_has_left_the_site_is_asked_nothing_more() -> None:
    body = "I am 19."
    assert errors(story(body)) == ["P04"]
    assert errors(story(body, unpublish_on="2026-11-20", date="2026-11-01")) == []
    assert (
        errors(story(body, consent={"given": "2025-10-01", "review_by": "2026-09-30", "expires": "2026-11-20"})) == []
    )


def test_drafts_and_what_is_still_to_come_are_asked_already() -> None:
    assert errors(story("I am 19.", status="draft")) == ["P04"]
    assert errors(story("I am 19.", date="2027-01-01")) == ["P04"]


def test_how_a_storyteller_speaks_is_never_corrected() -> None:
    assert codes(story("me and my mates was buzzin, it were proper mint, init", told_by="own-words")) == []


def test_no_kind_of_sample_is_accused_of_anything() -> None:
    assert ask(*(samples.document(kind) for kind in samples.KINDS if kind != "area")) == []


def test_a_signed_form_is_named_nowhere() -> None:
    assert errors(story("[The form](https://example.org/consent-ana.pdf)")) == ["C01"]
    assert errors(story("Read [how consent works](https://example.org/consent).")) == []


def test_a_story_that_changed_after_the_yes_names_the_day_of_the_yes() -> None:
    (found,) = ask(story(updated="2026-11-20", storyteller_approved_on="2026-11-10"))
    assert (found.level, found.field) == (Level.WARNING, "updated")
    assert "10 November 2026" in found.message
    assert codes(story(updated="2026-11-20", storyteller_approved_on="2026-11-20")) == []
