"""A weekday beside a date that falls on another day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from plugins.model.clock import DAYS, MONTHS
from plugins.style.house_words import Note
from plugins.style.passages import Passage

_MONTH = "|".join(MONTHS)
_DATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(DAYS)}),? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH}),?"
    r" (?P<year>20\d\d)\b"
)


def day_notes(passages: Sequence[Passage]) -> Iterator[Note]:
    """Ask which of the two is right, wherever weekday and date differ."""
    for passage in passages:
        for match in _DATED.finditer(passage.text.replace("\u00a0", " ")):
            month = MONTHS.index(match["month"]) + 1
            written = f"{match['day']} {match['month']} {match['year']}"
            try:
                is_a = DAYS[date(int(match["year"]), month, int(match["day"])).weekday()]
            except ValueError:
                yield passage, match.start(), "D03", f"There is no {written}.", "Look it up and correct it."
                continue
            if is_a != match["weekday"]:
                message = f"The text says {match['weekday']} {written}. That day is a {is_a}."
                yield passage, match.start(), "D06", message, f"Which is right? If the date is: {is_a} {written}."
