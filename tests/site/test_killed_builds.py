"""A build may end at any moment, as by ``kill -9``: the next one makes what a first one makes, and leaves no traces."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.property.editing import KINDS, add, redraw, retouch, say_more, template
from tests.property.small_site import Site
from tests.site.forge import Forge, Run
from tests.sites import taken

KILLED = -9
MEET_UP = "content/events/meet-up.md"
DEATHS = 4
"""So often does each test kill a build; the slow ones more often."""


@dataclass(frozen=True)
class After:
    """What a whole build makes of the site after an edit, and how often it changes the disk on its way there."""

    output: dict[str, str]
    changes: int


@pytest.fixture(scope="module")
def after(forge: Forge, small_home: Site, tmp_path_factory: pytest.TempPathFactory) -> After:
    """Give what a build of the edited site leaves, which is what a first build leaves."""
    folder = tmp_path_factory.mktemp("after")
    site = edited(small_home, folder / "edited")
    changes = forge.run(site.root).changes
    output = first_build(forge, site, folder / "clean")
    assert site.output() == output
    return After(output, changes)


def edited(site: Site, root: Path) -> Site:
    """Copy a site that was built, and change it so that much is written, and some is deleted."""
    shutil.rmtree(root, ignore_errors=True)
    found = taken(site, root)
    found.put(MEET_UP, found.files[MEET_UP].replace(b"All about meet-up", b"All about another meet-up"))
    found.drop("content/stories/third-keys.md")
    template(found, 0, 3)
    redraw(found, 1, 9)
    add(found, KINDS.index("page"), 2)
    return found


def first_build(forge: Forge, site: Site, root: Path) -> dict[str, str]:
    """Give what a first build of a site's files leaves."""
    clean = Site(root)
    root.mkdir()
    site.copy(root)
    ended = forge.run(root)
    assert ended.code == 0, ended.said
    return clean.output()


def is_whole(forge: Forge, site: Site, expected: dict[str, str]) -> None:
    """See that the next build puts all right, leaves nothing behind, and that the one after it has nothing to do."""
    ended = forge.run(site.root)
    assert ended.code == 0, ended.said
    assert site.output() == expected
    assert [path.name for path in site.root.rglob("*") if path.name.endswith((".part", "-journal", "-wal"))] == []
    again = forge.run(site.root)
    assert again.code == 0
    assert again.said.startswith("0 files written"), again.said
    assert site.output() == expected


def moments(changes: int, seed: str, number: int) -> list[int]:
    """Give changes to the disk at which to die: the first, the last, and some between."""
    chance = random.Random(seed)  # noqa: S311 - the same moments each time, no secret
    return [1, changes, *(chance.randint(2, changes - 1) for _ in range(number - 2))]


def dies_and_recovers(forge: Forge, before: Site, after: After, folder: Path, moments: Iterable[int]) -> None:
    """Kill a build of a changed site at some moments, and look at what is there then and after the next build."""
    old, new = before.output(), after.output
    for moment in moments:
        site = edited(before, folder)
        assert forge.run(site.root, dies_at=moment).code == KILLED
        torn = {path: digest for path, digest in site.output().items() if digest not in {old.get(path), new.get(path)}}
        assert [path for path in torn if not path.endswith(".part")] == [], "a reader sees half a file"
        is_whole(forge, site, new)


def test_a_build_that_is_killed_is_made_good_by_the_next(
    forge: Forge, small_home: Site, after: After, tmp_path: Path
) -> None:
    dies_and_recovers(forge, small_home, after, tmp_path / "site", moments(after.changes, "edit", DEATHS))


@pytest.mark.slow
def test_it_is_so_wherever_it_dies(forge: Forge, small_home: Site, after: After, tmp_path: Path) -> None:
    dies_and_recovers(forge, small_home, after, tmp_path / "site", moments(after.changes, "everywhere", 40))


@pytest.mark.parametrize(
    "moment", [70, *(pytest.param(moment, marks=pytest.mark.slow) for moment in (1, 20, 200, 300))]
)
def test_a_first_build_that_is_killed_is_made_good_by_the_next(
    forge: Forge, small_home: Site, tmp_path: Path, moment: int
) -> None:
    site = Site(tmp_path / "site")
    site.root.mkdir()
    small_home.copy(site.root)
    assert forge.run(site.root, dies_at=moment).code == KILLED
    is_whole(forge, site, small_home.output())


@pytest.mark.slow
def test_what_is_edited_after_a_death_is_noticed(forge: Forge, small_home: Site, tmp_path: Path) -> None:
    site = edited(small_home, tmp_path / "site")
    for number in range(6):
        forge.run(site.root, dies_at=4 + number * 9)
        say_more(site, number, number)
        retouch(site, number + 3, 2)
    is_whole(forge, site, first_build(forge, site, tmp_path / "clean"))


@pytest.mark.slow
@pytest.mark.parametrize("harm", ["cut", "scribbled", "emptied"])
def test_a_file_of_the_caches_that_is_harmed_is_not_believed(
    forge: Forge, small_home: Site, tmp_path: Path, harm: str
) -> None:
    expected = small_home.output()
    kept = sorted(path for path in (small_home.root / ".output.press").rglob("*") if path.is_file())
    for number, path in enumerate(kept):
        site = taken(small_home, tmp_path / f"site-{number}")
        harmed = site.root / path.relative_to(small_home.root)
        data = harmed.read_bytes()
        harmed.write_bytes({"cut": data[: len(data) // 2], "scribbled": data[::-1], "emptied": b""}[harm])
        is_whole(forge, site, expected)


def test_of_builds_at_once_each_waits_for_the_one_before_and_they_leave_one_site(
    forge: Forge, small_home: Site, after: After, tmp_path: Path
) -> None:
    site = edited(small_home, tmp_path / "site")
    ended = forge.together(*[Run(str(site.root))] * 3)
    assert [each.code for each in ended] == [0, 0, 0], [each.said for each in ended]
    assert sum("Another build of this site is going on" in each.said for each in ended) == 2
    is_whole(forge, site, after.output)
