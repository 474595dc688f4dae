"""A publish is all or nothing: visitors see a whole old site or a whole new one, whatever happens on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.property.small_site import Site
from tests.site.forge import Forge
from tests.site.publishing import files, grow_old, publish, settle
from tests.sites import taken

KILLED = -9


@pytest.fixture
def site(first: Site, tmp_path: Path) -> Site:
    """Give a copy of it that a test may change."""
    return taken(first, tmp_path / "site")


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
    grow_old(site)
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
    site = taken(first, tmp_path_factory.mktemp("second") / "site")
    settle(site, 2)
    done = publish(forge, site)
    assert done.code == 0, done.said
    return files(online(site).resolve()), done.changes


@pytest.mark.parametrize("moment", [pytest.param(0.7, marks=pytest.mark.slow), 0.99, 1.0])
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


def test_a_page_that_others_link_to_does_not_disappear_unnoticed(forge: Forge, site: Site) -> None:
    report = "content/publications/report.md"
    site.put("content/publications/what-we-found.md", site.files[report])
    site.drop(report)
    about = "content/pages/about.md"
    site.put(about, site.files[about].replace(b"publication:report", b"publication:what-we-found"))
    refused = publish(forge, site)
    assert refused.code == 1
    assert "/publications/report/: This page was online and would be gone" in refused.said
    assert "data/moved.yml" in refused.said
    assert (online(site) / "publications/report/index.html").is_file()
    site.put("content/data/moved.yml", b"report:\n  was: /publications/report/\n  now: publication:what-we-found\n")
    done = publish(forge, site)
    assert done.code == 0, done.said
    assert "what-we-found" in (online(site) / "publications/report/index.html").read_text("utf-8")


def test_a_site_without_most_of_its_pages_is_thought_a_mistake(forge: Forge, site: Site) -> None:
    for path in site.documents():
        if not path.startswith(("content/pages/", "content/people/")):
            site.drop(path)
    for path in site.documents():
        body = site.files[path].partition(b"\n---\n")[0] + b"\n---\n\nNothing else.\n"
        site.put(path, body.replace(b"\nled_by", b"\n#led_by"))
    refused = publish(forge, site)
    assert refused.code == 1, refused.said
    assert "--fewer-pages" in refused.said


def test_a_site_larger_than_its_host_takes_is_not_published(forge: Forge, site: Site) -> None:
    settle(site, 2, "LARGEST_SITE = 100_000")
    refused = publish(forge, site)
    assert refused.code == 1
    assert "100,000 is the most" in refused.said
    assert generations(site) == {"Generation 1"}


def test_a_folder_that_is_no_link_is_left_alone(forge: Forge, site: Site) -> None:
    online(site).unlink()
    online(site).mkdir()
    (online(site) / "mine.txt").write_text("Keep me", "utf-8")
    refused = publish(forge, site)
    assert refused.code == 2
    assert "mv " in refused.said
    assert (online(site) / "mine.txt").read_text("utf-8") == "Keep me"


def test_nothing_is_built_into_what_visitors_see(forge: Forge, site: Site) -> None:
    before = files(online(site).resolve())
    settle(site, 2)
    refused = forge.run(site.root, "build", "--settings", "publishconf.py")
    assert refused.code == 1
    assert "make publish" in refused.said
    assert files(online(site).resolve()) == before
