"""Says at once where something is: in which files of the site, and in which texts."""

from __future__ import annotations

from argparse import Namespace

from plugins import source
from plugins.desk.project import moment, project
from plugins.desk.withdraw import target
from plugins.library.pointers import pointers
from plugins.press.history import appearances
from plugins.press.porch import library_of


def run(asked: Namespace) -> int:
    """Print every file of the output that shows it, every one that did, and every text that points to it."""
    found = project(asked.settings, asked.content, asked.output)
    named = target(asked.what, found.content)
    places = appearances(found.output, named.id)
    for place in places:
        print(place.path if place.still else f"{place.path} (until {place.last})")
    if not places:
        print(f"No file in {found.output} shows {named.id}, and none did.")
    for document in library_of(source.read(found.content), moment()).documents:
        for pointer in pointers(document):
            if pointer.target == named.id:
                print(f"{found.content.name}/{document.path}:{pointer.line} points to it")
    return 0
