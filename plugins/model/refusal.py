"""How a field says no to a value: in words that source hands on to the editor as they are."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def wrong(code: str, message: str, fix: str = "") -> PydanticCustomError:
    """Make the error that source turns into a problem; nothing in the texts is a format."""
    return PydanticCustomError("wrong", "{message}", {"message": message, "fix": fix, "code": code})
