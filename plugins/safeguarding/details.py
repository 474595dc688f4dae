"""Whether a text says how somebody was harmed in a way that could teach or draw a reader in (SG-29)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.model import Document, Level, Problem
from plugins.model.taxonomy import ContentNote
from plugins.safeguarding.texts import Text, problem, sentences, sought
from plugins.safeguarding.topics import TOPICS, told

_SELF = r"(?:my|him|her|them|your)sel(?:f|ves)"
_OWN = r"(?:my|his|her|their|your)"
_PILLS = r"(?:pills?|tablets?|paracetamol|ibuprofen|aspirin|antidepressants|sleeping pills)"
_MANY = r"(?:\d\d+|handfuls?|a handful|dozens?|a bottle|a box|a packet|packets|boxes|\w+ty|a whole|the whole|all)"


def _shape(*words: str) -> re.Pattern[str]:
    return sought(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


ALWAYS = _shape(
    rf"hang(?:ed|ing)? {_SELF}|hung {_SELF}(?! (?:up|out))",
    rf"sl(?:it|ash|ashed|itting) {_OWN} (?:wrists?|arms?|throat)",
    rf"(?:cut|cutting|burned|burnt|burning|scratch(?:ed|ing)) {_OWN} (?:wrists|arms|legs|thighs|skin)(?! off)",
    rf"overdosed? (?:on|of|with) (?:\w+ ){{0,3}}{_PILLS}",
    rf"(?:took|swallowed|taken) (?:about |over |nearly )?{_MANY} (?:of )?(?:\w+ )?{_PILLS}",
    r"(?:noose|ligature)s?",
    rf"(?:gas|gassed|drown|drowned|suffocat\w+|strangl\w+) {_SELF}",
)
"""How it was done, plain enough to count wherever it stands."""

NEARBY = _shape(
    rf"(?:\d|{_MANY}) (?:of )?(?:\w+ )?{_PILLS}|\d+ ?mg",
    r"bleach|razors?|razor blades?|blades?|knife|knives|rope|belt|lighter",
    r"(?:jump|jumped|jumping|step|stepped) (?:off|from|in front of)",
    r"(?:on|off|edge of|top of) (?:the|a) (?:\w+ )?(?:bridge|cliff|roof|platform|car park|railway|tracks|ledge)",
    r"the (?:\w+ )?(?:bridge|cliffs?|platform|railway line|train tracks)",
)
"""A tool, a place or a quantity: only where the text is about suicide or self-harm."""

_NOTES = frozenset({ContentNote.SUICIDE, ContentNote.SELF_HARM})


def detail_problems(document: Document) -> Iterator[Problem]:
    """Give the first wording of a method, a place or a quantity that no second person has agreed to."""
    if document.second_check:
        return
    text = sentences(document)
    found = text.first(ALWAYS) or (text.first(NEARBY) if _about(document, text) else None)
    if found:
        message = f"This describes how (“{found[0]}”), and that can put a reader in danger."
        fix = (
            "Please take the detail out. A second person must agree before it goes live: ask the safeguarding lead,\n"
            "who then adds a line like second_check: safeguarding lead."
        )
        yield problem(document, found[1], "H03", (message, fix), Level.ERROR)


def _about(document: Document, text: Text) -> bool:
    """Say whether a text is about suicide or self-harm."""
    topics = (topic for topic in TOPICS if topic.note in _NOTES)
    return bool(_NOTES & set(document.content_note)) or any(told(topic, text) for topic in topics)
