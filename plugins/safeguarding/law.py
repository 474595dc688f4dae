"""What the law protects: words about courts and crimes, accusations, and who must stay unnamed (SG-32 to SG-34)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model import Document, Level, Problem, Story
from plugins.model.story import Identity
from plugins.model.taxonomy import ContentNote
from plugins.safeguarding.first_names import FIRST_NAMES
from plugins.safeguarding.texts import problem, sentences, sought
from plugins.safeguarding.topics import TOPICS, told

COURT = sought(
    r"\b(?i:(?:children's|court|panel|care|adoption|secure) (?:hearings?|order|proceedings)|hearings? system"
    r"|(?:family|sheriff|crown|magistrates'?|youth|high) court|(?:went|go|going|taken|back) to court|in court"
    r"|court case|(?:the|a|my) judge|(?:was|were|been|be|being|got) adopted|adoption|adopted (?:me|him|her|us|my)"
    r"|(?:charged with|convicted of|found guilty|pleaded guilty|on trial|criminal record|was arrested|probation)"
    r"|guardian ad litem)\b"
    r"|\b(?:the|The|my|My|[Cc]hildren's) Reporter\b"
)
"""Words that the law on naming children in proceedings may reach; a plan or a pet may be adopted."""

_DID = (
    r"(?:(?:used to|had|has|would|always|often|\w+ly) ){0,2}"
    r"(?:hit|beat|beats|abused|abuses|assaulted|raped|attacked|molested|groomed|threatened|stole from|stabbed|punched)"
    r" (?:me|us|him|her|them|my \w+|our \w+)\b"
)
ACCUSED = sought(rf"\b(?:(?P<title>Mr|Mrs|Ms|Miss|Dr)\.? |(?P<first>[A-Z][\w'-]+) )?(?P<last>[A-Z][\w'-]+) {_DID}")
"""A title and a surname, a first name and a surname, or one name alone; and what they did."""

_SEXUAL = next(topic for topic in TOPICS if topic.note is ContentNote.SEXUAL_HARM)
_LEAD = "Ask the safeguarding lead before this goes live; docs/safeguarding.md says what the law protects."


def law_problems(document: Document) -> Iterator[Problem]:
    """Give what a lead must look at in a young person's text, and what may not go live without one."""
    yield from _proceedings(document)
    yield from _accusation(document)
    yield from _must_stay_unnamed(document)


def _proceedings(document: Document) -> Iterator[Problem]:
    found = None if document.second_check else sentences(document).first(COURT)
    if found:
        message = f"This may tell of a court, a hearing, an adoption or an offence (“{found[0]}”)."
        fix = f"{_LEAD}\nOnce a lead has read it, add a line like second_check: safeguarding lead."
        yield problem(document, found[1], "P06", (message, fix), Level.WARNING)


def _accusation(document: Document) -> Iterator[Problem]:
    for match, piece in sentences(document).all(ACCUSED):
        in_full = match["title"] or match["first"] in FIRST_NAMES
        if in_full or match["last"] in FIRST_NAMES:
            message = f"This says that somebody with a name did a bad thing (“{match[0]}”)."
            fix = f"Say who they were without the name: “somebody I lived with”.\n{_LEAD}"
            yield problem(document, piece, "P07", (message, fix), Level.ERROR if in_full else Level.WARNING)
            return


def _must_stay_unnamed(document: Document) -> Iterator[Problem]:
    anonymous = isinstance(document, Story) and document.identity is Identity.ANONYMOUS
    if anonymous or document.second_check:
        return
    if found := told(_SEXUAL, sentences(document)):
        message = f"This tells of a sexual offence (“{found[0]}”), and the law keeps whoever it happened to unnamed."
        fix = f"Set identity: anonymous, or add second_check: with the role of the lead who agreed.\n{_LEAD}"
        yield problem(document, found[1], "P08", (message, fix), Level.ERROR)
