"""One file mended: its letters first, then its body, then field by field what its own problems ask for."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.desk.mending import bodies, fields, frame
from plugins.desk.mending.letters import decoded, visible
from plugins.model import Document, Problem, Record
from plugins.source import documents, records

ROUNDS = 40
"""One thing is mended in each round; a file that needs more has another trouble."""

Said = tuple[int, str]
"""A line, and what was done there."""
Slugs = Mapping[str, set[str]]
"""The names of files there are, by kind."""
_MARKED = re.compile(
    r"<!--.*?-->|<!\[[^\]>]*\]>|</?[A-Za-z][^<>]*>|\]\([^()\s]*\)|https?://\S+|/{3,} *[\w-]+", re.DOTALL
)
_WORDS = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Mended:
    """What a file holds now, and what was done; nothing said is nothing changed."""

    data: bytes
    said: list[Said] = field(default_factory=list)


def mended(kind: type[Document | Record], name: str, data: bytes, slugs: Slugs) -> Mended:
    """Mend one file's bytes. What would change its words, or leaves as much to put right as before, is not done."""
    text, said = decoded(data)
    if text is None:
        return Mended(data)
    ends = "\r\n" if "\r\n" in text else "\n"
    lines, seen = visible(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    said += seen
    is_document = issubclass(kind, Document)
    if is_document:
        said += frame.mend(lines)
        said += bodies.mend(lines, frame.body_starts(lines))
    for _ in range(ROUNDS):
        found = _problems(kind, name, "\n".join(lines).encode())
        done = next((done for problem in found if (done := fields.mend(lines, problem, kind, slugs))), None)
        if done is None:
            break
        said.append(done)
    after = ends.join(lines).encode()
    same = not is_document or _same_words(text, after.decode())
    if not (said and same and _better(kind, name, (data, after), said)):
        return Mended(data)
    return Mended(after, sorted(said))


def _problems(kind: type[Document | Record], name: str, data: bytes) -> list[Problem]:
    read = documents.read(kind, name, data) if issubclass(kind, Document) else records.read(kind, name, data)
    return sorted(problem for problem in read[1] if problem.stops)


def _better(kind: type[Document | Record], name: str, data: tuple[bytes, bytes], said: list[Said]) -> bool:
    """Say whether no line that was mended has a new trouble; what stood behind the old ones may come to light."""
    known = {problem.code for problem in _problems(kind, name, data[0])}
    lines = {line for line, _ in said}
    return not any(one.line in lines and one.code not in known for one in _problems(kind, name, data[1]))


def _same_words(before: str, after: str) -> bool:
    """Say whether what stands below the fields reads the same; a file without its frame ends with what stands there."""
    old, new = (re.split(r"(?m)^---[ \t]*\r?$", text, maxsplit=2) for text in (before, after))
    words, kept = _words(old[-1]), _words(new[-1])
    return words == kept if len(old) == len(new) else not kept or words[-len(kept) :] == kept


def _words(body: str) -> list[str]:
    """Give words as people read them, without marks, web code and addresses."""
    return _WORDS.findall(_without_unseen(html.unescape(_MARKED.sub(" ", body))))


def _without_unseen(text: str) -> str:
    return "\n".join(visible(re.split(r"\r\n|\r|\n", text))[0])
