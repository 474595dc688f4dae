"""Begins a new piece of content: a draft that passes every check, with a hint above each field."""

from __future__ import annotations

import difflib
import re
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from plugins import source
from plugins.desk.check import problems
from plugins.desk.commands import WrongUse
from plugins.desk.drafting import draft
from plugins.desk.project import Project, moment, project
from plugins.desk.samples import Samples
from plugins.model import DOCUMENT_TYPES, Document
from plugins.model.clock import MONTHS
from plugins.press.porch import shown
from plugins.press.report import tell
from plugins.source import Reading
from plugins.source.text import name_problems, plain_name


def run(asked: Namespace) -> int:
    """Write the draft and say where it is. Raises WrongUse rather than write over anything."""
    found = project(asked.settings, asked.content)
    kind = _kind(asked.kind)
    title = asked.title.strip() or ("" if asked.slug else _asked("What is it called? "))
    slug = asked.slug.removesuffix(".md") or _asked("What is its file called? ", _offered(kind, title))
    if not slug:
        message = f'Give it a name: clnm new {kind.kind} first-keys --title "First keys"'
        raise WrongUse(message)
    path = found.content / kind.folder / f"{slug}.md"
    _refuse_bad_name(kind, slug, path)
    samples = samples_for(kind, slug, found, source.read(found.content))
    made = draft(kind, slug, title or samples.first(kind, "title"), samples)
    if made.problems:
        raise WrongUse("\n".join(str(problem) for problem in made.problems) + "\nNothing was written.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(made.text)
    print(f"Write it in {shown(str(path))}. It is a draft: to publish it, change status to ready.")
    own = [problem for problem in problems(found.content) if problem.path == f"{kind.folder}/{slug}.md"]
    tell(own, shown(str(found.content)))
    return 0


def spoken(slug: str) -> str:
    """Make a title of a file's name: its words, or its month."""
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", slug)
    if month:
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    words = slug.replace("-", " ")
    return words[:1].upper() + words[1:]


def _kind(word: str) -> type[Document]:
    words = {name: kind for kind in DOCUMENT_TYPES for name in (kind.kind, kind.folder)}
    listed = ", ".join(kind.kind for kind in DOCUMENT_TYPES)
    word = (word or _asked(f"What do you want to write? ({listed}) ")).lower()
    if word in words:
        return words[word]
    if not word:
        message = f"Say what to start: clnm new story, for example. There are: {listed}."
        raise WrongUse(message)
    near = difflib.get_close_matches(word, words, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else f" There are: {listed}."
    message = f"There is no kind of content called “{word}”.{hint}"
    raise WrongUse(message)


def _offered(kind: type[Document], title: str) -> str:
    """Offer a file's name: the month for what comes by the month, else the title's words."""
    if not title:
        return ""
    return f"{moment():%Y-%m}" if "month" in kind.model_fields else plain_name(title)


def _asked(question: str, offered: str = "") -> str:
    """Ask whoever sits at the terminal; where nobody does, the answer is what was offered."""
    if not sys.stdin.isatty():
        return offered
    try:
        answer = input(f"{question}[{offered}] " if offered else question)
    except EOFError:
        return offered
    return answer.strip() or offered


def _refuse_bad_name(kind: type[Document], slug: str, path: Path) -> None:
    if "/" in slug or "\\" in slug:
        message = f"Give only the file's name, without a folder: {plain_name(slug)}. Nothing was written."
        raise WrongUse(message)
    for problem in name_problems(f"{kind.folder}/{slug}.md"):
        message = f"{problem.message} Call it “{plain_name(slug)}”. Nothing was written."
        raise WrongUse(message)
    if path.exists():
        message = f"{shown(str(path))} is there already. Nothing was changed; give the new one another name."
        raise WrongUse(message)


def samples_for(kind: type[Document], slug: str, found: Project, reading: Reading) -> Samples:
    """Prefer what the content has: its providers and areas, the next number, the team's own address."""
    names: dict[str, list[str]] = {}
    for record in reading.records:
        names.setdefault(record.kind, []).append(record.id)
    for document in reading.documents:
        names.setdefault(document.kind, []).append(document.slug)
    known: dict[str, Sequence[object]] = {field: names.get(to, ()) for field, to in kind.points_to.items()}
    for name, info in kind.editor_fields().items():
        if info.annotation is int and info.is_required():
            taken = [getattr(document, name) for document in reading.documents if isinstance(document, kind)]
            known[name] = [str(1 + max(taken, default=0))]
    today = moment().date()
    known["title"] = [spoken(slug), f"{spoken(slug)}, to be written"]
    known["scope"] = [[]]
    known["month"] = [slug[:7]]
    return Samples(today, known, found.facts.get("CONTACT_EMAIL", "team@example.org"))
