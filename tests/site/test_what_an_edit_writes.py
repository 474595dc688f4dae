"""An edit of the sample site writes the files that show it, and no other file."""

from __future__ import annotations

import fnmatch
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.forge import Forge
from tests.site.press import decoded
from tests.sites import copied

MARK = "quixotries"
"""A word that stands nowhere; each edit writes it somewhere."""
MADE_OF_ALL = ("search*", "sw.js", "*.webmanifest", "sitemap.xml")
"""Files made of everything, which need not hold the word as it is written."""
DRAWN = "cards/{}.png"
"""Where a document's title stands in a picture."""


@dataclass(frozen=True)
class Edit:
    """A change to one file: what ``pattern`` finds becomes ``words``; some of the files that must be written for it."""

    file: str
    pattern: str
    words: str
    must: tuple[str, ...]
    may: tuple[str, ...] = ()
    """Patterns of files in which only the order changes."""


def _body(file: str, *must: str) -> Edit:
    """Give an edit that writes a sentence above the first heading of a body."""
    return Edit(file, r"(?m)^## ", f"There are {MARK} here.\n\n## ", must)


def _title(file: str, *must: str, may: tuple[str, ...] = ()) -> Edit:
    return Edit(file, r"(?m)^title: .*$", f"title: A title with {MARK}", must, may)


LETTER = "newsletters/2026-12/index.html"
EDITION = tuple(f"editions/2026-12/{name}" for name in ("edition.html", "edition.txt"))
EDITS = {
    "the body of a story": _body(
        "content/stories/first-radiator.md", "stories/first-radiator/index.html", "feeds/stories.atom.xml"
    ),
    "the body of an event": _body("content/events/winter-meet-up.md", "events/winter-meet-up/index.html"),
    "the body of an offer": _body("content/offers/warm-bundle.md", "offers/warm-bundle/index.html"),
    "the body of an issue": _body("content/newsletters/2026-12.md", LETTER, *EDITION),
    "the body of an area": _body("content/areas/northbridge.md", "areas/northbridge/index.html"),
    "the title of a story": _title(
        "content/stories/first-radiator.md", "stories/first-radiator/index.html", "stories/index.html", LETTER, *EDITION
    ),
    "the title of an event": _title(
        "content/events/winter-meet-up.md",
        "events/winter-meet-up/index.html",
        "events/index.html",
        "calendars/all.ics",
        LETTER,
    ),
    "the title of an offer": _title(
        "content/offers/warm-bundle.md", "offers/warm-bundle/index.html", "offers/index.html", LETTER
    ),
    "the title of an issue": _title("content/newsletters/2026-12.md", LETTER, "index.html", "newsletters/index.html"),
    "the title of an area": _title(
        "content/areas/northbridge.md",
        "areas/northbridge/index.html",
        "areas/index.html",
        may=("offers/*", "what-can-i-get/*"),
    ),
    "the template of one page": Edit(
        "theme/templates/not_found.html",
        r"(?s)(.*)\{% endblock %\}",
        rf"\1<i>{MARK}</i>{{% endblock %}}",
        ("404.html",),
    ),
    "the template of editions": Edit(
        "theme/templates/edition/base.html", "</body>", f"<i>{MARK}</i></body>", ("editions/2026-12/edition.html",)
    ),
    "a style sheet": Edit("theme/static/css/print.css", r"\Z", f"\n/* {MARK} */\n", ()),
}


class Sample:
    """A copy of the sample site that is built after each edit; edits stay."""

    def __init__(self, forge: Forge, root: Path) -> None:
        """Take a folder with the sample site, built."""
        self.forge, self.root = forge, root

    def build(self) -> None:
        """Build the site."""
        ended = self.forge.run(self.root)
        assert ended.code == 0, ended.said

    def files(self) -> dict[str, tuple[int, int, int]]:
        """Give what tells a file of the output from a newer one in its place."""
        folder = self.root / "output"
        stamps = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): (at.st_ino, at.st_mtime_ns, at.st_size) for path, at in stamps}

    def holding(self, word: str) -> set[str]:
        """Give the files of the output that hold a word, in whatever encoding."""
        return {
            path
            for path in self.files()
            if word.encode() in decoded(path, (self.root / "output" / path).read_bytes()).lower()
        }

    def change(self, edit: Edit, mark: str) -> set[str]:
        """Change a file, build, and give the files that were written or removed."""
        path, before = self.root / edit.file, self.files()
        text = path.read_text("utf-8")
        changed = re.sub(edit.pattern, edit.words.replace(MARK, mark), text, count=1)
        assert changed != text, f"{edit.pattern} is not in {edit.file}"
        path.write_text(changed, "utf-8")
        self.build()
        after = self.files()
        return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@pytest.fixture(scope="module")
def sample(forge: Forge, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Give a copy of the sample site, built."""
    return Sample(forge, copied(home, tmp_path_factory.mktemp("edits")))


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_writes_the_files_that_show_it_and_no_other(sample: Sample, name: str) -> None:
    mark = f"{MARK}{list(EDITS).index(name)}"
    written = sample.change(EDITS[name], mark)
    shown = sample.holding(mark)
    assert set(EDITS[name].must) <= shown
    assert shown <= written, "these show it, and were not written"
    drawn = DRAWN.format(EDITS[name].file.removeprefix("content/").removesuffix(".md"))
    others = written - shown - ({drawn} if "title" in name else set())
    assert {
        path for path in others if not any(fnmatch.fnmatch(path, made) for made in (*MADE_OF_ALL, *EDITS[name].may))
    } == set()


def test_a_colour_changes_what_is_drawn_with_it_and_no_words(sample: Sample) -> None:
    edit = Edit(
        "theme/static/css/tokens.css", r"--ink: #[0-9a-f]{6}", "--ink: #1a2b3c", ("editions/2026-12/edition.html",)
    )
    written = sample.change(edit, "")
    shown = sample.holding("#1a2b3c")
    assert set(edit.must) <= shown <= written
    assert not [
        path
        for path in written
        if (path.startswith(("feeds/", "calendars/", "images/")) and path != "feeds/style.css") or path.endswith(".txt")
    ]


def test_nothing_is_written_when_nothing_changed_but_the_time_of_a_file(sample: Sample) -> None:
    sample.build()
    before = sample.files()
    for path in sample.root.glob("content/*/*.md"):
        path.touch()
    sample.build()
    assert sample.files() == before
