"""Answers that stand on the command line."""

from __future__ import annotations

from plugins.desk.beginning.answers import Given, Refused
from plugins.desk.commands import WrongUse


def parted(word: str) -> tuple[str, str]:
    """Part ``field=value``. Raises WrongUse where there is no mark between them."""
    place, mark, text = word.partition("=")
    if not mark:
        message = f"Write --set {place}=…, with the field before the = and its value after it."
        raise WrongUse(message)
    return place.strip(), text


def take(given: Given, place: str, text: str) -> None:
    """Take one answer; of a list, each adds to it. Raises WrongUse for what cannot stand."""
    before = given.values.get(place)
    if place == "status" and text.strip() != "draft":
        message = "A new file is a draft. Write it first, then change status in the file. Nothing was written."
        raise WrongUse(message)
    if before is not None and not isinstance(before, list):
        message = f"“{place}” was given twice. Keep the one you want. Nothing was written."
        raise WrongUse(message)
    try:
        given.take(place, text)
    except Refused as refused:
        finding = refused.finding
        message = f"{f'{finding.field}: {finding.message} {finding.fix}'.rstrip()}\nNothing was written."
        raise WrongUse(message) from None
