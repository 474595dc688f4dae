"""Leaves each issue as email in the output: as HTML, as plain text, and both as a message to open or send."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from plugins.editions.message import message
from plugins.library import Library
from plugins.model import Channel, Newsletter, Problem
from plugins.press import Artefact, CannotMake, fingerprint, printing
from plugins.render import Renderer, Target, inlined, tidy
from plugins.view import EditionView, Site, Viewpoint, edition, sources

MOST = 90_000
"""Bytes of HTML: at 102 KB, Gmail cuts the rest off, and with it the way out."""

_PAGE, _TEXT, _SHEET, _DARK = "edition/base.html", "edition/base.txt", "edition/style.css", "edition/dark.css"


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:
    """Give three files for each issue; nothing is in them whose people did not agree to email."""
    faces = _Faces(theme)
    here = Viewpoint.afar(library, site, Channel.EMAIL)
    for entry in here.shelf.all(Newsletter.kind):
        if isinstance(entry.document, Newsletter):
            yield from _Edition(entry.document, edition(entry, here), site, faces).artefacts()


class _Faces:
    """What the theme draws an edition with."""

    def __init__(self, theme: Path) -> None:
        self.email = Renderer(theme, Target.EMAIL)
        self.text = Renderer(theme, Target.TEXT)

    @cached_property
    def sheets(self) -> tuple[str, str]:
        """Write the sheet that goes into the elements, and the one for dark mode."""
        return self.email.render(_SHEET), self.email.render(_DARK)

    @cached_property
    def digest(self) -> tuple[object, ...]:
        """Stand for everything in the theme that an edition can draw on."""
        return self.email.digest(_PAGE), self.sheets, self.text.digest(_TEXT)


class _Edition:
    """One issue as email; each part is drawn once, and only if a file needs it."""

    def __init__(self, issue: Newsletter, view: EditionView, site: Site, faces: _Faces) -> None:
        self.issue = issue
        self.view = view
        self.site = site
        self.faces = faces

    def artefacts(self) -> Iterator[Artefact]:
        """Give the files of this issue."""
        slug = self.issue.slug
        made = {"edition.html": self.page, "edition.txt": self.plain, f"{slug}.eml": self.mail}
        mark = fingerprint(self.issue.id, self.issue.send_on, self.view, self.site, self.faces.digest)
        for name, make in made.items():
            yield Artefact(f"editions/{slug}/{name}", make, mark, sources(self.view, self.issue.id))

    def page(self) -> bytes:
        """Write the HTML part. Raises CannotMake where a mail program would cut it off."""
        return self._html.encode()

    def plain(self) -> bytes:
        """Write the plain text part."""
        return self._text.encode()

    def mail(self) -> bytes:
        """Write both parts as a message. Raises CannotMake as ``page`` does."""
        return message(self.issue, self.view, self.site, self._html, self._text)

    @cached_property
    def _html(self) -> str:
        found = inlined(self.faces.email.render(_PAGE, edition=self.view), *self.faces.sheets)
        size = len(found.encode())
        if size > MOST:
            what = f"The email would have {size:,} bytes. Above {MOST:,}, some mail programs cut its end off."
            fix = "Move a part to a page of its own and link to it, or give a block the option only: web."
            raise CannotMake(self._problem(what, fix))
        return found

    @cached_property
    def _text(self) -> str:
        return tidy(self.faces.text.render(_TEXT, edition=self.view))

    def _problem(self, message: str, fix: str) -> Problem:
        return Problem(path=self.issue.path, line=0, field="", message=message, fix=fix, code="N04")


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
