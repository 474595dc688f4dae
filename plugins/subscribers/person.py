"""One person on a list, and the right to write to them (PECR, regulation 22), checked word by word.

What is said of a wrong value never repeats it: it may be somebody's address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pydantic_core import PydanticCustomError

from plugins.model import dates
from plugins.model.addresses import SLUG_PATTERN
from plugins.model.fields import Term
from plugins.model.taxonomy import Audience

DEFAULT_LIST = "news"
SOFT_OPT_IN_FROM = date(2026, 2, 5)
"""Charities may rely on it for addresses given from then on (Data (Use and Access) Act 2025, section 114)."""
LONGEST_ADDRESS, LONGEST_MAILBOX, LONGEST_WORDS = 254, 64, 200
_MAILBOX = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


class Basis(Term):
    """By what right somebody is written to."""

    CONSENT = "consent", "They asked for it"
    SOFT_OPT_IN = "soft-opt-in", "They supported us or showed interest, and could say no"
    CORPORATE = "corporate", "The address of an organisation"


class Refused(ValueError):  # noqa: N818 - it names what happened
    """A value cannot be taken; the message says what is wrong with it without repeating it, ``fix`` what would do."""

    def __init__(self, message: str, fix: str) -> None:
        """Carry both to whoever says it."""
        super().__init__(message)
        self.fix = fix


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody who gets what goes to a list."""

    address: str
    name: str
    area: str
    """The area's file name; nothing where it is not known."""
    audience: str
    token: str
    """Their own way out, for an address that ends with ``/stop/TOKEN``; it never expires."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Somebody who is put on a list, with the record of why that is right."""

    address: str
    basis: Basis
    given_on: date
    source: str
    """Where and how it was given, in words that can be shown to the regulator."""
    list: str = DEFAULT_LIST
    name: str = ""
    area: str = ""
    audience: str = ""


def address(value: str) -> str:
    """Take an address that any relay takes (RFC 5321, section 4.1.2, without quotes); its host in small letters."""
    mailbox, at, host = value.strip().rpartition("@")
    fix = "Write it like name@example.org."
    if not at:
        raise Refused("The address has no @.", fix)
    try:
        host = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise Refused("The address has no host that exists behind its @.", fix) from None
    labels = host.split(".")
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdecimal():  # noqa: PLR2004 - a host and where it is
        raise Refused("The address has no host that exists behind its @.", fix)
    if not _MAILBOX.fullmatch(mailbox) or len(mailbox) > LONGEST_MAILBOX:
        raise Refused("There is something before the @ that no mailbox has.", fix)
    if len(f"{mailbox}@{host}") > LONGEST_ADDRESS:
        raise Refused("The address is too long.", fix)
    return f"{mailbox}@{host}"


def known_as(value: str) -> str:
    """Give what tells one address from another: letter case does not, nor how a host is written (RFC 5891)."""
    try:
        return address(value).casefold()
    except Refused:
        return value.strip().casefold()


def words(value: str) -> str:
    """Take a line of words, such as a name or a source."""
    found = " ".join(value.split())
    if not found.isprintable() or len(found) > LONGEST_WORDS:
        raise Refused("There are signs in it that cannot be seen, or it is too long.", "Write one line of plain words.")
    return found


def list_name(value: str) -> str:
    """Take the name of a list."""
    found = value.strip() or DEFAULT_LIST
    if not re.fullmatch(SLUG_PATTERN, found):
        raise Refused("That is no name of a list.", "Use small letters, figures and hyphens, like news.")
    return found


def basis(value: str) -> Basis:
    """Take the right by which somebody is written to."""
    found = value.strip().lower().replace("_", "-").replace(" ", "-")
    if found not in set(Basis):
        listed = ", ".join(f"{term} ({term.label.lower()})" for term in Basis)
        raise Refused("It does not say by what right we write to them.", f"Use one of: {listed}.")
    return Basis(found)


def given_on(value: str, today: date) -> date:
    """Take the day on which consent was given."""
    try:
        found = dates.day(value)
    except PydanticCustomError as error:
        fix = str((error.context or {}).get("fix") or "Write it like 2026-11-20.")
        raise Refused("It does not say on which day that was.", fix) from None
    if found > today:
        raise Refused("That day is still to come.", "Write the day on which they said yes.")
    return found


def source(value: str) -> str:
    """Take how consent was given."""
    found = words(value)
    if len(found) < 3:  # noqa: PLR2004 - a word
        raise Refused("It does not say where and how they said yes.", "Write it down: sign-up sheet, meet-up.")
    return found


def audience(value: str) -> str:
    """Take who somebody is to us; nothing where it is not known."""
    found = value.strip().lower()
    if found and found not in set(Audience):
        raise Refused("There is no such audience.", f"Leave it empty, or use one of: {', '.join(Audience)}.")
    return found


def lawful(right: Basis, day: date) -> None:
    """Raise Refused where a right did not exist on the day that it is claimed for."""
    if right is Basis.SOFT_OPT_IN and day < SOFT_OPT_IN_FROM:
        raise Refused(
            f"The soft opt-in of charities counts from {SOFT_OPT_IN_FROM} on, not before.",
            "Take out the row, or ask them: they can sign up by themselves.",
        )
