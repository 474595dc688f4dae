"""A built site shows pictures, and its bytes hold nothing of what cameras and programs wrote beside them."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from tests import photos, samples
from tests.site.press import Built, SiteFolder, decoded

NAMES = {kind: f"door-{kind.lower()}-1.{ending}" for kind, (ending, _) in photos.FORMATS.items()}
STORY = "first-keys-1.jpg"


@pytest.fixture
def photographed(site: SiteFolder) -> SiteFolder:
    """Give a site that shows a photo in every format, in a page, and in a story, its feed and an edition."""
    figures = "\n\n".join(
        f"/// figure | {name}\n    alt: A door\n    image_consent: stock\n///" for name in NAMES.values()
    )
    shown = {"image": STORY, "image_alt": "Bryn at a door", "image_consent": "CR-2026-031"}
    issue = "/// story | first-keys\n///\n\n/// get-help\n///"
    site.write(
        f"-- pages/doors.md --\n{samples.text('page', figures)}"
        f"-- stories/first-keys.md --\n{samples.text('story', 'I was cold.', **shown)}"
        f"-- newsletters/2026-12.md --\n{samples.text('newsletter', issue)}"
        f"-- data/supports.yml --\n{samples.RECORDS}-- data/providers.yml --\n{samples.PROVIDERS}"
    )
    folder = site.content / "images"
    folder.mkdir()
    for kind, (_, make) in photos.FORMATS.items():
        (folder / NAMES[kind]).write_bytes(make())
    (folder / STORY).write_bytes(photos.jpeg())
    (folder / "nobody-shows-me-1.jpg").write_bytes(photos.jpeg())
    return site


def test_no_byte_of_the_output_holds_anything_but_the_picture(photographed: SiteFolder) -> None:
    originals = {path.name: path.read_bytes() for path in (photographed.content / "images").iterdir()}
    assert all(photos.SECRET in data for data in originals.values())
    built = photographed.build()
    assert built.code == 0, built.said
    files = built.files()
    assert any(path.endswith(".eml") for path in files)
    assert {path: found for path, data in files.items() if (found := photos.traces(decoded(path, data)))} == {}
    assert not set(files.values()) & set(originals.values())
    served = {path for path in files if path.startswith("images/")}
    stems = {name.rpartition(".")[0] for name in (*NAMES.values(), STORY)}
    assert served == {f"images/{stem}-64.{ending}" for stem in stems for ending in ("avif", "jpg")}
    for path in served:
        with Image.open(io.BytesIO(files[path])) as picture:
            assert picture.format == {"avif": "AVIF", "jpg": "JPEG"}[path.rpartition(".")[2]]
            assert (picture.mode, picture.size) == ("RGB", (photos.WIDTH, photos.HEIGHT)), path
            assert set(picture.info) <= photos.LEFT_BY_PILLOW, path
            assert [name for name, _ in getattr(picture, "applist", ())] == ["APP0"] * (picture.format == "JPEG"), path
            assert not picture.getexif(), path
            assert photos.shows_the_scene(picture), path


def test_each_original_that_says_where_it_was_taken_is_named_with_what_cleans_it(photographed: SiteFolder) -> None:
    built = photographed.build()
    for name in (*NAMES.values(), STORY):
        assert re.search(rf"note: \S*images/{re.escape(name)}: This photo says where it was taken\.", built.said), name
    assert "clnm fix images" in built.said


@pytest.mark.parametrize("data", [b"", b"no picture", photos.jpeg()[:1500], photos.png()[:600]])
def test_a_broken_picture_stops_the_build_and_is_named(photographed: SiteFolder, data: bytes) -> None:
    before = photographed.build().files()
    (photographed.content / "images" / STORY).write_bytes(data)
    built = photographed.build()
    assert built.code == 1
    assert f"images/{STORY}" in built.said
    assert "Traceback" not in built.said
    assert built.files() == before


def test_no_picture_is_served_that_no_page_uses(built_sample: Built) -> None:
    files = built_sample.files()
    pictures = {path for path in files if path.startswith("images/")}
    assert pictures
    pages = b"\n".join(decoded(path, data) for path, data in files.items() if path not in pictures)
    assert {path for path in pictures if path.encode() not in pages} == set()


def test_a_picture_leaves_the_output_with_the_last_page_that_shows_it(photographed: SiteFolder) -> None:
    assert "images/first-keys-1-64.jpg" in photographed.build().files()
    photographed.change("stories/first-keys.md", "status: active", "status: paused")
    photographed.change("newsletters/2026-12.md", "/// story | first-keys\n///", "Nothing else.")
    assert not any("first-keys" in path for path in photographed.build().files())
