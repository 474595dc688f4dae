"""Values that workers send back: each is a copy, even where thousands are equal, and the first of them is kept."""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern

from plugins.library import Question
from plugins.model import Channel
from plugins.press.manifest import Record

_channels: dict[tuple[Channel, ...], tuple[Channel, ...]] = {}


def record(found: Record) -> Record:
    """Give a record of the same, made of what others hold already."""
    return found._replace(stamp=intern(found.stamp), sources=tuple(map(intern, found.sources)))


def asked(found: Mapping[Question, str]) -> dict[Question, str]:
    """Give the same questions and answers, made of what others hold already."""
    return {question(one): intern(answer) for one, answer in found.items()}


def question(found: Question) -> Question:
    """Give the same question, made of what others hold already."""
    channels, what, args = found
    parts = tuple(intern(part) if type(part) is str else part for part in args)
    return _channels.setdefault(channels, channels), intern(what), parts
