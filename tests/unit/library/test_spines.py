"""A spine says the same of a document as the document itself, at every instant."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plugins import source
from plugins.library import Spine, spine
from plugins.library.changes import moments
from plugins.library.spine import bits
from plugins.model import Channel, Document
from plugins.model.clock import LONDON
from tests import samples

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = source.read(ROOT / "content").documents
DAYS = [datetime(2015, 1, 1, tzinfo=LONDON) + timedelta(days=step) for step in range(0, 6000, 250)]
MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize("document", SAMPLE, ids=lambda document: document.id)
def test_a_spine_knows_who_may_carry_a_document_and_whether_it_is_over(document: Document) -> None:
    found = spine(document)
    own = [moment + step for moment in moments(document) for step in (-MOMENT, timedelta(), MOMENT)]
    for moment in (*DAYS, *own):
        phase = found.phases[found.phase(moment.timestamp())]
        carried = bits(*(c for c in Channel if document.live(moment) and document.allowed(c, moment)))
        assert (phase.carried, phase.ended) == (carried, document.ended(moment)), moment


@pytest.mark.parametrize("document", SAMPLE, ids=lambda document: document.id)
def test_a_spine_comes_back_as_it_was(document: Document) -> None:
    assert Spine.of(spine(document).written()) == spine(document)


def test_other_words_in_a_body_leave_the_card_as_it_is_and_another_title_does_not() -> None:
    first, words, title = (
        samples.document("story", **change)
        for change in ({}, {"body": "## Other\n\nWords."}, {"title": "Another title"})
    )
    assert spine(first).card == spine(words).card != spine(title).card
    assert len({document.digest for document in (first, words, title)}) == 3


def test_a_new_pointer_in_a_body_is_another_card() -> None:
    pointing = samples.document("story", body="## Where\n\n[All offers](/offers/) are there.")
    assert spine(pointing).card != spine(samples.document("story", body="## Where\n\nAll offers are there.")).card


def test_another_end_is_another_outline_because_lists_of_what_is_over_go_by_it() -> None:
    ends = ("2026-12-31 23:00", "2027-01-01 01:00")
    first, later = (spine(samples.document("event", start="2026-12-31 20:00", end=end)) for end in ends)
    assert first.outline != later.outline
