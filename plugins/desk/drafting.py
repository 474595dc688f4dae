"""A first file of any kind, made from the model: what its class needs, and whatever its own rules then ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from plugins.desk import writing
from plugins.desk.samples import Samples, Value, bare, hint
from plugins.model import Document, Problem
from plugins.source import documents

ROUNDS = 12
"""A draft that its rules still refuse after so many rounds is one that an editor must mend."""

STANDS = {"status": "draft", "location_shown": "none"}
"""What a draft says in any case, because leaving it out would show more."""

BODY = "Write here. An empty line begins a new paragraph.\n\n## A heading for what comes next\n\nAnd so on."
BODIES = {
    "newsletter": (
        "Say hello, and what this issue is about.\n\n## A heading for the first item\n\nYour own words. "
        "docs/fields.md shows how to put a story, an event or an offer here.\n\n## If you need someone\n\n"
        "/// get-help\n///"
    )
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it would be written, and what its own kind still has against it."""

    text: str
    problems: tuple[Problem, ...]
    asked: frozenset[str]
    """The fields that its class could do without, but its rules asked for."""


def draft(kind: type[Document], slug: str, title: str, samples: Samples) -> Draft:
    """Make a draft; fields are added and changed as its findings ask, until the kind accepts it."""
    stands = {name: value for name, value in STANDS.items() if name in kind.editor_fields()}
    return _Drafting(kind, f"{kind.folder}/{slug}.md", samples, {"title": title, **stands}).run()


@dataclass(slots=True)
class _Drafting:
    kind: type[Document]
    path: str
    samples: Samples
    values: dict[str, Value]
    left: dict[str, Iterator[Value]] = field(default_factory=dict)

    def run(self) -> Draft:
        for name, info in self.kind.editor_fields().items():
            if info.is_required() and name not in self.values:
                self._put(self.values, self.kind, name, name)
        for _ in range(ROUNDS):
            text = self._text()
            _, problems = documents.read(self.kind, self.path, text.encode())
            stopping = [problem for problem in problems if problem.stops]
            mended = sum(self._mend(name) for name in dict.fromkeys(problem.field for problem in stopping))
            if not mended:
                break
        needed = {name for name, info in self.kind.editor_fields().items() if info.is_required()}
        return Draft(text, tuple(stopping), frozenset(set(self.values) - needed - set(STANDS)))

    def _mend(self, name: str) -> bool:
        """Give another value to the field that a problem names; say whether there was one."""
        top, _, rest = name.partition(".")
        if top not in self.kind.editor_fields() or top in {"title", *STANDS}:
            return False
        if rest and isinstance(self.values.get(top), dict):
            owner: Any = bare(hint(self.kind, top))
            return rest in owner.model_fields and self._put(self.values[top], owner, rest, name)
        return self._put(self.values, self.kind, top, top)

    def _put(self, into: dict[str, Value], owner: type[Any], name: str, place: str) -> bool:
        values = self.left.setdefault(place, self.samples.fitting(owner, name))
        for value in values:
            into[name] = value
            return True
        return False

    def _text(self) -> str:
        lines = writing.fields(self.kind, self.values)
        more = "# There are more fields, such as image and themes: docs/fields.md lists them all."
        body = BODIES.get(self.kind.kind, BODY)
        return "\n".join(["---", *lines, more, "---", "", body, ""])
