"""The editions of an issue that may go out: as they were built, if that is as the content stands at this moment."""

from __future__ import annotations

import email
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.policy import default
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from plugins import source
from plugins.delivery.composing import Issue
from plugins.delivery.template import NoTemplate, Template, template
from plugins.desk.commands import WrongUse
from plugins.desk.project import Project, moment, site_of, theme
from plugins.editions import artefacts
from plugins.editions.signing import NoKey, Signer, signer
from plugins.library import Library
from plugins.model import Newsletter
from plugins.press import CannotMake, Drawn, unpacked
from plugins.press.judged import found_problems
from plugins.press.porch import library_of, shown
from plugins.press.report import tell
from plugins.view.editions import UNSUBSCRIBE

WAY_OUT = "SUBSCRIPTIONS_URL"
"""The setting that says where the application for signing up and leaving is."""


class MustNotGo(Exception):  # noqa: N818 - it names what the issue must not do
    """The issue may not be sent as things are; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An issue that may be sent."""

    newsletter: Newsletter
    issue: Issue
    sender: str
    """The address that it is from."""


def outgoing(found: Project, words: str) -> Outgoing:
    """Read the content, draw the editions of an issue anew, and see that the built ones are the same, byte for byte.

    So a story that was withdrawn, or whose consent has run out, stops the issue, as does every other change.
    Raises MustNotGo, and WrongUse for an issue that there is not.
    """
    reading = source.read(found.content)
    library = library_of(reading, moment())
    newsletter = _newsletter(library, words, found)
    stopping = [problem for problem in found_problems(reading, library, source.Blank()) if problem.stops]
    if tell(stopping, shown(str(found.content))):
        raise MustNotGo("Something is wrong with the content, so nothing is sent. Put it right, then build again.")
    made = dict(_drawn(library, found, newsletter))
    if not made:
        raise MustNotGo(f"Issue {newsletter.slug} has no edition today. To see why: clnm edition {newsletter.slug}")
    for path, data in made.items():
        _as_built(found.output / path, data, newsletter.slug)
    site = site_of(found)
    sender = _sender(next(iter(made.values())))
    editions = {readers: _template(made[_path(newsletter, readers.slug)], sender) for readers in newsletter.editions}
    host = urlsplit(site.siteurl).hostname or "localhost"
    return Outgoing(newsletter, Issue(newsletter.slug, host, editions, _way_out(found)), sender)


def _newsletter(library: Library, words: str, found: Project) -> Newsletter:
    issues = [document for document in library.documents if isinstance(document, Newsletter)]
    for issue in issues:
        if words in {issue.slug, str(issue.issue)}:
            return issue
    unread = found.content / Newsletter.folder / f"{words}.md"
    if unread.is_file():
        raise MustNotGo(f"{unread} cannot be read. To see why: clnm check")
    there = ", ".join(sorted(issue.slug for issue in issues)) or "none yet"
    raise WrongUse(f"There is no issue “{words}”. The issues are: {there}.")


def _drawn(library: Library, found: Project, newsletter: Newsletter) -> Iterator[tuple[str, bytes]]:
    """Draw the messages of an issue, by path."""
    wanted = {_path(newsletter, readers.slug) for readers in newsletter.editions}
    try:
        for one in unpacked(artefacts(library, site_of(found), theme(found))):
            if isinstance(one, Drawn) and one.path in wanted:
                yield one.path, one.draw(one.seen.of(library)[0])
    except CannotMake as fault:
        tell([fault.problem], shown(str(found.content)))
        raise MustNotGo("The email cannot be made, so nothing is sent.") from None


def _path(newsletter: Newsletter, readers: str) -> str:
    """Give where the message for some readers lies, in the output."""
    name = "-".join(filter(None, (newsletter.slug, readers)))
    return "/".join(filter(None, ("editions", newsletter.slug, readers, f"{name}.eml")))


def _as_built(path: Path, data: bytes, slug: str) -> None:
    try:
        same = path.read_bytes() == data
    except OSError:
        raise MustNotGo(f"{path} is not there. Make it, and look at it: clnm edition {slug}") from None
    if not same:
        raise MustNotGo(
            f"{path} is not what the content gives now: a text has changed, or a story may not be shown any more. "
            f"Make it again, look at it, send a proof: clnm edition {slug}"
        )


def _sender(eml: bytes) -> str:
    (address,) = email.message_from_bytes(eml, policy=default)["From"].addresses
    return str(address.addr_spec)


def _template(eml: bytes, sender: str) -> Template:
    try:
        key = signer()
        return template(eml, UNSUBSCRIBE, partial(_signed, key, sender) if key else None)
    except NoTemplate as why:
        raise MustNotGo(f"This edition cannot be sent: {why}.") from None
    except NoKey as why:
        raise MustNotGo(str(why)) from None


def _signed(key: Signer, sender: str, message: bytes) -> bytes:
    return key.signed(message, sender)


def _way_out(found: Project) -> str:
    """Give where one reader leaves, with ``{token}`` for what is their own; nothing where they can only write."""
    given = str(found.facts.get(WAY_OUT, "")).rstrip("/")
    if not given:
        print(f"{WAY_OUT} is not set: readers unsubscribe by writing to you.", file=sys.stderr)
        return ""
    if not given.startswith("https://"):
        raise WrongUse(f"{WAY_OUT} must be an https address: mail programs unsubscribe at no other (RFC 8058).")
    return f"{given}/stop/{{token}}"
