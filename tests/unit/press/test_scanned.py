"""A file is looked into for everything once, and again only for what was not sought before."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.press.floor import Printed
from plugins.press.manifest import Manifest, Record, read_manifest, unsure_path, write_manifest
from plugins.press.scanned import Unscanned, scanned, unscanned

MARKS = {"": "templates", "story:first-keys": "hidden"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    folder.mkdir()
    for name in ("a.html", "b.html"):
        (folder / name).write_text(name)
    return folder


def built(*written: str) -> Printed:
    """Give what a build did that made two files, and wrote some of them."""
    manifest = Manifest(records={name: Record("", "", 6, 0) for name in ("a.html", "b.html")}, digest="same")
    return Printed(manifest, manifest, written=list(written))


def look(output: Path, done: Printed, marks: dict[str, str], *, afresh: bool = False) -> Unscanned:
    """Ask what must be looked into, while nothing has an excuse."""
    return unscanned(output, done, marks, lambda _: {}, afresh=afresh)


def clean(output: Path, marks: dict[str, str]) -> None:
    """Let everything be looked into, and be clean."""
    look(output, built(), marks)
    scanned(output, marks, {}, {})


def test_at_first_everything_is_looked_into(output: Path) -> None:
    assert look(output, built(), MARKS) == Unscanned(("a.html", "b.html"))


def test_then_only_what_was_written(output: Path) -> None:
    clean(output, MARKS)
    assert look(output, built("b.html"), MARKS) == Unscanned(("b.html",))


def test_a_file_that_came_to_be_as_it_must_be_without_this_build_is_looked_into(output: Path) -> None:
    clean(output, MARKS)
    done = built()
    served = {**done.manifest.records, "b.html": Record("", "other", 6, 1)}
    assert look(output, Printed(Manifest(records=served, digest="other"), done.before), MARKS) == Unscanned(("b.html",))


def test_of_a_document_of_which_something_else_is_hidden_all_other_files_are_searched_too(output: Path) -> None:
    clean(output, MARKS)
    hidden = {**MARKS, "story:second-keys": "hidden"}
    assert look(output, built("b.html"), hidden) == Unscanned(
        ("b.html",), ("a.html",), frozenset({"story:second-keys"})
    )


def test_a_look_that_was_cut_off_is_begun_again(output: Path) -> None:
    clean(output, MARKS)
    hidden = {**MARKS, "story:first-keys": "hidden, with other words"}
    first = look(output, built(), hidden)
    assert look(output, built(), hidden) == first == Unscanned((), ("a.html", "b.html"), frozenset(MARKS) - {""})
    scanned(output, hidden, {}, {})
    assert look(output, built(), hidden) == Unscanned(())


def test_what_concerns_every_document_has_all_looked_into_again(output: Path) -> None:
    clean(output, MARKS)
    assert look(output, built(), {**MARKS, "": "other templates"}) == Unscanned(("a.html", "b.html"))


def test_so_does_a_look_afresh(output: Path) -> None:
    clean(output, MARKS)
    assert look(output, built(), MARKS, afresh=True) == Unscanned(("a.html", "b.html"))


def test_what_may_be_seen_again_is_no_work(output: Path) -> None:
    clean(output, MARKS)
    assert look(output, built(), {"": MARKS[""]}) == Unscanned(())


def test_a_file_that_something_else_excuses_is_looked_into_again_when_that_changes(output: Path) -> None:
    grounds, others = {"story:told": "told"}, {"story:told": "told otherwise"}
    look(output, built(), MARKS)
    scanned(output, MARKS, {"a.html": {"story:told"}}, grounds)
    assert unscanned(output, built(), MARKS, lambda _: grounds) == Unscanned(())
    assert unscanned(output, built(), MARKS, lambda _: others) == Unscanned(("a.html",))
    assert unscanned(output, built(), MARKS, lambda _: grounds) == Unscanned(("a.html",)), "until it was done"
    scanned(output, MARKS, {}, {})
    assert unscanned(output, built("b.html"), MARKS, lambda _: others) == Unscanned(("b.html",))


def test_only_the_files_that_it_excused_are_looked_into_again(output: Path) -> None:
    grounds = {"story:told": "told", "story:other": "other", "": "records"}
    look(output, built(), MARKS)
    scanned(output, MARKS, {"a.html": {"story:told", ""}, "b.html": {"story:other"}}, grounds)
    assert unscanned(output, built(), MARKS, lambda _: {**grounds, "story:other": ""}) == Unscanned(("b.html",))
    scanned(output, MARKS, {}, {})
    assert unscanned(output, built(), MARKS, lambda _: {**grounds, "": "other records"}) == Unscanned(("a.html",))


def test_after_a_build_that_was_cut_off_everything_is_looked_into(output: Path) -> None:
    clean(output, MARKS)
    write_manifest(output, built().manifest)
    unsure_path(output).write_text('["b.html"]')
    done = Printed(built().manifest, read_manifest(output))
    assert look(output, done, MARKS) == Unscanned(("a.html", "b.html"))
