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
from plugins.press.compressed import compressed
from plugins.press.floor import Printed, publish, strangers
from plugins.press.manifest import manifest_path, read_manifest
from plugins.press.plan import plan
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


class Killed(BaseException):
    """The end of a build, as ``kill -9`` brings it."""


def dies(monkeypatch: pytest.MonkeyPatch, at: str, wanted: list[Artefact], output: Path) -> None:
    """Publish, and die before one of the press's steps."""

    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(f"plugins.press.floor.{at}", die)
        with pytest.raises(Killed):
            publish(wanted, shelves(ASH, BIRCH), output)


def there(output: Path) -> list[str]:
    """Name the files of an output folder."""
    return sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())


def test_what_a_build_wrote_before_it_died_goes_even_if_the_next_one_dies_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, library = tmp_path / "output", shelves(ASH, BIRCH)
    one, two, three = (Artefact(path=f"{n}/index.html", make=n.encode, fingerprint=n) for n in ("one", "two", "three"))
    publish([one], library, output)
    dies(monkeypatch, "_finish", [one, two], output)
    dies(monkeypatch, "_remove", [one, three], output)
    publish([one, three], library, output)
    assert there(output) == ["one/index.html", "three/index.html"]


@pytest.mark.parametrize("harm", [None, b"", b"clnm 0 another-python manifest 1"])
def test_without_a_manifest_to_believe_what_is_not_wanted_may_be_old_and_is_named(
    tmp_path: Path, harm: bytes | None
) -> None:
    output, library = tmp_path / "output", shelves(ASH, BIRCH)
    wanted = list(many(2))
    publish(wanted, library, output, compressed)
    path = manifest_path(output)
    path.unlink() if harm is None else path.write_bytes(harm)
    assert strangers(plan(wanted, read_manifest(output)), output, compressed) == ()
    assert strangers(plan(wanted[:1], read_manifest(output)), output, compressed) == (
        "1/1.txt",
        "1/1.txt.br",
        "1/1.txt.gz",
    )
    assert strangers(plan(wanted, read_manifest(output)), output)[0] == "0/0.txt.br", "nobody makes it any more"


def test_what_a_first_build_wrote_before_it_died_is_ours_to_take_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, wanted = tmp_path / "output", list(many(2))
    dies(monkeypatch, "_finish", wanted, output)
    assert strangers(plan(wanted[:1], read_manifest(output)), output) == ()
    publish(wanted[:1], shelves(ASH, BIRCH), output)
    assert there(output) == ["0/0.txt"]


def test_a_link_in_the_place_of_a_file_is_no_file_of_ours(tmp_path: Path) -> None:
    output, path = tmp_path / "output", tmp_path / "output/0/0.txt"
    publish(many(1), shelves(ASH, BIRCH), output)
    (tmp_path / "aside.txt").write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(tmp_path / "aside.txt")
    publish(many(1), shelves(ASH, BIRCH), output)
    assert not path.is_symlink()
