"""One release: a folder of files that was checked whole, and the record of what is in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.disk import write_whole
from plugins.press.manifest import Manifest

FORMAT = 1
"""The record's own version: a release whose record is of another is no release."""
NAMED_BY_CONTENT = "static/"
"""Where files are named after what is in them, so that an old page and a new one never want different bytes there."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One file of a release."""

    digest: str
    """The SHA-256 of its bytes, in hexadecimal figures."""
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is known of a release; the files themselves lie in its folder."""

    number: int
    day: str
    """The day it shows the site as of, ISO 8601."""
    files: Mapping[str, Printed]
    """The files of the site, by path."""
    carried: Mapping[str, Printed] = field(default_factory=dict)
    """Files of the release before, for whoever opened a page of it and still fetches what it needs."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """The address of each document's page, with the document it shows; none for those that somebody's yes carries."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """Whose yes it stands on: for each such document, by ``hashed``, what was agreed to then (see ``agreements``)."""
    sample: bool = False
    """Whether sample content was let through, for a demo."""

    @property
    def name(self) -> str:
        """Name its folder."""
        return f"{self.number:04d}-{self.day}"

    @property
    def digest(self) -> str:
        """Stand for the files of the site: two releases that say the same have the same one."""
        listed = "\n".join(f"{path} {file.digest}" for path, file in sorted(self.files.items()))
        return hashlib.sha256(listed.encode()).hexdigest()

    @property
    def everything(self) -> dict[str, Printed]:
        """Give all that lies in its folder."""
        return {**self.carried, **self.files}

    @property
    def size(self) -> int:
        """Give the bytes of the files of the site."""
        return sum(file.size for file in self.files.values())


def hashed(document_id: str) -> str:
    """Stand for a document without naming it: a record outlives what was withdrawn."""
    return hashlib.sha256(document_id.encode()).hexdigest()


def printed(manifest: Manifest) -> dict[str, Printed]:
    """Give the files of an output folder as its manifest has them."""
    return {path: Printed(record.digest, record.size) for path, record in manifest.records.items()}


def write(path: Path, release: Release) -> None:
    """Write a release's record."""
    values: dict[str, Any] = {name: getattr(release, name) for name in Release.__slots__}
    for name in ("files", "carried"):
        values[name] = {path: (file.digest, file.size) for path, file in values[name].items()}
    write_whole(path, json.dumps({"format": FORMAT, **values}, indent=0, sort_keys=True).encode())


def read(path: Path) -> Release | None:
    """Read a release's record; None where it cannot be believed."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        if kept.pop("format") != FORMAT:
            return None
        for name in ("files", "carried"):
            kept[name] = {path: Printed(*values) for path, values in kept[name].items()}
        return Release(**kept)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
