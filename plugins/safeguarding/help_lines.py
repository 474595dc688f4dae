"""Whether every number that looks like a help line's or a provider's is theirs (SG-27)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plugins.model import Document, Level, Problem, Provider, SupportLine
from plugins.safeguarding.texts import Said, problem, said

NEAR = 2
"""So many wrong, missing or added digits are a slip, and not another number."""

_NUMBER = re.compile(r"(?<![\w£€$.,/:-])(?:\+|00)?\d(?:[ ()-]{0,2}\d){3,13}(?![\w%/:]|[.,]\d)")
_CUE = re.compile(
    r"\b(?:call|calls|ring|ringing|phone|telephone|tel|text|texts|dial|freephone|number)\b", re.IGNORECASE
)
_CALLS = re.compile(r"(?:tel|sms):(\+?[\d-]+)")


def number_problems(document: Document, supports: Mapping[str, SupportLine]) -> Iterator[Problem]:
    """Give each number within two digits of a help line's number that is no help line's."""
    known = {digits: line for line in supports.values() for digits in _of(line)}
    seen = set()
    for piece in said(document).pieces:
        for shown, digits in _numbers(piece):
            near = [line for right, line in known.items() if digits not in known and _distance(digits, right) <= NEAR]
            if near and digits not in seen:
                seen.add(digits)
                yield _wrong(document, piece, shown, near[0])


def provider_problems(document: Document, providers: Mapping[str, Provider]) -> Iterator[Problem]:
    """Give each number beside a provider's name that is within two digits of theirs, and nobody's on our list."""
    text = said(document)
    known = {digits(provider.phone) for provider in providers.values() if provider.phone}
    named = [one for one in providers.values() if one.phone and one.name.replace("’", "'") in text.whole]
    for provider in named:
        for piece in text.pieces:
            if provider.name.replace("’", "'") in piece.text:
                for shown, found in _numbers(piece):
                    if found not in known and _distance(found, digits(provider.phone or "")) <= NEAR:
                        yield _differs(document, piece, shown, provider)


def _differs(document: Document, piece: Said, shown: str, provider: Provider) -> Problem:
    message = f"{provider.name}’s number on our list is {provider.phone}, not {shown}."
    fix = "Put the right one here, or into content/data/providers.yml."
    return problem(document, piece, "H02", (message, fix), Level.WARNING)


def _wrong(document: Document, piece: Said, shown: str, line: SupportLine) -> Problem:
    message = f"{line.name}'s number on our list is {line.phone or line.text}, not {shown}."
    message = message.replace("'", "’")
    fix = (
        f"Write {{support: {line.id}}} and it will always be right.\n"
        "If it is another help line, put that one into content/data/supports.yml."
    )
    return problem(document, piece, "H02", (message, fix), Level.ERROR)


def _of(line: SupportLine) -> Iterator[str]:
    if line.phone:
        yield digits(line.phone)
    for shown in _NUMBER.findall(line.text or ""):
        yield digits(shown)


def _numbers(piece: Said) -> Iterator[tuple[str, str]]:
    """Give what is read as a number to call in a piece: as it is written, and its digits."""
    if match := _CALLS.fullmatch(piece.text):
        yield match[1], digits(match[1])
        return
    for match in _NUMBER.finditer(piece.text):
        found = digits(match[0])
        asked = "phone" in piece.field or _CUE.search(piece.text[max(0, match.start() - 40) : match.start()])
        if found.startswith("0") or asked:
            yield match[0], found


def digits(shown: str) -> str:
    """Give the digits of a number as they are dialled inside the country."""
    plain = re.sub(r"^(?:\+|00)44(?:\(?0\)?)?", "0", re.sub(r"[^\d+]", "", shown))
    return plain.lstrip("+")


def _distance(one: str, other: str) -> int:
    """Count the digits to change, add or leave out until two numbers are the same (Levenshtein)."""
    if abs(len(one) - len(other)) > NEAR:
        return NEAR + 1
    row = list(range(len(other) + 1))
    for place, digit in enumerate(one, 1):
        last, row[0] = row[0], place
        for index, wanted in enumerate(other, 1):
            last, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, last + (digit != wanted))
    return row[-1]
