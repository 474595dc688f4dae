"""A theme's style sheets as one, written small, for the browsers that know cascade layers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import lightningcss

from plugins.disk.sealed import read_sealed, write_sealed

BROWSERS = ["chrome >= 99", "firefox >= 97", "safari >= 15.4", "ios_saf >= 15.4"]
"""The first that know layers, as browserslist writes them: an older one shows the words without any style."""
FOLDER = Path(".cache", "sheets")
"""Where sheets lie that were bundled before, beside the content. ``make clean-all`` takes it away."""

_IMPORT = re.compile(r"""@import\s*(?:url\(\s*)?["']?([^"')\s;]+)""", re.IGNORECASE)


def bundled(path: Path) -> str:
    """Give a sheet with all that it imports, each in its layer and its medium (CSS Cascading 5, section 2).

    It is kept between builds: to bundle begins threads beneath Python, and a process with such threads can share no
    work with copies of itself. Raises ValueError for what is not CSS.
    """
    read = tuple(_read(path.resolve(), set()))
    facts = repr((version("lightningcss"), BROWSERS, read)).encode()
    kept = FOLDER / "-".join(path.parts[-2:])
    known = read_sealed(kept, facts)
    if known is not None:
        return known.decode()
    made = lightningcss.bundle_css(str(path), browsers_list=BROWSERS)
    with suppress(OSError):
        write_sealed(kept, facts, made.encode())
    return made


def _read(path: Path, seen: set[Path]) -> Iterator[str]:
    """Give the words of a sheet and of all that it may import, each once."""
    if path not in seen and path.is_file():
        seen.add(path)
        text = path.read_text("utf-8", "replace")
        yield text
        for name in _IMPORT.findall(text):
            yield from _read((path.parent / name).resolve(), seen)


def small(css: str) -> str:
    """Write a sheet without what only people read. Raises ValueError for what is not CSS."""
    return lightningcss.process_stylesheet(css, browsers_list=BROWSERS)
