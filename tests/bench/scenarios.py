"""What happens to a site between two builds: the same edit for every generator, each in its own format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.corpus import Item, Setting, items
from tests.bench.corpus.drawings import drawing
from tests.bench.corpus.notes import UNTOLD, story
from tests.bench.corpus.setting import PICTURES
from tests.bench.generators import Generator
from tests.bench.peers.plain import Titles, titled

COLD, NOTHING = "cold", "nothing changed"
ONE_EDIT = ("body", "title", "tag")
"""The edits whose median is “one edit”."""
LARGE = 100_000
"""From so many documents on our press alone is measured, and only what a goal is about."""


@dataclass
class Site:
    """A corpus as one generator has it in a folder."""

    generator: Generator
    folder: Path
    setting: Setting
    documents: dict[str, Item]
    """By file."""
    titles: Titles
    edits: int = 0

    @property
    def content(self) -> Path:
        """Give the folder of the documents."""
        return self.folder / "content"

    def write(self, item: Item) -> None:
        """Write a document in the generator's format."""
        (self.content / item.path).write_text(self.generator.text(item, self.titles), "utf-8")
        self.documents[item.path] = item

    def some(self, kind: str, place: int) -> Item:
        """Give a document at a place among its ten, or an issue where all are; each edit falls on another one."""
        if self.setting.letters:
            found = [item for item in self.documents.values() if item.kind == "newsletter"]
        else:
            ending = f"{place}"
            found = [item for item in self.documents.values() if item.kind == kind and item.slug.endswith(ending)]
        return found[(len(found) // 2 + self.edits) % len(found)]


def laid(generator: Generator, folder: Path, setting: Setting) -> Site:
    """Lay a corpus out for a generator."""
    folder.mkdir(parents=True)
    generator.lay(folder, setting)
    documents = {item.path: item for item in items(setting)}
    return Site(generator, folder, setting, documents, titled(documents.values()))


def _body(site: Site) -> None:
    item = site.some("story", 1)
    site.write(replace(item, body=f"{item.body}\n\nSentence number {site.edits} was written later."))


def _title(site: Site) -> None:
    item = site.some("story", 2)
    site.write(replace(item, fields={**item.fields, "title": f"Another title, number {site.edits}"}))


def _tag(site: Site) -> None:
    item = site.some("event", 5)
    themes = "[giving-back, sport]" if "giving-back" not in item.fields["themes"] else "[money, college]"
    site.write(replace(item, fields={**item.fields, "themes": themes}))


def _new(site: Site) -> None:
    site.write(story(site.setting, site.setting.size + 2 + 10 * site.edits))


def _new_without_a_name(site: Site) -> None:
    number = site.setting.size + 10 * site.edits
    site.write(story(site.setting, number + (1 - number) % UNTOLD))


def _deleted(site: Site) -> None:
    item = site.some("event", 6)
    (site.content / item.path).unlink()
    del site.documents[item.path]


def _template(site: Site) -> None:
    path = site.folder / site.generator.template
    path.write_text(path.read_text("utf-8").replace("</", f"<!-- {site.edits} --></"), "utf-8")


def _token(site: Site) -> None:
    path = site.folder / "theme/static/css/tokens.css"
    path.write_text(f"{path.read_text('utf-8')}\n:root {{ --bench-{site.edits}: #123456; }}\n", "utf-8")


def _picture(site: Site) -> None:
    drawing(site.edits + 100).save(site.content / "images" / PICTURES[0])


EDITS: dict[str, Callable[[Site], None]] = {
    "body": _body,
    "title": _title,
    "tag": _tag,
    "new": _new,
    "new, without a name": _new_without_a_name,
    "deleted": _deleted,
    "template": _template,
    "token": _token,
    "picture": _picture,
}


def scenarios(site: Site) -> Iterator[str]:
    """Give what is measured of a site: everything of a generator that edits cost less than a site, else the three."""
    yield from (COLD, NOTHING)
    if not site.generator.edits:
        yield ONE_EDIT[0]
    elif site.setting.letters or site.setting.size >= LARGE:
        yield from ONE_EDIT
    else:
        yield from (name for name in EDITS if name != "picture" or site.setting.pictures)


def happen(site: Site, scenario: str) -> None:
    """Let an edit happen to a site."""
    site.edits += 1
    if scenario in EDITS:
        EDITS[scenario](site)
