"""Whatever happened before, a build leaves what a first build of the same content would leave, to the byte."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.property.editing import MOMENTS, STEPS
from tests.property.small_site import Site
from tests.property.telling import Step, counted, each_number, numbered
from tests.site.forge import Forge
from tests.sites import taken

A_DAY = (
    ("say_more", 1, 7),
    ("retag", 4, 1),
    ("add", 1, 2),
    ("retitle", 6, 5),
    ("rescope", 0, 2),
    ("rename", 3, 1),
    ("delete", 5, 0),
    ("wait", 2, 0),
)
"""What happens to content in a day of work, and tomorrow: the story that is told in ``make test``."""
ANOTHER = (("reconsider", 0, 0), ("token", 0, 3), ("template", 2, 4))
"""People change their minds, and so do those who care for the theme: most of the site is made again."""
BY_NAME = {step.__name__: step for step in STEPS}
NAMES, LENGTHS = ("withdraw", *BY_NAME), range(2, 7)


class Press:
    """Builds one site again and again where it lies, and each time a copy of it from nothing."""

    def __init__(self, forge: Forge, start: Site, folder: Path) -> None:
        """Take a site that was built."""
        self.forge, self.start, self.folder = forge, start, folder
        self.first_builds: dict[str, tuple[int, dict[str, str]]] = {}

    def begin(self) -> None:
        """Begin with the small site as it was built, its caches beside it."""
        root = self.folder / "site"
        shutil.rmtree(root, ignore_errors=True)
        self.site = taken(self.start, root)

    def step(self, name: str, a: int, b: int, *, compared: bool = True) -> None:
        """Let something happen, build, and compare with a first build, at least where either stops.

        What stops a build is undone after it. Most of that stops it before anything is written.
        """
        before, when, files = self.site.output(), self.site.as_of, dict(self.site.files)
        if name == "withdraw":
            self._withdraw(a)
        else:
            BY_NAME[name](self.site, a, b)
            before = self.site.output()
        ended = self.forge.run(self.site.root, as_of=self.site.as_of)
        if not (compared or ended.code):
            return
        code, expected = self._first_build()
        assert ended.code == code, ended.said
        assert_same(self.site.output(), expected or before)
        if code:
            self.site.go_back(files)
            self.site.as_of = when

    def _withdraw(self, a: int) -> None:
        found = [path for path in self.site.documents("story") if b"status: withdrawn" not in self.site.files[path]]
        if found:
            name = found[a % len(found)].removeprefix("content/").removesuffix(".md")
            self.forge.run(self.site.root, "withdraw", name, as_of=self.site.as_of)
            self.site.look_again()

    def _first_build(self) -> tuple[int, dict[str, str]]:
        """Build a copy of the site from nothing, or remember how that ended for the same files and moment."""
        parts = hashlib.sha256(self.site.as_of.encode())
        for path, data in sorted(self.site.files.items()):
            parts.update(f"\0{path}\0{len(data)}\0".encode() + data)
        key = parts.hexdigest()
        if key not in self.first_builds:
            copy = Site(self.folder / "copy", self.site.as_of)
            shutil.rmtree(copy.root, ignore_errors=True)
            copy.root.mkdir()
            self.site.copy(copy.root)
            ended = self.forge.run(copy.root, as_of=copy.as_of)
            self.first_builds[key] = ended.code, copy.output()
        return self.first_builds[key]


def assert_same(found: dict[str, str], expected: dict[str, str]) -> None:
    """Say which files are missing, left over or different."""
    assert sorted(set(expected) - set(found)) == [], "these are missing"
    assert sorted(set(found) - set(expected)) == [], "these were left over"
    assert [path for path, digest in expected.items() if found[path] != digest] == [], "these differ"


@pytest.fixture(scope="module")
def press(forge: Forge, small_home: Site, tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a press with a small site that was built once."""
    return Press(forge, small_home, tmp_path_factory.mktemp("press"))


def tell(press: Press, story: Sequence[Step], *, each: bool = True, anew: bool = True) -> None:
    """Let steps happen to a site, a new one if ``anew``; compare what is left after ``each``, or after the last."""
    if anew:
        press.begin()
    for number, (name, a, b) in enumerate(story, 1):
        press.step(name, a, b, compared=each or number == len(story))


def test_after_two_days_of_changes_the_output_is_that_of_a_first_build(press: Press) -> None:
    tell(press, A_DAY, each=False)
    tell(press, ANOTHER, each=False, anew=False)


@each_number
def test_after_very_many_changes_it_still_is(
    press: Press, number: int, record_property: Callable[[str, object], None]
) -> None:
    story = numbered(number, NAMES, LENGTHS)
    with counted("builds", number, story, record_property):
        tell(press, story)


@pytest.mark.slow
@pytest.mark.parametrize("name", BY_NAME)
def test_each_kind_of_change_alone_is_noticed(press: Press, name: str) -> None:
    tell(press, [(name, 1, 7), (name, 4, 5)])


@pytest.mark.slow
def test_time_that_passes_and_comes_back_leaves_nothing(press: Press) -> None:
    tell(press, [("wait", number, 0) for number in (*range(len(MOMENTS)), 0)])
