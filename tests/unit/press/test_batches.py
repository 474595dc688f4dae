"""Files that are planned together are worked out only where one of them must be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.library import Library
from plugins.model import Channel
from plugins.press import Batch, Drawn, Seen
from plugins.press.floor import publish
from plugins.press.plan import Clash
from tests.rooms.shelves import small

PAGE = "-- pages/{}.md --\n---\ntitle: {}\nsummary: A page that is here to be listed, and nothing else.\n---\n\nText."


def shelves(*titles: str) -> Library:
    return small("".join(f"{PAGE.format(f'page-{number}', title)}\n" for number, title in enumerate(titles)))


class Room:
    """Wants a file of each page, and counts how often it is asked which."""

    asked = 0

    def batch(self, library: Library) -> Batch:
        return Batch(name="room", key=library.on(Channel.WEB).where, files=lambda: self.files(library))

    def files(self, library: Library) -> Iterator[Drawn]:
        self.asked += 1
        for entry in library.on(Channel.WEB).entries:
            name = entry.id
            look = lambda asked, name=name: asked.on(Channel.WEB).get(name).document.title  # noqa: E731 - one expression
            yield Drawn(path=f"{entry.document.slug}.txt", seen=Seen(look), draw=str.encode, stamp="1")


def shown(output: Path) -> list[str]:
    return [path.read_text() for path in sorted(output.glob("*.txt"))]


@pytest.mark.parametrize(
    ("titles", "asked"),
    [
        (("Ash tree", "Elm tree"), 0),
        (("Ash tree", "Fir tree"), 1),
        (("Ash tree",), 1),
        (("Ash tree", "Elm tree", "Fir tree"), 1),
    ],
)
def test_a_batch_is_asked_for_its_files_only_where_one_is_not_as_it_was(
    tmp_path: Path, titles: tuple[str, ...], asked: int
) -> None:
    room, output = Room(), tmp_path / "output"
    for each in (("Ash tree", "Elm tree"), titles):
        library = shelves(*each)
        room.asked = 0
        publish([room.batch(library)], library, output)
    assert room.asked == asked
    assert shown(output) == list(titles)


def test_a_file_that_somebody_else_has_changed_is_made_again(tmp_path: Path) -> None:
    room, output, library = Room(), tmp_path / "output", shelves("Ash tree", "Elm tree")
    publish([room.batch(library)], library, output)
    (output / "page-0.txt").write_text("Something else")
    (output / "page-1.txt").unlink()
    publish([room.batch(library)], library, output)
    assert shown(output) == ["Ash tree", "Elm tree"]


def test_two_rooms_may_not_want_the_same_file_even_if_both_are_as_they_were(tmp_path: Path) -> None:
    room, output, library = Room(), tmp_path / "output", shelves("Ash tree")
    publish([room.batch(library)], library, output)
    with pytest.raises(Clash):
        publish([room.batch(library), *room.files(library)], library, output)
