"""What word processors, browsers and thumbs leave in a body, written as Markdown; the words stay."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from plugins.desk.mending.codes import as_markdown
from plugins.source.links import beginning
from plugins.source.noted import PARTED, SWAPPED
from plugins.source.tracking import ADDRESS, untracked

_BULLET = re.compile(r"^(?P<indent>\s*)[•·▪●○◦‣∙■□–\uf0b7\uf0a7](?:[ \t\u00a0]+|(?=\w))(?=\S)")
_O_BULLET = re.compile(r"^\s*(?:o\t|o[\u00a0 ]{2,}|[*+-]\t+)[ \t\u00a0]*(?=\S)")
_TIGHT = re.compile(r"^(#{2,6})(?=[^#\s])")
_HEADING = re.compile(r"^(#{1,6})(?= )")
_ENTITY = re.compile(r"&(?:nbsp|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|pound|eacute|bull|#(?:160|163|82\d\d));")
_LINK = re.compile(r"\]\(\s*(?P<address>[^()\s]+?)\s*\)")

Said = list[tuple[int, str]]


def mend(lines: list[str], start: int) -> Said:
    """Mend the lines from an index on, and tracking codes in all; change ``lines`` and say what was done."""
    said = as_markdown(lines, start)
    for at, line in enumerate(lines):
        wanted = line
        for what, change in _EVERYWHERE if at < start else _IN_BODY:
            after = change(wanted)
            if after != wanted:
                said.append((at + 1, what))
            wanted = after
        lines[at] = wanted
    return said + _levels(lines, start)


def _bullets(line: str) -> str:
    line = _BULLET.sub(lambda match: f"{match['indent']}- ", line) if not _dash_alone(line) else line
    return _O_BULLET.sub("- ", line)


def _dash_alone(line: str) -> bool:
    """Say whether a long dash begins a line of speech or of a poem, and no item: nothing tells the two apart."""
    return line.lstrip().startswith("–")


def _entities(line: str) -> str:
    return _ENTITY.sub(lambda match: " " if "160" in match[0] or "nbsp" in match[0] else html.unescape(match[0]), line)


def _untracked(line: str) -> str:
    return ADDRESS.sub(lambda match: untracked(match[0])[0], line)


def _links(line: str) -> str:
    """Give links the beginning that their address plainly lacks."""

    def whole(match: re.Match[str]) -> str:
        address = match["address"].strip("“”‘’\"'")
        if address.startswith("tel:") and re.search(r"[().]", address):
            return f"](tel:{re.sub(r'[^0-9+-]', '', address)})"
        return f"]({beginning(address)}{address})"

    return _LINK.sub(whole, PARTED.sub("](", SWAPPED.sub(r"[\1](\2)", line)))


def _levels(lines: list[str], start: int) -> Said:
    """Let headings begin at ## and leave no level out; the words stay."""
    said: Said = []
    places = [at for at in range(start, len(lines)) if _HEADING.match(lines[at])]
    found = [len(lines[at]) - len(lines[at].lstrip("#")) for at in places]
    up = 1 if found and 1 in found else 0
    level = 1
    for at, marks in zip(places, found, strict=True):
        level = max(2, min(marks + up, level + 1, 6))
        if level != marks:
            lines[at] = "#" * level + lines[at].lstrip("#")
            said.append((at + 1, f"this heading has {level} # now"))
    return said


_EVERYWHERE: tuple[tuple[str, Callable[[str], str]], ...] = (("took a tracking code out of a link", _untracked),)
_IN_BODY: tuple[tuple[str, Callable[[str], str]], ...] = (
    *_EVERYWHERE,
    ("wrote a letter in place of its web code", _entities),
    ("wrote a bullet as -", _bullets),
    ("put a space after the #", lambda line: _TIGHT.sub(r"\1 ", line)),
    ("wrote a link as one", _links),
)
