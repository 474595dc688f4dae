"""Who gets an issue, and which of its editions: the little that delivery must know of subscribers.

Anything that has ``members`` will do: what keeps the subscribers, or a file of them.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ELSEWHERE = "elsewhere"
"""The edition for readers in no area that has one of its own, as the content model calls it."""


class Subscriber(Protocol):
    """One person on a list."""

    @property
    def address(self) -> str:
        """Give where they get mail."""

    @property
    def name(self) -> str:
        """Give what they want to be called; may be empty."""

    @property
    def area(self) -> str:
        """Give their area by its file's name; may be empty."""

    @property
    def audience(self) -> str:
        """Give which audience they belong to; may be empty."""

    @property
    def token(self) -> str:
        """Give what their link for unsubscribing holds; without one, they write to us."""


class Audience(Protocol):
    """What knows lists."""

    def members(self, list_name: str) -> Iterator[Subscriber]:
        """Give everybody who is on a list now and has said yes. Raises NoList."""


class NoList(Exception):  # noqa: N818 - it names what was asked for
    """There is no such list, or it cannot be read; the message says what to do, and names nobody."""


@dataclass(frozen=True, slots=True)
class Row:
    """A subscriber, as a line of a file has them."""

    address: str
    name: str = ""
    area: str = ""
    audience: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """Lists as files of comma-separated values (RFC 4180): ``lists/news.csv`` in the data folder."""

    folder: Path

    def members(self, list_name: str) -> Iterator[Row]:
        """Give everybody on a list; its first line names the columns, of which only ``address`` must be there."""
        path = self.folder / "lists" / f"{list_name}.csv"
        if not list_name or Path(list_name).name != list_name or not path.is_file():
            raise NoList(f"There is no list “{list_name}”. It would be {path}.")
        try:
            with path.open(encoding="utf-8-sig", newline="") as lines:
                rows = csv.DictReader(lines, strict=True)
                if "address" not in (rows.fieldnames or ()):
                    raise NoList(f"{path} has no column “address”. Its first line must name its columns.")
                for row in rows:
                    yield Row(**{name: (row.get(name) or "").strip() for name in Row.__dataclass_fields__})
        except (csv.Error, UnicodeDecodeError) as error:
            raise NoList(f"{path} is no list in UTF-8 with commas: {type(error).__name__}.") from None


def edition_for(subscriber: Subscriber, editions: Collection[tuple[str, str]]) -> tuple[str, str] | None:
    """Choose the edition, as (audience, area), that a subscriber gets; None where none is for them.

    An issue that is not split has one, for everybody: ("", "").
    """
    audiences, areas = {audience for audience, _ in editions}, {area for _, area in editions}
    audience = subscriber.audience if audiences != {""} else ""
    area = "" if areas == {""} else subscriber.area if subscriber.area in areas else ELSEWHERE
    return (audience, area) if (audience, area) in editions else None
