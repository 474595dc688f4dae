"""A table is taken row by row; each wrong row is named by its line, and nothing of it is repeated."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.subscribers import sheet
from plugins.subscribers.sheet import COLUMNS

TODAY = date(2026, 11, 21)
AREAS = ("merecombe", "northbridge")
HEAD = "address,list,name,area,audience,basis,given_on,source\n"
RIGHT = "ana@example.org,news,Ana,merecombe,young-people,consent,2026-10-01,Sign-up sheet\n"


def read(text: str | bytes) -> sheet.Sheet:
    return sheet.read("people.csv", text.encode() if isinstance(text, str) else text, TODAY, AREAS)


def test_a_right_row_is_taken_with_its_record_of_consent() -> None:
    (found,) = read(HEAD + RIGHT).people
    assert (found.address, found.area, found.basis, found.given_on, found.source) == (
        "ana@example.org",
        "merecombe",
        "consent",
        date(2026, 10, 1),
        "Sign-up sheet",
    )


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("a.example.org,,,,,consent,2026-10-01,A sheet", "address", "no @"),
        ("a@b,,,,,consent,2026-10-01,A sheet", "address", "no host"),
        ("a b@example.org,,,,,consent,2026-10-01,A sheet", "address", "no mailbox"),
        (f"{'a' * 65}@example.org,,,,,consent,2026-10-01,A sheet", "address", "no mailbox"),
        ('"a@example.org\nBcc: x@example.org",,,,,consent,2026-10-01,A sheet', "address", "no mailbox"),
        ("a@example.org,My List,,,,consent,2026-10-01,A sheet", "list", "name of a list"),
        ("a@example.org,,A\u202eB,,,consent,2026-10-01,A sheet", "name", "cannot be seen"),
        ("a@example.org,,,mercombe,,consent,2026-10-01,A sheet", "area", "no such area"),
        ("a@example.org,,,,everybody,consent,2026-10-01,A sheet", "audience", "no such audience"),
        ("a@example.org,,,,,,2026-10-01,A sheet", "basis", "by what right"),
        ("a@example.org,,,,,consent,,A sheet", "given_on", "on which day"),
        ("a@example.org,,,,,consent,01/10/2026,A sheet", "given_on", "on which day"),
        ("a@example.org,,,,,consent,2027-10-01,A sheet", "given_on", "still to come"),
        ("a@example.org,,,,,consent,2026-10-01,", "source", "where and how"),
        ("a@example.org,,,,,soft-opt-in,2026-02-04,A sheet", "basis", "not before"),
        ("a@example.org,,,,,consent,2026-10-01,A sheet,and more", "", "more cells"),
        ("Ana@Example.org,,,,,consent,2026-10-01,A sheet", "address", "line 2"),
    ],
)
def test_a_wrong_row_is_refused_by_its_line_and_the_others_are_taken(row: str, column: str, said: str) -> None:
    found = read(f"{HEAD}{RIGHT}\n{row}\nbo@example.org,,,,,corporate,2026-10-01,Council list\n")
    assert [person.address for person in found.people] == ["ana@example.org", "bo@example.org"]
    (problem,) = found.problems
    assert (problem.line, problem.field) == (4, column)
    assert said in problem.message
    assert problem.fix
    assert row.split(",", maxsplit=1)[0] not in str(problem)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no column"),
        ("address,name\n", "no column basis, given_on, source"),
        (f"{HEAD.strip()},phone\n", "Column 9"),
        (f"{HEAD.strip()},email\n", "Two columns"),
        (f'{HEAD}"ana', "do not close"),
        (HEAD.encode() + b"\xff\xfe", "not in UTF-8"),
        (HEAD.encode() + b"a\0b", "no table"),
        (b"x" * (sheet.MOST_BYTES + 1), "too large"),
    ],
)
def test_a_table_that_is_none_is_refused_as_a_whole(text: str | bytes, said: str) -> None:
    found = read(text)
    assert found.people == []
    assert said in found.problems[0].message


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_is_read(delimiter: str, encoding: str) -> None:
    text = (HEAD + RIGHT).replace(",", delimiter).replace("\n", "\r\n")
    assert len(read(text.encode(encoding)).people) == 1


@settings(max_examples=50)
@given(st.lists(st.text(max_size=30), min_size=len(COLUMNS), max_size=len(COLUMNS)), st.binary(max_size=200))
def test_whatever_the_cells_hold_there_is_a_person_or_a_reason(cells: list[str], tail: bytes) -> None:
    row = dict(zip(COLUMNS, cells, strict=True))
    for data in (sheet.write([row]), HEAD.encode() + tail):
        found = read(data)
        assert found.people or found.problems or len(data.strip()) <= len(HEAD) + 3 or not any(map(str.strip, cells))


def test_an_export_is_an_import_and_no_cell_is_a_formula() -> None:
    row = dict(zip(COLUMNS, next(iter(RIGHT.strip().splitlines())).split(","), strict=True)) | {"name": "=2+5"}
    written = sheet.write([row])
    assert b"'=2+5" in written
    (found,) = read(written).people
    assert found.name == "=2+5"
