"""People as a table that spreadsheets open (CSV, RFC 4180): read row by row, each wrong one named by its line."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plugins.model import Problem
from plugins.subscribers import person
from plugins.subscribers.person import Joining, Refused

COLUMNS = ("address", "list", "name", "area", "audience", "basis", "given_on", "source")
NEEDED = ("address", "basis", "given_on", "source")
SAME = {"email": "address", "email address": "address", "e-mail": "address", "consent": "basis", "date": "given_on"}
MOST_BYTES = 20_000_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CODE = "L01"


Check = Callable[[str], Any]


@dataclass(slots=True)
class Sheet:
    """What a table says: the people that can be taken, and what is wrong with the others."""

    name: str
    people: list[Joining] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    """On which line each address of a list stands first."""

    def refuse(self, line: int, column: str, refused: Refused) -> None:
        """Put down what is wrong."""
        what = Problem(path=self.name, line=line, field=column, message=str(refused), fix=refused.fix, code=_CODE)
        self.problems.append(what)

    def row(self, line: int, cells: dict[str, str], checks: dict[str, Check]) -> None:
        """Take a row's person, or put down each thing that is wrong with it."""
        values: dict[str, Any] = {}
        for column, check in checks.items():
            try:
                values[column] = check(cells.get(column, ""))
            except Refused as refused:
                self.refuse(line, column, refused)
        if len(values) < len(checks):
            return
        try:
            person.lawful(values["basis"], values["given_on"])
        except Refused as refused:
            self.refuse(line, "basis", refused)
            return
        first = self.lines.setdefault((values["list"], values["address"].casefold()), line)
        if first == line:
            self.people.append(Joining(**values))
        else:
            same = Refused(f"This is the same address as on line {first}.", "Keep the one that is right.")
            self.refuse(line, "address", same)


def read(name: str, data: bytes, today: date, areas: Collection[str] | None) -> Sheet:
    """Read a table; ``areas`` are the areas there are, or None where nobody knows them."""
    found, checks = Sheet(name), _checks(today, areas)
    try:
        rows = _rows(_text(data))
        columns = _columns(next(rows, (1, []))[1])
        for line, cells in rows:
            if len(cells) > len(columns):
                found.refuse(line, "", Refused("There are more cells than columns.", "Put quotes round commas."))
            elif any(cell.strip() for cell in cells):
                found.row(line, dict(zip(columns, cells, strict=False)), checks)
    except Refused as refused:
        found.refuse(0, "", refused)
    return found


def write(people: Iterable[Any]) -> bytes:
    """Write people as such a table; no cell is a formula to a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in people:
        writer.writerow([_harmless(str(one[column])) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise Refused("The file is too large.", f"Split it into files below {MOST_BYTES // 1_000_000} MB.")
    try:
        text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("The file is not in UTF-8.", "Save it again as “CSV UTF-8”.") from None
    if "\0" in text:
        raise Refused("The file is no table of text.", "Save it as “CSV UTF-8”.")
    return text


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give each row with the line that it begins on. Raises Refused where quotes do not close."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise Refused(
                f"The quotes from line {line} on do not close.", "Put that right, or save it again."
            ) from None
        yield line, [_plain(cell) for cell in cells]
        line = reader.line_num + 1


def _columns(head: list[str]) -> list[str]:
    names = [SAME.get(cell.strip().lower(), cell.strip().lower().replace(" ", "_")) for cell in head]
    missing = [column for column in NEEDED if column not in names]
    if missing:
        raise Refused(
            f"There is no column {', '.join(missing)}.",
            f"The first line names the columns: {', '.join(COLUMNS)}. Needed are {', '.join(NEEDED)}.",
        )
    unknown = [number for number, name in enumerate(names, 1) if name not in COLUMNS]
    if unknown or len(set(names)) < len(names):
        which = f"Column {unknown[0]} has a name that we do not know" if unknown else "Two columns have one name"
        raise Refused(f"{which}.", f"Take it out: we keep only what we need. There are: {', '.join(COLUMNS)}.")
    return names


def _checks(today: date, areas: Collection[str] | None) -> dict[str, Check]:
    def area(value: str) -> str:
        found = value.strip().lower()
        if found and areas is not None and found not in areas:
            near = difflib.get_close_matches(found, areas, n=1)
            there = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(sorted(areas)) or 'none'}."
            raise Refused("There is no such area.", f"Leave it empty, or use its file name. {there}")
        return person.words(found)

    return {
        "address": person.address,
        "list": person.list_name,
        "name": person.words,
        "area": area,
        "audience": person.audience,
        "basis": person.basis,
        "given_on": lambda value: person.given_on(value, today),
        "source": person.source,
    }
