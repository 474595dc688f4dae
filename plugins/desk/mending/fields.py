"""A field mended as its own problem says: the message and the mending cannot disagree."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from plugins.desk.mending.values import digits_only, mailbox, moment, phone, postcode, whole_number, yes_or_no
from plugins.model import Document, Problem, Record
from plugins.model.consent import ConsentStatus
from plugins.source.slips import TAKE_OUT
from plugins.source.text import plain_name

_CHANGE = "Change it to: "
_LISTED = "Write them as a list: "
_MEANT = re.compile(r"Did you mean “([^”]+)”\?")
_LINE = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?:(?P<key>[\w -]+?) *:(?: +|$))?(?P<value>.*)")
_OPTION_INDENT = "    "

Said = tuple[int, str] | None
Slugs = Mapping[str, set[str]]


def mend(lines: list[str], problem: Problem, kind: type[Document | Record], slugs: Slugs) -> Said:
    """Mend the line of one problem, if only one answer fits; change ``lines``, and say what was done."""
    at = problem.line - 1
    if not 0 <= at < len(lines):
        return None
    before = list(lines)
    what = _MENDERS.get(problem.code, _changed)(lines, at, problem, kind, slugs)
    return (problem.line, what) if what and lines != before else None


def _changed(lines: list[str], at: int, problem: Problem, *_: object) -> str:
    """Write what the problem says to write."""
    if not problem.fix.startswith(_CHANGE) or "\n" in problem.fix:
        return ""
    wanted = problem.fix.removeprefix(_CHANGE)
    match = _LINE.fullmatch(lines[at])
    if not match:
        return ""
    if re.match(r"[\w -]+: |- ", wanted):
        lead = match["lead"] if not wanted.startswith("- ") else match["lead"].rstrip("- ")
        lines[at] = lead + wanted
    else:
        lines[at] = _with_value(lines[at], wanted)
    return f"now {lines[at].strip()}"


def _with_value(line: str, value: str) -> str:
    match = _LINE.fullmatch(line)
    key = f"{match['key']}: " if match and match["key"] else ""
    return f"{match['lead'] if match else ''}{key}{value}"


def _value(line: str) -> str:
    match = _LINE.fullmatch(line)
    return match["value"].strip().strip("\"'“”‘’").strip() if match else ""


def _indent(lines: list[str], at: int, problem: Problem, *rest: object) -> str:
    return _tab(lines, at, problem) if problem.fix == TAKE_OUT else _changed(lines, at, problem, *rest)


def _tab(lines: list[str], at: int, problem: Problem, *_: object) -> str:
    if problem.fix == TAKE_OUT:
        lines[at] = lines[at].lstrip()
        return "took out what stood before a field"
    width = _OPTION_INDENT if _under_a_block(lines, at) else "  "
    lead = re.match(r"[ \t]*", lines[at])
    lines[at] = (lead[0].replace("\t", width) if lead else "") + lines[at].lstrip(" \t")
    return "spaces instead of a Tab"


def _under_a_block(lines: list[str], at: int) -> bool:
    above = next((line for line in reversed(lines[:at]) if not re.match(r"[ \t]+\S", line)), "")
    return above.lstrip().startswith("///")


def _twice(lines: list[str], at: int, problem: Problem, *_: object) -> str:
    key = problem.field.rpartition(".")[2]
    same = [number for number, line in enumerate(lines[:at]) if line.strip() == lines[at].strip()]
    if not key or not same or not _value(lines[at]):
        return ""
    del lines[at]
    return f"took out the second “{key}”, which said the same"


def _unknown(lines: list[str], at: int, problem: Problem, *_: object) -> str:
    if under := re.match(r"It belongs under (\w+):", problem.fix):
        return _under(lines, at, under[1])
    meant, key = _MEANT.search(problem.fix), problem.field.rpartition(".")[2]
    if not meant or not re.search(rf"(?i)(?<![\w-]){re.escape(key)} *:", lines[at]):
        return ""
    name = meant[1]
    there = any(re.match(rf"\s*{re.escape(name)} *:", line) for line in lines)
    if there or (_bare(key) != _bare(name) and _slips(key, name) > 1):
        return ""
    lines[at] = re.sub(rf"(?i)(?<![\w-]){re.escape(key)} *:", f"{name}:", lines[at], count=1)
    return f"“{key}” is “{name}” now"


def _under(lines: list[str], at: int, name: str) -> str:
    """Indent a line that follows those of the field it belongs to."""
    above = next((line for line in reversed(lines[:at]) if line[:1] not in {" ", "#"}), "")
    if above.strip() != f"{name}:":
        return ""
    lines[at] = f"  {lines[at]}"
    return f"put two spaces before a line of “{name}”"


def _bare(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", word.lower())


def _slips(word: str, meant: str) -> int:
    """Count the slips between two words: 0, 1 where one letter is missing, too much, wrong or swapped, else 2."""
    if word == meant:
        return 0
    start = next((i for i, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), min(len(word), len(meant)))
    rest, right = word[start:], meant[start:]
    swapped = rest[:2] == right[:2][::-1] and rest[2:] == right[2:]
    return 1 if swapped or rest[1:] == right or rest == right[1:] or rest[1:] == right[1:] else 2


def _empty(lines: list[str], at: int, problem: Problem, kind: type[Document], *_: object) -> str:
    """Take out a line with nothing in it, if its kind can do without."""
    field = kind.model_fields.get(problem.field)
    if not problem.message.startswith("Nothing is written") or field is None or field.is_required():
        return ""
    if not re.fullmatch(rf"\s*{re.escape(problem.field)} *:\s*(?:\"\"|'')?\s*", lines[at]):
        return ""
    del lines[at]
    return f"took out “{problem.field}”, which was empty"


def _choice(lines: list[str], at: int, problem: Problem, *_: object) -> str:
    """Write a word from a list as the list has it, if its letters are the same."""
    if problem.field == "status" and _value(lines[at]).lower() in set(ConsentStatus):
        return _under(lines, at, "consent")
    if (listed := problem.fix.partition(_LISTED)[2]) and re.match(r"\w+ *:", lines[at]):
        lines[at] = _with_value(lines[at], listed)
        return f"now {lines[at]}"
    meant, met = _MEANT.search(problem.fix), re.match(r"“([^”]+)”", problem.message)
    if not meant or not met or _bare(meant[1]) != _bare(met[1]) or met[1] not in lines[at]:
        return ""
    lines[at] = lines[at].replace(met[1], meant[1], 1)
    return f"“{met[1]}” is “{meant[1]}” now"


def _slug(lines: list[str], at: int, problem: Problem, kind: type[Document], slugs: Slugs) -> str:
    """Write the name of a file as its file has it, if there is one whose letters are the same."""
    met = re.search(r"“([^”]+)”", problem.message)
    if not met or met[1] not in lines[at]:
        return ""
    of, _, word = met[1].rpartition(":")
    name = plain_name(word.removesuffix(".md"))
    points_to = getattr(kind, "points_to", {}).get(problem.field.partition(" ")[0].partition(".")[0], "")
    if name not in slugs.get(of.strip().lower() or points_to, set()):
        return ""
    lines[at] = lines[at].replace(met[1], f"{of.strip().lower()}:{name}" if of else name, 1)
    return f"“{met[1]}” is “{name}” now"


def _by(read: Callable[[str], str]) -> Callable[..., str]:
    """Mend a value by reading it in the one way it can be read."""

    def mender(lines: list[str], at: int, problem: Problem, *rest: object) -> str:
        meant = read(_value(lines[at]))
        if not meant:
            return _changed(lines, at, problem, *rest)
        lines[at] = _with_value(lines[at], meant)
        return f"now {lines[at].strip()}"

    return mender


def _shape(lines: list[str], at: int, problem: Problem, *rest: object) -> str:
    """Mend yes and no, and whole numbers with words round them."""
    if "neither yes nor no" in problem.message:
        return _by(yes_or_no)(lines, at, problem, *rest)
    if "not a whole number" in problem.message:
        return _by(whole_number)(lines, at, problem, *rest)
    return ""


def _option(lines: list[str], at: int, problem: Problem, *_: object) -> str:
    """Indent an option of a block, or write its opening line as one."""
    if "looks like the option" in problem.message:
        lines[at] = _OPTION_INDENT + lines[at].lstrip()
        return "indented the option by four spaces"
    if problem.fix.startswith(f"{_CHANGE}/// "):
        lines[at] = problem.fix.removeprefix(_CHANGE)
        return f"now {lines[at]}"
    meant, opened = _MEANT.search(problem.fix), re.match(r"( {0,3}/{3,} *)([\w-]+)(.*)", lines[at])
    if meant and opened and (_bare(opened[2]) == _bare(meant[1]) or _slips(opened[2].lower(), meant[1]) == 1):
        lines[at] = f"{opened[1]}{meant[1]}{opened[3]}"
        return f"“{opened[2]}” is “{meant[1]}” now"
    return ""


_MENDERS: Mapping[str, Callable[..., str]] = {
    "A06": _slug,
    "A07": _by(mailbox),
    "A08": _by(phone),
    "C01": _by(digits_only),
    "D01": _by(moment),
    "E05": _by(postcode),
    "F02": _tab,
    "F04": _twice,
    "F05": _unknown,
    "F11": _shape,
    "F13": _empty,
    "F14": _indent,
    "F17": _choice,
    "F20": _option,
    "O04": _slug,
}
