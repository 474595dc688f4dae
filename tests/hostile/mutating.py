"""Stories and pictures with something changed in them at random, from a seed: the same each time."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from tests import samples
from tests.hostile.case import Outcome
from tests.hostile.manifest import CASES
from tests.hostile.pictures import drawn, exif, frames, text_in_png

BODY = """\
The key turned, and **it was cold**. See [the meet-up](event:good-event) and [a site](https://example.org/a?b=c&d=e).

## Inside

- One *thing*
- Another, with {fact: young-people-asked} and {support: shout}

| a | b |
|---|---|
| 1 | `2` |

/// quote | Bryn, who told it
    organisation: CLNM

Nobody told me not to.
///

/// steps | How to begin
1. Ring us.
2. Say hello.
///
"""
STORY = samples.text("story", BODY, themes="[first-home]", pull_quote="Nobody told me not to.")
PIECES = (
    *"[](){}<>*_`#|:-+.!&\\\"'/=^@~$%;, \n\t",
    *(
        "\n\n",
        "\n    ",
        "---\n",
        "/// ",
        "\n///\n",
        "&#60;",
        "&lt;",
        "{{",
        "}}",
        "{%",
        "](",
        "![",
        "<!--",
        "-->",
        "]]>",
    ),
    *("<script>", "<img src=x onerror=y>", "javascript:", "data:text/html,", "//evil.example", "https://", "mailto:"),
    *("\x00", "\x1b", "\u202e", "\u200b", "\u200d", "\ue000", "\ue001", "\ufeff", "é", "سلام", "🔑", "\u0301" * 9),
    *("&a ", "*a", "!!str ", "<<: ", "? ", "| ", "> ", "true", "null", "0750", "18:30", "2026-02-30", "9" * 30),
)
TEXTS = tuple(
    stuff.decode("utf-8", "replace")
    for case in CASES
    for name, stuff in case.files.items()
    if name.endswith(".md") and isinstance(stuff, bytes) and len(stuff) < 2_000 and case.outcome is not Outcome.ENDED
)
"""The texts of all inputs that are short: what broke one program may break another in another place."""
PICTURES: Sequence[tuple[str, bytes]] = (
    ("png", drawn(exif=exif(), pnginfo=text_in_png())),
    ("jpg", drawn(kind="JPEG", exif=exif())),
    ("jpg", drawn(kind="JPEG", progressive=True, exif=exif(orientation=6))),
    ("gif", frames("GIF", 3)),
    ("webp", drawn(kind="WEBP", exif=exif())),
    ("avif", drawn(kind="AVIF", exif=exif())),
    ("tiff", drawn(kind="TIFF", exif=exif())),
    ("png", drawn("P")),
    ("jpg", drawn("CMYK", kind="JPEG")),
)


def story(seed: int) -> str:
    """Give a story with one to eight changes: something put in, taken out, said twice, moved, or from elsewhere."""
    chance = random.Random(seed)  # noqa: S311 - nobody guesses it
    text = STORY
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(CHANGES)(text, chance)
    return text


def picture(seed: int) -> tuple[str, bytes]:
    """Give a picture, and how its name ends, with bytes changed, put in or cut off."""
    chance = random.Random(seed)  # noqa: S311 - nobody guesses it
    ending, data = chance.choice(PICTURES)
    found = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(found))
        match chance.randrange(5):
            case 0:
                found[place] = chance.randrange(256)
            case 1:
                found[place : place + 4] = chance.choice([b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff"])
            case 2:
                found[place:place] = chance.randbytes(chance.randint(1, 40))
            case 3 if len(found) > 40:
                del found[place : place + chance.randint(1, 20)]
            case _ if chance.random() < 0.2:
                del found[max(place, 20) :]
    return ending, bytes(found)


def _put_in(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + str(chance.choice(PIECES)) * chance.choice([1, 1, 1, 2, 9]) + text[place:]


def _take_out(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + text[place + chance.randint(1, 30) :]


def _lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = chance.choice([(lines[other], lines[one]), (lines[one], lines[one]), ("", lines[other])])
    return "\n".join(lines)


def _from_elsewhere(text: str, chance: random.Random) -> str:
    lines, others = text.split("\n"), str(chance.choice(TEXTS)).split("\n")
    place, begin = chance.randrange(len(lines)), chance.randrange(len(others))
    return "\n".join([*lines[:place], *others[begin : begin + chance.randint(1, 4)], *lines[place:]])


CHANGES: Sequence[Callable[[str, random.Random], str]] = (_put_in, _put_in, _take_out, _lines, _from_elsewhere)
