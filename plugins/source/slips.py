"""What fingers slip on in front matter, seen in its lines before a parser of YAML sees them.

YAML's own guesses lose editors' data, and its messages speak to programmers. So each line is looked at
by itself, and every slip has a message that shows the line as it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.model.problem import Problem

KEY = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[A-Za-z_][\w-]*(?: +[\w-]+)*) *:(?: +(?P<value>\S.*))?")
"""A line, without spaces at its end, that holds a field: its place, its name and what follows the colon."""

_LEAD = re.compile(r"\s*(?:-\s+)*(?:\w[\w -]*:\s+)?")
_NO_COLON = re.compile(
    r"(?:\*\*)?(?P<key>title|summary|date|status|image|themes|start|end|venue|subject)"
    r"(?::?\*\*:? *| *[-–—=\uff1a] *| +)(?P<value>[^\s:=–—-].*)",
    re.IGNORECASE,
)
"""Names that stand at the top of most files; any other word may begin a text."""
_NO_SPACE = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?!//)(?P<value>\S.*)")
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?: +#.*)?""")
_CURLY = "“”‘’"
_HELD = re.compile(r"\|[+-]?")
_CURLED = re.compile(r"“[^“”\"\\]*”")
_SPACE = re.compile(r"\s")
_TAB_FIRST = re.compile(r" *\t\s*\S")
_SECOND_COLON = re.compile(r":(?: |$)")
_FIELD = re.compile(r"\s+[a-z_]+:(?: |$)")
TAKE_OUT = "Take out what stands before its name."
"""What to do about a field that only its indent keeps from being one."""
_ITEM = re.compile(r" *(?:- +)+(.*)")
_OTHER_ITEM = re.compile(r" *(?:[*•+]\s*|-)(?=\w)(.*)")
"""An item of a list with another bullet, or without the space after its hyphen."""
_WORDS = re.compile(r"[^\s#\-}\]]")

_NO_END = "This list has no ] at its end."

Meant = Sequence[tuple[str, bool]]
"""Lines as they were plainly meant, each with whether it belongs to a text that keeps its lines."""


def meant(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Give each line as it was plainly meant, and whether it belongs to a text that keeps its lines."""
    held = -1
    for raw in lines:
        line = raw.rstrip()
        inside = held >= 0 and (not line or len(line) - len(line.lstrip(" ")) > held)
        if not inside:
            line, held = _kindly(line), -1
            match = KEY.fullmatch(line)
            if match and _HELD.fullmatch(match["value"] or ""):
                held = len(match["indent"])
        yield line, inside


def slips(path: str, lines: Sequence[str], plainly: Meant, first_line: int) -> Iterator[Problem]:
    """Give the slips in lines of fields, the first of them at ``first_line``, and in what was plainly meant by each."""
    above = ""
    for number, (raw, (line, inside)) in enumerate(zip(lines, plainly, strict=True), first_line):
        if "\t" in raw and _TAB_FIRST.match(raw):
            fix = TAKE_OUT if _FIELD.match(raw) and _whole(above) else "Use two spaces instead."
            yield _problem(path, number, "F02", f"Line {number} starts with a Tab.", fix)
        elif line[:1] == " " and not inside and _FIELD.match(line) and _whole(above):
            message = "This field begins with a space, as if it belonged to the line above it."
            yield _problem(path, number, "F14", message, TAKE_OUT)
        elif not inside and (match := KEY.fullmatch(line)):
            if not _HELD.fullmatch(match["value"] or ""):
                yield from _value(path, number, match["key"].lower(), match["value"] or "")
        elif not inside:
            yield from _other(path, number, line)
        above = line if line[:1] not in {"", " ", "\t", "#"} else above


def _whole(line: str) -> bool:
    """Say whether a line holds a field that ends on it, so that nothing indented can belong to it."""
    match = KEY.fullmatch(line)
    value = match["value"] if match and not match["indent"] else ""
    return bool(value and not _HELD.fullmatch(value) and value[0] not in "[{\"'")


def _kindly(line: str) -> str:
    """Take hidden spaces before a text for spaces, and curly quotes round all of it for straight ones."""
    if line.isascii() and line.isprintable():
        return line  # it has no space but the plain one, and no curly quotes
    lead = _LEAD.match(line)
    if not lead:
        return line
    rest = line[lead.end() :]
    if _CURLED.fullmatch(rest) and lead[0].strip():
        rest = f'"{rest[1:-1]}"'
    elif rest[:1] == "[" and rest[-1:] == "]":
        rest = _CURLED.sub(lambda item: f'"{item[0][1:-1]}"', rest)
    return _SPACE.sub(" ", lead[0]) + rest


def _other(path: str, number: int, line: str) -> Iterator[Problem]:
    """Look at a line that holds no field: an item of a list, a note, or a text that goes on."""
    item = _ITEM.match(line)
    if item:
        yield from _value(path, number, "", item[1])
    elif other := _OTHER_ITEM.match(line):
        message = "Each item of a list begins with a hyphen and a space."
        yield _problem(path, number, "F14", message, f"Change it to: - {other[1]}")
    elif match := _NO_COLON.fullmatch(line) or _NO_SPACE.fullmatch(line):
        no_space = match.re is _NO_SPACE
        message = "The colon needs a space after it." if no_space else f"There is no colon after “{match['key']}”."
        yield _problem(path, number, "F14", message, f"Change it to: {match['key'].lower()}: {match['value']}")
    elif line.startswith(("[", "{")):
        message = "Fields stand without brackets, each on a line of its own."
        yield _problem(path, number, "F14", message, "Take the brackets and the commas between fields out.")
    elif " #" in line and not line.lstrip().startswith("#"):
        message = "Everything after # is left out as a hidden note, so this text needs straight quotes around it."
        yield _problem(path, number, "F03", message, "Put the whole text in straight quotes, or take the # out.")
    elif _WORDS.match(line) and ":" not in line:
        message = "This line has no field name and no colon."
        fix = (
            "Write a name, a colon, a space and a text. If it goes on with the line above, put it at the end of that. "
            "If the fields end above it, put --- there."
        )
        yield _problem(path, number, "F14", message, fix)


def _problem(path: str, line: int, code: str, message: str, fix: str) -> Problem:
    return Problem(path=path, line=line, field="", message=message, fix=fix, code=code)


def _straight(text: str) -> str:
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _value(path: str, number: int, key: str, value: str) -> Iterator[Problem]:
    """Look at what stands after a field's colon or an item's hyphen."""
    found = _slip(key, value) if value else None
    if found:
        code, message, meant = found
        meant = meant if message is _NO_END else _straight(meant)
        fix = f"Change it to: {key}: {meant}" if key else f"Change it to: - {meant}"
        if re.fullmatch(r">[+-]?", value):
            message, fix = "A text in several lines begins with |, not with >.", f"Change it to: {key}: |"
        elif code == "F14" and message is not _NO_END:
            fix = "Write a list as [one, two] on one line; what holds a colon, a comma or a # goes in straight quotes."
        yield Problem(path, number, key, message, fix, code)


def _slip(key: str, value: str) -> tuple[str, str, str] | None:  # noqa: PLR0911 - one return for each slip
    """Name a slip by its code, say what it is, and give the text that was meant."""
    first = value[0]
    if first in "\"'":
        return None if _QUOTED.fullmatch(value) else _quote_slip(value)
    if first == "#":
        return "F03", f"Nothing was read for “{key or 'this line'}”, because # starts a hidden note.", value
    if first in _CURLY and re.search(r":(?: |$)| #", value):
        return "F12", "Curly quotes do not protect a colon or a #; only straight ones do.", value.strip(_CURLY)
    if first in "[{":
        return _list_slip(value)
    if first in "&*!%@`>|,]}" or re.match(r"[-?] ", value):
        return "F01", f"A text that starts with {first} needs straight quotes around it.", value
    if _SECOND_COLON.search(value):
        return "F01", "This text has a second colon, so it needs straight quotes around it.", value
    if " #" in value:
        message = "Everything after # is left out as a hidden note, so this text needs straight quotes around it."
        return "F03", message, value
    return None


def _list_slip(value: str) -> tuple[str, str, str] | None:
    if value[0] == "[" and "]" not in value and not re.search(r"[:#]", value):
        return "F14", _NO_END, f"{value.rstrip(', ')}]"
    if re.match(r"\[[^\[\]]*\] +[^\s#,]", value):
        return "F01", "A text that starts with [ needs straight quotes around it.", value
    if value[0] == "{" or not value.endswith("]") or re.search(r"[\[, ]#", value):
        return "F14", "This begins like a list but is not written like one.", value
    return None


def _quote_slip(value: str) -> tuple[str, str, str]:
    first, ends = value[0], len(value) > 1 and value[-1] == value[0]
    if ends:
        apostrophes = value[1:-1].count(first) == len(re.findall(rf"\w{first}\w", value[1:-1]))
        meant = value[1:-1] if first == "'" and apostrophes else value
        return "F12", f"There is another {first} between the first and the last one.", meant
    if value.count(first) == 1:
        return "F12", f"This text begins with {first} but does not end with it.", value[1:]
    return "F12", f"This text begins with {first}, so the quotes must go round all of it.", value
