"""Front matter, read as text first: every value a string, every key with its line, nothing guessed.

YAML's own guesses lose editors' data: 18:30 becomes 1110, 0750 becomes 488, #NCLM nothing, and of
two equal keys the last wins. So the lines are looked at before a YAML parser sees them, and the
parser's events are read without its types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from plugins.model.problem import Problem
from plugins.source.bounds import DEEPEST, LONGEST_FRONT
from plugins.source.letters import unseen
from plugins.source.slips import KEY, meant, slips
from plugins.source.text import Text

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Front:
    """What the front matter says: strings in mappings and lists, and the line of each field."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def split(text: Text) -> tuple[list[str], int, list[Problem]]:
    """Give the lines of the front matter and the number of the line that closes it."""
    edge = YAMLHandler.FM_BOUNDARY
    if not text.lines or not edge.fullmatch(text.lines[0]):
        fix = "Make --- the first line, then the fields, then --- again. clnm new begins such a file."
        return [], 0, [_problem(text.path, 1, "F06", "The file must begin with a line of three hyphens.", fix)]
    close = next((number for number, line in enumerate(text.lines[1:], 2) if edge.fullmatch(line)), 0)
    if not close:
        last = 1
        for number, line in enumerate(text.lines[1:], 2):
            if KEY.fullmatch(line.rstrip()) or line.startswith((" ", "- ")):
                last = number
            elif not line.startswith("# "):
                break
        message = "The top part of the file has no closing ---."
        return [], 0, [_problem(text.path, last, "F06", message, f"Add --- on a line of its own after line {last}.")]
    lines = list(text.lines[1 : close - 1])
    if sum(map(len, lines)) + len(lines) > LONGEST_FRONT:
        message = f"The top part of the file has more than {LONGEST_FRONT:,} characters."
        fix = "Put the long text below the second ---."
        return [], close, [_problem(text.path, 1, "F15", message, fix)]
    return lines, close, []


def read(path: str, lines: Sequence[str], first_line: int) -> Front:
    """Read lines of fields; ``first_line`` is the number of the first of them in its file."""
    front = Front()
    plainly = list(meant(lines))
    front.problems = list(slips(path, lines, plainly, first_line))
    if front.problems:
        return front
    text = "".join(f"{line}\n" for line, _ in plainly)
    try:
        _Builder(path, first_line, front).run(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = (mark.line if mark else 0) + first_line
        message = "This line does not fit the lines around it."
        fix = "Check its indent, its brackets and its quote marks; each field is a name, a colon, a space and a text."
        last = first_line + max(len(lines), 1) - 1
        front.problems.append(_problem(path, min(line, last), "F14", message, fix))
    return front


def part(lines: Mapping[str, int], name: str) -> dict[str, int]:
    """Give the lines of what stands under one field, by the names they have there."""
    return {key.removeprefix(f"{name}."): line for key, line in lines.items() if key.startswith(f"{name}.")}


def _problem(path: str, line: int, code: str, message: str, fix: str) -> Problem:
    return Problem(path=path, line=line, field="", message=message, fix=fix, code=code)


class _Builder:
    """Builds plain values from a parser's events, refusing what no editor needs."""

    def __init__(self, path: str, first_line: int, front: Front) -> None:
        self.path = path
        self.first_line = first_line
        self.front = front

    def run(self, events: Iterator[Any]) -> None:
        """Read the one mapping that the events describe."""
        begun = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and begun:
                self._refuse(event, "F14", "A line of three hyphens parts this file in two.", "Take the line out.")
                return
            begun = begun or isinstance(event, yaml.DocumentStartEvent)
            if isinstance(event, yaml.MappingStartEvent):
                self.front.values = self._mapping(events, event, "", 1)
            elif isinstance(event, yaml.NodeEvent):
                self._refuse(event, "F14", "This line has no field name.", "Write a name, a colon, a space and a text.")
                _skip(events, event)

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.first_line

    def _refuse(self, event: Any, code: str, message: str, fix: str, name: str = "") -> None:
        self.front.problems.append(Problem(self.path, self._line(event), name, message, fix, code))

    def _mapping(self, events: Iterator[Any], start: Any, prefix: str, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "F14", "A field's name must be plain text.", "Write a name, a colon and a space.")
                _skip(events, event)
                _skip(events, next(events))
                continue
            key = self._text(event, prefix).lower()
            name = f"{prefix}.{key}" if prefix else key
            line = self._line(event)
            value = self._value(events, next(events), name, depth + 1)
            if key in found:
                message = f"“{key}” is there twice (lines {self.front.lines[name]} and {line})."
                self._refuse(event, "F04", message, "Keep the one you want.", name)
            elif value == "":
                message = f"Nothing is written after “{key}:”."
                self._refuse(event, "F13", message, "Fill it in, or take the line out.", name)
            found.setdefault(key, value)
            self.front.lines.setdefault(name, line)
        if start.flow_style:
            self._refuse(start, "F14", "A list in square brackets holds a colon.", "Put that text in straight quotes.")
        return found

    def _value(self, events: Iterator[Any], event: Any, name: str, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self._refuse_mark(event, name)
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, name)
        if event.anchor or event.tag:
            self._refuse_mark(event, name)
        if depth > DEEPEST:
            self._refuse(event, "F14", "This is nested too deeply.", "Use fewer indents.", name)
            _skip(events, event)
            return None
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, event, name, depth)
        items: list[Any] = []
        for item in events:
            if isinstance(item, yaml.SequenceEndEvent):
                break
            place = f"{name}.{len(items)}"
            self.front.lines[place] = self._line(item)
            items.append(self._value(events, item, place, depth + 1))
            if items[-1] == "":
                self._refuse(item, "F13", "This item of the list is empty.", "Fill it in, or take it out.", name)
        return items

    def _text(self, event: Any, name: str) -> str:
        text = str(event.value).strip()
        if event.anchor or event.tag:
            self._refuse_mark(event, name)
        if any(hidden := unseen(line) for line in text.split("\n")):
            message = f"There is an invisible {hidden} in this text."
            self._refuse(event, "F16", message, "Take out the backslash and what follows it.", name)
        return text

    def _refuse_mark(self, event: Any, name: str) -> None:
        message = "Marks like &, * and ! at the start of a text have a meaning of their own here."
        self._refuse(event, "F01", message, "Put the text in straight quotes.", name)


def _skip(events: Iterator[Any], event: Any) -> None:
    """Pass over a value without going down into it, however deep it is."""
    deep = int(isinstance(event, yaml.CollectionStartEvent))
    while deep:
        event = next(events)
        deep += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
