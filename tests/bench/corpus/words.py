"""Made-up English of any length: plain sentences that name nobody and harm nobody, the same for the same seed."""

from __future__ import annotations

import random

WHO = """the group|our neighbour|a worker|the library|my friend|the team|someone from college|a rep|the bus driver|
everybody at the table|the woman next door|the choir|the man at the market|our coach|a volunteer""".replace(
    "\n", ""
).split("|")
DID = """found|carried|painted|mended|borrowed|wrote down|asked about|brought|counted|showed me|cleaned|planned|
measured|sorted|moved|shared|kept|chose|tried|built""".replace("\n", "").split("|")
HOW = """warm|small|green|heavy|second-hand|quiet|bright|folded|round|wooden|soft|old|new|long|plain|yellow|narrow|
useful|borrowed|clean""".replace("\n", "").split("|")
WHAT = """kettle|lamp|shelf|bicycle|curtain|notebook|drum|ladder|garden|jumper|ticket|saucepan|window|poster|radio|
carpet|letter|toolbox|blanket|map|guitar|table|scarf|plant|door|football|recipe|calendar|camera|teapot|
mirror|basket|towel|ruler|spoon|coat""".replace("\n", "").split("|")
WHERE = ("by", "under", "behind", "next to", "in front of", "beside", "above", "near")
WHEN = """on a Tuesday|after lunch|before the rain came|in the long break|while the soup was on|on the last day of term|
when nobody was in a hurry|at the end of the week|with the radio on|for the third time|because it was there|
and nobody minded|which took an hour|and it worked""".replace("\n", "").split("|")


class Writer:
    """Writes with one stream of chance, and no sentence that another writes.

    Among a hundred thousand documents chance alone would put a sentence of a withheld story into another, and rightly
    stop the build.
    """

    def __init__(self, seed: str) -> None:
        """Begin a stream of chance; the last word of the seed is one that no other document's has."""
        self.box = seed.rpartition(" ")[2]
        self.chance = random.Random(seed)  # noqa: S311 - the same texts each time, no secret
        self.pick = self.chance.choice
        self.part = 0

    def thing(self) -> str:
        """Name a thing."""
        return f"{self.pick(HOW)} {self.pick(WHAT)}"

    def own(self) -> str:
        """Name a thing that is in no other document."""
        return f"{self.pick(WHAT)} from box {self.box}"

    def sentence(self) -> str:
        """Write one sentence of about fifteen words."""
        first = f"{self.pick(WHO)} {self.pick(DID)} the {self.own()} {self.pick(WHERE)} the {self.thing()}"
        return f"{first[0].upper()}{first[1:]} {self.pick(WHEN)}."

    def paragraph(self, sentences: int = 5) -> str:
        """Write a paragraph; one in four has words set apart."""
        told = [self.sentence() for _ in range(sentences)]
        if self.chance.random() < 1 / 4:
            told[0] = f"**The {self.thing()}.** {told[0]}"
            told[-1] += f" It was *very* {self.pick(HOW)}."
        return " ".join(told)

    def title(self, number: int) -> str:
        """Write a title that no other document has."""
        return f"The {self.thing()} and the {self.thing()}, number {number}"

    def summary(self) -> str:
        """Write a summary of 40 to 200 characters."""
        return f"How the {self.own()} came to the {self.thing()}, and what the {self.thing()} had to do with it."

    def items(self, number: int, mark: str = "- ") -> str:
        """Write a list."""
        return "\n".join(f"{mark}{self.sentence()}" for _ in range(number))

    def table(self, rows: int = 4) -> str:
        """Write a table of three columns."""
        lines = (f"| {self.thing()} | {self.thing()} | {self.chance.randint(1, 90)} |" for _ in range(rows))
        return "| What | Where | How many |\n|---|---|---|\n" + "\n".join(lines)

    def sections(self, size: int, links: tuple[str, ...] = ()) -> str:
        """Write sections until the text has about ``size`` characters; ``links`` are led to, one in each section."""
        parts: list[str] = []
        while sum(map(len, parts)) < size:
            parts.append(self._section(links))
        return "\n\n".join(parts)

    def _section(self, links: tuple[str, ...]) -> str:
        """Write a section; every second has a list, a smaller heading or a table too."""
        self.part += 1
        told = f"## {self.thing().capitalize()}, part {self.part}\n\n{self.paragraph(4)}\n\n{self.paragraph(3)}"
        if links:
            told += f" See [the {self.thing()}]({self.pick(links)})."
        match self.part % 6:
            case 1:
                return f"{told}\n\n{self.items(4)}"
            case 3:
                return f"{told}\n\n### One more thing\n\n{self.paragraph(3)}"
            case 5:
                return f"{told}\n\n{self.table()}"
        return told
