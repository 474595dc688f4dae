"""A small site of every kind of document, and the files a build of it reads."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from tests import samples

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ("content", "theme", "pelicanconf.py")
NOW = "2026-11-21T12:00"
PICTURE = {"image": "drawing-0.png", "image_alt": "A drawing of a door", "image_consent": "illustration"}
FIRST_LETTER = """\
## What is on

/// story | first-keys
///

/// events | next 4
///

/// offers | new 3
///

/// figure | drawing-1.png
    alt: A drawing of a wall
    image_consent: illustration
///

/// get-help
///"""
SECOND_LETTER = """\
## Warm

/// story | second-keys
    show: quote
    only: web
///

Go to [the meet-up](event:meet-up).

/// get-help
///"""
HOME = """\
/// newsletters | latest
///

/// stories | new 3
///

/// events | next 3
///

/// people | all
///"""
STORY = """\
The key turned.

## Inside

It was cold, and {fact: young-people-asked} knew."""
WALK = {"start": "2026-12-04 18:00", "end": "2026-12-04 20:00", "recurs": "every Friday until 2027-01-01"}
DOCUMENTS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("newsletter", "2026-11", FIRST_LETTER, {"issue": "13", "month": "2026-11", "send_on": "2026-11-21 10:00"}),
    ("newsletter", "2026-12", SECOND_LETTER, {"title": "The second issue", "themes": "[money]"} | PICTURE),
    ("story", "first-keys", STORY, {"themes": "[first-home]"}),
    ("story", "second-keys", "A key turned.", {"title": "A second week", "next_step": "offer:kettle"}),
    ("story", "third-keys", "Nobody points here.", {"title": "A third week", "themes": "[sport, money]"}),
    ("event", "meet-up", "Soup.", {"areas": "[northbridge]", "themes": "[sport]"} | PICTURE),
    ("event", "walk", "Lamps.", {"title": "The lantern walk"} | WALK),
    ("offer", "kettle", "Hot.", {"title": "A kettle", "related": "[story:first-keys]", "areas": "[northbridge]"}),
    ("offer", "bus", "Far.", {"title": "A bus pass", "valid_until": "2026-12-04", "ongoing": "false"}),
    ("area", "northbridge", "A mill.", {"title": "Northbridge House Project"}),
    ("person", "ari", "Ari asks.", {"title": "Ari, rep for us all"}),
    ("publication", "report", "## Found\n\nWe found it.", {"title": "What we found"}),
    ("objective", "celebrate", "We cheer.", {"title": "Celebrate success", "led_by": "[ari]"}),
    ("page", "about", "Who we are. See [the report](publication:report).", {"title": "About us all"}),
    ("page", "home", HOME, {"title": "Welcome here", "page_kind": "home"}),
)
"""The kind of each, its file's name, its body, and what differs from the samples."""


@dataclass
class Site:
    """The files a build reads, and the moment it happens at."""

    root: Path
    as_of: str = NOW
    files: dict[str, bytes] = field(default_factory=dict)
    writes: int = 0

    def put(self, path: str, data: bytes) -> None:
        """Write a file; most look as old as files do that nobody has touched for long, each with its own time."""
        self.files[path] = data
        where = self.root / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_bytes(data)
        self.writes += 1
        if self.writes % 4:
            os.utime(where, (1_770_000_000 + self.writes, 1_770_000_000 + self.writes))

    def drop(self, path: str) -> None:
        """Delete a file."""
        del self.files[path]
        (self.root / path).unlink()

    def go_back(self, files: dict[str, bytes]) -> None:
        """Make the files what they were."""
        for path in set(self.files) - set(files):
            self.drop(path)
        for path, data in files.items():
            if self.files.get(path) != data:
                self.put(path, data)

    def look_again(self) -> None:
        """See what a command has done to the content."""
        found = (path for path in (self.root / "content").rglob("*") if path.is_file())
        kept = {path: data for path, data in self.files.items() if not path.startswith("content/")}
        self.files = kept | {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}

    def documents(self, kind: str = "") -> list[str]:
        """Give the paths of the documents, or of those of one kind."""
        folder = f"content/{samples.KINDS[kind].folder}/" if kind else "content/"
        return sorted(path for path in self.files if path.startswith(folder) and path.endswith(".md"))

    def output(self) -> dict[str, str]:
        """Give every file of the output with the digest of its bytes."""
        folder = self.root / "output"
        found = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}

    def copy(self, to: Path) -> None:
        """Copy what a build reads, and nothing that an earlier one left."""
        for name in INPUTS:
            place = self.root / name
            (shutil.copytree if place.is_dir() else shutil.copy2)(place, to / name)


def small_site(root: Path) -> Site:
    """Write a site with every kind of document, pointing to one another."""
    site = Site(root)
    for path in sorted((ROOT / "theme").rglob("*")):
        if path.is_file():
            site.put(path.relative_to(ROOT).as_posix(), path.read_bytes())
    site.put("pelicanconf.py", (ROOT / "pelicanconf.py").read_bytes())
    for name, words in {"supports": samples.RECORDS, "providers": samples.PROVIDERS, "facts": samples.FACTS}.items():
        site.put(f"content/data/{name}.yml", words.encode())
    for number in range(3):
        site.put(f"content/images/drawing-{number}.png", drawing(number))
    for kind, slug, body, more in DOCUMENTS:
        own = {"title": f"All about {slug}", "summary": f"What {slug} is about, who is in it, and what came next."}
        text = samples.text(kind, body, **own | more)
        site.put(f"content/{samples.KINDS[kind].folder}/{slug}.md", text.encode())
    return site


def drawing(colour: int) -> bytes:
    """Draw a small picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (colour * 37 % 256, 90, 160)).save(out, "PNG")
    return out.getvalue()
