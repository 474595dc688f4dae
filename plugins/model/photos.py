"""Pictures of people: what a person's consent lets them show, and how their files may be called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.model.blocks import Figure, Film
from plugins.model.consent import Consent, Images
from plugins.model.document import Document
from plugins.model.problem import Finding

_NO_FACE = re.compile(r"\b(?:hands?|fingers?|arms?|back|behind|feet|shoes|shadows?)\b", re.IGNORECASE)
"""Words by which a description says that no face is seen."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as a document shows it: the field that names it (none for a block), and what it is said to show."""

    field: str
    alt: str


def photo_findings(document: Document, consent: Consent | None) -> Iterator[Finding]:
    """Give what is wrong with the pictures on a person's own page or story, beside what was said of all pictures.

    Each photo of people has a consent reference of its own (``image_consent``). Where hands or a back were agreed
    to, nobody but the editor can see which a photo shows, so its description has to say it.
    """
    yield from _name_findings(document)
    if consent is None or consent.images is not Images.HANDS_OR_BACK_ONLY:
        return
    for photo in photos(document):
        if not _NO_FACE.search(photo.alt):
            yield Finding(
                field=photo.field,
                code="C05",
                message="They said yes to photos of hands or back only, and the description of this one says neither.",
                fix="If no face can be seen, say what can: Two hands around a mug. If one can, take the picture out.",
            )


def photos(document: Document) -> Iterator[Photo]:
    """Give each photo of people that a document shows: each picture with a consent reference of its own."""
    if document.image and (document.image_consent or "").startswith("CR-"):
        yield Photo("image", document.image_alt or "")
    for block in document.body:
        if isinstance(block, (Figure, Film)) and block.image_consent.startswith("CR-"):
            yield Photo("", block.alt if isinstance(block, Figure) else block.poster_alt)


def _name_findings(document: Document) -> Iterator[Finding]:
    """Object to a file name of its own, which may hold somebody's name and would be published."""
    slug = document.translation_of or document.slug
    if not document.image or re.fullmatch(rf"{re.escape(slug)}-[0-9]+\.[a-z]+", document.image):
        return
    ending = document.image.rpartition(".")[2]
    yield Finding(
        field="image",
        code="F09",
        message="The picture's file name is published too, so it must not say who is in it.",
        fix=f"Rename the file after this page, and write the new name here: {slug}-1.{ending}.",
    )
