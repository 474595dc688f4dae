"""The words of a file that people read, line by line, with everything covered that is not for us to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plugins.model import Document, Story
from plugins.model.story import ToldBy

FIELDS = frozenset(
    """title summary subject preheader what_helped strapline slogan about note status_note how_to_claim catch ended_note
    proud_of ask_me_about thanks question travel food cost childcare bring_someone online_how what_it_means who_for
    other_rules""".split()  # noqa: SIM905 - words are read as words
)
"""The fields that hold sentences, in the top part of a file."""

_OPEN = re.compile(r" {0,3}/{3,} *(?P<name>[\w-]+) *(?:\|(?P<argument>.*))?")
_CLOSE = re.compile(r" {0,3}/{3,} *")
_OPTION = re.compile(r"(?: {4,}|\t+)\S")
_KEY = re.compile(r"(?P<lead>(?P<key>[a-z_]+): +)(?P<value>\S.*)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)]|:)\s+")
_QUOTES = (
    re.compile(r"“[^”]*(?:”|$)"),
    re.compile(r'(?<![\w"])"[^"]*(?:"(?!\w)|$)'),
    re.compile(r"(?<!\w)‘(?:[^’]|’(?=\w))*’(?!\w)"),
    re.compile(r"(?<!\w)'(?=\w)[^'\n]{0,200}?\w[.,!?]?'(?!\w)"),
)
_CODE = re.compile(
    r"`[^`]*`|\{[^{}]*\}|\]\([^()\s]*(?:\([^()]*\)[^()]*)*\)|<?https?://[^\s>)]+>?|[\w.+-]+@[\w.-]+\.\w+"
)
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)|[\[\]]|\\(?=\W)")
_SAID_BY_OTHERS = frozenset({"quote", "poem"})
BLANK = "\x1f"
"""Stands for each letter that is covered, so that columns stay."""


class Shape(StrEnum):
    """What a line is a part of."""

    FIELD = "field"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands on one line: its words in their places, and where the first of them is."""

    text: str
    line: int
    column: int
    shape: Shape
    field: str = ""
    follows: bool = False
    """Whether it goes on from the line before."""


def passages(document: Document, text: str) -> Iterator[Passage]:
    """Give each line of a document's file that is read, without quotes, addresses and other people's own words."""
    lines = [line.rstrip() for line in text.removeprefix("\ufeff").splitlines()]
    close = next((at for at, line in enumerate(lines[1:], 1) if line == "---"), len(lines))
    yield from _fields(lines[:close])
    if not (isinstance(document, Story) and document.told_by is ToldBy.OWN_WORDS):
        yield from _body(lines, close + 1)


def _fields(lines: Sequence[str]) -> Iterator[Passage]:
    for number, line in enumerate(lines, 1):
        match = _KEY.fullmatch(line)
        if match and match["key"] in FIELDS:
            value = match["value"]
            if value[0] == value[-1] == '"' and len(value) > 1:
                value = BLANK + value[1:-1] + BLANK
            yield Passage(_covered(value), number, len(match["lead"]) + 1, Shape.FIELD, match["key"])


def _body(lines: Sequence[str], start: int) -> Iterator[Passage]:
    block, options, open_quote, before = "", False, False, False
    for number, line in enumerate(lines[start:], start + 1):
        if opened := _OPEN.fullmatch(line):
            block, options, open_quote, before = opened["name"].lower(), True, False, False
            continue
        if _CLOSE.fullmatch(line):
            block, before = "", False
            continue
        options = options and bool(_OPTION.match(line))
        if not line.strip():
            open_quote, before = False, False
        elif not options and block not in _SAID_BY_OTHERS and not line.lstrip().startswith(">"):
            covered, open_quote = _over_lines(line, open_quote=open_quote)
            found = _passage(covered, number, follows=before)
            yield found
            before = found.shape in {Shape.PROSE, Shape.ITEM}


def _over_lines(line: str, *, open_quote: bool) -> tuple[str, bool]:
    """Cover quotes, also those that began on a line before; say whether one goes on."""
    if open_quote:
        inside, mark, rest = line.partition("”")
        if not mark:
            return BLANK * len(line), True
        line = BLANK * (len(inside) + 1) + rest
    goes_on = line.count("“") > line.count("”")
    return _covered(line), goes_on


def _passage(line: str, number: int, *, follows: bool) -> Passage:
    item = _ITEM.match(line)
    if line.startswith("#"):
        return Passage(line.lstrip("#"), number, len(line) - len(line.lstrip("#")) + 1, Shape.HEADING)
    if item:
        return Passage(line[item.end() :], number, item.end() + 1, Shape.ITEM)
    shape = Shape.ROW if line.lstrip().startswith("|") or " | " in line else Shape.PROSE
    return Passage(line, number, 1, shape, follows=follows)


def _covered(text: str) -> str:
    """Cover what nobody reads or somebody else said."""
    for shape in (_CODE, *_QUOTES, _MARKS):
        text = shape.sub(lambda match: BLANK * len(match[0]), text)
    return text
