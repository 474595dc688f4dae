"""Everything a page points at: that it is there, that its anchors are, and that nothing is fetched from elsewhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from plugins.checks.addresses import INDEX, Addresses, Target, url
from plugins.checks.markup import Markup, Pointer, styled
from plugins.model import Problem

_HARMLESS = frozenset({"mailto", "tel", "sms", "data", "cid", "webcal", "webcals"})
"""Schemes that fetch nothing from anybody."""


def link_problems(name: str, page: Markup, addresses: Addresses) -> Iterator[Problem]:
    """Give what is wrong with the addresses on a page; each address is named once."""
    yield from _problems(name, page.pointers, addresses)


def style_problems(name: str, style: str, addresses: Addresses) -> Iterator[Problem]:
    """Give what is wrong with the addresses in a style sheet."""
    pointers = (Pointer(address, 0, "style's file", loads=True) for address in styled(style))
    yield from _problems(name, pointers, addresses)


def _problems(name: str, pointers: Iterable[Pointer], addresses: Addresses) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for pointer in pointers:
        problem = _shape_problem(name, pointer) or _goal_problem(name, pointer, addresses)
        if problem and (problem.code, pointer.address) not in told:
            told.add((problem.code, pointer.address))
            yield problem


def _shape_problem(name: str, pointer: Pointer) -> Problem | None:
    try:
        scheme = urlsplit(pointer.address).scheme
    except ValueError:
        return _at(name, pointer, "A05", f"The {pointer.what} “{pointer.address}” is no address.", "Write it again.")
    if not pointer.address and pointer.what != "form":
        return _at(name, pointer, "A05", f"This {pointer.what} has no address.", "Add it, or take it out.")
    if scheme == "javascript":
        return _at(name, pointer, "K03", "This link is a script.", "Link to a page instead.")
    return None


def _goal_problem(name: str, pointer: Pointer, addresses: Addresses) -> Problem | None:
    if urlsplit(pointer.address).scheme in _HARMLESS:
        return None
    if addresses.elsewhere(pointer.address):
        if not pointer.loads:
            return None
        message = f"The {pointer.what} {pointer.address} is fetched from somebody else, who learns who reads this."
        return _at(name, pointer, "K02", message, "Keep a copy with the site, or make it a link.")
    target = addresses.target(name, pointer.address)
    if target is None:
        message = f"The {pointer.what} “{pointer.address}” leads out of the site."
        return _at(name, pointer, "A06", message, "Take a step (../) off.")
    return _resolved(name, pointer, target, addresses)


def _resolved(name: str, pointer: Pointer, target: Target, addresses: Addresses) -> Problem | None:
    if target.file not in addresses.files:
        if f"{target.file}/{INDEX}" in addresses.files:
            target = Target(f"{target.file}/{INDEX}", target.anchor)
        else:
            message = f"The {pointer.what} “{pointer.address}” leads to {target.file}, which is not there."
            return _at(name, pointer, "A06", message, _near(target.file, addresses))
    known = addresses.anchors.get(target.file)
    if not target.anchor or known is None or target.anchor in known or target.anchor == "top":
        return None
    near = difflib.get_close_matches(target.anchor, known, n=1)
    message = f"There is no “#{target.anchor}” on {url(target.file)}."
    return _at(name, pointer, "A06", message, f"Did you mean #{near[0]}?" if near else "Link to the page itself.")


def _near(wanted: str, addresses: Addresses) -> str:
    near = difflib.get_close_matches(wanted, addresses.files, n=1, cutoff=0.8)
    return f"Did you mean {near[0]}?" if near else "Make the page, or take the link out."


def _at(name: str, pointer: Pointer, code: str, message: str, fix: str) -> Problem:
    return Problem(path=name, line=pointer.line, field="", message=message, fix=fix, code=code)
