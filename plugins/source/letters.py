"""Letters that nobody sees, and letters that look like others: what may not pass unnoticed in any text."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width joint",
    "\u200d": "zero-width joint",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark",
    "\ufffc": "place of an object that was not copied",
    "\ufffd": "place of a letter that was lost",
}
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufffc\ufffd\U0001d159]")
"""Letters, marks and signs, to Unicode, of which nothing is seen; and what stands where something was lost."""
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TURN = re.compile("[\u061c\u200e\u200f]")
"""Needed in lines with letters that run from right to left, and nowhere else."""
_JOINTS = frozenset("\u200c\u200d")
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
_KEYS = frozenset("0123456789#*")
"""Become pictures of keys by a selector."""
_YOUNG = re.compile("[\U0001f000-\U0001faff]")
"""Emoji, even those that are younger than this Python."""
_JOINED = re.compile("[\u0590-\u10ff\u1780-\u18af\u1900-\u1aff\u1b00-\u1cff\ua800-\uabff]")
"""Letters of languages that join them, or keep them from joining, by signs that are not seen."""
_FLAG = "\U0001f3f4"
"""Begins the flags of England and Scotland, which invisible letters then spell."""
_FLAGGED = re.compile("\U0001f3f4[\U000e0061-\U000e007a]{4,6}\U000e007f")
_MOST_MARKS = 10
"""So many accents may stand on one letter; no language needs half of them."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _ALIKE = re.compile("[A-Za-z\u00c0-\u024f]"), re.compile("[\u0370-\u03ff\u0400-\u052f]")
_MEASURES = re.compile("[\u00b5\u03bcΩΔ]")
"""Greek letters that stand in Latin words with good reason."""


def unseen(line: str) -> str:
    """Say which character of a line nobody can see and nobody needs; nothing where all is well."""
    if line.isascii() and line.isprintable():
        return ""
    line = _FLAGGED.sub(_FLAG, line)
    turning = bool(_TURN.search(line)) and any(map(_from_the_right, line))
    for place, character in enumerate(line):
        if character == "\t" or _seen(character) or (turning and _TURN.match(character)):
            continue
        if not _needed(line, place):
            if _DIRECTION.match(character):
                return "mark that turns the direction of the text"
            return _UNSEEN.get(character, f"character U+{ord(character):04X}")
    return "heap of accents" if _heaped(line) else ""


def mixed(line: str) -> str:
    """Give a word in which letters of other alphabets stand among Latin ones that they look like; mostly none."""
    if line.isascii():
        return ""
    words = (found[0] for found in _WORD.finditer(line))
    return next((word for word in words if _LATIN.search(word) and _ALIKE.search(_MEASURES.sub("", word))), "")


def _seen(character: str) -> bool:
    """Say whether a character can be seen by itself, or is a space."""
    if _BLANK.match(character) or _SELECTOR.match(character):
        return False
    return character.isprintable() or unicodedata.category(character) == "Zs" or bool(_YOUNG.match(character))


def _needed(line: str, place: int) -> bool:
    """Say whether what is not seen is needed where it stands: between some letters, and in emoji."""
    character, before, after = line[place], line[max(place - 3, 0) : place], line[place + 1 : place + 2]
    if character in _JOINTS:
        letters = "".join(other for other in before if not unicodedata.combining(other))
        pictures = _picture(_SKIN.sub("", before).rstrip("\ufe0f")[-1:]) and _picture(after)
        return pictures or bool(_JOINED.match(letters[-1:]))
    if _SELECTOR.match(character) and before:
        return before[-1] in _KEYS or _picture(before[-1]) or unicodedata.category(before[-1]) == "Lo"
    return False


def _picture(character: str) -> bool:
    """Say whether a character is a sign that may be drawn as an emoji."""
    if not character or character.isascii():
        return False
    sign = unicodedata.category(character)[0] in "SP" and not _BLANK.match(character)
    return sign or character == "\u2139" or bool(_YOUNG.match(character))


def _from_the_right(character: str) -> bool:
    return unicodedata.category(character)[0] == "L" and unicodedata.bidirectional(character) in {"R", "AL"}


def _heaped(line: str) -> bool:
    run = 0
    for character in line:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _MOST_MARKS:
            return True
    return False
