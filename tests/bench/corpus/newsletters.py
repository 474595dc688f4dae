"""Issues: long, and made of what the other kinds hold."""

from __future__ import annotations

from datetime import timedelta
from itertools import zip_longest

from tests.bench.corpus.blocks import IN_EACH, IN_TURN, IN_TURN_WITH_PICTURES, written
from tests.bench.corpus.item import Item
from tests.bench.corpus.setting import AREAS, LETTER, LONG_LETTER, PICTURES, SUPPORTS, THEMES, Setting
from tests.bench.corpus.words import Writer

FRONT, SECTION = 1_500, 800
"""Characters of an issue's front matter with what opens and ends it, and of a section."""


def slug(setting: Setting, number: int) -> str:
    """Name an issue by the month it is from and its number; a corpus has more issues than there were months."""
    return f"{setting.day(number):%Y-%m}-{number}"


def newsletter(setting: Setting, number: int) -> Item:
    """Write an issue."""
    write = Writer(f"newsletter {setting.seed} {number}")
    day = setting.day(number)
    fields = {
        "title": write.title(number),
        "summary": write.summary(),
        "date": f"{day}",
        "issue": f"{setting.issue(number)}",
        "month": f"{day:%Y-%m}",
        "send_on": f"{day + timedelta(days=2)} 10:00",
        "subject": f"The {write.pick(('warm', 'quiet', 'long', 'bright'))} issue, number {number} of them",
        "preheader": f"What was mended, what was found and what comes next in number {number}",
        "reply_to": "news@clnm.example.org",
        "signed_by": "[The chair for the north, The chair for the south]",
        "themes": f"[{', '.join(write.chance.sample(THEMES, 3))}]",
        "nations": "[england, scotland]",
        "audience": "[young-people]",
    }
    if number % 20:
        fields |= {
            "contributors": "[The Tuesday group]",
            "survey_url": f"https://forms.example.org/{number}",
            "thanks": f"Thank you to whoever lent us the {write.thing()}.",
            "updated": f"{day + timedelta(days=1)}",
            "related": f"[{setting.pointer(number, 2)}, page:about]",
        }
    if number % 50 == 10:
        fields |= {"from": "The news team", "audience": "[young-people, partners]", "editions_by": "[audience]"}
    if setting.pictures:
        fields |= picture(number, write)
    return Item("newsletter", slug(setting, number), fields, _body(setting, number, write))


def picture(number: int, write: Writer) -> dict[str, str]:
    """Give the fields of a picture that several documents share."""
    return {
        "image": PICTURES[number % len(PICTURES)],
        "image_alt": f"A drawing of a {write.thing()} {write.pick(('by a wall', 'on a hill'))}",
        "image_consent": "illustration",
        "image_credit": "Drawn for the corpus",
    }


def _body(setting: Setting, number: int, write: Writer) -> str:
    """Write sections with blocks between them; the front matter is part of the file's size."""
    blocks = _blocks(setting, number, write)
    room = (LONG_LETTER if setting.letters else LETTER) - FRONT - sum(map(len, blocks))
    links = _links(setting, number)
    shares = max(min(room // SECTION, len(blocks)), 1)
    told = [f"{write.sections(room // shares - SECTION // 2, links)}" for _ in range(shares)]
    parts = [part for pair in zip_longest(told, blocks, fillvalue="") for part in pair if part]
    return "\n\n".join((write.paragraph(), *parts, f"/// get-help\n    supports: [{', '.join(SUPPORTS)}]\n///"))


def _links(setting: Setting, number: int) -> tuple[str, ...]:
    return (setting.pointer(number, 4), "page:contact", setting.pointer(number, 8), "https://example.org/more")


def _blocks(setting: Setting, number: int, write: Writer) -> list[str]:
    """Give the blocks of an issue: what it points to, what it lists, and in turn each other block there is."""
    words = {name: write.sentence() for name in ("one", "two", "three", "four")} | {
        "number": number,
        "story": f"item-{setting.near(number, 1)}",
        "show": "quote" if number % 3 else "card",
        "event": f"item-{setting.near(number, 4)}",
        "event_show": "full" if number % 70 == 0 else "card",
        "offer": f"item-{setting.near(number, 8)}",
        "other_offer": f"item-{setting.near(number, 9)}",
        "thing": write.thing(),
        "other_thing": write.thing(),
        "theme": write.pick(THEMES),
        "area": write.pick(AREAS),
    }
    turns = written(IN_TURN + IN_TURN_WITH_PICTURES * setting.pictures, words)
    first = setting.issue(number)
    return written(IN_EACH, words) + [turns[(first + step) % len(turns)] for step in range(3)]
