"""A first file of any kind, made from the model: what its class needs, and whatever its own rules then ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.desk import writing
from plugins.desk.samples import Samples, Value, bare, hint
from plugins.model import Document, Problem
from plugins.model.unwritten import UNWRITTEN_BODY
from plugins.source import documents

ROUNDS = 12
"""A draft that its rules still refuse after so many rounds is one that an editor must mend."""

STANDS = {"status": "draft", "location_shown": "none"}
"""What a draft says unless somebody says otherwise, because leaving it out would show more."""
SURE = frozenset({"date", "month", "issue", "order", "title", "contact_email", "reply_to", *STANDS})
"""What a draft knows without asking: it needs no mark that it is only an example."""
ONLY_PEOPLE = frozenset({"consent.adult_supported", "second_check", "checked_by_role", "other_people_checked"})
"""What only somebody who was there can say; a draft never does."""

BODY = f"{UNWRITTEN_BODY}\n\n## A heading for what comes next\n\nAnd so on."
BODIES = {
    "newsletter": (
        f"{UNWRITTEN_BODY} Say hello, and what this issue is about.\n\n## A heading for the first item\n\n"
        "Your own words. docs/fields.md shows how to put a story, an event or an offer here.\n\n"
        "## If you need someone\n\n/// get-help\n///"
    )
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it would be written, and what its own kind still has against it."""

    text: str
    problems: tuple[Problem, ...]
    asked: frozenset[str]
    """The fields that its class could do without, but its rules asked for."""
    examples: tuple[str, ...]
    """The fields that hold an example, because nobody has said what belongs there."""


def draft(kind: type[Document], slug: str, given: Mapping[str, Value], samples: Samples) -> Draft:
    """Make a draft of what is given, by field; the others are added and changed as its findings ask."""
    stands = {name: value for name, value in STANDS.items() if name in kind.editor_fields()}
    return _Drafting(kind, f"{kind.folder}/{slug}.md", samples, frozenset(given), stands).run(given)


@dataclass(slots=True)
class _Drafting:
    kind: type[Document]
    path: str
    samples: Samples
    given: frozenset[str]
    values: dict[str, Value]
    left: dict[str, Iterator[Value]] = field(default_factory=dict)

    def run(self, given: Mapping[str, Value]) -> Draft:
        self._take(given)
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
        asked = frozenset(set(self.values) - needed - set(STANDS))
        return Draft(text, tuple(stopping), asked, tuple(sorted(self._examples())))

    def _take(self, given: Mapping[str, Value]) -> None:
        """Put what is given in its place; what it stands in is filled as far as it must be."""
        for place, value in given.items():
            top, _, rest = place.partition(".")
            if not rest:
                self.values[top] = value
                continue
            owner: Any = bare(hint(self.kind, top))
            if top not in self.values:
                inner = self.values[top] = {}
                for name, info in owner.model_fields.items():
                    if info.is_required():
                        self._put(inner, owner, name, f"{top}.{name}")
            self.values[top][rest] = value

    def _mend(self, name: str) -> bool:
        """Give another value to the field that a problem names; say whether there was one."""
        top, _, rest = name.partition(".")
        if top not in self.kind.editor_fields() or name in {"title", *STANDS, *ONLY_PEOPLE, *self.given}:
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

    def _examples(self) -> Iterator[str]:
        """Name what nobody has said; the lines of a consent are named together."""
        for name, value in self.values.items():
            if isinstance(value, dict):
                if any(f"{name}.{inner}" not in self.given for inner in value):
                    yield name
            elif name not in self.given and name not in SURE:
                yield name

    def _text(self) -> str:
        lines = writing.fields(self.kind, self.values, examples=frozenset(self._examples()))
        more = "# There are more fields, such as image and themes: docs/fields.md lists them all."
        body = BODIES.get(self.kind.kind, BODY)
        return "\n".join(["---", *lines, more, "---", "", body, ""])
