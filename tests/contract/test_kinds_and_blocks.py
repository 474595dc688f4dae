"""What every kind of document, every block and every record owes to editors, and that all content is read."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from plugins import source
from plugins.library import Library
from plugins.model import (
    BLOCK_TYPES,
    DOCUMENT_TYPES,
    RECORD_TYPES,
    Block,
    Channel,
    Document,
    Listing,
    Record,
    Reference,
)
from plugins.model.blocks import Divider, Heading, Holds, Running
from plugins.model.fields import Term
from plugins.source.openings import BLOCKS
from plugins.view import Site, Viewpoint, document
from plugins.view.blocks import _VIEWS
from tests import samples
from tests.unit.view import looking

CONTENT = Path(__file__).resolve().parents[2] / "content"
EVERY_BLOCK: tuple[type[Block], ...] = (*BLOCK_TYPES, Running, Heading, Divider, Reference, Listing)

kinds = pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=lambda kind: kind.__name__)
blocks = pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: block.__name__)
records = pytest.mark.parametrize("record", RECORD_TYPES, ids=lambda record: record.__name__)


def parts(owner: type[Any]) -> set[type[Any]]:
    """Give the models and terms that a class's fields are made of."""
    found: set[type[Any]] = set()
    waiting: list[Any] = [field.annotation for field in owner.model_fields.values()]
    while waiting:
        part = waiting.pop()
        waiting += getattr(part, "__args__", ())
        if isinstance(part, type) and issubclass(part, BaseModel | Term) and part not in found:
            found.add(part)
            waiting += [field.annotation for field in part.model_fields.values()] if issubclass(part, BaseModel) else []
    return found


OWNERS: tuple[type[BaseModel], ...] = (*DOCUMENT_TYPES, *EVERY_BLOCK, *RECORD_TYPES)
PARTS = sorted({part for owner in OWNERS for part in parts(owner)} - {Block, Document}, key=repr)


@kinds
def test_a_kind_has_a_folder_of_content(kind: type[Document]) -> None:
    assert (CONTENT / kind.folder).is_dir()
    assert list((CONTENT / kind.folder).glob("*.md"))


@kinds
def test_a_kind_says_what_it_is(kind: type[Document]) -> None:
    assert kind.__doc__
    assert kind.__doc__.strip().endswith(".")
    assert all((kind.kind, kind.folder, kind.label, kind.plural, kind.index_title))
    assert kind.kind == kind.__name__.lower()


@kinds
def test_every_field_of_a_kind_is_described_for_an_editor(kind: type[Document]) -> None:
    for name, field in kind.editor_fields().items():
        assert field.description, name
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name)


@kinds
def test_what_the_file_says_is_no_field_of_an_editor(kind: type[Document]) -> None:
    assert not {"slug", "path", "digest", "body", "lines"} & set(kind.editor_fields())


@kinds
def test_everything_a_kind_points_at_is_a_field_of_it(kind: type[Document]) -> None:
    named = {"", *(kind.kind for kind in DOCUMENT_TYPES), *(record.kind for record in RECORD_TYPES)}
    assert set(kind.points_to) <= set(kind.editor_fields())
    assert set(kind.points_to.values()) <= named


@kinds
def test_a_kind_has_a_sample_that_tests_can_vary(kind: type[Document]) -> None:
    assert isinstance(samples.document(kind.kind), kind)


@kinds
def test_a_kind_has_a_page(kind: type[Document]) -> None:
    view = looking.page(samples.document(kind.kind))
    assert (view.kind, view.label) == (kind.kind, kind.label)


def test_no_two_kinds_share_a_name() -> None:
    for names in (
        [name for kind in DOCUMENT_TYPES for name in (kind.kind, kind.folder)],
        [kind.plural for kind in DOCUMENT_TYPES],
        [*(kind.kind for kind in DOCUMENT_TYPES), *(record.kind for record in RECORD_TYPES)],
        [record.file for record in RECORD_TYPES],
    ):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_no_block_has_the_name_of_a_kind() -> None:
    names = [block.name for block in BLOCK_TYPES]
    names += [name for kind in DOCUMENT_TYPES for name in (kind.kind, kind.folder)]
    assert len(names) == len(set(names)) == len(BLOCKS)


@blocks
def test_a_block_says_what_it_is(block: type[Block]) -> None:
    assert block.__doc__
    assert block.__doc__.strip().endswith(".")
    assert re.fullmatch(r"[a-z][a-z-]*", block.name)
    assert isinstance(block.holds, Holds)


@blocks
def test_every_option_of_a_block_is_described_for_an_editor(block: type[Block]) -> None:
    for name in block.options() if block not in {Running, Heading, Divider} else ():
        assert block.model_fields[name].description, name


@blocks
def test_what_follows_the_bar_is_a_described_field(block: type[Block]) -> None:
    if block.argument:
        assert block.model_fields[block.argument].description
        assert block.argument not in block.options()


@blocks
def test_a_block_can_be_shown(block: type[Block]) -> None:
    assert block in _VIEWS


@records
def test_a_record_has_its_file_and_describes_its_fields(record: type[Record]) -> None:
    assert record.__doc__
    assert all((record.kind, record.file, record.label))
    for name, field in record.model_fields.items():
        assert name == "id" or field.description, name


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_part_of_a_document_says_what_it_is(part: type[Any]) -> None:
    assert part.__doc__
    assert part.__doc__ != Term.__doc__
    if issubclass(part, BaseModel):
        assert all(field.description for field in part.model_fields.values())
    if issubclass(part, Term):
        assert all(re.fullmatch(r"[a-z0-9-]+", term.value) and term.label for term in part)
        assert len({term.label for term in part}) == len(part)


def test_everything_in_content_is_read_without_an_error() -> None:
    found = source.read(CONTENT)
    assert [str(problem) for problem in found.problems if problem.stops] == []
    assert len(found.documents) == len(list(CONTENT.glob("*/*.md"))) - len(found.tombstones)


def test_everything_that_content_points_at_is_there() -> None:
    found = source.read(CONTENT)
    library = Library(
        found.documents, found.records, found.pictures, samples.NOW, unread=found.unread, tombstones=found.tombstones
    )
    assert [str(problem) for problem in library.problems() if problem.stops] == []


@pytest.mark.parametrize("channel", [Channel.WEB, Channel.FEED, Channel.EMAIL])
def test_every_document_of_content_can_be_shown_on_every_channel(channel: Channel) -> None:
    found = source.read(CONTENT)
    library = Library(found.documents, found.records, found.pictures, samples.NOW)
    site: Site = looking.SITE
    for entry in library.on(channel).entries:
        here = Viewpoint.on_page(library, site, entry.url)
        view = document(entry, here if channel is Channel.WEB else Viewpoint.afar(library, site, channel))
        assert view.title == entry.document.title
        assert not {"\ue000", "\ue001"} & set(repr(view))
