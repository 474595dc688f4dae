"""Whether readers hear of a hard topic before they meet it, and find help beside it (SG-25, SG-26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.model import Document, Level, Page, Problem, SupportLine
from plugins.model.page import PageKind
from plugins.model.taxonomy import Nation
from plugins.safeguarding.texts import Said, problem, sentences, young
from plugins.safeguarding.topics import TOPICS, told

_ABOUT_HELP = frozenset({PageKind.HELP, PageKind.RIGHTS, PageKind.POLICY})
"""Pages that readers open for such a topic, and so name it without warning."""


def note_problems(document: Document, supports: Mapping[str, SupportLine]) -> Iterator[Problem]:
    """Give each topic without its content note, and each nation in which a noted topic has no help line."""
    if not (isinstance(document, Page) and document.page_kind in _ABOUT_HELP):
        yield from _unannounced(document)
    yield from _helpless(document, supports)


def _unannounced(document: Document) -> Iterator[Problem]:
    text = sentences(document)
    for topic in TOPICS:
        if topic.note in document.content_note or not (topic.grave or young(document)):
            continue
        if found := told(topic, text):
            words, piece = found
            named = ", ".join((*document.content_note, topic.note))
            message = f"This {document.label.lower()} talks about {topic.note.label} (“{words}”)."
            fix = (
                f"Add content_note: [{named}] so that readers can choose, and help lines under supports:.\n"
                "A note too many harms nobody."
            )
            yield problem(document, piece, "H01", (message, fix), Level.ERROR)


def _helpless(document: Document, supports: Mapping[str, SupportLine]) -> Iterator[Problem]:
    """Give the nations in which none of the help lines works: those named, or all that our readers live in."""
    lines = [supports[name] for name in document.supports if name in supports]
    if not document.content_note or not lines:
        return
    for nation in document.nations or (Nation.ENGLAND, Nation.SCOTLAND):
        if not any(nation in line.nations for line in lines):
            also = "" if document.nations else ", and readers there see this too"
            message = f"None of these help lines works in {nation.label}{also}."
            fix = f"Add one from content/data/supports.yml that has {nation} among its nations."
            piece = Said("", document.lines.get("supports", 1), "supports")
            yield problem(document, piece, "H01", (message, fix), Level.ERROR)
