"""Writes what a storyteller reads before they say yes, as a page to print and as plain text; never into the site."""

from __future__ import annotations

import base64
import mimetypes
import re
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from plugins import source
from plugins.desk.commands import WrongUse
from plugins.desk.project import moment, project, site_of, theme
from plugins.desk.withdraw import target
from plugins.disk import write_whole
from plugins.library import Library
from plugins.model import Story
from plugins.model.picture import Original
from plugins.press.porch import library_of
from plugins.render import Renderer, Target, tidy
from plugins.view.receipts import receipt

_SRCSET = re.compile(r'\s(?:srcset|sizes)="[^"]*"')
_SRC = re.compile(r'\ssrc="[^"]*/images/([^"/]+)-\d+\.\w+"')


def run(asked: Namespace) -> int:
    """Write a story's receipt and print where it is. Raises WrongUse for what is no story that can be read."""
    found = project(asked.settings, asked.content)
    folder = Path(asked.output)
    if folder.resolve().is_relative_to(found.output.resolve()):
        message = f"A receipt is for one person, and {found.output} goes online. Give another folder with --output."
        raise WrongUse(message)
    library = library_of(source.read(found.content), moment())
    story = _story(asked.what, library, found.content)
    view = receipt(library, story, site_of(found))
    page = Renderer(theme(found), Target.WEB).render("receipt/receipt.html", receipt=view)
    text = Renderer(theme(found), Target.TEXT).render("receipt/receipt.txt", receipt=view)
    written = {".html": _enclosing(page, library.pictures), ".txt": tidy(text)}
    for ending, words in written.items():
        path = folder / f"{story.slug}{ending}"
        write_whole(path, words.encode())
        print(path)
    print("Read it through together, on paper or on a phone. It stays out of the site.")
    return 0


def _story(words: str, library: Library, content: Path) -> Story:
    named = target(words, content)
    for document in library.documents:
        if isinstance(document, Story) and document.id == named.id:
            return document
    if named.kind is not Story:
        message = "Receipts are for stories. Write it like stories/first-keys."
    elif named.id in {stone.id for stone in library.tombstones}:
        message = f"The story “{named.slug}” was withdrawn."
    elif (content / named.path).is_file():
        message = f"{named.path} cannot be read. To see why: clnm check"
    else:
        message = f"There is no {named.path} in {content}."
    raise WrongUse(message)


def _enclosing(page: str, pictures: Mapping[str, Original]) -> str:
    """Put the pictures into the page, so that it shows them wherever it is, before the site is built."""
    stems = {name.rpartition(".")[0]: original for name, original in pictures.items()}

    def enclosed(match: re.Match[str]) -> str:
        original = stems.get(match[1])
        if original is None:
            return match[0]
        kind = mimetypes.guess_type(original.name)[0] or "image/jpeg"
        return f' src="data:{kind};base64,{base64.b64encode(original.path.read_bytes()).decode()}"'

    return _SRC.sub(enclosed, _SRCSET.sub("", page))
