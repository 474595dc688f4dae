"""A whole content folder: what is read, what is out of place, and what must not stop the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from plugins import source
from plugins.source import reader
from tests import samples


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a folder with one page, the data files and a picture."""
    for folder in ("pages", "data", "images", "stories"):
        (tmp_path / folder).mkdir()
    (tmp_path / "pages/about.md").write_text(samples.text("page"), "utf-8")
    (tmp_path / "data/supports.yml").write_text(samples.RECORDS, "utf-8")
    (tmp_path / "data/providers.yml").write_text(samples.PROVIDERS, "utf-8")
    Image.new("RGB", (40, 20)).save(tmp_path / "images/keys-1.png")
    return tmp_path


def test_everything_in_its_place_is_read_without_a_word(content: Path) -> None:
    found = source.read(content)
    assert found.problems == ()
    assert [document.id for document in found.documents] == ["page:about"]
    assert {record.id for record in found.records} == {"samaritans", "shout", "clnm"}
    (picture,) = found.pictures
    assert (picture.name, picture.width, picture.height) == ("keys-1.png", 40, 20)


def test_one_bad_file_does_not_hide_the_others(content: Path) -> None:
    (content / "pages/contact.md").write_text("Hello", "utf-8")
    (content / "stories/ana.md").write_text(samples.text("story", summry="x"), "utf-8")
    found = source.read(content)
    assert [problem.path for problem in found.problems] == ["pages/contact.md", "stories/ana.md"]
    assert [document.id for document in found.documents] == ["page:about"]
    assert found.unread == {"page:contact", "story:ana"}


def test_a_badly_named_file_is_known_by_its_good_name_as_well(content: Path) -> None:
    (content / "pages/Low data_TIPS.md").write_text(samples.text("page"), "utf-8")
    assert "page:low-data-tips" in source.read(content).unread


@pytest.mark.parametrize(
    ("path", "message", "fix"),
    [
        ("notes.md", "where nothing is read", "The folders are: newsletters, stories"),
        ("storys/ana.md", "where nothing is read", "Move it to stories/."),
        ("pages/old/about.md", "where nothing is read", "Move it: pages/about.md"),
        ("pages/About us.docx", "Only files that end in .md", "about-us.md"),
        ("pages/about.txt", "Only files that end in .md", "about.md"),
        ("images/keys.heic", "This is a HEIC photo", "Export it as JPEG. On an iPhone"),
        ("images/keys.docx", "Only pictures are read here", "export it as JPEG or PNG"),
        ("images/keys.svg", "SVG drawings can hold programs", "Export it as PNG"),
        ("data/addresses.csv", "where nothing is read", "The folders are"),
        (".env", "where nothing is read", "The folders are"),
    ],
)
def test_a_file_out_of_place_is_told_where_it_belongs(content: Path, path: str, message: str, fix: str) -> None:
    (content / path).parent.mkdir(exist_ok=True)
    (content / path).write_text("x", "utf-8")
    (problem,) = source.read(content).problems
    assert (problem.path, problem.line, problem.code) == (path, 0, "F19")
    assert message in problem.message
    assert fix in problem.fix


def test_what_systems_leave_about_is_left_alone(content: Path) -> None:
    for name in (".gitkeep", ".DS_Store", "Thumbs.db"):
        (content / "stories" / name).write_bytes(b"")
    assert source.read(content).problems == ()


@pytest.mark.parametrize("make", [lambda path: path.symlink_to("/etc/hostname"), os.mkfifo])
def test_only_plain_files_are_read(content: Path, make: object) -> None:
    assert callable(make)
    make(content / "pages/other.md")
    (problem,) = source.read(content).problems
    assert (problem.path, problem.message) == ("pages/other.md", "This is not a plain file.")


def test_a_linked_folder_is_not_read(content: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "secret.md").write_text(samples.text("page"), "utf-8")
    (content / "events").symlink_to(elsewhere)
    found = source.read(content)
    assert [problem.path for problem in found.problems] == ["events"]
    assert len(found.documents) == 1


def test_a_name_that_cannot_be_printed_is_written_out(content: Path) -> None:
    bad = os.fsencode(content / "pages") + b"/caf\xe9\x07.md"
    with open(bad, "wb") as opened:  # noqa: PTH123 - a path of bytes
        opened.write(samples.text("page").encode())
    problems = source.read(content).problems
    assert problems[0].code == "F09"
    assert all(str(problem).encode() for problem in problems)
    assert "\\" in problems[0].path


def test_a_file_that_may_not_be_opened_is_a_problem(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reader, "_bytes", refuse)
    (content / "images/keys-1.png").unlink()
    problems = source.read(content).problems
    assert {problem.path for problem in problems} == {"pages/about.md", "data/supports.yml", "data/providers.yml"}
    assert all("cannot be opened: Permission denied" in problem.message for problem in problems)


def test_a_record_is_named_by_its_id_and_line(content: Path) -> None:
    (content / "data/supports.yml").write_text(samples.RECORDS.replace("hours: Day", "ours: Day", 1), "utf-8")
    found = source.read(content)
    assert {(p.path, p.line, p.field, p.code) for p in found.problems} == {
        ("data/supports.yml", 1, "hours", "F13"),
        ("data/supports.yml", 6, "ours", "F05"),
    }
    assert "support:*" in found.unread
    assert "shout" in {record.id for record in found.records}


def test_a_data_file_of_two_parts_is_refused(content: Path) -> None:
    (content / "data/supports.yml").write_text(f"{samples.RECORDS}---\n{samples.RECORDS}", "utf-8")
    assert "in two" in source.read(content).problems[0].message


@pytest.mark.parametrize(
    ("name", "data", "code", "fix"),
    [
        ("keys-1.png", b"not a picture", "I01", "export it"),
        ("keys-1.png", b"", "I01", "export it"),
        ("IMG_2031.JPG", b"", "F09", "“img-2031.jpg”"),
        ("keys.jpg", b"\x89PNG\r\n\x1a\n", "I01", "export it"),
    ],
)
def test_a_picture_that_is_none_is_named(content: Path, name: str, data: bytes, code: str, fix: str) -> None:
    (content / "images" / name).write_bytes(data)
    problem = source.read(content).problems[-1]
    assert (problem.path, problem.code) == (f"images/{name}", code)
    assert fix in problem.fix
    assert f"picture:{name}" in source.read(content).unread


def test_a_picture_with_another_ending_than_its_format_is_named(content: Path) -> None:
    Image.new("RGB", (4, 4)).save(content / "images/door-1.jpg", "PNG")
    (problem,) = source.read(content).problems
    assert problem.message == "This file is called .jpg, but is a PNG inside."


def test_a_picture_of_too_many_pixels_is_refused_by_its_head_alone(content: Path) -> None:
    Image.new("1", (10_000, 7_000)).save(content / "images/door-1.png")
    (problem,) = source.read(content).problems
    assert problem.code == "I02"
    assert "4,000 pixels" in problem.fix


def test_a_picture_on_its_side_has_the_size_it_will_have_upright(content: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20)).save(content / "images/door-1.jpg", exif=exif)
    (picture,) = (picture for picture in source.read(content).pictures if picture.name == "door-1.jpg")
    assert (picture.width, picture.height) == (20, 40)
