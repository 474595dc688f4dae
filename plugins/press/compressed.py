"""What lies beside a published file: the same, compressed, for hosts that hand out what lies there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

import brotli
import deflate

from plugins.press.artefact import Artefact, fingerprint

TEXTS = (".css", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
"""Endings of files that become smaller; pictures are small already."""

HARDEST = 12
"""The level at which libdeflate tries most: within 1 % of zopfli, at a twentieth of its time."""


def _gzip(data: bytes) -> bytes:
    """Compress as RFC 1952 says; libdeflate comes with its package, so its bytes are the same on every machine."""
    return bytes(deflate.gzip_compress(data, HARDEST))


def _brotli(data: bytes) -> bytes:
    """Compress as RFC 7932 says."""
    return bytes(brotli.compress(data, mode=brotli.MODE_TEXT))


COMPANIONS: Mapping[str, Callable[[bytes], bytes]] = {".gz": _gzip, ".br": _brotli}
"""What is put beside a file, by the ending that is added to its name."""


def compressed(artefacts: Iterable[Artefact]) -> Iterator[Artefact]:
    """Give artefacts, and after each text its companions, made from the same bytes: the file is made once."""
    for artefact in artefacts:
        if not artefact.path.endswith(TEXTS):
            yield artefact
            continue
        once = cache(artefact.make)
        yield replace(artefact, make=once)
        for ending, squeeze in COMPANIONS.items():
            yield Artefact(
                path=artefact.path + ending,
                make=_after(once, squeeze),
                fingerprint=fingerprint(artefact.fingerprint, ending),
                sources=artefact.sources,
            )


def _after(make: Callable[[], bytes], squeeze: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: squeeze(make())
