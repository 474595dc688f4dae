"""What every page must be: whole, with a title, a language, one main heading, and no script that its policy omits."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator

from plugins.checks.addresses import Addresses, url
from plugins.checks.markup import Markup, Script
from plugins.model import Problem

_DATA = "application/ld+json"


def page_problems(name: str, page: Markup, addresses: Addresses) -> Iterator[Problem]:
    """Give what is wrong with a page by itself."""
    if not page.whole:
        yield _at(name, 0, "K01", "This page stops before its end.", "Look for </html> in the theme's base template.")
    if not page.title:
        yield _at(name, 0, "K01", "This page has no title.", "Give it one: the tab and the bookmarks show it.")
    if not page.language:
        fix = 'Add lang to its first tag: <html lang="en-GB">.'
        yield _at(name, 0, "K01", "This page does not say its language.", fix)
    if len(page.headings) != 1:
        count = "no main heading" if not page.headings else f"{len(page.headings)} main headings"
        line = page.headings[1] if page.headings else 0
        yield _at(name, line, "A03", f"This page has {count} (h1).", "It needs one, which says what the page is.")
    for twice, line in page.twice:
        message = f"Two parts of this page have the id “{twice}”, so a link to it may lead to the wrong one."
        yield _at(name, line, "K01", message, "Give each its own.")
    wrong = page.canonical and addresses.home and page.canonical != addresses.home + url(name)
    if wrong and name != "404.html" and not addresses.elsewhere(page.canonical):
        message = f"This page says that its address is {page.canonical}, but it is {addresses.home}{url(name)}."
        yield _at(name, 0, "K01", message, "Search engines would drop one of the two.")
    for script in page.scripts:
        yield from _script_problems(name, script, page.policy)


def _script_problems(name: str, script: Script, policy: str) -> Iterator[Problem]:
    if script.kind != _DATA:
        if not _allowed(script, policy):
            what = f"a script in the attribute {script.kind}" if script.kind.startswith("on") else "a script"
            fix = "The site works without: take it out, or let the page's policy name it."
            yield _at(name, script.line, "K03", f"This page runs {what}.", fix)
        return
    try:
        json.loads(script.text)
    except ValueError as error:
        message = f"The structured data (JSON-LD) of this page cannot be read: {error}."
        yield _at(name, script.line, "K04", message, "Write it with a JSON library.")


def _allowed(script: Script, policy: str) -> bool:
    """Say whether a page's policy names a script: by its digest, or as one of the site's own files."""
    sources = next((words[1:] for part in policy.split(";") if (words := part.split())[:1] == ["script-src"]), [])
    if script.kind:
        return False
    if script.file:
        return "'self'" in sources
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    return f"'sha256-{digest}'" in sources


def _at(name: str, line: int, code: str, message: str, fix: str) -> Problem:
    return Problem(path=name, line=line, field="", message=message, fix=fix, code=code)
