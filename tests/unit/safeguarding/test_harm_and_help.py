"""What readers are warned of, which help stands beside it, and what is not told at all (SG-25 to SG-29)."""

from __future__ import annotations

import re

import pytest

from plugins import safeguarding
from plugins.model import Provider
from plugins.model.taxonomy import ContentNote
from plugins.safeguarding.clues import CLUES
from plugins.safeguarding.contacts import TRACES
from plugins.safeguarding.details import ALWAYS, NEARBY
from plugins.safeguarding.topics import TOPICS
from tests import samples
from tests.unit.safeguarding.asking import ask, errors, story

SENSITIVE = [
    ("suicide", "I thought of suicide that night."),
    ("suicide", "She tried to kill herself."),
    ("suicide", "I did not want to be alive."),
    ("self-harm", "I used to self-harm."),
    ("self-harm", "I was burning myself."),
    ("abuse", "I was abused there."),
    ("sexual-harm", "He molested people."),
    ("violence-at-home", "My stepdad hit me."),
    ("racism", "It was a racist letter."),
    ("discrimination", "There was homophobia in that home."),
    ("drugs-alcohol", "Somebody was dealing drugs."),
    ("eating", "I had an eating disorder."),
    ("death-grief", "My nan died in spring."),
    ("death-grief", "After the funeral we ate chips."),
    ("homelessness", "I slept rough for a week."),
    ("prison-police", "He is in prison."),
    ("family-separation", "I was taken into care at four."),
    ("pregnancy-loss", "I had a miscarriage."),
    ("asylum-war", "There was a war where I lived."),
]
HARMLESS = [
    "We died laughing, and I nearly died of embarrassment.",
    "You are killing it, and I killed myself laughing.",
    "We watched Suicide Squad. It was career suicide for all of them.",
    "I took my life into my hands and took my life forward.",
    "I cut myself a slice, and cut myself some slack.",
    "I burned myself cooking.",
    "My phone died, and the boiler died too.",
    "Good grief, what a cake.",
    "A field of rapeseed. The dog was groomed.",
    "He beat me at chess, and Mum beat me to the door.",
    "Tug of war, Star Wars and a bath bomb.",
    "It hit me that I was home.",
    "A prison of my own making, and the food was to die for.",
    "A miscarriage of justice in a film.",
    "I lost my mum in the shop, for a minute.",
    "Non-alcoholic ginger beer. I overdosed on cake.",
    "A warm award toward the wardrobe; skills, therapists, grapes.",
]


@pytest.mark.parametrize(("note", "words"), SENSITIVE)
def test_sensitive_words_ask_for_their_content_note(note: str, words: str) -> None:
    (found,) = (p for p in ask(story(words, identity="anonymous")) if p.code == "H01")
    assert found.stops
    assert f"content_note: [{note}]" in found.fix
    noted = story(words, identity="anonymous", content_note=f"[{note}]", supports="[samaritans]")
    assert "H01" not in errors(noted)


@pytest.mark.parametrize("words", HARMLESS)
def test_sayings_that_only_sound_sensitive_ask_for_nothing(words: str) -> None:
    assert errors(story(words)) == []


def test_every_content_note_has_its_words() -> None:
    assert [topic.note for topic in TOPICS if not any(note == topic.note for note, _ in SENSITIVE)] == []
    assert {topic.note for topic in TOPICS} == set(ContentNote)


def test_shapes_that_ignore_capitals_are_written_in_small_letters() -> None:
    shapes = [topic.words for topic in TOPICS] + [trace.shape for trace in TRACES] + [clue.shape for clue in CLUES]
    for shape in (*shapes, ALWAYS, NEARBY):
        if shape.flags & re.IGNORECASE:
            written = re.sub(r"\\[WSDB]", "", shape.pattern)
            assert written == written.lower()


def test_a_missing_note_is_told_with_its_line_and_its_words() -> None:
    (found,) = ask(story("Quiet.\n\n## Later\n\nI was in prison."))
    heading = next(block.line for block in story("Quiet.\n\n## Later\n\nI was in prison.").body if block.line > 0)
    assert found.path == "stories/first-keys.md"
    assert found.line >= heading
    assert "prison" in found.message
    (found,) = ask(story(title="My week in prison"))
    assert (found.field, found.line) == ("title", 2)


def test_grave_words_count_in_news_too_and_lighter_ones_only_in_what_young_people_tell() -> None:
    assert errors(samples.document("newsletter", body="He was abused.\n\n/// get-help\n///")) == ["H01"]
    assert errors(samples.document("newsletter", body="We talk about racism.\n\n/// get-help\n///")) == []


def test_pages_that_readers_open_for_help_may_name_what_they_help_with() -> None:
    assert errors(samples.document("page", body="If you think of suicide, ring somebody.", page_kind="help")) == []
    assert errors(samples.document("page", body="If you think of suicide, ring somebody.")) == ["H01"]


def test_a_content_note_has_a_help_line_for_each_nation_shown() -> None:
    line = samples.library().supports["samaritans"].model_copy(update={"nations": ("england",)})
    noted = story("Quiet.", content_note="[abuse]", supports="[samaritans]")
    (found,) = safeguarding.problems([noted], {"samaritans": line}, samples.NOW)
    assert (found.code, found.field, found.stops) == ("H01", "supports", True)
    assert "Scotland" in found.message
    assert errors(noted) == []


def test_a_content_note_has_a_help_line_for_each_nation_that_is_named() -> None:
    line = samples.library().supports["samaritans"].model_copy(update={"nations": ("england",)})
    both = story("Quiet.", content_note="[abuse]", supports="[samaritans]", nations="[england, northern-ireland]")
    (found,) = safeguarding.problems([both], {"samaritans": line}, samples.NOW)
    assert "Northern Ireland" in found.message
    one = story("Quiet.", content_note="[abuse]", supports="[samaritans]", nations="[england]")
    assert list(safeguarding.problems([one], {"samaritans": line}, samples.NOW)) == []


@pytest.mark.parametrize("kind", ["page", "newsletter", "story"])
def test_a_help_line_s_number_is_right_wherever_it_stands(kind: str) -> None:
    for body in ("Call 116 124 at any time.", "Ring [the line](tel:116124).", "Text the word to 85259."):
        (found,) = (p for p in ask(samples.document(kind, body=f"{body}\n\n/// get-help\n///")) if p.code == "H02")
        assert found.stops
        assert "{support: " in found.fix
    (found,) = ask(samples.document(kind, summary="Call 116 132 if the night is long, and somebody will answer you."))
    assert found.field == "summary"
    assert "116 123" in found.message


@pytest.mark.parametrize(
    "body",
    [
        "Call 116 123, or 116123.",
        "We raised £116,124 and 116 125 people came.",
        "Call us on 01632 960 114.",
        "Text SHOUT to 85258.",
        "On 2026-11-20 there were 85 268 visits.",
    ],
)
def test_other_numbers_are_left_alone(body: str) -> None:
    assert errors(samples.document("page", body=body)) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Ring Larkfield College on 01632 960 354.", ["H02"]),
        ("Ring Larkfield College on 01632 960 345.", []),
        ("Ring Larkfield College on 01632 960 402, where the solicitors are.", []),
        ("Ring Larkfield College on 020 7946 0123.", []),
        ("Ring the college next door on 01632 960 354.", []),
    ],
)
def test_a_provider_s_number_beside_their_name_is_the_one_on_the_list(body: str, found: list[str]) -> None:
    college = Provider(id="larkfield-college", name="Larkfield College", about="A college.", phone="01632 960 345")
    firm = Provider(id="morrow", name="Morrow & Pine", about="A law firm.", phone="01632 960 402")
    around = safeguarding.Circumstances({}, (), frozenset(), samples.NOW, providers={"a": college, "b": firm})
    told = list(safeguarding.problems_of(samples.document("page", body=body), around))
    assert [problem.code for problem in told] == found
    assert not any(problem.stops for problem in told)


HOW = [
    "I took thirty tablets.",
    "He hanged himself.",
    "I was cutting my arms.",
    "She overdosed on paracetamol.",
]


@pytest.mark.parametrize("body", HOW)
def test_a_method_or_a_quantity_waits_for_a_second_person(body: str) -> None:
    noted = {"content_note": "[suicide, self-harm, drugs-alcohol]", "supports": "[samaritans]", "identity": "anonymous"}
    assert errors(story(body, **noted)) == ["H03"]
    assert errors(story(body, **noted, second_check="safeguarding lead")) == []


def test_a_place_or_a_tool_counts_only_where_a_text_is_about_suicide() -> None:
    body = "I stood on the bridge."
    assert errors(story(body)) == []
    assert errors(story(body, content_note="[suicide]", supports="[samaritans]")) == ["H03"]
    for words in ("I cut the bread with a knife, and hung up.", "I cut my arms off the jumper.", "Take 2 paracetamol."):
        assert errors(story(words)) == []
