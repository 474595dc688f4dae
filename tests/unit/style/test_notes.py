"""Notes on how words read: few false alarms, none in quotes, and each asked-for word found in its context."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from plugins import style
from plugins.model import DOCUMENT_TYPES, Problem
from plugins.source import documents
from plugins.style.house_words import words
from plugins.style.reading import syllables
from plugins.style.spelling import meant_by
from tests.samples import text

PROSE = (Path(__file__).parent / "prose.md").read_text("utf-8")
KINDS = {kind.kind: kind for kind in DOCUMENT_TYPES}


def notes(body: str, kind: str = "page", *, every: bool = False, **fields: Any) -> list[Problem]:
    whole = text(kind, body=body, **fields)
    document, problems = documents.read(KINDS[kind], f"{KINDS[kind].folder}/keys.md", whole.encode())
    assert document, problems
    return list(style.notes(document, whole, every=every))


def said(body: str, **more: Any) -> list[str]:
    return [note.message.split("”")[0].strip("“") for note in notes(body, **more) if note.code == "W01"]


def test_ordinary_charity_prose_raises_at_most_one_false_alarm_in_a_hundred_lines() -> None:
    lines = PROSE.splitlines()
    found = [note for note in notes("\n\n".join(lines)) if note.code in {"W01", "W02", "R03", "D06"}]
    assert len(PROSE.split()) >= 3000
    assert len(found) <= len(lines) / 100, found


def test_minutes_with_names_laws_lists_and_scots_raise_no_more() -> None:
    lines = (Path(__file__).parent / "minutes.md").read_text("utf-8").splitlines()
    found = [note for note in notes("\n\n".join(lines)) if note.code in {"W01", "W02", "R03", "D06"}]
    assert len(found) <= len(lines) / 100, found


def test_no_british_spelling_and_no_word_of_scots_is_a_slip() -> None:
    scots = "aye wee bairn burn ken outwith dreich braw blether hame noo ony ane nae didnae cannae wean neep dug heid"
    british = "practise licence cheque programme grey kerb tyre enrol fulfil judgement learnt whilst organise colour"
    assert [word for word in f"{scots} {british}".split() if meant_by(word)] == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        "…",
        "1 2 3 4 5. " * 60,
        "🔑 " * 200,
        "ABC DEF. " * 80,
        "سلام دنیا. " * 80,
        "e.g. i.e. etc. " * 60,
        "a" * 9000,
    ],
)
def test_a_text_that_nobody_would_write_has_a_grade_or_none(words: str) -> None:
    document, _ = documents.read(KINDS["page"], "pages/keys.md", text("page").encode())
    assert document
    for note in style.notes(document, text("page", body=words)):
        if note.code == "R01":
            assert re.search(r"reads like age (?:1\d|2[01]|22 or more)\.", note.message)


def test_no_alarm_is_raised_inside_quotes() -> None:
    quoted = [line for line in PROSE.splitlines() if line[0] in "“‘" or "“" in line or '"' in line]
    assert len(quoted) == 5
    assert notes("\n\n".join(quoted), every=True) == []


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("He has three siblings.", "siblings"),
        ("She had contact with her mum on Sundays.", "contact with her mum"),
        ("They met at the contact centre.", "contact centre"),
        ("It was her fourth placement.", "placement"),
        ("After the placement breakdown he moved.", "placement breakdown"),
        ("The LAC team rang.", "LAC"),
        ("He is a looked-after child.", "looked-after child"),
        ("They go to respite at weekends.", "respite"),
        ("He absconded twice.", "absconded"),
        ("We saw challenging behaviour.", "challenging behaviour"),
        ("Three asylum seekers came.", "asylum seekers"),
        ("She dropped out in May.", "dropped out"),
        ("They are hard to reach groups.", "hard to reach"),
        ("He comes from a broken home.", "broken home"),
        ("We work with vulnerable young people.", "vulnerable young people"),
        ("She did well despite being in care.", "despite being in care"),
        ("He suffers from asthma.", "suffers from"),
        ("He committed suicide.", "committed suicide"),
        ("She is attention-seeking.", "attention-seeking"),
        ("He failed to engage.", "failed to engage"),
        ("He is a young offender.", "young offender"),
        ("We help the homeless.", "the homeless"),
        ("She is wheelchair-bound.", "wheelchair-bound"),
        ("Not like a normal family.", "normal family"),
        ("Our service users came.", "service users"),
        ("The youngsters cooked.", "youngsters"),
        ("Ten YPs came.", "YPs"),
        ("He was NEET for a year.", "NEET"),
        ("Ask your personal advisor.", "personal advisor"),
        ("Join us for care leavers week.", "care leavers week"),
        ("Come on 4/12/26 at noon.", "4/12/26"),
        ("It ends at 12am.", "12am"),
    ],
)
def test_a_word_that_young_people_asked_about_is_found_where_it_means_that(sentence: str, word: str) -> None:
    assert word.strip() in [found.strip() for found in said(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Contact us by phone, or use the contact details below.",
        "The contact centre of the bank is open. Ring the benefits contact centre.",
        "She starts a work placement in June.",
        "The Sibling Rights Campaign met.",
        "Ask for an adult carers’ respite week.",
        "She is at a Young Offender Institution.",
        "Go to Alcoholics Anonymous on Mondays.",
        "Put it in a case, just in case, with a phone case.",
        "My kids and our kids came, and kids’ clothes are free.",
        "The intensive care unit is a business unit.",
        "The Scottish Care Leavers Covenant is another thing.",
        "We held National Care Leavers’ Week in 2019.",
        "The disabled toilet and the homeless shelter are next door.",
        "Say brothers and sisters, not siblings.",
        "He reached the ball that was hard to reach from the tree.",
        "The new heating is in the system room.",
        "Write to `siblings@example.org` or see [our list](https://example.org/siblings).",
        "“He has siblings.”\n\n> She has siblings.",
        "/// quote | Ari\n\nI have two siblings.\n///",
    ],
)
def test_a_word_that_is_right_where_it_stands_is_left_alone(sentence: str) -> None:
    assert said(sentence) == []


def test_a_storyteller_s_own_words_are_left_alone_and_a_summary_of_ours_is_not() -> None:
    assert said("My siblings and my placement.", kind="story", told_by="own-words") == []
    assert said("His siblings came.", kind="story", told_by="staff-summary") == ["siblings"]


def test_each_word_is_explained_once_on_the_line_and_column_where_it_first_stands() -> None:
    (note,) = notes("Hello.\n\nOur siblings.\n\nMore siblings.")
    whole = text("page", body="Hello.\n\nOur siblings.\n\nMore siblings.").splitlines()
    assert whole[note.line - 1][note.column - 1 :].startswith("siblings")
    assert "brothers and sisters" in note.fix


def test_smaller_notes_are_said_only_when_asked_for() -> None:
    assert said("We utilise stakeholders.") == []
    assert said("We utilise stakeholders.", every=True) == ["stakeholders", "utilise"]


def test_each_entry_of_the_list_can_be_found() -> None:
    assert len(words()) > 110
    assert all(word.shape.pattern and word.say and word.why for word in words())


def test_a_long_sentence_is_shown_where_it_begins() -> None:
    (note,) = notes("Hello.\n\n" + " ".join(["word"] * 30) + ".")
    assert (note.code, note.message[:31]) == ("R02", "This sentence has 30 words: “wo")


def test_a_hard_section_names_its_age_and_its_three_hardest_sentences() -> None:
    hard = (
        "Notwithstanding aforementioned considerations, organisations should prioritise collaborative implementation. "
    )
    found = [note for note in notes("## How we decide\n\n" + hard * 18) if note.code == "R01"]
    assert len(found) == 1
    assert "“How we decide” reads like age" in found[0].message
    assert found[0].fix.count("\n- ") == 3


def test_plain_prose_is_not_hard() -> None:
    assert not [note for note in notes(PROSE.replace("\n", "\n\n")) if note.code in {"R01", "R02"}]


@pytest.mark.parametrize(
    ("word", "number"),
    [("radiator", 4), ("care", 1), ("leaver", 2), ("helped", 1), ("wanted", 2), ("houses", 2), ("little", 2), ("the", 1),
     ("idea", 3), ("people", 2), ("organisation", 5), ("queue", 1), ("being", 2), ("create", 2), ("anyone", 3)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_heard_give_or_take_one(word: str, number: int) -> None:
    assert abs(syllables(word) - number) <= 1


def test_letters_are_explained_or_asked_about() -> None:
    assert [note.code for note in notes("Ask CAMHS.")] == ["R03"]
    assert notes("Ask Child and Adolescent Mental Health Services (CAMHS). CAMHS can help.") == []
    assert notes("The BBC came, and the NHS, with a GP.") == []
    assert notes("The Merecombe Tenants Union (MTU) met. The MTU was loud.") == []


def test_a_weekday_that_is_another_is_asked_about() -> None:
    (note,) = notes("Come on Thursday 4 December 2026.")
    assert (note.code, note.message) == ("D06", "The text says Thursday 4 December 2026. That day is a Friday.")
    assert notes("Come on Friday 4 December 2026, or Friday the 4th of December 2026.") == []


def test_slips_of_spelling_are_found_and_words_of_care_are_none() -> None:
    assert [(n.code, n.fix) for n in notes("You will recieve a color.")] == [
        ("W02", "Did you mean “receive”?"),
        ("W02", "Did you mean “colour”?"),
    ]
    assert notes("The carers and the reps, with their nans, ate chips. Kenyon and Siobhan came.") == []


def test_other_languages_are_not_judged() -> None:
    assert notes("Siblings and placement.", lang="fr") == []
