"""Takes the words of what is withdrawn out of everything on this machine: files, pictures, output, kept releases."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.desk.building import build
from plugins.desk.online import releases_of
from plugins.desk.project import Project
from plugins.disk import write_whole
from plugins.library import Library
from plugins.library.fingerprints import fingerprints, told
from plugins.model import Document
from plugins.press.history import Appearance, erase
from plugins.press.judged import FINGERPRINT_KEY
from plugins.releases.agreements import keep_withdrawals, kept_withdrawals
from plugins.releases.places import Places
from plugins.releases.release import hashed


@dataclass(frozen=True, slots=True)
class Emptying:
    """What was on the shelves before anything was taken away, and the project it is taken from."""

    library: Library
    found: Project

    def empty(self, name: str, path: str, places: Iterable[Appearance]) -> None:
        """Leave the reference and the day in a document's file, and nothing else."""
        file, document = self.found.content / path, self._document(name)
        ref = consent_ref(file)
        fed = not (document and document.version_of) and any(place.path.startswith("feeds/") for place in places)
        lines = ["---", "status: withdrawn", f"withdrawn_on: {self.library.as_of.date()}"]
        lines += [f"ref: {ref}"] if ref else []
        lines += ["in_feeds: true"] if fed else []
        lines += ["example: true"] if document and document.example else []
        write_whole(file, "\n".join([*lines, "---", ""]).encode())

    def keep_fingerprints(self, name: str) -> None:
        """Keep what catches a later paste, where there is a key; say so where there is none."""
        document, key = self._document(name), os.environ.get(FINGERPRINT_KEY, "")
        if document is None or not key:
            unset = f"{FINGERPRINT_KEY} is not set"
            print(f"No fingerprints are kept, so a later paste is not caught: {unset}.", file=sys.stderr)
            return
        others = (fingerprints(told(other), key.encode()) for other in self.library.documents if other.id != name)
        prints = sorted(set(fingerprints(told(document), key.encode())).difference(*others))
        kept = self.found.content / "data/withdrawn.yml"
        before = kept.read_text("utf-8") if kept.is_file() else ""
        lines = [f"{document.kind}-{document.slug}:", f"  on: {self.library.as_of.date()}"]
        lines += ["  example: true"] if document.example else []
        lines += ["  prints:", *(f"    - {one}" for one in prints)]
        write_whole(kept, (before + "\n".join(lines) + "\n").encode())

    def remove_pictures(self, names: Collection[str]) -> None:
        """Delete the pictures that nothing else shows."""
        shown: dict[str, set[str]] = {}
        for document in self.library.documents:
            for picture in document.pictures:
                shown.setdefault(picture, set()).add(document.id)
        for picture, users in shown.items():
            if users <= set(names):
                (self.found.content / "images" / picture).unlink(missing_ok=True)
                print(f"Deleted content/images/{picture}, which nothing else shows.")

    def rebuild(self, names: Collection[str]) -> bool:
        """Build; if something else is wrong with the content, take out every file that shows them instead."""
        try:
            build(self.found)
        except SystemExit as stop:
            if not stop.code:
                return True
            removed = {path for name in names for path in erase(self.found.output, name)}
            print(
                f"The site could not be built for the reasons above, so we deleted the {len(removed)} files that "
                f"showed {', '.join(names)} from {self.found.output}. Put the rest right, then run: make",
                file=sys.stderr,
            )
            return False
        return True

    def _document(self, name: str) -> Document | None:
        return next((document for document in self.library.documents if document.id == name), None)


def consent_ref(file: Path) -> str:
    """Give the reference of the consent that a file names, whether or not the file can be read otherwise."""
    found = re.search(r"^\s*ref: *[\"']?(CR-\d{4}-\d{3,})", file.read_text("utf-8", "replace"), re.MULTILINE)
    return found[1] if found else ""


def purge(published: Project, names: Collection[str], day: date) -> None:
    """Delete the kept releases that show documents, but for the one online, and what staging knows of them."""
    if not Places(published.output).folder.is_dir():
        return
    gone = {hashed(name) for name in names}
    with releases_of(published) as releases:
        private = releases.places.private
        keep_withdrawals(private, {**kept_withdrawals(private), **dict.fromkeys(gone, day.isoformat())})
        for name in names:
            erase(releases.places.staging, name)
        online = releases.places.current()
        holding = [one for one in releases.all() if gone & one.shown.keys() and one.name != online]
        releases.drop(holding)
        for one in holding:
            print(f"Deleted release {one.number}, which was kept to go back to.")
