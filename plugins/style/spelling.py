"""Slips of spelling that codespell knows, and American spellings; words of care are not slips."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from plugins.style.house_words import Note
from plugins.style.passages import Passage

GLOSSARY = frozenset(
    """ane ans carers carer co-ops cooker hub lets nan nans noo ony placement reps rep ser te ther theirs wee
    whanau""".split()  # noqa: SIM905 - words are read as words
)
"""Words of ours, of families and of Scotland that the dictionary takes for slips."""
_AMERICAN = frozenset(
    """analog check checks curb disk draft gray gage jail license licensed licensing meter meters practice practiced
    practicing program programs story stories tire tires ton tons inquiry inquiries skeptical""".split()  # noqa: SIM905 - words are read as words
)
"""American spellings that are British words too, with another meaning."""
_WORD = re.compile(r"(?<![\w@#/.’'-])[a-z]{3,}(?![\w@/’'-]|\.\w)")


@cache
def _known() -> list[str]:
    """Give codespell's list, sorted, so that a word is found without a table of all: most texts have no slip."""
    return sorted(files("codespell_lib").joinpath("data/dictionary.txt").read_text("utf-8").splitlines())


@cache
def _americans() -> dict[str, str]:
    """Give each American spelling with the British one: codespell's list of the two Englishes backwards."""
    text = files("codespell_lib").joinpath("data/dictionary_en-GB_to_en-US.txt").read_text("utf-8")
    pairs = (line.split("->") for line in text.splitlines())
    return {american: british for british, american in pairs if "," not in american and american not in _AMERICAN}


def meant_by(word: str) -> str:
    """Give what was meant by a slip of spelling, with commas between several; nothing for a word that is none."""
    if word in GLOSSARY:
        return ""
    known, begins = _known(), f"{word}->"
    at = bisect_left(known, begins)
    if at < len(known) and known[at].startswith(begins):
        return known[at].removeprefix(begins)
    return _americans().get(word, "")


def spelling_notes(passages: Sequence[Passage]) -> Iterator[Note]:
    """Point at the first place of each slip. Words with capitals are left alone: most are names."""
    seen: set[str] = set()
    for passage in passages:
        for match in _WORD.finditer(passage.text):
            meant = meant_by(match[0])
            if meant and match[0] not in seen:
                seen.add(match[0])
                yield passage, match.start(), "W02", f"“{match[0]}” looks like a slip of spelling.", _offer(meant)


def _offer(meant: str) -> str:
    several = [part.strip() for part in meant.split(",") if part.strip()]
    choices = [part for part in several if " " not in part or len(several) == 1] or several
    return f"Did you mean {' or '.join(f'“{choice}”' for choice in choices[:3])}?"
