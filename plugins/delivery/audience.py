"""Which of an issue's editions a subscriber gets."""

from __future__ import annotations

from collections.abc import Collection

from plugins.model.readers import Readers, fitting
from plugins.subscribers import Subscriber


def edition_for(subscriber: Subscriber, editions: Collection[Readers]) -> Readers | None:
    """Choose the edition that a subscriber gets, by whom it is for; None where none is for them."""
    return next((readers for readers in fitting(subscriber.audience, subscriber.area) if readers in editions), None)
