"""A release comes back only with everybody's will: what was taken back is in no file, and nothing brings it back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import samples
from tests.property.small_site import Site
from tests.site.forge import Ended, Forge
from tests.site.publishing import files, holding, publish, published_site, settle
from tests.sites import taken

WORDS = "Nobody but me says quicksilver lanterns"
DARI = "کلیدهای من روی یک روبان سرخ بودند و من خندیدم"
STORY = "content/stories/third-keys.md"
VERSION = "content/stories/third-keys-dari.md"


@pytest.fixture(scope="module")
def twice(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give a site whose story was in two releases."""
    site = published_site(tmp_path_factory.mktemp("twice"))
    site.put(STORY, site.files[STORY].replace(b"Nobody points here.", f"{WORDS} in the hall.".encode()))
    dari = samples.text("story", DARI, title="کلیدهای سوم", lang="prs", translation_of="third-keys", storyteller="برین")
    site.put(VERSION, dari.encode())
    for generation in (1, 2):
        settle(site, generation, compressed=generation == 1)
        done = publish(forge, site)
        assert done.code == 0, done.said
    return site


@pytest.fixture
def site(twice: Site, tmp_path: Path) -> Site:
    """Give a copy of it that a test may change."""
    return taken(twice, tmp_path / "site")


def generation(site: Site) -> str:
    """Give the generation that is online."""
    page = (site.root / "public/index.html").read_text("utf-8")
    return page.partition("Generation ")[2][:1]


def rollback(forge: Forge, site: Site, *words: str) -> Ended:
    """Go back in a process of its own."""
    return forge.run(site.root, "rollback", *words)


def test_going_back_shows_the_release_before_and_can_be_taken_back(forge: Forge, site: Site) -> None:
    before = files((site.root / "public").resolve())
    done = rollback(forge, site)
    assert done.code == 0, done.said
    assert "Online is release 1 again" in done.said
    assert generation(site) == "1"
    assert "1  21 November 2026" in rollback(forge, site, "--list").said
    assert rollback(forge, site, "2").code == 0
    assert files((site.root / "public").resolve()) == before
    assert rollback(forge, site, "7").code == 2
    (site.root / "public").unlink()
    assert rollback(forge, site).code == 0
    assert generation(site) == "2"


def test_a_withdrawn_story_is_nowhere_and_nothing_brings_it_back(forge: Forge, site: Site) -> None:
    assert len(holding(site.root / ".public.releases", WORDS)) > 2
    done = forge.run(site.root, "withdraw", "stories/third-keys", environment={"CLNM_FINGERPRINT_KEY": "a key"})
    assert done.code == 0, done.said
    assert "Deleted release 1" in done.said
    assert all(path.startswith(".public.releases/0002-") for path in holding(site.root, WORDS))
    assert publish(forge, site).code == 0
    assert holding(site.root, WORDS) == []
    assert holding(site.root, DARI) == []
    again = rollback(forge, site)
    assert again.code == 2
    assert "no earlier release" in again.said
    assert holding(site.root, WORDS) == []


def test_a_release_with_a_withdrawn_story_that_was_kept_after_all_is_refused_and_deleted(
    forge: Forge, site: Site, tmp_path: Path
) -> None:
    for name in (".public.releases", ".public.press/releases"):
        shutil.copytree(site.root / name, tmp_path / "kept" / name)
    site.put(STORY, b"---\nstatus: withdrawn\nwithdrawn_on: 2026-11-21\nref: CR-2026-014\n---\n")
    site.drop(VERSION)
    shutil.copytree(tmp_path / "kept", site.root, dirs_exist_ok=True)
    done = rollback(forge, site)
    assert done.code == 1, done.said
    assert "story:third-keys, which was withdrawn" in done.said
    assert generation(site) == "2"
    assert [path.name for path in (site.root / ".public.releases").iterdir()] == ["0002-2026-11-21"]


@pytest.mark.slow
def test_content_put_back_to_an_earlier_day_does_not_undo_a_withdrawal(forge: Forge, site: Site) -> None:
    forge.run(site.root, "withdraw", "stories/third-keys")
    publish(forge, site)
    settle(site, 3)
    publish(forge, site)
    for path in (STORY, VERSION):
        (site.root / path).write_bytes(site.files[path])
    done = publish(forge, site)
    assert done.code == 1
    assert "This was withdrawn on 21 November 2026, and is here again." in done.said
    assert holding(site.root / ".public.releases", WORDS) == []
    agreed_anew = site.files[STORY].replace(b"given: 2026-10-01", b"given: 2026-11-22")
    assert agreed_anew != site.files[STORY]
    (site.root / STORY).write_bytes(agreed_anew)
    assert forge.run(site.root, "publish", as_of="2026-11-23T12:00").code == 0


def test_a_release_that_shows_more_than_is_agreed_to_now_may_not_come_back(forge: Forge, site: Site) -> None:
    site.put(STORY, site.files[STORY].replace(b"  status: active", b"  status: paused"))
    done = rollback(forge, site)
    assert done.code == 1, done.said
    assert "do not agree, now" in done.said
    assert generation(site) == "2"
    assert publish(forge, site).code == 0
    assert holding(site.root / ".public.releases", WORDS) == []


def test_a_release_that_was_harmed_does_not_come_back(forge: Forge, site: Site) -> None:
    (page,) = (site.root / ".public.releases").glob("0001-*/index.html")
    page.unlink()
    page.write_text("<p>Somebody else wrote this</p>", "utf-8")
    done = rollback(forge, site)
    assert done.code == 1
    assert "damaged" in done.said
