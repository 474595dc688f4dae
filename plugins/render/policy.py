"""What a page allows: its own files, its own style and script by their digests, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from plugins.view.films import PLAYERS

_STYLE = re.compile(r"<style>([^<]*(?:<(?!/style>)[^<]*)*)</style>")
_SCRIPT = re.compile(r"<script>([^<]*(?:<(?!/script>)[^<]*)*)</script>")
_FILM = re.compile(r'<a\s[^>]*\bdata-film="([^"]*)"')
_FORM = re.compile(r'<form\s[^>]*\baction="([^"]*)"')
_ALWAYS = "object-src 'none';base-uri 'none'"

SITE = f"{_ALWAYS};frame-ancestors 'none';frame-src {' '.join(PLAYERS)}"
"""What a host may say of every file of the site (Content Security Policy 3, section 3.1).

Browsers hold a page to this and to its own policy. Styles and scripts are missing here, because each
page names its own; ``frame-ancestors`` is here, because a page cannot say it by itself (section 3.3).
"""


def policy(markup: str) -> str:
    """Give the policy of a page, for its ``meta`` element (Content Security Policy 3, sections 2.3 and 3.3).

    Whatever stands in a ``style`` or ``script`` element without attributes is allowed by its digest; the
    page's forms may go, and its films may play, where they say. The site's icon is drawn in an address (``data:``).
    There are no style attributes, so none are allowed.
    """
    styles, scripts = _digests(_STYLE.findall(markup)), _digests(_SCRIPT.findall(markup))
    films = sorted({_origin(film) for film in _FILM.findall(markup)})
    forms = sorted({_origin(action) for action in _FORM.findall(markup)} - {""})
    return ";".join(
        [
            "default-src 'self'",
            "img-src 'self' data:",
            " ".join(["style-src", *(styles or ["'none'"])]),
            " ".join(["script-src 'self'", *scripts]),
            *([" ".join(["frame-src", *films])] if films else []),
            " ".join(["form-action 'self'", *forms]),
            _ALWAYS,
        ]
    )


def strict_policy(markup: str) -> str:
    """Give the policy of a page that loads nothing, runs nothing and is in nobody's frame, for its header."""
    styles = " ".join(_digests(_STYLE.findall(markup))) or "'none'"
    return f"default-src 'none';style-src {styles};form-action 'self';frame-ancestors 'none';base-uri 'none'"


def _digests(texts: Iterable[str]) -> list[str]:
    """Name texts by their digests (CSP 3, section 6.7.3; SHA-256 in base64, RFC 4648 section 4)."""
    found = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts if text)
    return [f"'sha256-{digest}'" for digest in found]


def _origin(address: str) -> str:
    """Give an address's scheme and host; nothing for one of our own."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""
