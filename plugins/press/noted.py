"""Where the library's notebook is kept between builds: beside the manifest, as ``kept`` writes it."""

from __future__ import annotations

from pathlib import Path

from plugins.library import Library, Notebook
from plugins.library.notebook import Note
from plugins.press import kept
from plugins.press.code import code_digest
from plugins.press.manifest import in_plain, manifest_path

_SORT = "notebook 1"
"""The notebook's own version; what other code worked out is not believed either."""


def notebook_path(output: Path) -> Path:
    """Give where the notebook of an output folder lies."""
    return manifest_path(output).with_name("notebook")


def read_notebook(output: Path) -> Notebook:
    """Read what was worked out last time; nothing where there is no notebook that can be believed."""
    found = kept.read(notebook_path(output), _sort())
    if found is None:
        return Notebook({}, [])
    notes, answers = found[0]
    return Notebook({name: Note._make(note) for name, note in notes.items()}, answers)


def write_notebook(output: Path, library: Library) -> None:
    """Write down what this build asked the notebook for, and no more: the words of what is gone must not stay in it."""
    found = library.notebook.kept(library)
    if found is not None:
        notes, answers = found
        plainly = (
            {name: tuple(note) for name, note in notes.items()},
            [(in_plain(asked), said) for asked, said in answers],
        )
        kept.write(notebook_path(output), _sort(), plainly)


def _sort() -> str:
    return f"{_SORT} {code_digest()}"
