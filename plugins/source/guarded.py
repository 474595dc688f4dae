"""Reading that ends, whatever is in the file: each of the press's readers of text stands inside this one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from plugins.model import Problem
from plugins.source import markup
from plugins.source.bounds import TooSlow, bounded

Found = TypeVar("Found")

_MARKS = re.compile(rb"[^\w\s.,;:!?'-]")


def guarded(
    path: str, data: bytes, read: Callable[[], tuple[Found, list[Problem]]], nothing: Found
) -> tuple[Found, list[Problem]]:
    """Give what ``read`` makes of a file and the problems; where it takes too long or breaks, nothing and why."""
    message = "This text is too tangled to read."
    fix = "Look for long runs of marks such as [ * > and take them out, or make several documents of it."
    code = "F15"
    try:
        return bounded(read)
    except (TooSlow, RecursionError, MemoryError):
        markup.forget()
    except Exception as error:  # noqa: BLE001 - whatever a parser raises, the file must be named
        markup.forget()
        message = f"This text broke the program that reads it ({type(error).__name__})."
        fix = "Take out what is unusual in this line. Please tell whoever looks after the site: it is a fault of ours."
        code = "F22"
    return nothing, [Problem(path=path, line=_suspect(data), field="", message=message, fix=fix, code=code)]


def _suspect(data: bytes) -> int:
    """Give the line with the most marks in it, which is likely the one."""
    marks = [len(_MARKS.findall(line)) for line in data.splitlines()]
    return marks.index(max(marks)) + 1 if marks else 0
