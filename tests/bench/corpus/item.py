"""One made-up document: its fields and body as an editor writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.model import DOCUMENT_TYPES

FOLDERS = {kind.kind: kind.folder for kind in DOCUMENT_TYPES}


@dataclass(frozen=True, slots=True)
class Item:
    """A document of the corpus. ``fields`` hold what stands behind each colon; what begins with a line break is nested.

    ``seen`` says whether a visitor may see it at the instant of the corpus: peers get only those that may.
    """

    kind: str
    slug: str
    fields: Mapping[str, str]
    body: str
    seen: bool = True

    @property
    def path(self) -> str:
        """Give where its file lies in the content folder."""
        return f"{FOLDERS[self.kind]}/{self.slug}.md"

    @property
    def url(self) -> str:
        """Give its address, the same for every generator."""
        if self.kind == "page":
            return "/" if self.slug == "home" else f"/{self.slug}/"
        return f"/{FOLDERS[self.kind]}/{self.slug}/"

    @property
    def text(self) -> str:
        """Give its file's text."""
        lines = (
            f"{name}:{value}" if value.startswith("\n") else f"{name}: {value}" for name, value in self.fields.items()
        )
        return "---\n" + "\n".join(lines) + f"\n---\n\n{self.body}\n"

    def write(self, content: Path) -> None:
        """Write its file."""
        path = content / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text, "utf-8")
