"""Leaves a page that shows every component on every target, with the site's own style beside it."""

from __future__ import annotations

import re
import shutil
import sys
from argparse import Namespace
from html import escape
from itertools import groupby
from pathlib import Path

from plugins.desk.commands import WrongUse
from plugins.desk.exhibits import Exhibit, Faulty, exhibits
from plugins.desk.project import project, theme
from plugins.render import Renderer, Target, inlined

MARK = "<!-- made by clnm gallery -->"
PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1200' height='800' viewBox='0 0 12 8'%3E"
    "%3Cpath fill='%23b9a7c7' d='M0 0h12v8H0z'/%3E%3Cpath fill='%23fff9f0' d='M4 8V4a2 2 0 0 1 4 0v4z'/%3E%3C/svg%3E"
)
"""Stands for every picture: an open door."""
STYLE = """\
body{padding:1rem;max-width:64rem;margin:auto}
.exhibit{margin-block:1rem 3rem}
.exhibit>section{max-inline-size:45rem;margin-block:1rem;border:1px solid var(--line);padding:1rem}
.face{margin-block-end:1rem;font:700 .8rem/1 monospace;text-transform:uppercase}
iframe{inline-size:100%;max-inline-size:600px;block-size:24rem;resize:both;border:0;background:#fff}
pre{overflow:auto;font:.9rem/1.4 monospace}
"""
POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline' file:; img-src 'self' data: file:; font-src 'self' file:"
"""What the page may load: its own files and nothing else, whatever an example says (CSP level 3)."""


def run(asked: Namespace) -> int:
    """Draw every example and write the page; give 1 where one cannot be drawn."""
    face, output = theme(project(asked.settings)), Path(asked.output)
    _refuse_foreign(output)
    try:
        page = _page(list(exhibits(face)), Renderer(face, Target.EMAIL))
    except Faulty as fault:
        print(f"{fault}\nNothing was written.", file=sys.stderr)
        return 1
    shutil.rmtree(output, ignore_errors=True)
    shutil.copytree(face / "static", output / "static")
    (output / "index.html").write_text(page, "utf-8", newline="\n")
    print(f"Open {(output / 'index.html').resolve().as_uri()}")
    return 0


def _refuse_foreign(output: Path) -> None:
    """Write only where nothing is, or where an earlier gallery is."""
    index = output / "index.html"
    if output.exists() and not (index.is_file() and MARK in index.read_text("utf-8", "replace")):
        message = f"{output} is there already, and is no gallery. Give another folder with --output."
        raise WrongUse(message)


def _page(shown: list[Exhibit], renderer: Renderer) -> str:
    parts, links = [], []
    for component, group in groupby(shown, lambda exhibit: exhibit.component):
        links.append(f'<li><a href="#{component}">{component}</a></li>')
        parts.append(f'<h2 id="{component}">{component}</h2>')
        parts += [_exhibit(exhibit, renderer) for exhibit in group]
    return "\n".join(
        [
            "<!doctype html>",
            MARK,
            '<html lang="en-GB"><head><meta charset="utf-8"><title>Every component</title>',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f'<link rel="stylesheet" href="static/css/site.css"><style>{STYLE}</style></head><body>',
            f"<main><h1>Every component</h1><nav><ul>{''.join(links)}</ul></nav>",
            *parts,
            "</main></body></html>\n",
        ]
    )


def _exhibit(exhibit: Exhibit, renderer: Renderer) -> str:
    faces = [_face(target, drawn, exhibit, renderer) for target, drawn in exhibit.faces.items()]
    read = f' lang="{exhibit.language}" dir="{exhibit.direction}"' if exhibit.direction else ""
    return f'<article class="exhibit"><h3>{escape(exhibit.title)}</h3><div{read}>{"".join(faces)}</div></article>'


def _face(target: Target, drawn: str, exhibit: Exhibit, renderer: Renderer) -> str:
    name = target.name.lower()
    if target is Target.TEXT:
        shown = f'<pre tabindex="0">{escape(drawn)}</pre>'
    elif target is Target.EMAIL:
        title, mail = (escape(text) for text in (f"{exhibit.title} as email", _mail(drawn, exhibit, renderer)))
        shown = f'<iframe title="{exhibit.component}: {title}" loading="lazy" sandbox srcdoc="{mail}"></iframe>'
    else:
        shown = _at_home(drawn)
    return f'<section class="as-{name}"><p class="face">{name}</p>{shown}</section>'


def _mail(drawn: str, exhibit: Exhibit, renderer: Renderer) -> str:
    """Write a part of an edition as a document of its own, in the edition's style."""
    body = f'<table class="page" role="presentation"><tr><td class="body ink">{_at_home(drawn)}</td></tr></table>'
    read = f'lang="{exhibit.language or "en-GB"}" dir="{exhibit.direction or "ltr"}"'
    head = f'<!doctype html><html {read}><head><meta charset="utf-8"></head>'
    whole = f'{head}<body class="paper">{body}</body></html>'
    return inlined(whole, renderer.render("edition/style.css"), renderer.render("edition/dark.css"))


def _at_home(drawn: str) -> str:
    """Let every picture be the gallery's own, so that no example is asked for from anybody."""
    alone = re.sub(r'\s(?:srcset|sizes)="[^"]*"', "", drawn)
    return re.sub(r'\ssrc="[^"]*"', f' src="{PICTURE}"', alone)
