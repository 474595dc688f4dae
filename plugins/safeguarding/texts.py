"""Everything a document says, piece by piece and each with its line, as the rules of this room read it."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from pydantic import BaseModel

from plugins.model import Block, Document, Level, Problem, Prose, Story
from plugins.model.fields import Term
from plugins.model.person import YOUNG_ROLES, Person
from plugins.safeguarding.shapes import SOUGHT, Shape
from plugins.safeguarding.sieve import Sieve

_SILENT = frozenset({"slug", "path", "digest", "body", "lines", "lang", "consent", "second_check", "checked_by_role"})
_PLAIN = {"\u2018": "'", "\u2019": "'", "\u00a0": " ", "\u2010": "-", "\u2011": "-", "\u202f": " "}
_POINTER = re.compile(r"[a-z0-9]\S*")
_HELD = re.compile(f"{Prose.OPEN}[^{Prose.CLOSE}]*{Prose.CLOSE}")
_HREF = re.compile(r'href="([^"]*)"')
_SENTENCE_END = re.compile(r"(?:^|[.!?:“\"'])\s*$")


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph or one field: its words with plain apostrophes and spaces, its line and its field."""

    text: str
    line: int
    field: str = ""

    @property
    def pointer(self) -> bool:
        """Say whether this is no sentence but a name, a file or an address."""
        return _POINTER.fullmatch(self.text) is not None

    def opens(self, position: int) -> bool:
        """Say whether a sentence begins at a position, so that a capital letter there says nothing."""
        return _SENTENCE_END.search(self.text[:position]) is not None


def young(document: Document) -> bool:
    """Say whether a document is a young person's: their story, or the page of somebody in a young person's role."""
    return isinstance(document, Story) or (isinstance(document, Person) and document.role in YOUNG_ROLES)


@dataclass(frozen=True, eq=False)
class Text:
    """Pieces of one document in their order, and all of them at once, where most searches already end."""

    pieces: tuple[Said, ...]

    @cached_property
    def whole(self) -> str:
        """Give every piece, one a line."""
        return "\n".join(piece.text for piece in self.pieces)

    @cached_property
    def small(self) -> tuple[str, ...]:
        """Give each piece in small letters: a shape is found there many times faster than if capitals are ignored."""
        return tuple(piece.text.lower() for piece in self.pieces)

    @cached_property
    def _places(self) -> Mapping[Shape, Collection[int]]:
        """Give shapes with the numbers of the pieces that may hold them."""
        return ready().sifted(self.small)

    def all(self, shape: Shape) -> Iterator[tuple[re.Match[str], Said]]:
        """Find everything of one shape, and the piece it stands in."""
        places = self._places.get(shape)
        if places is None:
            places = range(len(self.pieces))
        search = shape.exact.search
        if any(search(self.small[at]) if shape.ignoring else search(self.pieces[at].text) for at in places):
            for at in places:
                for match in shape.finditer(self.pieces[at].text):
                    yield match, self.pieces[at]

    def first(self, shape: Shape) -> tuple[str, Said] | None:
        """Find where a shape first stands, and what stands there; None where it does not."""
        return next(((match[0], piece) for match, piece in self.all(shape)), None)


@cache
def ready() -> Sieve:
    """Give what tells which shapes are in a text; it is made once."""
    return Sieve(SOUGHT)


@lru_cache(maxsize=1)
def said(document: Document) -> Text:
    """Give everything a document says: fields first, then its body, with captions, alt texts and links."""
    found: list[Said] = []
    for name in type(document).model_fields:
        if name not in _SILENT:
            found += _value(getattr(document, name), name, document.lines, document.lines.get(name, 1))
    for block in document.body:
        found += _block(block)
    return Text(tuple(found))


@lru_cache(maxsize=1)
def sentences(document: Document) -> Text:
    """Give what is written to be read, without what only points somewhere."""
    return Text(tuple(piece for piece in said(document).pieces if not piece.pointer))


def problem(document: Document, piece: Said | None, code: str, told: tuple[str, str], level: Level) -> Problem:
    """Say what is wrong and how to mend it, where it stands; without a piece, at the top of the file."""
    return Problem(
        path=document.path,
        line=piece.line if piece else 1,
        field=piece.field if piece else "",
        code=code,
        level=level,
        message=told[0],
        fix=told[1],
    )


def _value(value: object, name: str, lines: Mapping[str, int], line: int) -> Iterator[Said]:
    """Give the texts in a field, whatever its shape; words from a fixed list are none."""
    line = lines.get(name, line)
    if isinstance(value, str):
        if not isinstance(value, Term):
            yield from _text(value, line, name)
    elif isinstance(value, Prose):
        yield from _prose(value, line)
    elif isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from _value(getattr(value, key), f"{name}.{key}", lines, line)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _value(part, f"{name}.{place}", lines, line)


def _block(block: Block) -> Iterator[Said]:
    for name in type(block).model_fields:
        if name not in {"line", "kind", "anchor", "only", "readers"}:
            for piece in _value(getattr(block, name), "", {}, block.line):
                yield Said(piece.text, block.line)
    for prose in block.prose_parts():
        if not any(value is prose for value in vars(block).values()):
            yield from _prose(prose, block.line)


def _prose(prose: Prose, line: int) -> Iterator[Said]:
    yield from _text(_HELD.sub("…", prose.text), line, "")
    for address in _HREF.findall(prose.html):
        plain = html.unescape(address).strip(Prose.OPEN + Prose.CLOSE).removeprefix("url:")
        yield Said(plain, line)


def _text(text: str, line: int, field: str) -> Iterator[Said]:
    for letter, plain in _PLAIN.items():
        text = text.replace(letter, plain)
    for part in text.split("\n"):
        if part.strip():
            yield Said(part.strip(), line, field)
