"""What stands beside the mix on a real site: areas, people, pages, objectives, publications and the data they need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus.item import Item
from tests.bench.corpus.setting import AREAS, PROVIDERS, REGIONS, SUPPORTS, Setting
from tests.bench.corpus.words import Writer

PEOPLE, PUBLICATIONS, OBJECTIVES = 8, 10, 4
PAGES = {
    "about": {},
    "contact": {"nav_order": "1", "nav_label": "Contact"},
    "get-help": {"page_kind": "help"},
    "privacy": {"page_kind": "policy"},
    "accessibility": {"page_kind": "policy"},
    "glossary": {},
    "rights": {
        "page_kind": "rights",
        "nations": "[england]",
        "last_checked": "2026-11-01",
        "checked_by_role": "The advice worker",
        "source": "https://example.org/law",
    },
    "fund": {
        "page_kind": "programme",
        "started": "2020-04-01",
        "ended_on": "2024-03-31",
        "ended_note": "Ask your area instead.",
    },
    "for-councils": {"page_kind": "service", "slogan": "Work with us"},
}
HOME = """/// button | Find offers
    link: /offers/
    note: Choose your place.
///

## The latest newsletter

/// newsletters | latest
///

## New stories

/// stories | new 3
///

## What is on

/// events | next 3
///

/// events | this month
///

## New offers

/// offers | new 3
///

## What we set out to do

/// objectives | all
///

## Who we are

/// people | all
///

/// areas | all
///

/// publications | all
///"""


def house(setting: Setting) -> Iterator[Item]:
    """Write the documents that every site has, whatever its size."""
    yield from (_area(setting, number) for number in range(len(AREAS)))
    yield from (_person(setting, number) for number in range(1, PEOPLE + 1))
    yield from (_publication(setting, number) for number in range(1, PUBLICATIONS + 1))
    yield from (_objective(setting, number) for number in range(1, OBJECTIVES + 1))
    yield from (_page(setting, slug, fields) for slug, fields in PAGES.items())
    yield _page(setting, "home", {"page_kind": "home", "slogan": "Run by young people"}, HOME)


def _page(setting: Setting, slug: str, fields: dict[str, str], body: str = "") -> Item:
    write = Writer(f"page {setting.seed} {slug}")
    title = f"About the {write.thing()}"
    return Item("page", slug, {"title": title, "summary": write.summary()} | fields, body or write.sections(2_500))


def _area(setting: Setting, number: int) -> Item:
    write = Writer(f"area {setting.seed} {number}")
    fields = {
        "title": f"House Project {number + 1}",
        "summary": write.summary(),
        "nations": "[england]",
        "area_kind": "lhp",
        "area_status": "running",
        "nation": "england",
        "region": REGIONS[number % len(REGIONS)],
        "authorities": f"[E080009{number:02d}]",
        "site": f"https://area-{number}.example.org",
        "joined": f"{2018 + number % 8}",
        "offers_page": f"https://area-{number}.example.org/offers",
        "contact_email": "team@clnm.example.org",
        "contact_phone": "01632 960 116",
        "colour": '"#1d5983"',
        "resources": f"\n  - label: All that area {number} gives\n    link: https://area-{number}.example.org/all",
    }
    return Item("area", AREAS[number], fields, write.sections(1_500))


def _person(setting: Setting, number: int) -> Item:
    write = Writer(f"person {setting.seed} {number}")
    name = ("Ash", "Bay", "Cedar", "Dune", "Elm", "Fern", "Glen", "Heath")[number - 1]
    fields = {
        "title": f"{name}, rep number {number}",
        "summary": write.summary(),
        "themes": "[being-a-rep]",
        "display_name": name,
        "role": "rep",
        "region": REGIONS[number % len(REGIONS)],
        "area_shown": AREAS[number % len(AREAS)],
        "term_from": "2025-09-01",
        "term_to": "2027-08-31",
        "why_i_joined": write.sentence(),
        "proud_of": write.sentence(),
        "ask_me_about": write.sentence(),
        "consent": (
            f"\n  ref: CR-2026-9{number:03d}\n  given: 2026-06-12\n  scope: [web, feed, email, search-engines, social]"
            "\n  images: none\n  review_by: 2027-06-11\n  expires: 2028-06-11\n  under_18_when_given: false"
            "\n  status: active"
        ),
    }
    return Item("person", f"person-{number}", fields, write.sections(800))


def _publication(setting: Setting, number: int) -> Item:
    write = Writer(f"publication {setting.seed} {number}")
    fields = {
        "title": f"Report on the {write.thing()}, part {number}",
        "summary": write.summary(),
        "date": f"20{16 + number}-05-01" if number > 1 else "2026-05-01",
        "publication_kind": "report",
        "authors": "\n  - Young people of the corpus",
        "link": f"https://example.org/report-{number}.pdf",
        "file_format": "PDF",
        "file_size": "1.2 MB",
        "accessible_version": "This page has all of it.",
        "licence": "You may copy it.",
    }
    return Item("publication", f"publication-{number}", fields, write.sections(6_000))


def _objective(setting: Setting, number: int) -> Item:
    write = Writer(f"objective {setting.seed} {number}")
    fields = {
        "title": f"Objective {number}, the {write.thing()}",
        "summary": write.summary(),
        "order": f"{number}",
        "strapline": f"Mind the {write.thing()}",
        "what_it_means": write.sentence(),
        "actions": f"\n  - year: 2026\n    text: Mend the {write.thing()}\n    status: doing",
        "evidence": "[publication:publication-1]",
        "led_by": f"[person-{number}]",
    }
    return Item("objective", f"objective-{number}", fields, write.sections(1_500))


def records(content: Path) -> None:
    """Write the data files."""
    supports = "\n".join(
        f"{name}:\n  name: Line {number}\n  for_whom: Anybody, at any time\n  nations: [england, scotland, wales]\n"
        f"  phone: 0808 157 010{number}\n  hours: Day and night\n  free_from_mobile: true\n  last_checked: 2026-11-01\n"
        for number, name in enumerate(SUPPORTS)
    )
    providers = "\n".join(
        f"{name}:\n  name: Provider {number}\n  about: It gives things to people.\n  web: https://{name}.example.org\n"
        for number, name in enumerate(PROVIDERS)
    )
    facts = 'projects:\n  text: "9"\n  source: A survey\n  last_checked: 2026-11-01\n'
    folder = content / "data"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {"supports": supports, "providers": providers, "facts": facts}.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
