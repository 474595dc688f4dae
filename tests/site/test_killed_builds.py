"""A build may end at any moment, as by ``kill -9``: the next one makes what a first one makes, and leaves no traces."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.property.editing import KINDS, add, redraw, retouch, say_more, template
from tests.property.small_site import Site, small_site
from tests.site.forge import Forge, Run

KILLED = -9
MEET_UP = "content/events/meet-up.md"
DEATHS = 4
"""So often does each test kill a build; the slow ones more often."""


@pytest.fixture(scope="module")
def forge() -> Iterator[Forge]:
    """Give what builds in processes of their own."""
    with Forge() as found:
        yield found


@pytest.fixture(scope="module")
def built(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give a small site that was built once; tests copy it."""
    site = small_site(tmp_path_factory.mktemp("start"))
    ended = forge.run(site.root)
    assert ended.code == 0, ended.said
    return site


def copied(site: Site, root: Path) -> Site:
    """Copy a site with its output and caches."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(site.root, root)
    return Site(root, site.as_of, dict(site.files), site.writes)


def edited(site: Site, root: Path) -> Site:
    """Copy a site that was built, and change it so that much is written, and some is deleted."""
    found = copied(site, root)
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


def dies_and_recovers(forge: Forge, before: Site, folder: Path, seed: str, number: int) -> None:
    """Kill a build of a changed site at some moments, and look at what is there then and after the next build."""
    old = before.output()
    trial = edited(before, folder / "trial")
    new = first_build(forge, trial, folder / "clean")
    changes = forge.run(trial.root).changes
    assert trial.output() == new
    for moment in moments(changes, seed, number):
        site = edited(before, folder / "site")
        assert forge.run(site.root, dies_at=moment).code == KILLED
        torn = {path: digest for path, digest in site.output().items() if digest not in {old.get(path), new.get(path)}}
        assert [path for path in torn if not path.endswith(".part")] == [], "a reader sees half a file"
        is_whole(forge, site, new)


def test_a_build_that_is_killed_is_made_good_by_the_next(forge: Forge, built: Site, tmp_path: Path) -> None:
    dies_and_recovers(forge, built, tmp_path, "edit", DEATHS)


@pytest.mark.slow
def test_it_is_so_wherever_it_dies(forge: Forge, built: Site, tmp_path: Path) -> None:
    dies_and_recovers(forge, built, tmp_path, "everywhere", 40)


def test_a_first_build_that_is_killed_is_made_good_by_the_next(forge: Forge, built: Site, tmp_path: Path) -> None:
    new = built.output()
    for number in range(2):
        site = Site(tmp_path / f"site-{number}")
        site.root.mkdir()
        built.copy(site.root)
        forge.run(site.root, dies_at=20 + number * 50)
        is_whole(forge, site, new)


@pytest.mark.slow
def test_what_is_edited_after_a_death_is_noticed(forge: Forge, built: Site, tmp_path: Path) -> None:
    site = edited(built, tmp_path / "site")
    for number in range(6):
        forge.run(site.root, dies_at=4 + number * 9)
        say_more(site, number, number)
        retouch(site, number + 3, 2)
    is_whole(forge, site, first_build(forge, site, tmp_path / "clean"))


@pytest.mark.slow
@pytest.mark.parametrize("harm", ["cut", "scribbled", "emptied"])
def test_a_file_of_the_caches_that_is_harmed_is_not_believed(
    forge: Forge, built: Site, tmp_path: Path, harm: str
) -> None:
    expected = built.output()
    kept = sorted(path for path in (built.root / ".output.press").rglob("*") if path.is_file())
    for number, path in enumerate(kept):
        site = copied(built, tmp_path / f"site-{number}")
        harmed = site.root / path.relative_to(built.root)
        data = harmed.read_bytes()
        harmed.write_bytes({"cut": data[: len(data) // 2], "scribbled": data[::-1], "emptied": b""}[harm])
        is_whole(forge, site, expected)


def test_two_builds_at_once_leave_one_site(forge: Forge, built: Site, tmp_path: Path) -> None:
    site = edited(built, tmp_path / "site")
    expected = first_build(forge, site, tmp_path / "clean")
    with Forge() as other:
        other.run(built.root)
        for each in (forge, other):
            each.begin(Run(str(site.root)))
        ended = [each.end() for each in (forge, other)]
    assert any(each.code == 0 for each in ended), [each.said for each in ended]
    assert not [each.said for each in ended if "Traceback" in each.said]
    is_whole(forge, site, expected)
