"""Where everything of a published site lies, told by its link alone, without loading what does the work.

For the link ``public``, releases lie in ``.public.releases/``, which a web server must be able to read; what
nobody else may read (the staging folder, the memory, the records) lies in ``.public.press/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files beside a link."""

    link: Path
    """What visitors come in by: ``public``."""

    @property
    def private(self) -> Path:
        """Give the folder of all that nobody else may read."""
        return self.link.with_name(f".{self.link.name}.press")

    @property
    def staging(self) -> Path:
        """Give the folder that the site is built into before anybody sees it."""
        return self.private / "staging"

    @property
    def folder(self) -> Path:
        """Give the folder that releases lie in."""
        return self.link.with_name(f".{self.link.name}.releases")

    @property
    def making(self) -> Path:
        """Give the folder of a release that is not whole yet."""
        return self.folder / ".making"

    @property
    def beside(self) -> Path:
        """Give the link that is about to be renamed over the old one."""
        return self.link.with_name(f".{self.link.name}.link")

    @property
    def lock(self) -> Path:
        """Give the file that whoever publishes holds."""
        return self.private / "lock"

    @property
    def online(self) -> Path:
        """Give the note of what the last publish that ended well had brought online."""
        return self.private / ".staging.press" / "online"

    @property
    def last(self) -> Path:
        """Give the note of the addresses that were published last, which a machine without releases may be given."""
        return self.private / "last.json"

    def record(self, name: str) -> Path:
        """Give the record of a release."""
        return self.private / "releases" / f"{name}.json"

    def current(self) -> str:
        """Name the release that the link leads to; nothing where there is none."""
        try:
            target = self.link.readlink()
        except OSError:
            return ""
        return target.name if target.parent.name == self.folder.name else ""
