"""Templates as the code that they were compiled to, kept between builds: most did not change since the last."""

from __future__ import annotations

import importlib.util
import marshal
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from plugins.disk.code import made_of
from plugins.disk.sealed import read_sealed, write_sealed

FOLDER = Path(".cache", "templates")
"""Where it lies: beside the content, like the pictures that were drawn. ``make clean-all`` takes it away."""


class Compiled(BytecodeCache):
    """Gives a template's code if every byte is as it was written, and it would be compiled to the same today."""

    def __init__(self, way: str) -> None:
        """Take what tells environments apart that compile one template to other code."""
        self._way = way

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja gives it
        """Stand for a template's name alone, so that its code is known where the whole project was moved or copied."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template's code from its file; without one that is whole, Jinja compiles it."""
        with suppress(ValueError, EOFError, TypeError):
            code = read_sealed(self._path(bucket), self._facts(bucket))
            if code is not None:
                bucket.code = marshal.loads(code)  # noqa: S302 - it is code of ours, as in __pycache__

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a template's code into its file; where that cannot be, it is compiled again another time."""
        with suppress(OSError):
            write_sealed(self._path(bucket), self._facts(bucket), marshal.dumps(bucket.code))

    def _path(self, bucket: Bucket) -> Path:
        return FOLDER / self._way / bucket.key

    def _facts(self, bucket: Bucket) -> bytes:
        """Stand for a template's text, and for who compiles it and how."""
        return f"{_compiler()}\0{self._way}\0{bucket.checksum}\0".encode()


@cache
def _compiler() -> str:
    """Stand for all that decides the code beside the template; our filters may be worked out when it is compiled."""
    code = Path(__file__).resolve().parent.glob("*.py")
    return made_of(code, importlib.util.MAGIC_NUMBER, version("jinja2"), version("markupsafe"))
