"""A document whose fields are fetched when somebody asks for one of them, and let go when many others are open."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from enum import StrEnum
from threading import RLock
from typing import Any, Self

from pydantic import BaseModel


class Part(StrEnum):
    """Fields that are fetched together."""

    FRONT = "front"
    """What stands above the body: all that most pages show of another document, and a tenth of its size."""
    BODY = "body"


MOST_OPEN = {Part.FRONT: 1024, Part.BODY: 128}
"""So many documents keep what was fetched of a part: who opens one more closes the first."""

_REST = "_rest"
_NOTHING_ELSE: Mapping[str, Any] = {"__pydantic_extra__": None, "__pydantic_private__": None}

Rest = Callable[[Part], Mapping[str, Any]]


def part_of(name: str) -> Part:
    """Say with which others a field is fetched."""
    return Part.BODY if name == "body" else Part.FRONT


class Later(BaseModel):
    """What can be made of its place and its digest alone."""

    @classmethod
    def later(cls, path: str, digest: str, rest: Rest, **known: Any) -> Self:
        """Make a document that was read before; fields that are not known are fetched when one is asked for."""
        known |= {
            "original": None,
            "slug": path.rpartition("/")[2].removesuffix(".md"),
            "path": path,
            "digest": digest,
            _REST: rest,
        }
        made = cls.__new__(cls)
        made.__setstate__({**_NOTHING_ELSE, "__dict__": known, "__pydantic_fields_set__": set()})
        return made

    def __getattr__(self, name: str) -> Any:
        """Fetch the fields that are not here yet: Python asks this only for what an object does not have."""
        with _opening:
            rest: Rest | None = vars(self).get(_REST)
            if rest and name in type(self).model_fields and name not in vars(self):
                part = part_of(name)
                fetched = {key: value for key, value in rest(part).items() if key not in vars(self)}
                vars(self).update(fetched)
                _open[part].append((self, tuple(fetched)))
                while len(_open[part]) > MOST_OPEN[part]:
                    _close(*_open[part].popleft())
            if name in vars(self):
                return vars(self)[name]
        return super().__getattr__(name)  # type: ignore[misc]  # pydantic hides its own from type checkers


_open: dict[Part, deque[tuple[Later, tuple[str, ...]]]] = {part: deque() for part in Part}
_opening = RLock()


def _close(document: Later, fetched: tuple[str, ...]) -> None:
    """Let go of fields that were fetched; they are fetched again for whoever asks."""
    for name in fetched:
        vars(document).pop(name, None)
