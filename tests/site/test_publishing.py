"""A publish is all or nothing: visitors see a whole old site or a whole new one, whatever happens on the way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.property.small_site import Site
from tests.site.forge import Forge
from tests.site.publishing import files, publish, published_site, settle

KILLED = -9


@pytest.fixture(scope="module")
def forge() -> Iterator[Forge]:
    """Give what publishes in processes of their own."""
    with Forge() as found:
        yield found


@pytest.fixture(scope="module")
def first(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give a site that was published once; tests copy it."""
    site = published_site(tmp_path_factory.mktemp("published"))
    done = publish(forge, site)
    assert done.code == 0, done.said
    return site


@pytest.fixture
def site(first: Site, tmp_path: Path) -> Site:
    """Give a copy of it that a test may change."""
    return copied(first, tmp_path / "site")


def copied(site: Site, root: Path) -> Site:
    """Copy a site with all its releases."""
    shutil.copytree(site.root, root, symlinks=True)
    return Site(root, files=dict(site.files), writes=site.writes)


def online(site: Site) -> Path:
    """Give what visitors see."""
    return site.root / "public"


def generations(site: Site) -> set[str]:
    """Give what the pages online say of the generation they are of."""
    pages = [data.decode() for name, data in files(online(site).resolve()).items() if name.endswith(".html")]
    return {word for page in pages for word in ("Generation 1", "Generation 2") if word in page}


def test_the_site_is_a_link_to_a_release_that_everybody_may_read(site: Site) -> None:
    assert online(site).is_symlink()
    folder = online(site).resolve()
    assert folder.parent.name == ".public.releases"
    modes = {oct(path.stat().st_mode & 0o777) for path in folder.rglob("*")}
    assert modes == {"0o755", "0o644"}
    assert (site.root / ".public.press").stat().st_mode & 0o077 == 0


def test_a_publish_with_nothing_to_do_does_nothing(forge: Forge, site: Site) -> None:
    publish(forge, site)
    before = {path: path.stat().st_mtime_ns for path in site.root.rglob("*")}
    done = publish(forge, site)
    assert done.code == 0
    assert "0 files written" in done.said
    assert done.changes == 0
    assert {path: path.stat().st_mtime_ns for path in site.root.rglob("*")} == before


def test_a_new_release_replaces_the_old_one_and_keeps_what_open_pages_need(forge: Forge, site: Site) -> None:
    old = files(online(site).resolve())
    site.put("theme/static/js/reader.js", b"/* other */ " + site.files["theme/static/js/reader.js"])
    settle(site, 2)
    done = publish(forge, site)
    assert done.code == 0, done.said
    new = files(online(site).resolve())
    assert generations(site) == {"Generation 2"}
    lost = [path for path in old if path.startswith("static/") and new.get(path) != old[path]]
    assert lost == []


@pytest.fixture(scope="module")
def second(forge: Forge, first: Site, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], int]:
    """Give what the next release of it holds, and how often making it changes the disk."""
    site = copied(first, tmp_path_factory.mktemp("second") / "site")
    settle(site, 2)
    done = publish(forge, site)
    assert done.code == 0, done.said
    return files(online(site).resolve()), done.changes


@pytest.mark.parametrize("moment", [0.7, 0.99, 1.0])
def test_a_publish_that_is_killed_leaves_a_whole_site_and_the_next_one_succeeds(
    forge: Forge, site: Site, second: tuple[dict[str, bytes], int], moment: float
) -> None:
    new, changes = second
    old = files(online(site).resolve())
    settle(site, 2)
    assert publish(forge, site, dies_at=round(changes * moment)).code == KILLED
    assert files(online(site).resolve()) in (old, new)
    done = publish(forge, site)
    assert done.code == 0, done.said
    assert files(online(site).resolve()) == new
    left = [path.name for path in site.root.rglob("*") if path.name.endswith((".part", ".making", ".link"))]
    assert left == []
    assert len(list((site.root / ".public.releases").iterdir())) == 2
