"""What the documents of one corpus share: how many there are, when they are from, and who may point to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

MIX = ("newsletter", "story", "story", "story", "event", "event", "event", "event", "offer", "offer")
"""The kinds of ten documents in a row."""
FIRST, LAST = date(2018, 1, 1), date(2026, 11, 18)
"""The days that documents are from, spread evenly."""
NOW = "2026-11-21T12:00"
"""The instant the corpus is made for."""
THEMES = """first-home|cooking-and-home|college|university|apprenticeship|job|friendship|money|creativity|sport|
campaigning|being-a-rep|giving-back|conference|own-business""".replace("\n", "").split("|")
AREAS = tuple(f"area-{number}" for number in range(1, 13))
REGIONS = ("north-east", "north-west", "yorkshire", "east-midlands", "west-midlands", "east", "london", "south-east")
PROVIDERS = tuple(f"provider-{number}" for number in range(1, 9))
SUPPORTS = ("helpline-0", "helpline-1", "helpline-2")
PICTURES = tuple(f"drawing-{number}.png" for number in range(1, 13))
"""Pictures that newsletters, events and offers share; a story's is named after the story."""
LETTER, LONG_LETTER, STORY, NOTE = 9_000, 18_000, 4_000, 1_500
"""Characters of an issue's file, of a long issue's, of a story's, and of an event's or offer's."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One corpus: ``size`` documents of the mix, all chance from one ``seed``, with ``pictures`` or without.

    ``letters`` makes all of them long issues, which point to nine other documents.
    """

    size: int
    seed: int = 1
    pictures: bool = False
    letters: bool = False

    def day(self, number: int) -> date:
        """Give the day a document is from; the last, and any that comes after it, is the newest."""
        return FIRST + timedelta(days=min(number, self.size - 1) * (LAST - FIRST).days // max(self.size - 1, 1))

    def issue(self, number: int) -> int:
        """Give the number that an issue bears."""
        return number + 1 if self.letters else number // len(MIX) + 1

    def hidden(self, number: int) -> bool:
        """Say whether a document may not be seen yet: a draft, or one that waits for its day."""
        return number % 100 in {53, 57} and self.size > number + 1

    def near(self, number: int, place: int) -> int:
        """Give the number of the document at a place (0 to 9) among the ten that a document is one of.

        Where those are not whole, it is one of the ten before. Raises ValueError where
        there are none.
        """
        ten = 0 if self.letters else number - number % len(MIX)
        found = ten + place
        if found >= self.size:
            found -= ((found - self.size) // len(MIX) + 1) * len(MIX)
        if found < 0:
            raise ValueError("A corpus has ten documents at least.")
        return found

    def pointer(self, number: int, place: int) -> str:
        """Name the document at a place as a link does: ``story:item-1``."""
        return f"{MIX[place]}:item-{self.near(number, place)}"
