"""The theme's own words on pages in other languages: as a catalogue has them, else in English that says it is."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import yaml

from plugins.view.passages import Html

OWN = "en"
"""The language that templates are written in (RFC 5646)."""


@lru_cache(64)
def _catalogue(text: str) -> dict[str, str]:
    """Read a catalogue; each room has a renderer of its own, and all of them the same catalogues."""
    found = yaml.safe_load(text) or {}
    if not isinstance(found, dict) or not all(isinstance(said, str) for pair in found.items() for said in pair):
        message = "each line must be English words, a colon and the same in the other language"
        raise yaml.YAMLError(message)
    return found


def _read(file: Path) -> dict[str, str]:
    """Read a catalogue's file. Raises SyntaxError, with the file and its line."""
    try:
        return _catalogue(file.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = (str(file), mark.line + 1 if mark else 0, None, None)
        raise SyntaxError(getattr(error, "problem", None) or str(error), place) from error


class Words:
    """The catalogues of a theme's ``words`` folder, a file for each language: ``prs.yml``."""

    def __init__(self, folder: Path) -> None:
        """Read what there is: the English words, and the same in the language that the file is named for."""
        self.files = sorted(folder.glob("*.yml"))
        self.catalogues: dict[str, dict[str, str]] = {file.stem: _read(file) for file in self.files}

    def say(self, words: str, language: str, *parts: Any) -> Html:
        """Give words in a page's language, or in English marked as such (WCAG 2.2, 3.1.2).

        ``parts`` go where the words have ``{}``. All is escaped but what is markup already.
        """
        found = self._found(words, language)
        said = escape(found or words)
        for part in parts:
            said = said.replace("{}", part if isinstance(part, Html) else escape(str(part)), 1)
        return Html(said if found else f'<span lang="{OWN}" dir="ltr">{said}</span>')

    def named(self, words: str, language: str) -> str:
        """Give words for an attribute, which cannot say what language it is in: in the page's, or in English."""
        return self._found(words, language) or words

    def contents(self) -> bytes:
        """Give all that the catalogues say, for a digest."""
        return b"\0".join(file.name.encode() + b"\0" + file.read_bytes() for file in self.files)

    def _found(self, words: str, language: str) -> str:
        code = language.casefold()
        if code.partition("-")[0] == OWN:
            return words
        return next(
            (said for one in (code, code.partition("-")[0]) if (said := self.catalogues.get(one, {}).get(words))), ""
        )
