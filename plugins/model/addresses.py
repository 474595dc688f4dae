"""Addresses that may stand in content: where each kind may lead, and what is said of one that leads nowhere."""

from __future__ import annotations

import re

from plugins.model.refusal import wrong

SLUG_PATTERN = r"[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?"

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = rf"(?:{_LABEL}\.)+[A-Za-z][A-Za-z0-9-]{{0,61}}[A-Za-z0-9](?::[0-9]{{1,5}})?"
_REST = r"(?:[/?#][^\s<>\"\\]*)?"
_MAILBOX = r"[^\s@<>\"(),:;\\/?#]+@[^\s@<>\"(),:;\\/?#]+\.[A-Za-z]{2,}"
VAGUE = frozenset({"here", "click here", "read more", "link", "this link", "this", "more", "click", "find out more"})
"""Words that do not say where a link goes."""

_WEB = re.compile(rf"https?://{_HOST}{_REST}", re.IGNORECASE)
_SAYS = r"(?:subject|body)=[^\s<>\"\\&]*"
_LETTER = re.compile(rf"mailto:{_MAILBOX}(?:\?{_SAYS}(?:&{_SAYS})*)?", re.IGNORECASE)
_CALL = re.compile(r"tel:\+?(?:[0-9]-?){2,14}[0-9]", re.IGNORECASE)
_OWN_ADDRESS = re.compile(r"/(?:[a-z0-9_-]+/)*(?:[a-z0-9_-]+(?:\.[a-z0-9]+)+)?(?:#[\w-]+)?")
_OURS = re.compile(rf"[a-z]+:{SLUG_PATTERN}(?:#[\w-]+)?")


def leads_out(address: str) -> bool:
    """Say whether an address is a page elsewhere, a mailbox (RFC 6068) or a telephone number (RFC 3966)."""
    return address.isprintable() and any(shape.fullmatch(address) for shape in (_WEB, _LETTER, _CALL))


def vague(words: str) -> bool:
    """Say whether the words of a link make no sense without what stands around them."""
    return words.lower().strip(" .!…→>") in VAGUE


def own_address(address: str) -> bool:
    """Say whether an address is one of this site's, such as ``/offers/`` or ``/calendars/all.ics``."""
    return _OWN_ADDRESS.fullmatch(address) is not None


def target(value: str) -> str:
    """Take any address that leads somewhere, out or to something of ours. Raises the error of a field."""
    if leads_out(value) or own_address(value) or _OURS.fullmatch(value):
        return value
    fix = "Use a whole address (https://…), mailto:, tel:, or something of ours: event:winter-meet-up."
    raise wrong("A05", f"This link goes nowhere ({value[:60]}).", fix)


def https(value: str) -> str:
    """Take the whole address of a page elsewhere, encrypted on its way. Raises the error of a field."""
    if value.startswith("https://") and value.isprintable() and _WEB.fullmatch(value):
        return value
    fix = "Copy it from the address bar of the browser, like https://example.org/page."
    raise wrong("A05", f"“{value[:60]}” is not a full web address.", fix)


def email(value: str) -> str:
    """Take a mailbox's address. Raises the error of a field."""
    if value.isprintable() and re.fullmatch(_MAILBOX, value):
        return value
    raise wrong("A07", f"“{value[:60]}” is not an email address.", "Write it like team@example.org.")


def mailbox(value: str) -> str:
    """Take who a message is from (RFC 5322, 3.4): a name, and behind it perhaps an address in angle brackets."""
    name, address = name_and_address(value)
    if not name or not value.isprintable() or set(name) & set('<>@"'):
        fix = "Write a role or a team, and its address behind it: The news team <news@example.org>."
        raise wrong("A07", f"“{value[:60]}” does not say who writes.", fix)
    if address or "<" in value:
        email(address)
    return value


def name_and_address(value: str) -> tuple[str, str]:
    """Take who a message is from apart; the address is empty where there is only a name."""
    name, _, rest = value.partition("<")
    return name.strip(), rest.strip().removesuffix(">")


def phone(value: str) -> str:
    """Take a telephone number, in figures and spaces. Raises the error of a field."""
    if re.fullmatch(r"\+?[0-9][0-9 ]{2,18}", value):
        return value
    raise wrong("A08", f"“{value[:60]}” is not a phone number.", "Write figures and spaces only: 01632 960 123.")
