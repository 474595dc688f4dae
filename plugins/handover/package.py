"""What an engine is given of an issue: each edition's two parts with its tags, and what stands above them."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

FOLDER = "editions"
_KEPT = ("Reply-To", "List-ID", "List-Help", "List-Archive", "Content-Language")
"""Headers that an engine is given; the ways out are its own."""


class NotToday(Exception):  # noqa: N818 - it names what the edition is
    """The edition that was looked at is not what the content says today; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """One edition, ready for one engine."""

    name: str
    """Among all editions: ``2027-03-lhp-staff``."""
    readers: str
    """For whom it is: ``lhp-staff``; nothing where it is everybody."""
    subject: str
    sender: str
    html: str
    """With the engine's tags; nothing for an engine that takes the message."""
    text: str
    headers: tuple[tuple[str, str], ...]
    message: bytes
    """The whole of it as a message, with what stands for the reader's way out."""


def packages(looked_at: Path, fresh: Path, issue: str, engine: str) -> tuple[Package, ...]:
    """Give an issue's editions for an engine, from a build of this minute.

    ``looked_at`` is the output that somebody has seen. Raises NotToday where it has other editions:
    a story was withdrawn or changed since, or nobody has looked at it.
    """
    seen, now = _messages(looked_at, issue), _messages(fresh, issue)
    again = f"Look at it, then hand it over: make edition ISSUE={issue}"
    if not now:
        raise NotToday(f"Issue {issue} has no edition today. To see why: clnm edition {issue}")
    if not seen:
        raise NotToday(f"Nobody has looked at the email of {issue} yet. {again}")
    if seen != now:
        which = ", ".join(sorted(name for name in seen.keys() | now.keys() if seen.get(name) != now.get(name)))
        raise NotToday(f"The email of {issue} is not what its content says today ({which}). {again}")
    return tuple(_packages(fresh / FOLDER / issue, now, engine))


def _messages(output: Path, issue: str) -> dict[str, bytes]:
    folder = output / FOLDER / issue
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.eml"))}


def _packages(folder: Path, messages: dict[str, bytes], engine: str) -> Iterator[Package]:
    for path, message in messages.items():
        read: EmailMessage = email.message_from_bytes(message, policy=default)
        own = (folder / path).parent
        yield Package(
            name=Path(path).stem,
            readers="" if own == folder else own.name,
            subject=str(read["Subject"]),
            sender=str(read["From"]),
            html=_tagged(own, engine, "edition.html"),
            text=_tagged(own, engine, "edition.txt"),
            headers=tuple((name, str(read[name])) for name in _KEPT if name in read),
            message=message,
        )


def _tagged(folder: Path, engine: str, name: str) -> str:
    path = folder / f"for-{engine}" / name
    return path.read_bytes().decode() if path.is_file() else ""
