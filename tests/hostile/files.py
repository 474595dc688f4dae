"""Files: names that some machine trips over, places where nothing belongs, and what is no plain file at all."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests import samples
from tests.hostile.case import Case, Outcome, Promise, Special, Stuff, header, page

_PAGE = page().encode()
_NAMES = {
    "capital": "First.md", "capital-ending": "first.MD", "space": "first keys.md", "underscore": "first_keys.md",
    "brackets": "first (2).md", "hyphen-first": "-first.md", "hyphen-last": "first-.md", "dot-first": ".first.md",
    "dot-only": ".md", "dots": "first..md", "dots-climbing": "...md", "ending-twice": "first.md.md",
    "ending-none": "first", "ending-text": "first.txt", "ending-word": "first.docx", "ending-html": "first.html",
    "ending-rst": "first.rst", "ending-markdown": "first.markdown", "ending-backup": "first.md.bak",
    "ending-tilde": "first.md~", "ending-swap": ".first.md.swp", "ending-program": "first.md.exe",
    "ending-python": "first.py", "ending-pickle": "first.pkl", "ending-template": "first.j2", "ending-dot": "first.md.",
    "ending-space": "first.md ",
    "ending-stream": "first.md:stream", "long": f"{'a' * 101}.md",
    "longest": f"{'a' * 252}.md", "letters": "zoë.md", "letters-in-parts": "zoe\u0308.md", "cyrillic": "сold.md",
    "full-width": "ｆｉｒｓｔ.md", "emoji": "🔑.md", "chinese": "钥匙.md", "quote": 'first".md',
    "apostrophe": "first'.md",
    "markup": "<img src=x onerror=alert(1)>.md", "ampersand": "a&b.md", "percent": "a%2e%2e.md", "question": "a?b.md",
    "hash": "a#b.md", "star": "a*b.md", "bar": "a|b.md", "colon": "a:b.md", "backslash": "..\\..\\a.md",
    "dollar": "$(id).md", "backtick": "`id`.md", "semicolon": "a;b.md", "template": "{{7*7}}.md", "equals": "=1+1.md",
    "option": "--help.md", "home": "~.md", "line-end": "a\nb.md", "return": "a\rb.md", "tab": "a\tb.md",
    "bell": "a\x07b.md", "escape": "a\x1b[31mb.md", "delete": "a\x7fb.md", "direction": "a\u202eb.md",
    "zero-width": "a\u200bb.md", "hard-space": "a\u00a0b.md", "separator": "a\u2028b.md",
}  # fmt: skip
_RESERVED = ("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "index", "all", "unlisted")
_TAKEN = (
    "stories", "events", "offers", "areas", "people", "publications", "objectives", "newsletters", "feeds",
    "editions", "calendars", "images", "static", "offline", "archive", "themes", "a-z", "get-the-news", "search",
)  # fmt: skip
_FREE = (
    "404",
    "sitemap",
    "robots",
    "favicon",
    "icons",
    "cards",
    "home",
    "feed",
    "pages",
    "data",
    "com0",
    "conin",
    "clock",
)
_PLACES = {
    "top": "first.md", "folder-unknown": "blog/first.md", "folder-misspelt": "storys/first.md",
    "folder-capital": "Stories/first.md", "folder-inside": "stories/2026/first.md", "folder-hidden": ".git/config",
    "folder-deep": f"{'a/' * 200}first.md", "text-in-images": "images/first.md", "text-in-data": "data/first.md",
    "page-in-data": "data/about.html", "picture-in-stories": "stories/first.png", "environment": ".env",
    "secret-key": "id_rsa", "secret-certificate": "stories/server.pem", "secret-key-store": "data/keys.p12",
    "secret-netrc": ".netrc", "access-file": ".htaccess", "access-pages": "pages/.htpasswd",
    "address-list": "data/subscribers.csv", "address-sheet": "data/addresses.xlsx", "address-cards": "people/all.vcf",
    "address-mails": "newsletters/all.mbox", "consent-form": "stories/consent-form.pdf", "program": "pages/run.sh",
    "python": "pages/conf.py", "template": "pages/page.html", "style": "pages/style.css", "script": "pages/a.js",
    "archive": "stories/all.zip", "database": "data/all.sqlite", "pickle": ".cache/a.pickle",
    "recording": "stories/a.m4a",
    "film": "images/door.mp4", "font": "images/a.woff2", "data-ending": "data/supports.yaml",
    "data-json": "data/facts.json",
    "data-capital": "data/Facts.yml", "data-unknown": "data/secrets.yml", "data-deep": "data/more/facts.yml",
    "apple-double": "stories/._first.md", "lock-of-word": "stories/~$first.docx",
    "conflict-copy": "pages/a (conflict).md",
}  # fmt: skip


def _socket(path: Path) -> None:
    """Make a socket; its path would be too long for the system from elsewhere."""
    here = os.open(path.parent, os.O_RDONLY)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(f"/proc/self/fd/{here}/{path.name}")
    finally:
        os.close(here)


def _sparse(size: int) -> Special:
    """Make a file of a size that takes no room."""

    def make(path: Path) -> None:
        with path.open("wb") as made:
            made.truncate(size)

    return Special(make)


def _bytes_name(path: Path) -> None:
    with open(os.fsencode(path.parent) + b"/caf\xe9.md", "wb") as made:  # noqa: PTH123 - a path of bytes
        made.write(_PAGE)


_SPECIAL: Mapping[str, tuple[str, str, Stuff]] = {
    "link-outside": (
        "a link to a file of the system",
        "pages/outside.md",
        Special(lambda p: p.symlink_to("/etc/passwd")),
    ),
    "link-inside": (
        "a link to a file beside it",
        "pages/inside.md",
        Special(lambda p: p.symlink_to("../stories/good-story.md")),
    ),
    "link-dangling": ("a link to nothing", "pages/dangling.md", Special(lambda p: p.symlink_to("nowhere.md"))),
    "link-circle": ("a link to itself", "pages/circle.md", Special(lambda p: p.symlink_to("circle.md"))),
    "link-folder": ("a link to a folder", "areas", Special(lambda p: p.symlink_to("/etc"))),
    "link-folder-up": ("a link to the folder above", "people", Special(lambda p: p.symlink_to(".."))),
    "link-picture": ("a link for a picture", "images/link-1.png", Special(lambda p: p.symlink_to("/etc/hostname"))),
    "link-data": ("a link for data", "data/taxonomy.yml", Special(lambda p: p.symlink_to("/etc/hostname"))),
    "pipe": ("a pipe, which never ends", "pages/pipe.md", Special(os.mkfifo)),
    "pipe-picture": ("a pipe for a picture", "images/pipe-1.png", Special(os.mkfifo)),
    "socket": ("a socket", "pages/socket.md", Special(_socket)),
    "folder-like-page": ("a folder called like a page", "pages/folder.md", Special(Path.mkdir)),
    "folder-like-picture": ("a folder called like a picture", "images/folder-1.png", Special(Path.mkdir)),
    "folder-like-data": ("a folder called like data", "data/taxonomy.yml", Special(Path.mkdir)),
    "sparse-page": ("a page of ten gigabytes", "pages/sparse.md", _sparse(10**10)),
    "sparse-picture": ("a picture of ten gigabytes", "images/sparse-1.png", _sparse(10**10)),
    "sparse-data": ("data of ten gigabytes", "data/taxonomy.yml", _sparse(10**10)),
}


def _cases() -> Iterator[Case]:
    for name, file in _NAMES.items():
        blamed = file if file.isprintable() else "pages/a\\x"
        yield _refused(f"name-{name}", f"a file's name: {file[:40]!r}", {f"pages/{file}": _PAGE}, blamed)
    yield _refused("name-bytes", "a file's name in Latin-1", {"pages/caf.md": Special(_bytes_name)}, "pages/caf\\")
    for name in _RESERVED:
        yield _refused(
            f"reserved-{name}", f"a name that no file may have on Windows: {name}", {f"pages/{name}.md": _PAGE}
        )
    for name in _TAKEN:
        what = f"a page that would lie where the site has a part of its own: {name}"
        yield _refused(f"taken-{name}", what, {f"pages/{name}.md": _PAGE})
    for name, path in _PLACES.items():
        yield _refused(f"place-{name}", f"a file out of place: {path[-40:]}", {path: _PAGE})
    for name, (what, path, stuff) in _SPECIAL.items():
        yield _refused(f"special-{name}", what, {path: stuff})
    home, other = header("page_kind: home").encode(), header("page_kind: home", "status: ready").encode()
    yield _refused("twice-home", "two home pages", {"pages/start.md": home, "pages/begin.md": other}, "pages/")
    again = samples.text("newsletter", month="2027-03", issue="14").encode()
    yield _refused("twice-issue", "an issue's number twice", {"newsletters/2027-03.md": again}, "newsletters/")
    twins: Mapping[str, Stuff] = {"pages/Twin.md": _PAGE, "pages/twin.md": _PAGE}
    yield _refused("twice-by-case", "two names that are one on a phone", twins, "pages/Twin.md")
    forms: Mapping[str, Stuff] = {"pages/zo\u00eb.md": _PAGE, "pages/zoe\u0308.md": _PAGE}
    yield _refused("twice-by-form", "two names that are one on a Mac", forms, "pages/zo")
    for name in _FREE:
        text = page(title=f"A page called {name}").encode()
        yield Case(
            f"name-fine-{name}",
            "a name that only looks reserved",
            Promise.FILES,
            Outcome.HARMLESS,
            {f"pages/{name}.md": text},
        )
    for name in (".DS_Store", "Thumbs.db", ".gitkeep"):
        files = {f"stories/{name}": b"Unmistakable bytes of a system"}
        what = f"what a system leaves: {name}"
        yield Case(
            f"system-{name.strip('.').lower().replace('_', '-').replace('.', '-')}",
            what,
            Promise.FILES,
            Outcome.HARMLESS,
            files,
            hides="Unmistakable bytes",
        )


def _refused(name: str, what: str, files: Mapping[str, Stuff], blamed: str = "") -> Case:
    return Case(name, what, Promise.FILES, Outcome.REFUSED, files, blamed=blamed, alone=True)


CASES = tuple(_cases())
