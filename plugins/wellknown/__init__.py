"""Leaves ``.well-known/security.txt`` in the output: whom to tell of a fault in the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from plugins.library import Library
from plugins.press import Artefact, fingerprint, printing
from plugins.view import Site

SECURITY = ".well-known/security.txt"


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give the file."""
    written = security(site, library.as_of)
    yield Artefact(path=SECURITY, make=lambda: written, fingerprint=fingerprint(written))


def security(site: Site, as_of: datetime) -> bytes:
    """Write whom to tell of a fault (RFC 9116, section 2.5).

    It expires on the first of this month a year later, always in under a year: whoever finds it later
    can tell that the site is not built any more, and it changes once a month, not every day.
    """
    expires = datetime(as_of.year + 1, as_of.month, 1, tzinfo=UTC).isoformat().replace("+00:00", "Z")
    contact = site.security_contact or f"mailto:{site.contact_email}"
    fields = {
        "Contact": contact,
        "Expires": expires,
        "Preferred-Languages": site.language.partition("-")[0],
        "Canonical": f"{site.siteurl}/{SECURITY}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()).encode()


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
