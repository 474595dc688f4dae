"""A picture in few letters: the same on every machine that draws the same, and near where it draws nearly the same."""

from __future__ import annotations

import io
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import Self

from PIL import Image

CELLS = 12
"""Cells in a row, and rows: each as large as a twelfth of the picture."""
LEVELS = 16
"""Steps of each colour that are told apart."""
SIGNS = ascii_letters + digits + "+/"
PIXELS, STEPS, ODD = 3, 1, 2
"""By what two machines may differ: in width and height, in a cell's colour, and how many cells may by more."""


@dataclass(frozen=True, slots=True)
class Look:
    """The size of a picture in pixels, and the mean colour of each of its cells."""

    width: int
    height: int
    rows: tuple[str, ...]
    """A row of cells in each; a cell is two signs, which hold three colours of four bits."""

    @classmethod
    def of(cls, png: bytes) -> Self:
        """Look at a picture."""
        with Image.open(io.BytesIO(png)) as picture:
            cells = picture.convert("RGB").resize((CELLS, CELLS), Image.Resampling.BOX)
        data = [level * LEVELS // 256 for level in cells.tobytes()]
        numbers = [data[at] << 8 | data[at + 1] << 4 | data[at + 2] for at in range(0, len(data), 3)]
        signs = [SIGNS[number >> 6] + SIGNS[number & 63] for number in numbers]
        return cls(*picture.size, tuple("".join(signs[at : at + CELLS]) for at in range(0, len(signs), CELLS)))

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what ``str`` wrote."""
        size, *rows = text.split()
        width, height = size.split("×")
        return cls(int(width), int(height), tuple(rows))

    def __str__(self) -> str:
        """Write it, a line for each row."""
        return "\n".join((f"{self.width}×{self.height}", *self.rows))

    def differs(self, other: Look) -> str:
        """Say in what it differs from another; nothing where that may be another machine's drawing of the same."""
        if max(abs(self.width - other.width), abs(self.height - other.height)) > PIXELS:
            return f"{self.width}×{self.height} pixels, not {other.width}×{other.height}"
        odd = sum(
            any(abs(one - two) > STEPS for one, two in zip(mine, theirs, strict=True))
            for mine, theirs in zip(self._cells(), other._cells(), strict=True)
        )
        return f"{odd} of {CELLS * CELLS} cells have another colour" if odd > ODD else ""

    def _cells(self) -> list[tuple[int, int, int]]:
        signs = [SIGNS.index(sign) for sign in "".join(self.rows)]
        numbers = (high << 6 | low for high, low in zip(signs[::2], signs[1::2], strict=True))
        return [(number >> 8, number >> 4 & 15, number & 15) for number in numbers]
