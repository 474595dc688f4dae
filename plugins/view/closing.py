"""How an issue ends, wherever it is read: a question, thanks, and who signs."""

from __future__ import annotations

from plugins.model import Document, Newsletter
from plugins.view.grammar import listed
from plugins.view.parts import AskView, BlockView, HeadingView, ProseView
from plugins.view.passages import quoted

ANCHOR = "about_this_issue"
"""Where the part stands on the page; no words of an editor make an underscore."""


def closing(document: Document) -> tuple[BlockView, ...]:
    """Give the last part of an issue; nothing for other kinds."""
    if not isinstance(document, Newsletter):
        return ()
    signed, made_with = listed(document.signed_by), listed(document.contributors)
    lines = (document.thanks or "", f"From: {signed}", f"Made with: {made_with}" if made_with else "")
    return (
        HeadingView(2, "About this issue", ANCHOR),
        *_question(document),
        *(ProseView(quoted(line)) for line in lines if line),
    )


def _question(issue: Newsletter) -> tuple[AskView, ...]:
    if not issue.survey_url:
        return ()
    question, said = "What did you think?", quoted("Tell us what to keep and what to change.")
    return (AskView(question, issue.survey_url, "Answer on a form", said),)
