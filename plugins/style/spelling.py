"""Slips of spelling that codespell knows, and American spellings; words of care are not slips."""

from __future__ import annotations

import re
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
def slips() -> dict[str, str]:
    """Give every slip there is, with what was meant: codespell's list, and its list of the two Englishes backwards."""
    data = files("codespell_lib").joinpath("data")
    found = _read(data.joinpath("dictionary.txt").read_text("utf-8"))
    for british, american in _read(data.joinpath("dictionary_en-GB_to_en-US.txt").read_text("utf-8")).items():
        if "," not in american and american not in _AMERICAN:
            found.setdefault(american, british)
    for word in GLOSSARY:
        found.pop(word, None)
    return found


def _read(text: str) -> dict[str, str]:
    return {slip: meant for slip, _, meant in (line.partition("->") for line in text.splitlines())}


def spelling_notes(passages: Sequence[Passage]) -> Iterator[Note]:
    """Point at the first place of each slip. Words with capitals are left alone: most are names."""
    seen: set[str] = set()
    for passage in passages:
        for match in _WORD.finditer(passage.text):
            meant = slips().get(match[0], "")
            if meant and match[0] not in seen:
                seen.add(match[0])
                yield passage, match.start(), "W02", f"“{match[0]}” looks like a slip of spelling.", _offer(meant)


def _offer(meant: str) -> str:
    several = [part.strip() for part in meant.split(",") if part.strip()]
    choices = [part for part in several if " " not in part or len(several) == 1] or several
    return f"Did you mean {' or '.join(f'“{choice}”' for choice in choices[:3])}?"
