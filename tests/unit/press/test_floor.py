"""What is made, what is left as it is, and that workers make the same as one process alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.library import Library
from plugins.model import Channel, Problem
from plugins.press import Artefact, CannotMake, Drawn, Seen, workers
from plugins.press.floor import Printed, publish
from tests.rooms.shelves import small

PAGE = "-- pages/{}.md --\n---\ntitle: {}\nsummary: A page that is here to be listed, and nothing else.\n---\n\nText."
ASH, ALDER, BIRCH, ELM = "Ash tree", "Alder tree", "Birch tree", "Elm tree"


def shelves(one: str, two: str) -> Library:
    """Give two pages with titles."""
    return small(f"{PAGE.format('one', one)}\n{PAGE.format('two', two)}\n")


def initials(asked: Library) -> tuple[str, ...]:
    """Look at the first letter of every title, which is less than what is asked for."""
    return tuple(entry.document.title[:1] for entry in asked.on(Channel.WEB).all("page"))


def drawn(look: Any = initials) -> list[Drawn]:
    """Want one file that shows what a look sees."""
    return [Drawn(path="list.txt", seen=Seen(look), draw=lambda view: repr(view).encode(), stamp="1")]


def test_a_view_that_came_out_the_same_is_looked_at_again_when_its_answers_change(tmp_path: Path) -> None:
    output = tmp_path / "output"
    for titles, shown in (
        (("Ash tree", "Birch tree"), "AB"),
        (("Alder tree", "Birch tree"), "AB"),
        (("Alder tree", "Elm tree"), "AE"),
    ):
        publish(drawn(), shelves(*titles), output)
        assert (output / "list.txt").read_text() == repr(tuple(shown))


def test_nothing_is_drawn_while_the_answers_are_the_same(tmp_path: Path) -> None:
    publish(drawn(), shelves(ASH, BIRCH), tmp_path / "output")
    again = publish(drawn(), shelves(ASH, BIRCH), tmp_path / "output")
    assert (again.drawn, again.kept) == (0, ["list.txt"])


def many(number: int) -> Iterator[Artefact]:
    """Want many files."""
    for each in range(number):
        yield Artefact(path=f"{each % 7}/{each}.txt", make=str(each).encode, fingerprint=f"{each}")


def printed(output: Path) -> tuple[Printed, dict[str, bytes]]:
    """Publish many files; give what was done, and the files."""
    done = publish(many(workers.FEWEST * 2), shelves(ASH, BIRCH), output)
    files = {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    return done, files


def test_workers_make_what_one_process_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 2)
    many_hands = printed(tmp_path / "two")
    monkeypatch.setattr(workers, "processors", lambda: 1)
    one = printed(tmp_path / "one")
    assert many_hands[1] == one[1]
    assert many_hands[0].written == one[0].written
    assert not list((tmp_path / ".two.press/stage").iterdir())


def test_what_goes_wrong_in_a_worker_is_told_as_by_one_process_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem(path="images/a.png", line=0, field="", message="It is broken.", fix="Export it.", code="I01")

    def broken() -> bytes:
        raise CannotMake(problem)

    wanted = [replace(one, make=broken) if one.path == "3/10.txt" else one for one in many(workers.FEWEST)]
    monkeypatch.setattr(workers, "processors", lambda: 2)
    with pytest.raises(CannotMake) as told:
        publish(wanted, shelves(ASH, BIRCH), tmp_path / "output")
    assert told.value.problem == problem
    assert not (tmp_path / "output").exists()
    assert not list((tmp_path / ".output.press/stage").iterdir())


def test_a_worker_does_its_work_in_another_process() -> None:
    if workers.processors() > 1:
        assert os.getpid() not in set(workers.each("", lambda _: os.getpid(), range(workers.FEWEST)))
