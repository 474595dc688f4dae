"""A document whose fields are fetched when somebody asks for one of them, and let go when many others are open."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from threading import RLock
from typing import Any, Self

from pydantic import BaseModel

MOST_OPEN = 512
"""So many documents keep the fields that were fetched for them: who opens one more closes the first."""

_REST = "_rest"
_NOTHING_ELSE: Mapping[str, Any] = {"__pydantic_extra__": None, "__pydantic_private__": None}

Rest = Callable[[], Mapping[str, Any]]


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
            if rest:
                fetched = {key: value for key, value in rest().items() if key not in vars(self)}
                vars(self).update(fetched)
                del vars(self)[_REST]
                _open.append((self, rest, tuple(fetched)))
                while len(_open) > MOST_OPEN:
                    _close(*_open.popleft())
            if name in vars(self):
                return vars(self)[name]
        return super().__getattr__(name)  # type: ignore[misc]  # pydantic hides its own from type checkers


_open: deque[tuple[Later, Rest, tuple[str, ...]]] = deque()
_opening = RLock()


def _close(document: Later, rest: Rest, fetched: tuple[str, ...]) -> None:
    """Let go of fields that were fetched; they are fetched again for whoever asks."""
    for name in fetched:
        vars(document).pop(name, None)
    vars(document)[_REST] = rest
