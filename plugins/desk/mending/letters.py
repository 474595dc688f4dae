"""Bytes of any common age become UTF-8, and what nobody can see goes."""

from __future__ import annotations

import codecs
import unicodedata

from plugins.source.letters import unseen

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BREAKS = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"})
"""Line breaks of word processors."""


def decoded(data: bytes) -> tuple[str | None, list[tuple[int, str]]]:
    """Give a file's text and what was done for it; no text where no age of letters fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data, encoding)
    if b"\0" in data:
        return None, []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _as(data, "cp1252")


def _as(data: bytes, encoding: str) -> tuple[str | None, list[tuple[int, str]]]:
    try:
        return data.decode(encoding), [(0, "saved as UTF-8; it was in an older format. Look at ’ and £ in it")]
    except UnicodeDecodeError:
        return None, []


def visible(lines: list[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """Take out what nobody can see and nobody needs; the line breaks of word processors become real ones."""
    out: list[str] = []
    said: list[tuple[int, str]] = []
    for line in lines:
        parts = line.translate(_BREAKS).split("\n")
        if len(parts) > 1:
            said.append((len(out) + 1, "made lines of the line breaks of a word processor"))
        for part in parts:
            clean = _clean(part)
            if clean != part:
                said.append((len(out) + 1, f"took out something invisible ({unseen(part)})"))
            out.append(clean)
    return out, said


def _clean(line: str) -> str:
    """Leave invisible letters out one by one until the line has none that it does not need."""
    if not unseen(line):
        return line
    kept = ""
    for letter in line:
        if letter.isprintable() or letter == "\t" or unicodedata.category(letter) == "Zs" or not unseen(kept + letter):
            kept += letter
    return kept
