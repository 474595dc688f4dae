"""Whether a domain says which machines may send its mail (SPF, RFC 7208)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.delivery.advice import Advice, look, mend, well
from plugins.delivery.names import Names

WHAT = "SPF"
MOST = 10
"""So many terms may ask the name system; with more, receivers count the record as broken (section 4.6.4)."""
_ASKING = frozenset({"include", "a", "mx", "ptr", "exists", "redirect"})
_KNOWN = _ASKING | {"all", "ip4", "ip6", "exp"}


def spf(domain: str, names: Names) -> Iterator[Advice]:
    """Look at a domain's record. Raises Unanswered."""
    records = _records(domain, names)
    if not records:
        yield mend(WHAT, f"{domain} does not say who may send its mail.", _fix(domain))
        return
    if len(records) > 1:
        yield mend(WHAT, f"{domain} has {len(records)} records, so none counts.", "Join them into one.")
        return
    faults = [*_faults(records[0]), *_asked_too_much(domain, names)]
    yield from faults
    if not faults:
        yield well(WHAT, f"{domain} says who may send its mail. See that your relay is among them.")


def _faults(record: str) -> Iterator[Advice]:
    terms = record.split()[1:]
    unknown = [term for term in terms if _name(term) not in _KNOWN and "=" not in term]
    if unknown:
        yield mend(WHAT, f"“{unknown[0]}” is no term of SPF, so the record is broken.", "Put it right, or take it out.")
    rest = [term.lower() for term in terms if _name(term) == "all"]
    if rest and rest[0] in {"all", "+all"}:
        yield mend(WHAT, "“+all” lets anybody on earth send as you.", "Write ~all in its place.")
    elif (rest and rest[0] == "?all") or (not rest and not any(_name(term) == "redirect" for term in terms)):
        yield look(WHAT, "It does not say what to think of other machines.", "End it with ~all.")
    if any(_name(term) == "ptr" for term in terms):
        yield look(WHAT, "“ptr” is slow, and receivers pass it over.", "Name the machines with ip4, ip6 or include.")


def _asked_too_much(domain: str, names: Names) -> Iterator[Advice]:
    number = _questions(domain, names, frozenset())
    if number > MOST:
        fix = "Take out services that you no longer use, and name machines by ip4 or ip6."
        yield mend(WHAT, f"It needs {number} questions, and above {MOST} receivers give up.", fix)


def _questions(domain: str, names: Names, above: frozenset[str]) -> int:
    """Count the questions that a record needs, with those that it includes; a circle counts as too many."""
    if domain in above or len(above) > MOST:
        return MOST + 1
    number = 0
    for term in (term for record in _records(domain, names)[:1] for term in record.split()[1:]):
        name = _name(term)
        number += name in _ASKING
        target = term.partition("=" if name == "redirect" else ":")[2]
        if name in {"include", "redirect"} and target and "%" not in target and number <= MOST:
            number += _questions(target.lower().rstrip("."), names, above | {domain})
    return number


def _records(domain: str, names: Names) -> list[str]:
    return [text for text in names.texts(domain) if text.lower().split(" ")[0] == "v=spf1"]


def _name(term: str) -> str:
    """Name a term: ``include`` of ``+include:example.org``."""
    return term.lstrip("+-~?").partition(":")[0].partition("=")[0].partition("/")[0].lower()


def _fix(domain: str) -> str:
    return f"Add a TXT record to {domain}: v=spf1 include:(what the help of your relay names) ~all"
