"""Which of an issue's editions a subscriber gets."""

from __future__ import annotations

from collections.abc import Collection

from plugins.subscribers import Subscriber

ELSEWHERE = "elsewhere"
"""The edition for readers in no area that has one of its own, as the content model calls it."""


def edition_for(subscriber: Subscriber, editions: Collection[tuple[str, str]]) -> tuple[str, str] | None:
    """Choose the edition, as (audience, area), that a subscriber gets; None where none is for them.

    An issue that is not split has one, for everybody: ("", "").
    """
    audiences, areas = {audience for audience, _ in editions}, {area for _, area in editions}
    audience = subscriber.audience if audiences != {""} else ""
    area = "" if areas == {""} else subscriber.area if subscriber.area in areas else ELSEWHERE
    return (audience, area) if (audience, area) in editions else None
