"""What is read as it stands but may not be meant: lookalike letters, and addresses that say more than where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.model.problem import Level, Problem
from plugins.source.letters import mixed
from plugins.source.tracking import ADDRESS, untracked

_SECRET = re.compile(
    r"[?&]((?:\w+_)?(?:token|password|passwd|pwd|secret|apikey|api_key|signature|sessionid|sid))=", re.IGNORECASE
)
_DIALECT = re.compile(
    r" {0,3}(?:```|~~~|:::|!!! ?(?=[a-z])|\?\?\? ?(?=[a-z])|\[TOC\]$|[-*+] \[[ xX]\] |> ?\[!)"
    r"|={3,}$|.*?(?P<mark>~~(?=\w)|==(?=\w)|\[\[(?=\w)|\{%|\{\{)"
)
"""What other programs make something of, and ours shows: fences, boxes, tasks, struck words, templates."""
PARTED = re.compile(r"\] +\((?=https?://|www\.|mailto:|tel:|[a-z]+:[a-z0-9-]+\))")
"""A link whose words and address stand apart."""
SWAPPED = re.compile(r"(?<!\])\(([^()\[\]]+)\)\[(https?://[^\s()\[\]]+)\]")
"""A link whose brackets are the wrong way round."""
_LIKE_DIALECT = re.compile(r"```|~~|:::|!!!|\?\?\?|\[(?:TOC\]|[ xX]\]|!|\[)|==|\{[%{]")
"""One of these stands in all of them."""


def notes(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """Give a note for each line that somebody should look at again; none of them stops a build."""
    for number, line in enumerate(lines, 1):
        for code, message, fix in _notes(line):
            yield Problem(path, number, "", message, fix, code, Level.WARNING)


def _notes(line: str) -> Iterator[tuple[str, str, str]]:
    if word := mixed(line):
        fix = "If it was pasted, type the word again, so that search and screen readers know it."
        yield "F21", f"“{word[:60]}” mixes letters of two alphabets that look alike.", fix
    other = _LIKE_DIALECT.search(line) and (_DIALECT.match(line) or _DIALECT.match(line.partition("`")[0]))
    if other:
        fix = "Write it in our Markdown (docs/fields.md), or take it out. If it is meant so, leave it."
        yield "F23", f"“{(other['mark'] or other[0]).strip()}” means nothing here, and is shown as it stands.", fix
    if PARTED.search(line):
        yield "A05", "A space parts the words of a link from its address, so it is none.", "Write ]( without a space."
    if "://" not in line:
        return
    if swapped := SWAPPED.search(line):
        fix = f"Write [{swapped[1][:60]}]({swapped[2][:200]})"
        yield "A05", "The brackets of this link are the wrong way round, so it is none.", fix
    for found in ADDRESS.finditer(line):
        if codes := untracked(found[0])[1]:
            message = f"This address tells its site by which way a reader came ({codes[0][:30]})."
            yield "A11", message, "Take that out, from the ? or & before it to the next &, if the page still opens."
        if secret := _SECRET.search(found["rest"]):
            message = f"Whoever has this address may get in with what stands in it ({secret[1][:30]})."
            yield "A13", message, "Use an address without it."
        if spelt := _spelt_out(found["host"]):
            message = f"This address is spelt in letters that may look like others: {spelt[:60]}"
            yield "A12", message, "Open it, and check that it is the site you mean."


def _spelt_out(host: str) -> str:
    """Give the letters of a host's name that stand for others in it (RFC 3492); nothing for most hosts."""
    if "xn--" not in host.lower():
        return ""
    try:
        return host.lower().encode("ascii").decode("idna")
    except UnicodeError:
        return host
