"""Files for programs are in their format from the first byte to the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.checks.__main__ import main
from tests.unit.checks.conftest import Told, page

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
WHOLE = CALENDAR.replace(b"VERSION", b"PRODID:-//us//us//EN\r\nVERSION")


def test_nothing_is_said_of_files_that_are_in_their_format(told: Told) -> None:
    files: dict[str, str | bytes] = {"a.xml": "<a/>", "b.svg": "<svg/>", "c.json": '{"a": 1}', "d.ics": WHOLE}
    assert told(files) == []


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.xml", "<a>\n<b></a>", 2),
        ("a.xml", "", 1),
        ("a.xml", "<a>one & two</a>", 1),
        ("a.svg", "<svg><path></svg>", 1),
        ("a.json", '{"a":\n}', 2),
        ("a.json", b"\xff\xfe\xff", 0),
        ("a.ics", b"VERSION:2.0\r\nEND:VCALENDAR\r\n", 1),
        ("a.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", 2),
        ("a.ics", CALENDAR + b"X-MORE:1\r\n", 4),
        ("a.ics", CALENDAR.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\n"), 2),
    ],
)
def test_a_file_that_is_broken_is_found_with_its_line(told: Told, name: str, content: str | bytes, line: int) -> None:
    assert [(problem.path, problem.line, problem.code) for problem in told({name: content})] == [(name, line, "K04")]


def test_hidden_files_and_files_of_other_sorts_are_not_read(told: Told) -> None:
    assert told({".git/a.xml": "<", "a/.part.html": "", "b.txt": "<", "c.eml": "\n"}) == []


def test_a_hidden_file_is_no_place_to_link_to(told: Told) -> None:
    assert [problem.code for problem in told({"index.html": page('<a href=".a/">A</a>'), ".a/index.html": page()})] == [
        "A06"
    ]


def test_the_command_gives_0_for_a_folder_with_nothing_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page(), "utf-8")
    assert main([str(tmp_path)]) == 0


def test_the_command_names_file_and_line_and_gives_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text(page('<a href="gone/">Gone</a>'), "utf-8")
    assert main([str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert f"{tmp_path.name}/index.html:5: The link “gone/”" in said
    assert "1 thing wrong" in said


def test_the_command_counts_what_is_too_much_to_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text(page("".join(f'<a href="gone-{n}/">Gone</a>' for n in range(13))), "utf-8")
    assert main([str(tmp_path)]) == 1
    assert "… and 3 more of the same kind [A06]" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["no-such-folder"], ["one", "two"]])
def test_the_command_gives_2_where_it_is_not_told_a_folder(arguments: list[str]) -> None:
    assert main(arguments) == 2
