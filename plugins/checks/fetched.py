"""What a phone fetches for a page by itself, of each thing the one file that it would choose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

PHONE = 640
"""The width, in pixels, of the files that a phone takes where it has the choice."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One thing that a phone fetches for a page: its address, and whether it waits until somebody scrolls there."""

    address: str
    lazy: bool = False


def fetched(root: etree._Element) -> Iterator[Fetched]:
    """Give what a phone fetches for a page, pictures in the size and form it would choose."""
    for element in root.iter("img", "script", "link"):
        if element.tag == "img":
            if address := _chosen(element):
                yield Fetched(address, element.get("loading") == "lazy")
        elif element.tag == "script" and element.get("src"):
            yield Fetched(element.get("src").strip())
        elif "stylesheet" in (element.get("rel") or "").lower().split():
            yield Fetched((element.get("href") or "").strip())


def _chosen(picture: etree._Element) -> str:
    """Give the file of a picture that a phone takes: of the first form there is for screens, the size for phones."""
    around = next(picture.iterancestors("picture"), None)
    sources = [one for one in around.iter("source") if not one.get("media")] if around is not None else []
    several = (sources[0] if sources else picture).get("srcset") or ""
    sizes = dict(_sizes(several))
    wanted = min(sizes, key=lambda width: (width < PHONE, abs(width - PHONE)), default=None)
    return str(picture.get("src") or "").strip() if wanted is None else sizes[wanted]


def _sizes(srcset: str) -> Iterator[tuple[int, str]]:
    for candidate in srcset.split(", "):
        address, _, width = candidate.strip().partition(" ")
        if width.endswith("w") and width[:-1].isdigit():
            yield int(width[:-1]), address
