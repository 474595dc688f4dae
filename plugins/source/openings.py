"""Where the blocks of a body open and close, found before Markdown reads it, so that each keeps its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.model import BLOCK_TYPES, DOCUMENT_TYPES, Block, Listing, Problem, Reference
from plugins.source import front
from plugins.source.bounds import MOST_BLOCKS
from plugins.source.plainly import nearest, said_back

_OPEN = re.compile(r" {0,3}/{3,} *(?P<name>[\w-]+) *(?:\|(?P<argument>.*))?")
_CLOSE = re.compile(r" {0,3}/{3,} *")
_ALMOST = re.compile(r" {0,3}//|(?:[ \t>*+-]|\d{1,9}[.)])*///")
_LIKE_AN_OPTION = re.compile(r" {0,3}(?P<name>[a-z_]+): +\S.*")

BLOCKS: dict[str, tuple[type[Block], dict[str, str]]] = {
    **{block.name: (block, {}) for block in BLOCK_TYPES},
    **{kind.kind: (Reference, {"kind": kind.kind}) for kind in DOCUMENT_TYPES},
    **{kind.folder: (Listing, {"kind": kind.kind}) for kind in DOCUMENT_TYPES},
}
"""Every word that may follow the slashes: the block's class, and what the word itself says."""


_WORDS = re.compile(r" {0,3}/{2,} *(?P<words>[A-Za-z][\w -]*?) *(?P<mark>(?:[:|]| [–-] ) *(?P<rest>.*))?")


GUESSED = 80
"""A longer line than this is no slip in a few words, and nothing is guessed from it."""


def _meant(line: str) -> str:
    """Say how an opening is written, with what a line likely meant."""
    if not line.strip(" /"):
        return "Change it to: ///"
    fix = "Write three slashes, a space and the block's name: /// quote | Ari"
    found = _WORDS.fullmatch(line) if len(line) <= GUESSED else None
    if not found:
        return fix
    for first in (r"\w+[ _-]+\w+", r"\w+"):
        parts = re.fullmatch(rf"({first})(?:[ _-]+(.*))?", found["words"])
        name = re.sub("[ _]+", "-", parts[1].lower()) if parts else ""
        if parts and name in BLOCKS:
            rest = " ".join(filter(None, (parts[2], found["rest"])))
            return f"Change it to: /// {name}{f' | {rest}' if rest else ''}"
    return fix


@dataclass(slots=True)
class Opening:
    """A block as an editor opened it: its name, what follows the bar, its options and the lines it holds."""

    name: str
    argument: str
    line: int
    options: dict[str, Any] = field(default_factory=dict)
    option_lines: dict[str, int] = field(default_factory=dict)
    held: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Scan:
    """A body with each block's header replaced by its number, so that Markdown sees no options."""

    markdown: str = ""
    openings: list[Opening] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def scan(path: str, lines: Sequence[str], first_line: int) -> Scan:
    """Find every block; ``first_line`` is the number of the body's first line in its file."""
    scanner = _Scanner(path, lines, first_line)
    scanner.run()
    return scanner.found


class _Scanner:
    """Goes through a body line by line."""

    def __init__(self, path: str, lines: Sequence[str], first_line: int) -> None:
        self.path = path
        self.lines = lines
        self.first_line = first_line
        self.found = Scan()
        self.out: list[str] = []
        self.current: Opening | None = None
        self.almost = False
        """Whether something before looks like an opening, whose end closes nothing else."""

    def run(self) -> None:
        index = 0
        while index < len(self.lines):
            line, number = self.lines[index], self.first_line + index
            index += 1
            if "//" not in line:
                self._keep(line)
            elif opened := _OPEN.fullmatch(line):
                index = self._open(opened, number, index)
            elif _CLOSE.fullmatch(line):
                self._close(number)
            else:
                if _ALMOST.match(line):
                    self._refuse(number, "This looks like a block, but is none.", _meant(line))
                    self.almost = True
                self._keep(line)
        self._unclosed()
        if len(self.found.openings) > MOST_BLOCKS:
            message = f"There are more than {MOST_BLOCKS} blocks in this text."
            self._refuse(self.found.openings[MOST_BLOCKS].line, message, "Make several documents of it.")
        self.found.markdown = "\n".join(self.out)

    def _keep(self, line: str) -> None:
        if self.current:
            self.current.held.append(line)
        self.out.append(line)

    def _open(self, opened: re.Match[str], number: int, index: int) -> int:
        if self.current:
            self._unclosed(" One block cannot stand inside another.")
            self.out += ["", "///", ""]
        opening = Opening(opened["name"].lower(), (opened["argument"] or "").strip(), number)
        index = self._options(opening, index)
        if opening.name not in BLOCKS:
            near = nearest(opening.name, BLOCKS)
            fix = f"Did you mean “{near}”?" if near else f"Use one of: {', '.join(BLOCKS)}."
            self._refuse(number, f"There is no block called {said_back(opened['name'])}.", fix)
        self.out += ["", f"/// block | {len(self.found.openings)}", ""]
        self.found.openings.append(opening)
        self.current = opening
        return index

    def _close(self, number: int) -> None:
        if self.current is None and not self.almost:
            self._refuse(number, "This /// closes nothing.", "Take the line out, or open a block above it.")
        self.current, self.almost = None, False
        self.out += ["", "///", ""]

    def _options(self, opening: Opening, index: int) -> int:
        """Read the indented lines right under an opening; give the index of the line after them."""
        start = index
        while index < len(self.lines) and re.match(r"(?: {4,}| *\t\s*)\S", self.lines[index]):
            index += 1
        if index > start:
            indented = [line.removeprefix("    ") for line in self.lines[start:index]]
            read = front.read(self.path, indented, self.first_line + start)
            self.found.problems += read.problems
            opening.options = read.values
            opening.option_lines = read.lines
        block = BLOCKS.get(opening.name)
        while block and index < len(self.lines) and (like := _LIKE_AN_OPTION.fullmatch(self.lines[index])):
            if like["name"] not in block[0].options():
                break
            number, name = self.first_line + index, like["name"]
            message = f"This looks like the option “{name}”, but stands where the text begins."
            self._refuse(number, message, f"Indent it by four spaces: “    {name}: …”, right under the opening line.")
            index += 1
        return index

    def _unclosed(self, more: str = "") -> None:
        if self.current:
            message = f"The block “{self.current.name}” opens here and is not closed before the next one or the end."
            self._refuse(self.current.line, message, f"Add /// on a line of its own where it ends.{more}")

    def _refuse(self, line: int, message: str, fix: str) -> None:
        self.found.problems.append(Problem(self.path, line, "", message, fix, "F20"))
