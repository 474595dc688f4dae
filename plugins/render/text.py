"""Plain text for people: paragraphs in lines that fit, lists whose marks hang, links on lines of their own."""

from __future__ import annotations

import re
import textwrap

COLUMNS = 72
"""Lines are at most this long, but for a word (an address) that is longer by itself."""

SIGNATURE = "-- "

_ROW = 2
"""What follows in a row of a table that needs several lines is set in by so much."""

_MARK = re.compile(r"( *(?:[-*>•] |\d+\. )+| +)?(.*)")


def wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    """Wrap a text whose lines are paragraphs; ``first`` stands before its first line, ``rest`` before the others."""
    rest = " " * len(first) if rest is None else rest
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        lead = first if number == 0 else rest
        if not line.strip():
            lines.append("")
            continue
        match = _MARK.fullmatch(line)
        mark, words = (match[1] or "", match[2]) if match else ("", line)
        hang = mark if mark.strip() == ">" else " " * (len(mark) + (_ROW * (" | " in words)))
        lines += textwrap.wrap(
            words,
            COLUMNS,
            initial_indent=lead + mark,
            subsequent_indent=rest + hang,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines)


def tidy(text: str) -> str:
    """Leave one empty line between parts, none at the ends, and one line end after the last.

    Spaces at the ends of lines go, but for the one in the mark above a signature (RFC 3676, section 4.3).
    """
    lines = "\n".join(line if line == SIGNATURE else line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"
