"""Whatever was saved before, the served site is what a process that begins now would show, to the byte."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from plugins.desk.project import project
from plugins.desk.serving.backstage import AS_BUILT, Backstage
from plugins.desk.serving.remembered import Remembered
from plugins.desk.serving.seeing import Seeing, staged
from plugins.desk.serving.stage import Stage
from plugins.model import Problem
from plugins.model.clock import LONDON
from plugins.press.code import code_digest
from plugins.press.memory import Memory, memory_path
from plugins.press.porch import library_of
from plugins.source import read
from tests.property import editing
from tests.property.editing import MOMENTS, STEPS
from tests.property.small_site import Site, small_site
from tests.property.telling import Step, counted, each_number, numbered

_OTHERS = {"restyle", "resettle", "wait", "spoil", "nothing", "illustrate", "redraw"}
NAMES = {step.__name__: step for step in STEPS if step.__name__ not in _OTHERS}
WORDS = ("say_more", "retouch", "say_more", "touch")
"""What falls on words alone is what is exchanged, so it is told more often."""
TEXTS = frozenset({".html", ".txt", ".xml", ".json", ".ics", ".eml"})
LOOKS = (Seeing(), AS_BUILT)
LENGTHS = range(3, 7)


class Desk:
    """Serves one site, and tells what it shows."""

    def __init__(self, root: Path, looks: tuple[Seeing, ...]) -> None:
        """Write a small site, and look at it in some ways."""
        self.looks = looks
        self.site = small_site(root)
        self.found = project(str(root / "pelicanconf.py"))
        self.backstage = Backstage(self.found)
        assert not _stopping(self.backstage.look())

    def step(self, name: str, a: int, b: int) -> None:
        """Let something happen, and compare with a desk that begins now; what is wrong is undone after it."""
        before = dict(self.site.files)
        for seeing in self.looks:
            shown(self.backstage, seeing, only="stories/")
        NAMES[name](self.site, a, b)
        wrong = self._look(before)
        fresh = Backstage(self.found)
        assert wrong == _stopping(fresh.look())
        if wrong:
            after = dict(self.site.files)
            self.site.go_back(before)
            assert self._look(after) == []
            fresh.look()
        for seeing in self.looks:
            assert shown(self.backstage, seeing) == shown(fresh, seeing), seeing

    def _look(self, before: dict[str, bytes]) -> list[Problem]:
        paths = before.keys() | self.site.files.keys()
        changed = [path for path in paths if before.get(path) != self.site.files.get(path)]
        if all(path.startswith("content/") for path in changed):
            return _stopping(self.backstage.look([path.removeprefix("content/") for path in changed]))
        return _stopping(self.backstage.look())


def shown(backstage: Backstage, seeing: Seeing, only: str = "") -> dict[str, bytes | None]:
    """Give every text that a stage shows, below a folder."""
    stage = backstage.stage(seeing)
    return {path: stage.file(path) for path in _texts(stage) if path.startswith(only)} if stage else {}


def _texts(stage: Stage) -> list[str]:
    return [path for path in stage.paths() if Path(path).suffix in TEXTS]


def _stopping(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.stops]


def lay(desk: Desk) -> None:
    """Put what a desk shows into the output, as a build would."""
    for path, data in shown(desk.backstage, AS_BUILT, only="stories/").items():
        place = desk.found.output / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data or b"")


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AS_OF", Site.as_of)


def tell(folder: Path, story: Sequence[Step], looks: tuple[Seeing, ...] = LOOKS) -> None:
    """Let steps happen to a desk that serves a small site."""
    desk = Desk(folder, looks)
    for step in story:
        desk.step(*step)


def test_after_some_saves_the_desk_shows_what_a_new_one_would(tmp_path: Path) -> None:
    saves = [("say_more", 1, 1), ("say_more", 9, 2), ("retitle", 7, 3), ("retouch", 7, 9), ("delete", 8, 0)]
    tell(tmp_path, saves, LOOKS[:1])


def test_what_a_save_leaves_in_the_output_is_what_a_build_would(tmp_path: Path) -> None:
    desk = Desk(tmp_path, (AS_BUILT,))
    path = "stories/first-keys/index.html"
    page = desk.found.output / path
    lay(desk)
    for number, name in enumerate(("say_more", "retitle", "say_more", "retag")):
        before = page.read_bytes()
        desk.step(name, desk.site.documents().index("content/stories/first-keys.md"), number)
        assert before != page.read_bytes() == shown(desk.backstage, AS_BUILT, only=path)[path]


def test_what_may_not_be_published_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    desk = Desk(tmp_path, (AS_BUILT,))
    page, name = desk.found.output / "stories/third-keys/index.html", "stories/third-keys.md"
    lay(desk)
    before = page.read_bytes()
    text = desk.site.files[f"content/{name}"]
    for more in (b"\nRing me on 07700 900123.\n", b"\nSee [a page](story:never-written).\n", b"\n# Another title\n"):
        desk.site.put(f"content/{name}", text + more)
        assert [problem for problem in desk.backstage.look([name]) if problem.stops]
        assert page.read_bytes() == before


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_is_shown_before_its_time_is_found_without_a_look_at_each_document(tmp_path: Path, moment: str) -> None:
    site = small_site(tmp_path)
    for number, step in enumerate((editing.draft, editing.redate, editing.reconsider, editing.rescope, editing.draft)):
        step(site, number, number + 1)
    reading, at = read(tmp_path / "content"), datetime.fromisoformat(moment).replace(tzinfo=LONDON)
    opened = staged(reading, at, {})
    assert staged(reading, at, library_of(reading, at).entries) == opened
    assert opened != reading


def test_a_desk_begins_with_what_the_last_build_read_and_shows_the_same(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    found = project(str(tmp_path / "pelicanconf.py"))
    memory = Memory(memory_path(found.output), code_digest())
    read(found.content, memory)
    memory.save()
    recalled = read(found.content, Remembered(found.output))
    assert recalled == replace(read(found.content), opened=recalled.opened)
    assert len(recalled.opened) < len(site.documents()) / 2
    site.put("content/stories/third-keys.md", site.files["content/stories/third-keys.md"] + b"\nA last word.\n")
    desk = Backstage(found)
    assert desk.look() == Backstage(replace(found, output=tmp_path / "elsewhere")).look()
    assert b"A last word." in (
        shown(desk, AS_BUILT, only="stories/third-keys/")["stories/third-keys/index.html"] or b""
    )


@each_number
def test_after_very_many_saves_it_still_does(
    tmp_path: Path, number: int, record_property: Callable[[str, object], None]
) -> None:
    story = numbered(number, [*WORDS, *NAMES], LENGTHS)
    with counted("saves", number, story, record_property):
        tell(tmp_path, story)
