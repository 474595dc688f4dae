"""What a draft holds where nobody has written anything yet; it may stand in a draft, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

UNWRITTEN = "To be written"
"""Begins a text that a new file has for want of one."""
UNWRITTEN_BODY = "Write here. An empty line begins a new paragraph."
NO_FORM = "-000"
"""Ends a reference that is none: forms are counted from 1."""


def unwritten(values: Mapping[str, Any], place: str = "") -> Iterator[str]:
    """Name each field, with the fields it stands in, that still holds what a new file begins with."""
    for name, value in values.items():
        parts = value if isinstance(value, tuple | list) else (value,)
        for part in parts:
            if isinstance(part, BaseModel):
                yield from unwritten(vars(part), f"{place}{name}.")
            elif isinstance(part, str) and part.startswith(UNWRITTEN):
                yield f"{place}{name}"
                break
