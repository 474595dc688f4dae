"""Begins a new piece of content: asks a few questions, or takes them as options; the file passes every check."""

from __future__ import annotations

import difflib
import re
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from plugins import source
from plugins.desk.beginning import Given, Refused, asking, fitting, options
from plugins.desk.beginning.asking import line, somebody
from plugins.desk.commands import WrongUse
from plugins.desk.project import Project, moment, project
from plugins.desk.samples import Samples, Value
from plugins.model import DOCUMENT_TYPES, RECORD_TYPES, Document
from plugins.model.clock import MONTHS
from plugins.press.porch import shown
from plugins.press.report import tell
from plugins.source import Reading
from plugins.source.text import name_problems, plain_name

NAMES = {"issue": "newsletter", "rep": "person"}
"""What else a kind is called."""
SPOKEN = {"newsletter": "issue"}
"""What people call a kind when they begin one."""


def run(asked: Namespace) -> int:
    """Write the draft and say where it is. Raises WrongUse rather than write over anything."""
    found = project(asked.settings, asked.content)
    kind = _kind(asked.kind)
    reading = source.read(found.content)
    given = Given(kind, _names(reading))
    if asked.title:
        options.take(given, "title", asked.title)
    for word in asked.set or ():
        options.take(given, *options.parted(word))
    if somebody() and "title" not in given.values:
        _ask_title(given)
    title = str(given.values.get("title", ""))
    slug = asked.slug.removesuffix(".md") or line("What is its file called? ", _offered(kind, title, found))
    if not slug:
        message = f'Give it a name: clnm new {kind.kind} first-keys --title "First keys"'
        raise WrongUse(message)
    path = found.content / kind.folder / f"{slug}.md"
    _refuse_bad_name(kind, slug, path)
    _refuse_without_others(given)
    samples = samples_for(kind, slug, found, reading)
    if somebody():
        asking.ask(given, samples)
    made, notes = fitting(given, slug, samples, reading)
    write_new(path, made.text)
    print(f"Write it in {shown(str(path))}. It is a draft: to publish it, change status to ready.")
    if made.examples:
        print(f"Still only examples in it: {', '.join(made.examples)}.")
    tell(notes, shown(str(found.content)))
    return 0


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises WrongUse where it is, or cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        message = f"{shown(str(path))} is there already. Nothing was changed; give the new one another name."
        raise WrongUse(message) from None
    except OSError as error:
        message = f"{shown(str(path))} cannot be written: {error.strerror}. Nothing was changed."
        raise WrongUse(message) from None


def _refuse_without_others(given: Given) -> None:
    """Refuse to begin what must name something else while there is nothing of that sort."""
    for name, to in given.kind.points_to.items():
        info = given.kind.model_fields.get(name)
        if info and info.is_required() and name not in given.values and not given.known.get(to):
            example = next((f"content/data/{one.file}" for one in RECORD_TYPES if one.kind == to), f"clnm new {to}")
            message = f"Each {given.kind.kind} names its {to}, and there is none yet. Begin with that: {example}"
            raise WrongUse(message)


def _ask_title(given: Given) -> None:
    while "title" not in given.values and (answer := line(f"{asking.TITLE.ask} ")):
        try:
            given.take("title", answer)
        except Refused as refused:
            asking.tell(refused.finding)


def spoken(slug: str) -> str:
    """Make a title of a file's name: its words, or its month."""
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", slug)
    if month:
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    words = slug.replace("-", " ")
    return words[:1].upper() + words[1:]


def _kind(word: str) -> type[Document]:
    words = {name: kind for kind in DOCUMENT_TYPES for name in (kind.kind, kind.folder)}
    words |= {name: words[kind] for name, kind in NAMES.items()}
    listed = ", ".join(SPOKEN.get(kind.kind, kind.kind) for kind in DOCUMENT_TYPES)
    word = (word or line(f"What do you want to write? ({listed}) ")).lower()
    if word in words:
        return words[word]
    if not word:
        message = f"Say what to start: clnm new story, for example. There are: {listed}."
        raise WrongUse(message)
    near = difflib.get_close_matches(word, words, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else f" There are: {listed}."
    message = f"There is no kind of content called “{word}”.{hint}"
    raise WrongUse(message)


def _offered(kind: type[Document], title: str, found: Project) -> str:
    """Offer a file's name that is free: the month for what comes by the month, else the title's words."""
    if not title:
        return ""
    names = _months() if "month" in kind.model_fields else _numbered(plain_name(title))
    return next(one for one in names if not (found.content / kind.folder / f"{one}.md").exists())


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _months() -> Iterator[str]:
    """Give this month and each that follows, as 2026-12."""
    now = moment()
    for ahead in count(now.month - 1):
        yield f"{now.year + ahead // 12}-{ahead % 12 + 1:02}"


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


def _names(reading: Reading) -> dict[str, list[str]]:
    """Give the names of all there is, by kind."""
    names: dict[str, list[str]] = {}
    for record in reading.records:
        names.setdefault(record.kind, []).append(record.id)
    for document in reading.documents:
        names.setdefault(document.kind, []).append(document.slug)
    for name in reading.unread:
        names.setdefault(name.partition(":")[0], []).append(name.partition(":")[2])
    return names


def samples_for(kind: type[Document], slug: str, found: Project, reading: Reading) -> Samples:
    """Prefer what the content has: its providers and areas, the next number, the team's own address."""
    names = _names(reading)
    known: dict[str, Sequence[Value]] = {field: names.get(to, ()) for field, to in kind.points_to.items()}
    for name, info in kind.editor_fields().items():
        if info.annotation is int and info.is_required():
            taken = [getattr(document, name) for document in reading.documents if isinstance(document, kind)]
            known[name] = [str(1 + max(taken, default=0))]
    known["title"] = [spoken(slug), f"{spoken(slug)}, to be written"]
    known["scope"] = [[]]
    known["month"] = [slug[:7]]
    return Samples(moment().date(), known, found.facts.get("CONTACT_EMAIL", "team@example.org"))
