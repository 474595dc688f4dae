"""One page that shows a document, or everything a change touches, as each of its readers gets it."""

from __future__ import annotations

import html
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from plugins.desk.commands import WrongUse
from plugins.desk.project import Project, project, theme
from plugins.desk.proof.changed import changed_since
from plugins.desk.proof.parts import Part, parts
from plugins.desk.serving.backstage import Backstage
from plugins.desk.serving.seeing import Seeing
from plugins.desk.serving.stage import Stage
from plugins.desk.withdraw import target
from plugins.disk import write_whole
from plugins.library import Entry
from plugins.press.porch import shown
from plugins.press.report import tell

STYLE = Path(__file__).with_name("proof.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self' data:"
"""What the page and its frames may load: nothing but what stands in it (CSP level 3)."""


def run(asked: Namespace) -> int:
    """Write the proof of one document, or of all that changed since a revision; give 1 where nothing can be drawn."""
    found = project(asked.settings, asked.content)
    theme(found)
    if Path(asked.output).resolve().is_relative_to(found.output.resolve()):
        message = f"A proof is for its writer, and {found.output} goes online. Give another folder with --output."
        raise WrongUse(message)
    backstage = Backstage(found)
    if tell((one for one in backstage.look() if one.stops), shown(str(found.content))):
        return 1
    stage = backstage.stage(Seeing())
    if stage is None:
        return 1
    ids = changed_since(asked.since, found, stage) if asked.since else [_named(asked.what, found, stage)]
    if not ids:
        print(f"Nothing that is shown has changed since {asked.since}.")
        return 0
    written = [backstage.as_written(name) or stage.library.entries[name] for name in ids]
    name = f"since-{_plain(asked.since)}" if asked.since else written[0].document.slug
    path = Path(asked.output) / f"{name}.html"
    write_whole(path, sheets(found, stage, written).encode())
    print(
        f"{path}\nIt is one file: show it to whoever it is about, or attach it to the change. It stays out of the site."
    )
    return 0


def sheet(found: Project, stage: Stage, written: Entry) -> str:
    """Give the proof page of one document; ``written`` is as its file says, ``stage`` shows it early if need be."""
    return sheets(found, stage, [written])


def sheets(found: Project, stage: Stage, written: Iterable[Entry]) -> str:
    """Give one page with the proofs of several documents, each of which a part can be pointed at."""
    entries = list(written)
    title = entries[0].document.title if len(entries) == 1 else f"{len(entries)} documents"
    body = "\n".join(_document(found, stage, entry, alone=len(entries) == 1) for entry in entries)
    inside = "" if len(entries) == 1 else _contents(entries)
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en-GB"><head><meta charset="utf-8">',
            f"<title>Proof: {html.escape(title)}</title>",
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="robots" content="noindex"><meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<style>{STYLE.read_text('utf-8')}</style></head>",
            f"<body><header><h1>Proof: {html.escape(title)}</h1>{inside}</header><main>{body}</main></body></html>",
        ]
    )


def _contents(entries: Iterable[Entry]) -> str:
    links = (f'<li><a href="#{_anchor(one)}">{html.escape(one.document.title)}</a></li>' for one in entries)
    return f"<ul>{''.join(links)}</ul>"


def _document(found: Project, stage: Stage, entry: Entry, *, alone: bool) -> str:
    """Write one document's parts; a single document's can be pointed at by their bare names."""
    prefix = "" if alone else f"{_anchor(entry)}-"
    title = "" if alone else f'<h2 id="{_anchor(entry)}">{html.escape(entry.document.title)}</h2>'
    return f"<article>{title}{''.join(_part(part, prefix) for part in parts(found, stage, entry))}</article>"


def _anchor(entry: Entry) -> str:
    return f"{entry.document.kind}-{entry.document.slug}"


def _part(part: Part, prefix: str) -> str:
    return f'<section id="{prefix}{part.id}"><h3>{html.escape(part.title)}</h3>{part.html}</section>'


def _named(words: str, found: Project, stage: Stage) -> str:
    if not words:
        message = "Say what to prove: clnm proof stories/first-keys. Or a change: clnm proof --since main"
        raise WrongUse(message)
    name = target(words, found.content).id
    if name not in stage.library.entries:
        message = f"There is no {words} that can be shown."
        raise WrongUse(message)
    return name


def _plain(revision: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in revision)
