"""An element tree as plain text: each paragraph on one line, lists and quotes with their marks, links written out."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from markdown.util import AMP_SUBSTITUTE

BLOCK_TAGS = frozenset({"p", "ul", "ol", "dl", "table", "blockquote", "pre", "h3", "h4", "h5", "h6", "hr", "div"})
"""The tags of what stands on lines of its own."""

_BREAK = "\u2028"
_SPACES = re.compile(r"\s+")
_GAPS = re.compile(r"[ \t\n]+")
_BROKEN = re.compile(rf" ?{_BREAK} ?")


def plain(element: ET.Element) -> str:
    """Give the words of an element on one line, without addresses."""
    return _SPACES.sub(" ", "".join(_words(element))).strip()


def _words(element: ET.Element) -> Iterator[str]:
    own = letters(element.text or "")
    yield html.unescape(own) if element.tag == "code" else own
    for child in element:
        yield from _words(child)
        yield letters(child.tail or "")


def letters(text: str) -> str:
    """Give a text with the letters that Markdown put aside until the end."""
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&")) if AMP_SUBSTITUTE in text else text


def wording(element: ET.Element) -> str:  # noqa: PLR0911 - one return for each tag
    """Write an element as plain text, one paragraph a line."""
    match element.tag:
        case "ul" | "ol":
            return _list(element)
        case "dl":
            return "\n".join(
                _run(child).strip() if child.tag == "dt" else "  " + _parts(child).replace("\n", "\n  ")
                for child in element
            )
        case "table":
            rows = [[_run(cell).strip() for cell in row] for row in element.iter("tr")]
            return "\n".join(" | ".join(cells) for cells in rows)
        case "blockquote":
            return "> " + _parts(element).replace("\n", "\n> ")
        case "hr":
            return "* * *"
        case "pre":
            return html.unescape("".join(element.itertext())).strip("\n")
    return _parts(element)


def _list(element: ET.Element) -> str:
    lines = []
    start = int(element.get("start", "1"))
    for number, item in enumerate(element, start=start):
        mark = f"{number}. " if element.tag == "ol" else "- "
        lines.append(mark + _parts(item).replace("\n", "\n" + " " * len(mark)))
    return "\n".join(lines)


def _parts(element: ET.Element) -> str:
    """Give a block's own words, then the blocks inside it, each on lines of its own."""
    parts: list[str] = []
    running = element.text or ""
    for child in element:
        if child.tag in BLOCK_TAGS:
            parts.append(_tidy(running))
            parts.append(wording(child))
            running = child.tail or ""
        else:
            running += _inline(child) + (child.tail or "")
    parts.append(_tidy(running))
    return "\n".join(part for part in parts if part)


def _run(element: ET.Element) -> str:
    return _tidy(_spread(element))


def _spread(element: ET.Element) -> str:
    own = element.text or ""
    if element.tag == "code":
        own = html.unescape(own)  # Markdown has written code for HTML already
    return own + "".join(_inline(child) + (child.tail or "") for child in element)


def _inline(element: ET.Element) -> str:
    if element.tag == "br":
        return _BREAK
    if element.tag != "a":
        return _spread(element)
    words = _run(element)
    address = letters(element.get("href", ""))
    shown = address.removeprefix("mailto:").removeprefix("tel:")
    if shown.startswith("#") or shown in {"", words, words.replace(" ", "")}:
        return words
    return f"{words} ({shown})"


def _tidy(text: str) -> str:
    spaced = _GAPS.sub(" ", letters(text))
    return (_BROKEN.sub("\n", spaced) if _BREAK in spaced else spaced).strip("\n ")
