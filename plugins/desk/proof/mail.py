"""A document as email brings it: an issue's own editions, or those of the issues that hold it."""

from __future__ import annotations

import email
import html
from collections.abc import Iterator
from email.policy import default

from plugins.desk.project import moment
from plugins.desk.proof.enclosed import enclosed, frame
from plugins.desk.serving.stage import Stage
from plugins.editions.preview import lit, part, unlit, without_pictures
from plugins.library import Entry
from plugins.library.pointers import pointers
from plugins.model import Channel, Newsletter

Shown = tuple[str, str, str]
"""The id of a part, its title, and its HTML."""


def mail_parts(stage: Stage, entry: Entry) -> Iterator[Shown]:
    """Give the looks of the editions that show a document: light, dark, without pictures, and as text."""
    if not entry.document.allowed(Channel.EMAIL, moment()):
        yield "email", "In email", "<p>Not in any email: the people in it did not agree.</p>"
        return
    messages = [path for path in stage.paths() if path.startswith("editions/") and path.endswith(".eml")]
    issues = _issues(stage, entry)
    shown = [path for path in messages if path.split("/")[1] in issues]
    if not shown:
        yield "email", "In email", "<p>No issue that goes out by email shows it.</p>"
    for number, path in enumerate(shown):
        yield from _looks(stage, path, "email" if not number else f"email-{number + 1}")


def _issues(stage: Stage, entry: Entry) -> set[str]:
    if isinstance(entry.document, Newsletter):
        return {entry.document.slug}
    return {
        other.document.slug
        for other in stage.library.entries.values()
        if isinstance(other.document, Newsletter)
        and any(pointer.target == entry.id for pointer in pointers(other.document))
    }


def _looks(stage: Stage, path: str, name: str) -> Iterator[Shown]:
    message = email.message_from_bytes(stage.file(path) or b"", policy=default)
    written, plain = part(message, "html"), part(message, "plain")
    whole = enclosed(written, stage)
    edition = html.escape(path.rpartition("/")[2].removesuffix(".eml"))
    frames = "".join(
        f"<div><h4>{title}</h4>{frame(change(whole), f'{edition}, {title}', 'mail')}</div>"
        for title, change in (("Light", lit), ("Dark", unlit), ("Pictures off", without_pictures))
    )
    yield name, f"In email: {message['Subject']} ({edition})", f'<div class="looks">{frames}</div>'
    yield f"{name}-text", f"As plain text ({edition})", f"<pre>{html.escape(plain)}</pre>"
