"""Leaves the site's sign in the output, at the sizes of tabs and home screens, and the manifest that lists them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.library import Library
from plugins.press import Artefact, fingerprint, printing
from plugins.render import Tokens, doors
from plugins.view import Site

if TYPE_CHECKING:
    from PIL import Image

FAVICON, TOUCH, MANIFEST = "favicon.ico", "apple-touch-icon.png", "site.webmanifest"
"""At the root, where browsers look for the first two by themselves."""
_FAVICON_SIZES = (16, 32, 48)
_TOUCH_SIZE = 180
_HOME_SIZES = (192, 512)
_SAFE = 0.62
"""So much of an icon is seen whatever shape a phone cuts it to (Web Application Manifest, "maskable")."""


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give the icons and the manifest."""
    colours = Tokens.read(theme / "static/css/tokens.css").light
    yield _drawn(FAVICON, colours, lambda: favicon(colours))
    yield _drawn(TOUCH, colours, lambda: icon(_TOUCH_SIZE, colours, share=0.8))
    for size in _HOME_SIZES:
        yield _drawn(_home(size), colours, partial(icon, size, colours, share=_SAFE))
    listed = manifest(site, colours)
    yield Artefact(path=MANIFEST, make=lambda: listed, fingerprint=fingerprint(listed))


def _drawn(path: str, colours: Mapping[str, str], make: Callable[[], bytes]) -> Artefact:
    return Artefact(path=path, make=make, fingerprint=fingerprint(path, sorted(colours.items())))


def favicon(colours: Mapping[str, str]) -> bytes:
    """Draw the sign for tabs, as one file of several sizes."""
    pictures = [_sign(size, colours, share=1) for size in _FAVICON_SIZES]
    out = io.BytesIO()
    pictures[-1].save(out, "ICO", sizes=[picture.size for picture in pictures], append_images=pictures[:-1])
    return out.getvalue()


def icon(size: int, colours: Mapping[str, str], share: float) -> bytes:
    """Draw the sign for home screens, ``size`` pixels wide and high, of which it fills a share: PNG."""
    from PIL import Image  # noqa: PLC0415 - takes time to load, and mostly nothing is drawn

    out = io.BytesIO()
    _sign(size, colours, share).quantize(32, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def manifest(site: Site, colours: Mapping[str, str]) -> bytes:
    """Write the manifest (W3C Web Application Manifest): what the site is called and how it looks on a home screen."""
    listed = {
        "name": site.sitename,
        "short_name": site.short_name,
        "description": site.tagline,
        "lang": site.language,
        "start_url": "./",
        "display": "browser",
        "background_color": colours["paper"],
        "theme_color": colours["paper"],
        "icons": [
            {"src": _home(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
            for size in _HOME_SIZES
        ],
    }
    return json.dumps(listed, ensure_ascii=False, indent=1).encode() + b"\n"


def _home(size: int) -> str:
    return f"icons/icon-{size}.png"


def _sign(size: int, colours: Mapping[str, str], share: float) -> Image.Image:
    from PIL import Image  # noqa: PLC0415 - as above

    inner = doors.drawn(doors.OWN, size * share / doors.OWN_SIZE[0], colours["paper"], colours, stroke=2)
    picture = Image.new("RGB", (size, size), colours["paper"])
    picture.paste(inner, ((size - inner.width) // 2, (size - inner.height) // 2))
    return picture


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
