"""One bad input: what it is, how it is made, which promise it tries, and what a good product makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path

from tests import samples


class Promise(StrEnum):
    """The paragraph under “Reading” in docs/safety.md that an input tries, by the words it begins with."""

    WHOLE = "Everything is read"
    FRONT = "Front matter"
    FIELDS = "Fields"
    TEXT = "Text"
    MARKDOWN = "Markdown"
    WEB = "Web code"
    LINKS = "Links"
    PICTURES = "Pictures"
    FILES = "Files"
    FEEDS = "Feeds and calendars"


class Outcome(Enum):
    """What a good product makes of an input."""

    REFUSED = "refused, with the file, the line where there is one, and the way out"
    CORRECTED = "published as it was plainly meant, with a note to the editor"
    HARMLESS = "published as words or pixels that can do nothing, or rightly left out"
    ENDED = "refused or published, but either way within three seconds"


@dataclass(frozen=True)
class Special:
    """Something that is no plain file; ``make`` puts it where a path says."""

    make: Callable[[Path], object]


Stuff = bytes | Callable[[], bytes] | Special
"""What lies at a path: bytes, what gives them when they are wanted, or something that is no plain file."""


@dataclass(frozen=True)
class Case:
    """A bad input, and what must come of it."""

    id: str
    what: str
    promise: Promise
    outcome: Outcome
    files: Mapping[str, Stuff]
    """By path in the content folder; the first is to blame, unless ``blamed`` says another."""
    line: int | None = None
    """The line that must be named; None where any will do."""
    blamed: str = ""
    """Words of the path that a refusal must name, where it is not that of the first file."""
    shows: str = ""
    """Words that must stand on a page, so that nothing was lost in silence."""
    hides: str = ""
    """Words that may stand in no file of the site."""
    alone: bool = False
    """Whether it cannot share a site with the other inputs that are published."""

    @property
    def place(self) -> str:
        """Give what a refusal must name of a path."""
        return self.blamed or next(iter(self.files))

    def put(self, content: Path) -> None:
        """Write the input into a content folder."""
        for name, stuff in self.files.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(stuff, Special):
                stuff.make(path)
            else:
                path.write_bytes(stuff if isinstance(stuff, bytes) else stuff())


def page(body: str = "It was cold.", **changed: str | None) -> str:
    """Write a page as an editor would, with changes."""
    return samples.text("page", body, **changed)


def header(*lines: str) -> str:
    """Write a page with more lines in its front matter; the first of them is the fourth of the file."""
    return page().replace("\n---\n", "".join(f"\n{line}" for line in lines) + "\n---\n", 1)


def of_pages(promise: Promise, outcome: Outcome, table: Mapping[str, tuple[str, str | bytes]]) -> Iterator[Case]:
    """Give a case for each text in a table: its id, what it is, and the file; each is a page of that name."""
    for name, (what, text) in table.items():
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        yield Case(name, what, promise, outcome, {f"pages/{name}.md": data})
