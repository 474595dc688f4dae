"""Web code that word processors paste, written as Markdown where there is the same; the rest is left for a person."""

from __future__ import annotations

import html
import re

_COMMENT = re.compile(r"<!--.*?-->|<!\[(?:if|endif)[^\]]*\]>|<\?xml[^>]*>", re.DOTALL | re.IGNORECASE)
_SPAN = re.compile(
    r"</?(?:span|font|u|o:p|st1:\w+|center|small|big|section|article|main|tbody|thead)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_BOLD = re.compile(r"<(b|strong)(?:\s[^<>]*)?>(\s*)(.*?)(\s*)</\1>", re.IGNORECASE | re.DOTALL)
_ITALIC = re.compile(r"<(i|em)(?:\s[^<>]*)?>(\s*)(.*?)(\s*)</\1>", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"<a\s[^<>]*?href=[\"']([^\"'<>]+)[\"'][^<>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_HEADING = re.compile(r"<h([1-6])(?:\s[^<>]*)?>\s*(.*?)\s*</h\1>", re.IGNORECASE | re.DOTALL)
_ITEM = re.compile(r"[ \t]*<li(?:\s[^<>]*)?>\s*(.*?)\s*</li>[ \t]*\n?", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(r"[ \t]*</?(?:p|div|ul|body|html)(?:\s[^<>]*)?>[ \t]*", re.IGNORECASE)
_ANY = re.compile(r"<!--|</?[A-Za-z!?][^<>]*>")


def as_markdown(lines: list[str], start: int) -> list[tuple[int, str]]:
    """Write the web code from an index on as Markdown; change ``lines``, and say where there was some."""
    body = "\n".join(lines[start:])
    if not _ANY.search(body) or "```" in body or re.search(r"`[^`\n]*<[^`\n]*`", body):
        return []
    places = [at + 1 for at in range(start, len(lines)) if _ANY.search(lines[at])]
    after = _written(body)
    if after == body:
        return []
    lines[start:] = after.split("\n")
    return [(places[0], "wrote web code as Markdown")]


def _written(body: str) -> str:
    body = _SPAN.sub("", _COMMENT.sub("", body))
    for shape, mark in ((_BOLD, "**"), (_ITALIC, "*")):
        body = shape.sub(lambda match, mark=mark: _marked(match, mark), body)  # type: ignore[misc]
    body = _LINK.sub(lambda match: f"[{match[2].strip()}]({html.unescape(match[1])})", body)
    body = _HEADING.sub(lambda match: f"\n{'#' * int(match[1])} {_one_line(match[2])}\n", body)
    body = _ITEM.sub(lambda match: f"- {_one_line(match[1])}\n", body)
    body = _BREAK.sub("  \n", body)
    if _BLOCK.search(body):
        body = re.sub(r"\n{3,}", "\n\n", _BLOCK.sub("\n\n", body))
    return body


def _marked(match: re.Match[str], mark: str) -> str:
    inside = match[3]
    return f"{match[2]}{mark}{inside}{mark}{match[4]}" if inside.strip() else f"{match[2]}{match[4]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
