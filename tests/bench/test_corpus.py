"""The corpus that builds are measured with is whole: every field and block, the sizes of the goals, and no fault."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from statistics import mean

import pytest

from plugins import source
from plugins.model import BLOCK_TYPES, DOCUMENT_TYPES, Document
from plugins.model.blocks import Divider, Heading, Running
from plugins.model.clock import LONDON
from plugins.press.judged import found_problems
from plugins.press.porch import library_of
from tests.bench.corpus import NOW, Setting, items, lay
from tests.bench.peers.plain import documents

UNUSED = {
    "translations",
    "easy_read",
    "content_note",
    "second_check",
    "example",
    "decorative",
    "supports",
    "easy_read_of",
    "translation_of",
}
"""Fields that cost a build nothing of their own, or that made-up words must not have."""
MIXED = ("newsletter", "story", "event", "offer")
NOT_WRITTEN = {Heading, Divider, Running}
"""Blocks that Markdown writes without slashes."""


def test_it_has_the_mix_and_the_sizes_of_the_goals() -> None:
    lengths = defaultdict(list)
    for item in items(Setting(1_000)):
        lengths[item.kind].append(len(item.text.encode()))
    assert [len(lengths[kind]) for kind in MIXED] == [100, 300, 400, 200]
    assert 8_000 < mean(lengths["newsletter"]) < 10_000
    assert 3_500 < mean(lengths["story"]) < 4_500
    letters = [len(item.text.encode()) for item in items(Setting(100, letters=True)) if item.kind == "newsletter"]
    assert 16_500 < mean(letters) < 19_500


def test_the_same_seed_gives_the_same_texts_and_another_gives_others() -> None:
    first, again, other = ([item.text for item in items(Setting(50, seed))] for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_no_sentence_of_a_document_is_in_another() -> None:
    who: defaultdict[str, set[str]] = defaultdict(set)
    for item in items(Setting(12_000)):
        for sentence in re.findall(r"[^.|/{}\n]{60,}", f"{item.fields['summary']}\n{item.body}"):
            who[sentence.strip("-* ")].add(f"{item.kind}:{item.slug}")
    assert [(sentence, found) for sentence, found in who.items() if len(found) > 1] == []


OVER = "C06"
"""What is over is left out of what names it: so it is in any old newsletter."""


@pytest.mark.parametrize("setting", [Setting(300, pictures=True), Setting(35), Setting(20, letters=True)])
def test_nothing_is_wrong_with_it(setting: Setting, tmp_path: Path) -> None:
    lay(tmp_path / "content", setting)
    reading = source.read(tmp_path / "content")
    library = library_of(reading, datetime.fromisoformat(NOW).replace(tzinfo=LONDON))
    found = found_problems(reading, library, source.Blank())
    assert [str(problem) for problem in found if problem.code != OVER] == []


def test_every_field_and_block_is_used() -> None:
    every = list(items(Setting(1_000, pictures=True)))
    used: defaultdict[str, set[str]] = defaultdict(set)
    for item in every:
        used[item.kind] |= set(item.fields)
    shared = set(Document.editor_fields())
    for kind in (kind for kind in DOCUMENT_TYPES if kind.kind in MIXED):
        own = {field.alias or name for name, field in kind.editor_fields().items() if name not in shared}
        assert own - used[kind.kind] - UNUSED == set(), f"{kind.label}: write these into tests/bench/corpus"
    assert shared - {name for kind in MIXED for name in used[kind]} - UNUSED == set()
    bodies = "\n".join(item.body for item in every)
    assert [block.name for block in BLOCK_TYPES if block not in NOT_WRITTEN and f"/// {block.name}" not in bodies] == []


def test_peers_get_what_visitors_see_and_no_block_of_ours() -> None:
    found = list(documents(Setting(300)))
    assert len(found) == sum(item.seen for item in items(Setting(300))) - 1, "each peer makes its own home page"
    for item, _, body in found:
        assert "///" not in body, item.path
        assert "](story:" not in body, item.path
        assert len(body) > len(item.body) * 0.6, item.path
