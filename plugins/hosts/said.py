"""What a host says with each file: as the site's own ``_headers`` has it, and by the ending of the name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Self

_KINDS = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".xml": "application/xml; charset=utf-8",
}
_ASK = "no-cache"


@dataclass(frozen=True, slots=True)
class Said:
    """The rules of ``_headers``: for each pattern of paths, what is said."""

    rules: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Read the rules of a release; none where it brings none."""
        rules: dict[str, dict[str, str]] = {}
        path = folder / "_headers"
        for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
            if line.startswith("/"):
                rules[line.strip()] = {}
            elif rules and line.strip():
                name, _, value = line.strip().partition(": ")
                rules[[*rules][-1]][name] = value
        return cls(rules)

    def kind(self, path: str) -> str:
        """Give a file's media type (RFC 9110, 8.3)."""
        return self._find(path, "Content-Type") or _KINDS.get(Path(path).suffix, "application/octet-stream")

    def kept(self, path: str) -> str:
        """Give how long a file may be kept (RFC 9111, 5.2.2); without a rule, it is asked about each time."""
        return self._find(path, "Cache-Control") or _ASK

    def _find(self, path: str, name: str) -> str:
        fitting = (said for pattern, said in self.rules.items() if fnmatchcase(f"/{path}", pattern))
        return next((said[name] for said in fitting if name in said), "")
