"""A body's element tree becomes a tuple of blocks: running text, headings, and what editors opened with slashes."""

from __future__ import annotations

import html
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from plugins.model import Block, Prose
from plugins.model.blocks import Divider, Heading, Running
from plugins.model.problem import Finding, Level, Problem
from plugins.source import markup, sentences
from plugins.source.held import held
from plugins.source.links import Links, Said
from plugins.source.openings import BLOCKS, Opening, Scan, scan
from plugins.source.text import Text, plain_name
from plugins.source.typed import build, located, unknown
from plugins.source.wording import plain

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FIGURE = "/// figure | {name}\n    alt: {alt}\n    image_consent: illustration\n///"


@dataclass(frozen=True, slots=True)
class Body:
    """A body's blocks, the line of everything its sentences name, and what is wrong with it."""

    blocks: tuple[Block, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read(text: Text, after: int) -> Body:
    """Read what stands after a line of a file into blocks; the problems come in the order of the text."""
    lines = text.lines[after:]
    if not any(line.strip() for line in lines):
        return Body()
    problems = list(sentences.slips(text, after))
    if not any(problem.code == "F15" for problem in problems):
        scanned = scan(text.path, lines, after + 1)
        problems += scanned.problems
    if problems:
        return Body(problems=sorted(problems))
    reader = _Reader(text, after, scanned)
    reader.run()
    return Body(tuple(reader.blocks), reader.links.lines, sorted(reader.problems))


def anchor(words: str, taken: dict[str, int]) -> str:
    """Give a heading its id: its words in plain letters, with a number where another has them already."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    base = found = re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "part"
    while found in taken:
        taken[base] = taken.get(base, 1) + 1
        found = f"{base}-{taken[base]}"
    taken.setdefault(found, 1)
    return found


class _Reader:
    """Walks one body's tree from top to bottom."""

    def __init__(self, text: Text, after: int, scanned: Scan) -> None:
        self.text = text
        self.after = after
        self.scanned = scanned
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []
        self.links = Links(text, after)
        self.anchors: dict[str, int] = {}
        self.level = 1
        self.line = after + 1
        numbered = list(enumerate(text.lines[after:], after + 1))
        self.heading_lines = iter([number for number, line in numbered if line.startswith("#")])
        self.picture_lines = iter([number for number, line in numbered if "![" in line])

    def run(self) -> None:
        """Read the tree into ``blocks``, ``links`` and ``problems``."""
        root = markup.tree(self.scanned.markdown)
        self._inside(root)
        running: list[ET.Element] = []
        for element in root:
            if element.tag in {"h1", "h2", "h3", "hr"} or element.get("data-block") is not None:
                self._flush(running)
                self._part(element)
            else:
                if element.tag in _HEADINGS:
                    self._heading(element)
                running.append(element)
        self._flush(running)
        self._refuse(self.links.missing(frozenset(self.anchors)))

    def _refuse(self, said: Iterable[Said]) -> None:
        for line, code, message, fix in said:
            self.problems.append(Problem(path=self.text.path, line=line, field="", message=message, fix=fix, code=code))

    def _flush(self, running: list[ET.Element]) -> None:
        if running:
            self.blocks.append(Running(prose=markup.prose(running), line=self.line))
            running.clear()

    def _part(self, element: ET.Element) -> None:
        if element.tag == "hr":
            self.blocks.append(Divider(line=self.line))
        elif element.tag in _HEADINGS:
            words, level = self._heading(element), _HEADINGS[element.tag]
            self.blocks.append(Heading(level=level, text=words, anchor=anchor(words, self.anchors), line=self.line))
        else:
            opening = self.scanned.openings[int(element.get("data-block", "0"))]
            self.line = opening.line
            self._block(opening, element)

    def _heading(self, element: ET.Element) -> str:
        """Judge a heading and give its words."""
        self.line = next(self.heading_lines, self.line)
        words, level = plain(element), _HEADINGS[element.tag]
        if not words:
            self._refuse([(self.line, "A03", "This heading has no words.", "Write some, or take the line out.")])
        if Prose.OPEN in words or element.find(".//a") is not None:
            fix = "Put links and {…} into the text below it."
            self._refuse([(self.line, "A03", "A heading is words only.", fix)])
        if level == 1:
            fix = "The title is the only heading with one #. Use ## here."
            self._refuse([(self.line, "A03", "This heading has one #.", fix)])
        elif level > self.level + 1:
            message = f"This jumps from {'#' * self.level} to {'#' * level}."
            self._refuse([(self.line, "A03", message, f"Use {'#' * (self.level + 1)} here.")])
        self.level = level
        return words

    def _block(self, opening: Opening, element: ET.Element) -> None:
        kind, fixed = BLOCKS[opening.name]
        if wrong := list(_opening_findings(kind, opening)):
            self.problems += located(wrong, self.text.path, opening.option_lines, opening.line)
            return
        values: dict[str, Any] = dict(opening.options)
        if opening.argument:
            values[kind.argument] = opening.argument
        found, slip = held(kind, opening, element)
        if slip:
            self._refuse([(opening.line, "F20", *slip)])
        block, findings = build(kind, values, {**fixed, **found, "line": opening.line})
        findings = [_after_the_bar(finding, kind, opening) for finding in findings]
        findings += block.findings() if block else ()
        self.problems += located(findings, self.text.path, opening.option_lines, opening.line)
        if block:
            self.blocks.append(block)

    def _note(self, element: ET.Element, message: str, fix: str) -> None:
        """Note something that may not be meant as it is read, on the first line of it."""
        first = html.unescape("".join(element.itertext())).strip().partition("\n")[0]
        line = self.text.line_of(first, self.after)
        self.problems.append(Problem(self.text.path, line, "", message, fix, "F23", Level.WARNING))

    def _inside(self, root: ET.Element) -> None:
        """Look at everything that may stand anywhere: links, pictures, headings where none may be."""
        top = set(root)
        for element in root.iter():
            if element.tag == "img":
                message = "A picture needs its own block, with its consent and what it shows."
                self._refuse([(next(self.picture_lines, self.line), "A01", message, _figure(element))])
            elif element.tag == "a":
                self._refuse(self.links.look(element))
            elif element.tag == "pre":
                message = "This begins with four spaces or more, so it is shown as code, in narrow letters."
                self._note(element, message, "Take the spaces at the beginning of the line out.")
            elif element.tag == "p" and (element.text or "").lstrip().startswith("|"):
                message = "This looks like a table, and is shown as a text with bars in it."
                self._note(element, message, "Put a line under its first row, with as many parts: | --- | --- |")
            elif element.tag in _HEADINGS and element not in top:
                fix = "Put it above the block or list, or make the words bold: **words**."
                words = plain(element)
                message = f"The heading “{words[:60]}” stands inside a block, a quote or a list."
                self._refuse([(self.text.line_of(words or "#", self.after), "A03", message, fix)])
            element.attrib.pop("style", None)
            if element.tag != "abbr":
                element.attrib.pop("title", None)


def _figure(picture: ET.Element) -> str:
    """Write a picture of a sentence as the block that it should be."""
    stem, dot, ending = html.unescape(picture.get("src", "")).rpartition("/")[2].rpartition(".")
    name = f"{plain_name(stem)}.{plain_name(ending)}" if dot else "first-keys-1.jpg"
    return _FIGURE.format(name=name, alt=" ".join(picture.get("alt", "").split()) or "Two keys on a ribbon")


def _opening_findings(kind: type[Block], opening: Opening) -> Iterator[Finding]:
    known = kind.options()
    for key in opening.options:
        if key not in known:
            yield unknown(key, known, "option of this block")
    if opening.argument and not kind.argument:
        message = f"“{opening.name}” takes nothing after a bar."
        yield Finding(field="", code="F20", message=message, fix="Take it out.")


def _after_the_bar(finding: Finding, kind: type[Block], opening: Opening) -> Finding:
    """Say of what is missing after the bar that it belongs there."""
    if opening.argument or finding.field != kind.argument:
        return finding
    about = kind.model_fields[kind.argument].description or ""
    message = f"“{opening.name}” needs something after a bar. {about}"
    return Finding(field="", code="F20", message=message, fix=f"Write it like: /// {opening.name} | {kind.argument}")
