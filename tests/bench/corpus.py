"""A corpus of any size, the same for the same seed: one issue in ten, three stories, four events, two offers."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

WORDS = tuple(
    """
    the key turned and door opened slowly while rain fell on a quiet street where we had moved in with two bags
    some soup one lamp and many plans for spring when friends would come to cook and talk about work college
    trains football music paint shelves bills warm rooms and how to ask for help before it is late
    """.split()  # noqa: SIM905 - words are read as words
)
CONSENT = """consent:
  ref: CR-2026-{number:04d}
  given: 2026-01-10
  scope: [web, feed, email, search-engines, social]
  images: none
  review_by: 2027-01-09
  expires: 2028-01-09
  under_18_when_given: false
  status: active
"""
MIX = ("newsletters", *("stories",) * 3, *("events",) * 4, *("offers",) * 2)
THEMES = ("first-home", "college", "money", "friendship", "sport", "creativity")


def write(content: Path, size: int, seed: int = 1) -> None:
    """Write a content folder with ``size`` documents and the data they need."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time, no secret
    (content / "data").mkdir(parents=True)
    (content / "data/providers.yml").write_text("clnm:\n  name: CLNM\n  about: The movement itself.\n")
    for number in range(size):
        kind = MIX[number % 10]
        text = MAKERS[kind](number, chance)
        slug = f"{_month(number)}-{number}" if kind == "newsletters" else f"item-{number}"
        path = content / kind / f"{slug}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


def _sentences(chance: random.Random, number: int) -> str:
    return " ".join(f"{' '.join(chance.choices(WORDS, k=12)).capitalize()}." for _ in range(number))


def _body(chance: random.Random, sections: int) -> str:
    return "\n\n".join(
        f"## Part {n + 1}\n\n{_sentences(chance, 6)}\n\n{_sentences(chance, 5)}" for n in range(sections)
    )


def _common(number: int, chance: random.Random) -> str:
    day = date(2018, 1, 1) + timedelta(days=number * 3000 // 10_000 if number < 10_000 else 2999)
    return (
        f"title: Number {number} of many\nsummary: {_sentences(chance, 1)[:120]}\n"
        f"date: {day}\nthemes: [{chance.choice(THEMES)}]\n"
    )


def _month(number: int) -> str:
    return f"{2000 + number // 120}-{number // 10 % 12 + 1:02d}"


def _story(number: int, chance: random.Random) -> str:
    return (
        f"---\n{_common(number, chance)}storyteller: Ana\nidentity: pseudonym\nlocation_shown: none\n"
        f"told_by: interview\nwhat_helped: A worker and a bus pass.\n"
        f"storyteller_approved_on: 2026-01-10\n"
        f"{CONSENT.format(number=number)}---\n\n{_body(chance, 4)}\n"
    )


def _newsletter(number: int, chance: random.Random) -> str:
    story = f"/// story | item-{number + 1}\n///\n"
    return (
        f"---\n{_common(number, chance)}issue: {number // 10 + 1}\n"
        f"month: {_month(number)}\nsend_on: 2026-01-15 10:00\n"
        f"subject: News number {number} for everybody\n"
        f"preheader: What happened and what comes next in number {number}\n"
        f"reply_to: news@clnm.example.org\nsigned_by: The team\n---\n\n"
        f"{_body(chance, 8)}\n\n{story}\n/// get-help\n///\n"
    )


def _event(number: int, chance: random.Random) -> str:
    day = date(2026, 1, 1) + timedelta(days=number % 700)
    return (
        f"---\n{_common(number, chance)}event_kind: workshop\nstart: {day} 16:00\n"
        f"end: {day} 18:00\nmode: online\n"
        f"online_how: You get the link when you book\nwho_for: Anybody aged 16 to 25\ncost: Free\n"
        f"travel_paid: not-needed\nphotos: none\norganiser: clnm\n"
        f"contact_email: hello@clnm.example.org\n---\n\n{_body(chance, 1)}\n"
    )


def _offer(number: int, chance: random.Random) -> str:
    return (
        f"---\n{_common(number, chance)}offer_kind: discount\ncategory: [travel]\nprovider: clnm\nvalue: A third off\n"
        f"cost: Free\nnations: [england]\nwhere_rule: anywhere\nage_note: until your 26th birthday\ncare_rule: [ask]\n"
        f"evidence: [none]\nhow_to_claim:\n  - Ask for it\nwho_applies: you\nlink: https://offers.example.org/{number}\n"
        f"ongoing: true\n"
        f"last_checked: 2026-11-01\n---\n\n{_body(chance, 1)}\n"
    )


MAKERS = {"newsletters": _newsletter, "stories": _story, "events": _event, "offers": _offer}
