"""Leaves pictures in the output: drawn anew from their pixels, upright, in sRGB, with nothing else in the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import PIL
from PIL import Image, ImageCms, ImageOps

from plugins.library import Library
from plugins.model import Channel, Problem
from plugins.model.picture import Original
from plugins.press import Artefact, CannotMake, fingerprint, printing
from plugins.view import Site
from plugins.view.pictures import published, used, widths

QUALITY = 80
PAPER = (255, 249, 240)
"""What shows through where an original is clear."""


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give each picture that a page, feed or edition shows, in each of its widths."""
    shown: dict[str, set[str]] = {}
    for channel in (Channel.WEB, Channel.FEED, Channel.EMAIL):
        for name, users in used(library.on(channel)).items():
            shown.setdefault(name, set()).update(users)
    for name, ids in sorted(shown.items()):
        original = library.pictures.get(name)
        if original is None:
            continue
        for width in widths(original):
            yield Artefact(
                path=published(original, width).lstrip("/"),
                make=_Maker(original, width),
                fingerprint=fingerprint(original.digest, width, QUALITY, PIL.__version__),
                sources=tuple(sorted(ids)),
            )


class _Maker:
    """Draws one picture at one width when asked."""

    def __init__(self, original: Original, width: int) -> None:
        self.original = original
        self.width = width

    def __call__(self) -> bytes:
        try:
            return redrawn(self.original.path.read_bytes(), self.width)
        except (OSError, ValueError, SyntaxError, ImageCms.PyCMSError) as error:
            problem = Problem(
                path=f"images/{self.original.name}",
                line=0,
                field="",
                code="I01",
                message="This picture is broken inside.",
                fix="Open it and export it again as JPEG or PNG.",
            )
            raise CannotMake(problem) from error


def redrawn(data: bytes, width: int) -> bytes:
    """Draw a picture anew at a width in pixels, as JPEG. Only pixels pass: no metadata of any sort."""
    with Image.open(io.BytesIO(data)) as opened:
        opened.draft("RGB", (width, width * opened.height // max(1, opened.width)))
        upright = ImageOps.exif_transpose(opened)
        flat = _on_paper(_in_srgb(upright))
    height = max(1, round(flat.height * width / flat.width))
    if flat.size != (width, height):
        flat = flat.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    clean = Image.new("RGB", flat.size)
    clean.paste(flat)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Turn the colours of a picture that brings its own profile into sRGB."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    found = ImageCms.profileToProfile(
        picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=mode
    )
    return found or picture


def _on_paper(picture: Image.Image) -> Image.Image:
    """Flatten a picture that is clear in places."""
    if picture.mode in {"RGB", "L", "P", "1"} and "transparency" not in picture.info:
        return picture.convert("RGB")
    if picture.mode.startswith("I;16") or picture.mode in {"I", "F"}:
        picture = picture.convert("F").point(lambda value: value / 257).convert("L")
    clear = picture.convert("RGBA")
    paper = Image.new("RGBA", clear.size, (*PAPER, 255))
    return Image.alpha_composite(paper, clear).convert("RGB")


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
