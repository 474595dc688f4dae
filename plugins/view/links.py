"""How addresses are written: relative to a page on the web, whole in email and feeds."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Links:
    """Writes the site's own addresses for one place that they appear in.

    ``page`` is the address of the page the links stand on, so that a site works under any folder and
    from a disk; without it, links are whole.
    """

    siteurl: str
    page: str | None = None
    inside: str = ""
    """The page of the text that is shown: what begins with a hash is one of its headings."""

    def to(self, url: str) -> str:
        """Write one of the site's own addresses, which begins with a slash; others stay as they are."""
        url = self._whose(url)
        if not url.startswith("/"):
            return url
        if self.page is None:
            return self.siteurl + url
        path, hash_mark, anchor = url.partition("#")
        if path == self.page:
            if anchor:
                return f"#{anchor}"
            return "./" if path.endswith("/") else posixpath.basename(path)
        return _relative(path, self.page) + hash_mark + anchor

    def whole(self, url: str) -> str:
        """Write one of the site's own addresses so that it works from anywhere."""
        url = self._whose(url)
        return self.siteurl + url if url.startswith("/") else url

    def _whose(self, url: str) -> str:
        return (self.inside or self.page or "") + url if url.startswith("#") else url


def _relative(path: str, page: str) -> str:
    """Write a path from where a page is. ``posixpath.relpath`` asks the system where it stands, for each link."""
    there, here = path.split("/"), page.split("/")[:-1]
    shared = len(posixpath.commonprefix([there[:-1], here]))
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def output_path(url: str) -> str:
    """Give the file that answers an address: ``/about/`` is ``about/index.html``."""
    path = url.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path
