"""Leaves ``_headers`` in the output: what a host says with each file, for hosts that read such a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.library import Library
from plugins.press import Artefact, fingerprint, printing
from plugins.render import SITE_POLICY
from plugins.view import Site

PATH = "_headers"
"""As Netlify and Cloudflare Pages read it; for nginx and Caddy the same stands in docs/hosting/."""

EVERYWHERE = {
    "Content-Security-Policy": SITE_POLICY,
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What is said of every file (CSP 3; RFC 6797; Fetch; Referrer Policy; Permissions Policy; HTML)."""

KEPT = {
    "/static/*": "public, max-age=31536000, immutable",
    "/images/*": "public, max-age=604800, s-maxage=300",
}
"""How long browsers may keep files (RFC 9111, 5.2.2; RFC 8246): for good where the name changes with the content.

A picture spares its reader's data for a week, but may stand between the two for minutes only: it may be
taken down. About all else browsers ask each time, as hosts have it by themselves.
"""

TYPES = {
    "/feeds/*.xml": "application/xml; charset=utf-8",
    "/feeds/*.json": "application/feed+json; charset=utf-8",
    "/calendars/*.ics": "text/calendar; charset=utf-8",
    "/site.webmanifest": "application/manifest+json",
}
"""What hosts often get wrong. Feeds are plain XML, so that browsers show them (see docs/why.md)."""


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give the file."""
    written = headers()
    yield Artefact(path=PATH, make=lambda: written, fingerprint=fingerprint(written))


def headers() -> bytes:
    """Write the rules: a path, and under it, set in, what is said with the files there."""
    rules = {"/*": EVERYWHERE}
    rules |= {path: {"Cache-Control": kept} for path, kept in KEPT.items()}
    rules |= {path: {"Content-Type": kind} for path, kind in TYPES.items()}
    lines = (
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in said.items()) for path, said in rules.items()
    )
    return "\n".join(lines).encode()


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
