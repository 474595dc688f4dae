"""Where pictures come from: drawn now, or kept from an earlier build; what is missing is drawn all at once."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from functools import cache, partial
from pathlib import Path

import PIL
from PIL import AvifImagePlugin, features

from plugins.disk.code import made_of
from plugins.images import drawing, encoding, likeness
from plugins.images.kept import Album
from plugins.images.together import together
from plugins.model.picture import Original
from plugins.source import pictures as reading
from plugins.view import pictures as showing
from plugins.view.pictures import Format, widths

_DECIDE = (drawing, encoding, likeness, reading, showing)
"""The modules that decide what a picture's bytes are."""
SOON = 100_000
"""Pixels, in all, that are drawn before another process would have begun."""
_DRAWING = threading.Lock()
"""Held while pictures are drawn: whoever else wants some waits, and then finds them."""


class Studio:
    """Gives the files of some originals."""

    def __init__(self, originals: Iterable[Original], speed: int) -> None:
        """Take every original that may be asked for; nothing is drawn until the first one is."""
        self.speed = speed
        self._albums = {original: Album.of(original, speed, recipe(speed)) for original in originals}
        self._unkept: dict[Original, Mapping[str, bytes]] = {}
        self._filled = False

    def file(self, original: Original, width: int, kind: Format) -> bytes:
        """Give a picture at a width. Raises whatever a broken original makes Pillow raise."""
        name = _name(width, kind)
        found = self._look(original, name)
        return self._drawn(original, name) if found is None else found

    def _drawn(self, original: Original, name: str) -> bytes:
        """Give a file that was not there, unless somebody else has drawn it meanwhile."""
        with _DRAWING:
            found = self._look(original, name)
            if found is None and not self._filled:
                self._fill()
                found = self._look(original, name)
            if found is None:
                made = files(original, self.speed)
                self._keep(original, made)
                found = made[name]
            return found

    def _look(self, original: Original, name: str) -> bytes | None:
        return self._unkept.get(original, {}).get(name) or self._albums[original].read(name)

    def _fill(self) -> None:
        """Draw all that no earlier build has; what cannot be drawn is left to whoever asks for it."""
        self._filled = True
        missing = [original for original, album in self._albums.items() if not album.whole()]
        draw = partial(_files_or_none, speed=self.speed)
        soon = sum(original.width * original.height for original in missing) <= SOON
        drawn = zip(missing, map(draw, missing), strict=True) if soon else together("Drawing pictures", draw, missing)
        for original, made in drawn:
            if made:
                self._keep(original, made)

    def _keep(self, original: Original, made: Mapping[str, bytes]) -> None:
        try:
            self._albums[original].write(made)
        except OSError:  # the disk is full, or the folder is not ours: the site can be made without
            self._unkept[original] = made


def files(original: Original, speed: int) -> dict[str, bytes]:
    """Draw an original in every width and format. Raises whatever a broken file makes Pillow raise."""
    drawn = drawing.drawn(original.path.read_bytes(), widths(original))
    return {
        _name(width, kind): encoding.encoded(picture, kind, speed)
        for width, picture in zip(reversed(widths(original)), drawn, strict=True)
        for kind in Format
    }


@cache
def recipe(speed: int) -> str:
    """Stand for everything that decides a picture's bytes beside its original: our code, and who encodes."""
    code = (Path(module.__file__ or "").resolve() for module in _DECIDE)
    encoders = (features.version("avif"), AvifImagePlugin.get_codec_version("aom"), features.version("libjpeg_turbo"))
    return made_of(code, PIL.__version__, encoders, speed)


def _files_or_none(original: Original, speed: int) -> dict[str, bytes]:
    """Draw an original; give nothing where it is broken, for faults do not pass between processes."""
    try:
        return files(original, speed)
    except Exception:  # noqa: BLE001 - Pillow's readers raise whatever a broken file makes them raise
        return {}


def _name(width: int, kind: Format) -> str:
    return f"{width}.{kind}"
