"""A picture as it lies in ``content/images``, and what must be said of it before anybody sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from plugins.model.problem import Finding

PictureConsent = Annotated[str, Field(pattern=r"^(?:illustration|stock|CR-[0-9]{4}-[0-9]{3,})$")]
"""Where the right to show a picture comes from."""

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".heic")
"""How the names of picture files end."""
_CAMERA = re.compile(r"(?i)(?:img|image|dsc[nf]?|pxl|photo|picture|pic|screenshot|scan|untitled)?[\W\d_]*")
"""What cameras, phones and screens call a picture, without its ending."""

DRAWN = "illustration"
"""What stands in a picture's consent when it was drawn, and so shows nobody."""


class Tone(StrEnum):
    """The colour that most of a picture has, in a word; the theme says what stands behind a picture of that tone."""

    LIGHT = "light"
    GREY = "grey"
    DARK = "dark"
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    VIOLET = "violet"


@dataclass(frozen=True, slots=True)
class Original:
    """An editor's picture: its file name, its size in pixels once turned upright, and the hash of its bytes."""

    name: str
    width: int
    height: int
    digest: str
    path: Path
    """Where it lies; only who draws it anew reads it."""
    tone: Tone = Tone.GREY


def alt_findings(field: str, alt: str | None, *, decorative: bool = False) -> Iterator[Finding]:
    """Give what is wrong with the words that stand for a picture (WCAG 2.2, 1.1.1)."""
    if not alt and not decorative:
        yield Finding(
            field=field,
            code="A01",
            message="Say what the picture shows, for people who cannot see it.",
            fix=f"Add a line like {field}: A hand holding two keys, or decorative: true.",
        )
    if alt and (alt.lower().endswith(ENDINGS) or _CAMERA.fullmatch(alt)):
        yield Finding(
            field=field,
            code="A02",
            message=f"“{alt[:60]}” is the file's name.",
            fix="Describe what the picture shows.",
        )
