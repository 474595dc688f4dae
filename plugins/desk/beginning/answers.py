"""An answer becomes the value of a field, or is refused at once, in the words of the check."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from plugins.desk.mending import values
from plugins.desk.samples import Value, bare, hint, is_list, nested_class
from plugins.desk.writing import choices
from plugins.model import Document, Finding, fields
from plugins.source.letters import unseen
from plugins.source.plainly import nearest, said_back
from plugins.source.typed import build, unknown

_KINDLY: tuple[tuple[Any, Callable[[str], str]], ...] = (
    (fields.Day, values.moment),
    (fields.Moment, values.moment),
    (fields.YesNo, values.yes_or_no),
    (fields.Email, values.mailbox),
    (fields.Phone, values.phone),
    (fields.Postcode, values.postcode),
    (fields.ConsentRef, values.digits_only),
    (fields.Number, values.whole_number),
)
"""Shapes that editors write in other ways, of which some have one reading."""


class Refused(Exception):  # noqa: N818 - it names what happened
    """An answer cannot stand; its finding says why, and what would."""

    def __init__(self, finding: Finding) -> None:
        """Take what is wrong."""
        super().__init__(finding.message)
        self.finding = finding


@dataclass(slots=True)
class Given:
    """What somebody has answered about one file of a kind, by field; a dot leads into a field's own lines."""

    kind: type[Document]
    known: Mapping[str, Collection[str]]
    """The names of what there is to point at, by kind."""
    values: dict[str, Value] = field(default_factory=dict)

    def take(self, place: str, text: str) -> Value:
        """Check an answer and keep it; give what is kept. Raises Refused."""
        owner, name = self.owner(place)
        value = _tidy(owner, name, text, place)
        for finding in _against(owner, name, value):
            raise Refused(_at(place, finding))
        self._found(place, value)
        if place in self.values and is_list(hint(owner, name)):
            value = [*self.values[place], *value]
        self.values[place] = value
        return value

    def owner(self, place: str) -> tuple[type[BaseModel], str]:
        """Give the class and the name of a field that an answer may fill. Raises Refused for another."""
        top, dot, rest = place.partition(".")
        owner: type[BaseModel] = self.kind
        name = _named(self.kind.editor_fields(), top)
        inner = nested_class(hint(self.kind, name))
        if inner and not is_list(hint(self.kind, name)) and dot:
            return inner, _named(inner.model_fields, rest)
        if inner or dot or "Mapping" in repr(hint(self.kind, name)):
            fix = f"Give each by itself: {top}.{next(iter(inner.model_fields))}" if inner and not dot else ""
            fix = fix if inner and not is_list(hint(self.kind, name)) else "Write it in the file, once it is there."
            raise Refused(Finding(field=place, message="This has lines of its own.", fix=fix, code="F11"))
        return owner, name

    def _found(self, place: str, value: Value) -> None:
        """Refuse the name of something that is not there."""
        to = self.kind.points_to.get(place)
        for one in value if isinstance(value, list) else [value]:
            kind, _, slug = str(one).rpartition(":")
            there = self.known.get(to or kind, ())
            if to is None or (not to and not kind) or slug in there:
                continue
            near = nearest(slug, there)
            fix = f"Did you mean “{near}”?" if near else _listed(there, to or kind)
            message = f"There is no {to or kind} called {said_back(slug)}."
            raise Refused(
                Finding(field=place, message=message, fix=fix, code="O04" if kind == "area" or to == "area" else "A06")
            )


def _listed(names: Collection[str], kind: str) -> str:
    if not names:
        return f"There is none yet: begin with the {kind}."
    return f"There are: {', '.join(sorted(names)[:12])}{' …' if len(names) > 12 else ''}."  # noqa: PLR2004 - a line


def _named(there: Mapping[str, Any], word: str) -> str:
    """Give a field's name in its class by the name that editors know. Raises Refused for none."""
    for name, info in there.items():
        if word == (info.alias or name):
            return name
    raise Refused(unknown(word, [info.alias or name for name, info in there.items()], "field"))


def _tidy(owner: type[BaseModel], name: str, text: str, place: str) -> Value:
    """Give the text, or texts, of an answer as a file holds them."""
    wanted = bare(hint(owner, name))
    long = wanted == fields.Text
    text = "\n".join(" ".join(line.split()) for line in text.strip().splitlines()) if long else " ".join(text.split())
    if not text:
        message, fix = "There is nothing in this answer.", "Write it, or leave it out."
        raise Refused(Finding(field=place, message=message, fix=fix, code="F13"))
    if hidden := next(filter(None, map(unseen, text.split("\n"))), ""):
        message = f"There is an invisible {hidden} in this answer."
        raise Refused(Finding(field=place, message=message, fix="Type it rather than paste it.", code="F16"))
    text = text.strip("“”") if re.fullmatch(r"“[^“”]*”", text) else text
    if is_list(wanted):
        several = wanted.__metadata__ == fields.Several[str].__metadata__  # type: ignore[attr-defined]
        parts = [text] if several else [part.strip() for part in text.strip("[]").split(",")]
        return [_worded(wanted, part) for part in parts if part]
    kindly = next((read for shape, read in _KINDLY if wanted == shape), None)
    if kindly and _against(owner, name, text):
        return kindly(text) or text
    return _worded(wanted, text)


def _worded(wanted: Any, text: str) -> str:
    """Give the word of a field's list that has the same letters, however it was written; else the text as it is."""
    return next((str(term) for term in choices(wanted) if _letters(term) == _letters(text)), text)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _against(owner: type[BaseModel], name: str, value: Value) -> list[Finding]:
    """Give what a class has against the value of one of its fields."""
    known = owner.model_fields[name].alias or name
    _, found = build(owner, {known: value}, {})
    return [one for one in found if one.field == known or one.field.startswith(f"{known}.")]


def _at(place: str, finding: Finding) -> Finding:
    return Finding(field=place, message=finding.message, fix=finding.fix, code=finding.code, level=finding.level)
