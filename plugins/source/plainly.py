"""What a schema finds wrong with a value, in plain words: never “invalid”, “failed” or “schema”."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

MANY = 12
"""A list of choices longer than this hides the answer."""
SHOWN = 60
"""So many characters of an editor's text are said back."""

_MEANT: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("published", "live", "public", "final", "done"), ("ready",)),
    **dict.fromkeys(("hidden", "private", "not ready"), ("draft",)),
    **dict.fromkeys(("website", "site", "online"), ("web",)),
    **dict.fromkeys(("newsletter", "mail", "e-mail"), ("email",)),
    **dict.fromkeys(("facebook", "instagram", "insta"), ("social",)),
    **dict.fromkeys(("google", "search"), ("search-engines",)),
    **dict.fromkeys(("face to face", "in a building", "physical"), ("in-person",)),
    **dict.fromkeys(("hybrid", "in person and online"), ("both",)),
}
"""Other words for those of the lists, where no letter gives the meaning away."""

Said = tuple[str, str]
"""What is wrong, and what to do."""


def said_back(given: Any) -> str:
    """Give an editor's own text as a message shows it: in quote marks, cut short if it is long."""
    text = given if isinstance(given, str) else "this"
    return f"“{text[:SHOWN]}…”" if len(text) > SHOWN else f"“{text}”"


def nearest(word: str, words: Iterable[str]) -> str:
    """Give the known word that an unknown one was most likely meant to be, or nothing."""
    close = difflib.get_close_matches(word.lower()[:100], list(words), n=1, cutoff=0.6)
    return close[0] if close else ""


def choice(given: Any, expected: str) -> Said:
    """Say that a word is not one of those there are; ``expected`` is pydantic's list of them."""
    if not isinstance(given, str):
        return "A single word belongs here.", "Write it on the line of the field, after the colon."
    choices = re.findall(r"'([^']*)'", expected)
    near = nearest(given.strip(" ,;#").replace(" ", "-"), choices)
    near = near or next((word for word in _MEANT.get(given.lower(), ()) if word in choices), "")
    parts = [part.replace(" ", "-") for part in re.split(r"\s*(?:,|;|&|/|#|\band\b)\s*", given[:300].lower()) if part]
    if len(parts) > 1 and all(part in choices for part in parts):
        return f"{said_back(given)} is several words in one.", f"Write them as a list: [{', '.join(parts)}]"
    shown = ", ".join(choices[:MANY]) + (" …" if len(choices) > MANY else "")
    fix = f"Did you mean “{near}”?" if near else f"Use one of: {shown}."
    return f"{said_back(given)} is not one of the words for this.", fix


def plainly(kind: str, given: Any, context: Mapping[str, Any]) -> Said:
    """Say what pydantic means by a kind of error. See https://docs.pydantic.dev/latest/errors/validation_errors/."""
    say = _WORDS.get(kind)
    return say(given, context) if say else ("This does not have the right form.", "docs/fields.md shows an example.")


def _bound(given: Any, context: Mapping[str, Any]) -> Said:
    if "ge" in context:
        return f"{said_back(given)} is too small.", f"Use nothing less than {context['ge']}."
    return f"{said_back(given)} is too big.", f"Use nothing more than {context['le']}."


def _number(given: Any, context: Mapping[str, Any]) -> Said:  # noqa: ARG001 - one shape for all
    return f"{said_back(given)} is not a whole number.", "Write figures only: 14."


def _short(given: Any, context: Mapping[str, Any]) -> Said:
    return f"This is too short: {len(given)} characters.", f"Use {context['min_length']} characters or more."


def _long(given: Any, context: Mapping[str, Any]) -> Said:
    return f"This is too long: {len(given)} characters.", f"Use {context['max_length']} characters at the most."


def _shape(given: Any, context: Mapping[str, Any]) -> Said:  # noqa: ARG001 - one shape for all
    return f"{said_back(given)} does not have the right form.", "docs/fields.md shows an example."


def _lines(given: Any, context: Mapping[str, Any]) -> Said:  # noqa: ARG001 - one shape for all
    return "Several lines belong under this, each with its own name.", "Indent them by two spaces."


_WORDS: dict[str, Callable[[Any, Mapping[str, Any]], Said]] = {
    "string_too_short": _short,
    "string_too_long": _long,
    "too_long": lambda _, c: (f"There are {c['actual_length']} here.", f"Keep {c['max_length']} at the most."),
    "too_short": lambda _, c: ("There are too few here.", f"Give {c['min_length']} or more."),
    "string_pattern_mismatch": _shape,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_type": _number,
    "int_from_float": _number,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
    "string_type": lambda *_: ("A single text belongs here.", "Write it on one line after the colon."),
    "tuple_type": lambda *_: ("A list belongs here.", "Write [one, two], or one a line with a hyphen in front."),
    "model_type": _lines,
    "model_attributes_type": _lines,
    "mapping_type": _lines,
    "dict_type": _lines,
}
