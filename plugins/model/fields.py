"""The shapes a field's value can take: each turns an editor's text into a value, or says in plain words why not."""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field

from plugins.model import addresses, dates
from plugins.model.addresses import SLUG_PATTERN
from plugins.model.dates import FIRST_YEAR
from plugins.model.refusal import wrong

__all__ = [
    "FIRST_YEAR",
    "SLUG_PATTERN",
    "Age",
    "Colour",
    "ConsentRef",
    "Count",
    "Day",
    "DocumentRef",
    "Email",
    "GssCode",
    "HttpsLink",
    "Line",
    "Listed",
    "Mailbox",
    "Moment",
    "Month",
    "Number",
    "Outcode",
    "Phone",
    "PicturePath",
    "Postcode",
    "Pounds",
    "Several",
    "Slug",
    "Target",
    "Term",
    "Text",
    "Words",
    "Year",
    "YesNo",
    "wrong",
]

T = TypeVar("T")


class Term(StrEnum):
    """A word from a fixed list, with the label that readers see; by itself it prints as the word."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a term of its slug and its label; without a label, the slug in words."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label or value.replace("-", " ").capitalize()
        return term


def _listed(value: Any) -> Any:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _truth(value: Any) -> bool:
    match str(value).strip().lower():
        case "true" | "yes":
            return True
        case "false" | "no":
            return False
    shown = f"“{value[:60]}”" if isinstance(value, str) else "This"
    raise wrong("F11", f"{shown} is neither yes nor no.", "Write true or false.")


def _in_words(value: str) -> str:
    if "\n" in value or "\t" in value:
        raise wrong("F11", "This belongs on one line.", "Write it on the line of its field, after the colon.")
    if not any(character.isalnum() for character in value):
        raise wrong("F11", f"“{value[:60]}” has no words.", "Write it with letters or figures.")
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"-?(?:0|[1-9][0-9]{0,8})", value):
        raise wrong("F11", f"“{value[:60]}” is not a whole number.", "Write figures only: 14.")
    return value


_FIGURES = BeforeValidator(_whole)
"""Lets whole numbers pass as figures only: what others read 0750, 1e3 and 1_000 as, nobody can know."""


def _matching(pattern: str, code: str, fix: str) -> AfterValidator:
    shape = re.compile(pattern)

    def check(value: str) -> str:
        if not shape.fullmatch(value):
            raise wrong(code, f"“{value[:60]}” does not have the right form.", fix)
        return value

    return AfterValidator(check)


_SLUG_FIX = "Use the file's name without .md: small letters, figures and hyphens, like first-keys."
_REF_FIX = "Write what it is, a colon, and its file name: offer:warm-bundle."
_PICTURE_FIX = "Give the file's name in content/images: first-keys-1.jpg."

_PICTURE = re.compile(r"[a-z0-9][a-z0-9-]*\.(?:jpe?g|mpo|png|webp|avif|gif|tiff?)")


def _picture(value: str) -> str:
    name = value.replace("\\", "/").rpartition("/")[2]
    if name != value and _PICTURE.fullmatch(name):
        raise wrong("F09", "Only the picture's name belongs here, without its folder.", f"Change it to: {name}")
    if not _PICTURE.fullmatch(value):
        plain = re.sub(r"-*\.-*", ".", re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-"))
        fix = f"Change it to: {plain}" if _PICTURE.fullmatch(plain) else _PICTURE_FIX
        raise wrong("F09", f"“{value[:60]}” does not have the right form.", fix)
    return value


Listed = Annotated[tuple[T, ...], BeforeValidator(_listed)]
"""A list of single words: one a line with hyphens, in square brackets, or simply with commas."""
Several = Annotated[tuple[T, ...], BeforeValidator(_one_or_more)]
"""A list of texts, which may hold commas: what stands on the field's own line is one text."""
Day = Annotated[date, BeforeValidator(dates.day)]
Moment = Annotated[datetime, BeforeValidator(dates.moment)]
YesNo = Annotated[bool, BeforeValidator(_truth)]
Text = Annotated[str, Field(min_length=1, max_length=2000)]
Words = Annotated[str, AfterValidator(_in_words)]
"""A text on one line that says something: it may become a header of mail, or all that a link is called."""
Line = Annotated[Words, Field(min_length=1, max_length=300)]
Number = Annotated[int, Field(ge=1), _FIGURES]
Age = Annotated[int, Field(ge=0, le=120), _FIGURES]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=2100), _FIGURES]
Count = Annotated[int, Field(ge=0), _FIGURES]
Pounds = Count
Slug = Annotated[str, _matching(SLUG_PATTERN, "A06", _SLUG_FIX)]
Month = Annotated[str, _matching(r"20[0-9]{2}-(?:0[1-9]|1[0-2])", "D01", "Write year and month: 2026-12.")]
HttpsLink = Annotated[str, AfterValidator(addresses.https)]
Target = Annotated[str, AfterValidator(addresses.target)]
Email = Annotated[str, AfterValidator(addresses.email)]
Mailbox = Annotated[str, Field(max_length=150), AfterValidator(addresses.mailbox)]
Phone = Annotated[str, AfterValidator(addresses.phone)]
Colour = Annotated[str, _matching(r"#[0-9a-fA-F]{6}", "A09", 'Write six figures after the hash, in quotes: "#ffc93c".')]
GssCode = Annotated[str, _matching(r"[EWSN][0-9]{8}", "O04", "Write the council's nine-character code: E08000001.")]
Postcode = Annotated[str, _matching(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}", "E05", "Write it like NB1 2AB.")]
Outcode = Annotated[str, _matching(r"[A-Z]{1,2}[0-9][A-Z0-9]?", "E05", "Write the first half of a postcode: NB1.")]
ConsentRef = Annotated[
    str, _matching(r"CR-[0-9]{4}-[0-9]{3,}", "C01", "Write the reference from the consent form: CR-2026-014.")
]
DocumentRef = Annotated[str, _matching(rf"[a-z]+:{SLUG_PATTERN}", "A06", _REF_FIX)]
PicturePath = Annotated[str, AfterValidator(_picture)]
