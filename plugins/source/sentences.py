"""What fingers slip on in the lines of a body, seen before Markdown reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.model.addresses import SLUG_PATTERN
from plugins.model.problem import Problem
from plugins.source.bounds import excesses
from plugins.source.openings import GUESSED
from plugins.source.plainly import nearest
from plugins.source.text import Text, plain_name

_WEB_CODE = re.compile(r"<(?:[!?]|/?[a-zA-Z][\w:-]*(?=[\s/>]|$))[^<>]*>?")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`])??\1(?!`)")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<> ]+>", re.IGNORECASE)
_BRACES = re.compile(r"\{ *(?P<name>[A-Za-z-]+)(?P<rest>[^{}]*)(?P<end>\}?)")
_NAMES = ("support", "fact")
_NAMED = re.compile(rf" *: *({SLUG_PATTERN}) *")
_BRACED = re.compile(r"\{:?[ ]*[#.][\w-]+[^{}]*\}|\{:[^{}]*\}|\[\^[\w-]+\]")
"""What other Markdowns take for an attribute or a footnote, and ours shows as it stands."""
_SECOND_FRONT = re.compile(r"(?:title|summary|consent|storyteller) *:(?: .*)?")
_TIGHT_HEADING = re.compile(r"#{1,6}[^#\s]")
_LIKE_A_SLIP = re.compile(r"[<{]|\[\^|^#")
"""One of these stands in all of them but the fields of another document."""


def slips(text: Text, after: int) -> Iterator[Problem]:
    """Give the slips in the lines of a file after one of them."""
    lines = text.lines[after:]
    too_much = list(excesses(lines))
    for index, message, fix in too_much:
        yield _problem(text, after + 1 + max(index, 0), "F15", message, fix)
    if too_much:
        return
    for number, raw in enumerate(lines, after + 1):
        if not (_LIKE_A_SLIP.search(raw) or text.lines[number - 2].startswith("---")):
            continue
        line = _CODE.sub("``", raw)
        if found := _WEB_CODE.search(_AUTOLINK.sub("", line)):
            message = f"“{found[0][:40]}” is web code, and would be shown as it stands."
            fix = "Write it in Markdown: **bold**, [words](https://…), or a block such as /// button."
            yield _problem(text, number, "F18", message, fix)
        if found := _BRACED.search(line):
            message = f"“{found[0][:40]}” has no meaning here, and would be shown as it stands."
            yield _problem(text, number, "F18", message, "Take it out. A source stands in the sentence, as a link.")
        if _SECOND_FRONT.fullmatch(line) and text.lines[number - 2].rstrip() == "---":
            message = "Here the fields of another document begin, and would be shown as they stand."
            yield _problem(text, number, "F06", message, "Put that document into a file of its own.")
        if _TIGHT_HEADING.match(line):
            fix = "For a heading, put a space after the #. For a hashtag, put a backslash before it: \\#"
            yield _problem(text, number, "A03", "This line begins with # and no space.", fix)
        yield from _braces(text, number, line)


def _braces(text: Text, number: int, line: str) -> Iterator[Problem]:
    for match in _BRACES.finditer(line):
        name, rest, closed = match["name"], match["rest"], bool(match["end"])
        if name in _NAMES and not (closed and _NAMED.fullmatch(rest)):
            message = f"“{match[0][:40]}” is not written like {{{name}: …}}."
            fix = f"Write a curly bracket, {name}, a colon, the id in small letters, and a curly bracket."
            if closed and len(rest) <= GUESSED and (word := re.fullmatch(r"[ :]*([\w -]+?) *", rest)):
                fix = f"Write: {{{name}: {plain_name(word[1])}}}"
            yield _problem(text, number, "F20", message, fix)
        elif name not in _NAMES and closed and rest.lstrip().startswith(":"):
            near = nearest(name, _NAMES)
            fix = f"Did you mean “{near}”?" if near else "Use {support: …} or {fact: …}, or a block."
            yield _problem(text, number, "F20", f"There is no “{{{name}: …}}”.", fix)


def _problem(text: Text, line: int, code: str, message: str, fix: str) -> Problem:
    return Problem(path=text.path, line=line, field="", message=message, fix=fix, code=code)
