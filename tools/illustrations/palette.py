"""The colours every picture is drawn in: the site's own tokens and one deeper tone of each."""

from __future__ import annotations

INK = "#241033"
SUN = "#ffc93c"
CORAL = "#ff8a70"
MINT = "#7fe3c4"
SKY = "#9ad7ff"
LILAC = "#d9c2ff"
PAPER = "#fff9f0"
VIOLET = "#4b1aa0"

SUN_DEEP = "#f5a623"
CORAL_DEEP = "#ea654d"
MINT_DEEP = "#4cc9a3"
SKY_DEEP = "#62b6f0"
LILAC_DEEP = "#b594f3"
PAPER_DEEP = "#f0dfc8"
VIOLET_DEEP = "#35117a"

DEEPER = {
    SUN: SUN_DEEP,
    CORAL: CORAL_DEEP,
    MINT: MINT_DEEP,
    SKY: SKY_DEEP,
    LILAC: LILAC_DEEP,
    PAPER: PAPER_DEEP,
    VIOLET: VIOLET_DEEP,
}
DOORS = (CORAL, MINT, SUN, SKY, LILAC)


def rgb(colour: str) -> tuple[int, int, int]:
    """Turn `#rrggbb` into three numbers from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that lies `share` (0 to 1) of the way from the first to the second, as `#rrggbb`."""
    channels = (round(a + (b - a) * share) for a, b in zip(rgb(first), rgb(second), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in channels)
