"""What can be counted of a document: how hard it reads, where it leads, what it weighs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from plugins import style
from plugins.desk.project import Project
from plugins.desk.proof.enclosed import data_address
from plugins.desk.serving.stage import Stage
from plugins.library import Entry
from plugins.render.whole import cost
from plugins.style.reading import AGE, grades

YOUNGEST = 5
"""No text is read by somebody younger."""


def reading(found: Project, entry: Entry) -> str:
    """Give the age that each part of a text reads like, its hardest sentences, and the notes on its words."""
    document = entry.document
    text = (found.content / document.path).read_text("utf-8-sig")
    rows = []
    for grade in grades(tuple(style.passages(document, text))):
        hardest = "".join(f"<li>{html.escape(sentence.text)}</li>" for sentence in grade.hardest)
        title = html.escape(grade.title or "The beginning")
        rows.append((title, f"age {max(YOUNGEST, round(grade.value) + AGE)}<ul>{hardest}</ul>"))
    notes = "".join(f"<li>{html.escape(f'{note.line}: {note.message}')}</li>" for note in style.notes(document, text))
    said = table(rows) if rows else "<p>No part is long enough to be graded, or it is told in their own words.</p>"
    return said + (f"<ul>{notes}</ul>" if notes else "<p>Nothing to say about its words.</p>")


def links(page: str) -> str:
    """Give each link of what a page says: its words and where it leads."""
    main = re.search(r"<main\b.*?</main>", page, re.DOTALL)
    found = re.findall(r'<a\b[^>]*?href="([^"]+)"[^>]*>(.*?)</a>', main[0] if main else "", re.DOTALL)
    rows = [
        (re.sub(r"<[^>]+>", "", words).strip() or "(a picture)", html.escape(html.unescape(address)))
        for address, words in found
    ]
    return table(rows) if rows else "<p>Nowhere.</p>"


def size(page: str, stage: Stage, at: str) -> str:
    """Give what a page and its pictures weigh, in thousands of bytes; ``at`` is its path."""
    rows = [
        ("The page as it is sent", f"{cost(page) / 1000:.1f} KB"),
        ("The page", f"{len(page.encode()) / 1000:.1f} KB"),
    ]
    for address in dict.fromkeys(re.findall(r'<img\b[^>]*?\ssrc="([^"]+)"', page)):
        data = data_address(address, stage, at)
        rows.append((html.escape(address.rpartition("/")[2]), f"{len(data) * 3 / 4000:.1f} KB"))
    return table(rows)


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Write rows of HTML as a table: a name and what it is."""
    lines = (f"<tr><th scope=row>{name}</th><td>{value}</td></tr>" for name, value in rows)
    return f"<table>{''.join(lines)}</table>"
