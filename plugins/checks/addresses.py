"""Where an address on a page leads: to a file of the output, to somebody else, or nowhere."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plugins.checks.markup import Markup

INDEX = "index.html"


def url(name: str) -> str:
    """Give the address, from the site's root, that a page's file answers: ``/about/`` for ``about/index.html``."""
    return "/" + (name.removesuffix(INDEX) if posixpath.basename(name) == INDEX else name)


def home(pages: Mapping[str, Markup]) -> str:
    """Work out the site's own address from what pages say is theirs; nothing where none says so."""
    told: Counter[str] = Counter()
    for name, page in pages.items():
        if page.canonical.endswith(url(name)):
            told[page.canonical.removesuffix(url(name))] += 1
    return told.most_common(1)[0][0] if told else ""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads: the file it asks for, and the place in it."""

    file: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """Every file there is, the anchors of every page, and the site's own address."""

    files: frozenset[str]
    anchors: Mapping[str, frozenset[str]]
    home: str = ""

    def elsewhere(self, address: str) -> bool:
        """Say whether an address is of another host, or of another program than a browser."""
        parts = urlsplit(address)
        return bool(parts.scheme or parts.netloc) and not self._ours(address)

    def target(self, page: str, address: str) -> Target | None:
        """Find what an address on a page asks for, there or not; None if it leads out of the output folder."""
        parts = urlsplit(address)
        anchor = unquote(parts.fragment)
        path = unquote(parts.path)
        if parts.scheme or parts.netloc:
            path = path.removeprefix(urlsplit(self.home).path) or "/"
        elif path.startswith("/"):
            prefix = urlsplit(self.home).path
            path = path.removeprefix(prefix) if path.startswith(f"{prefix}/") else path
        elif not path:
            return Target(page, anchor)
        folder = posixpath.dirname("/" + page)
        whole = posixpath.normpath(posixpath.join(folder, path)).lstrip("/")
        if self._climbs_out(folder, path):
            return None
        if path.endswith(("/", "/.", "/..")) or path in {".", "..", ""} or whole in {"", "."}:
            whole = posixpath.join(whole, INDEX).removeprefix("./")
        return Target(whole, anchor)

    def _ours(self, address: str) -> bool:
        return bool(self.home) and (address == self.home or address.startswith((f"{self.home}/", f"{self.home}#")))

    def _climbs_out(self, folder: str, path: str) -> bool:
        depth = 0
        for step in [*(folder.split("/") if not path.startswith("/") else ()), *path.split("/")]:
            depth += {"": 0, ".": 0, "..": -1}.get(step, 1)
            if depth < 0:
                return True
        return False
