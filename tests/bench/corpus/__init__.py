"""A corpus of any size, the same for the same seed: one issue in ten, three stories, four events, two offers.

``items`` gives the documents, ``write`` a content folder for our press; the peers' folders hold the same documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.bench.corpus.drawings import draw
from tests.bench.corpus.house import house, records
from tests.bench.corpus.item import Item
from tests.bench.corpus.newsletters import newsletter
from tests.bench.corpus.notes import event, offer, story
from tests.bench.corpus.setting import MIX, NOW, Setting

__all__ = ["NOW", "Item", "Setting", "items", "lay", "write"]

MAKERS = {"newsletter": newsletter, "story": story, "event": event, "offer": offer}


def items(setting: Setting) -> Iterator[Item]:
    """Give the documents of a corpus: ``size`` of the mix, and the few dozen that every site has."""
    yield from house(setting)
    if setting.letters:
        few = replace(setting, size=len(MIX), letters=False)
        yield from (MAKERS[MIX[number]](few, number) for number in range(1, len(MIX)))
    for number in range(setting.size):
        yield (newsletter if setting.letters else MAKERS[MIX[number % len(MIX)]])(setting, number)


def write(content: Path, size: int, seed: int = 1, *, pictures: bool = False) -> None:
    """Write a content folder with ``size`` documents of the mix, and what a site has beside them."""
    lay(content, Setting(size, seed, pictures))


def lay(content: Path, setting: Setting) -> None:
    """Write a corpus and what it needs into a content folder."""
    records(content)
    shown: list[Item] = []
    for item in items(setting):
        item.write(content)
        shown += [item] if setting.pictures else []
    if setting.pictures:
        draw(content, shown)
