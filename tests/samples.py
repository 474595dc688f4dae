"""Small valid content of each kind, written the way an editor writes it, for tests to vary.

``text("story", title="First keys", date=None)`` gives a file's text: what is named is changed, None
takes a field out, and ``body`` is what stands below the second ``---``. A dict changes the fields of a
block such as consent; what is in a text stands in the file as it is, quote marks and all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.library import Library
from plugins.model import DOCUMENT_TYPES, RECORD_TYPES, Document, Problem, Record
from plugins.model.clock import LONDON
from plugins.model.picture import Original
from plugins.source import documents, records

KINDS = {kind.kind: kind for kind in DOCUMENT_TYPES}
NOW = datetime(2026, 11, 21, 12, tzinfo=LONDON)

Fields = Mapping[str, Any]

COMMON: Fields = {
    "title": "A first cold week",
    "summary": "What happened in the first cold week, who helped, and what came next.",
}
CONSENT: Fields = {
    "ref": "CR-2026-014",
    "given": "2026-10-01",
    "scope": "[web, feed, email, search-engines, social]",
    "images": "identifiable",
    "review_by": "2027-09-30",
    "expires": "2028-09-30",
    "under_18_when_given": "false",
    "status": "active",
}
FIELDS: dict[str, Fields] = {
    "newsletter": {
        "date": "2026-11-20",
        "issue": "14",
        "month": "2026-12",
        "send_on": "2026-11-30 10:00",
        "subject": "Warm homes and a winter meet-up",
        "preheader": "Two stories, four dates and three offers to use soon",
        "reply_to": "news@example.org",
        "signed_by": "The chair for the north",
    },
    "story": {
        "date": "2026-11-20",
        "storyteller": "Bryn",
        "identity": "pseudonym",
        "region": "north-west",
        "told_by": "own-words",
        "what_helped": "A worker who answered at 8pm.",
        "storyteller_approved_on": "2026-11-10",
        "consent": CONSENT,
    },
    "event": {
        "date": "2026-11-20",
        "event_kind": "meeting",
        "start": "2026-12-04 16:00",
        "end": "2026-12-04 19:00",
        "mode": "in-person",
        "venue": "Mill Rooms",
        "who_for": "Care-experienced people aged 16 to 25",
        "cost": "Free",
        "travel_paid": "paid-up-front",
        "access": "[step-free]",
        "photos": "none",
        "organiser": "clnm",
        "contact_email": "events@example.org",
    },
    "offer": {
        "date": "2026-11-20",
        "nations": "[england]",
        "last_checked": "2026-11-01",
        "offer_kind": "free-item",
        "category": "[home]",
        "provider": "clnm",
        "value": "A blanket and a kettle",
        "cost": "Free",
        "where_rule": "anywhere",
        "age_note": "Until your 25th birthday",
        "care_rule": "[any-care-experience]",
        "evidence": "[none]",
        "how_to_claim": "[Ring us, Say your name]",
        "who_applies": "you",
        "link": "https://example.org/warm",
        "ongoing": "true",
    },
    "area": {"area_kind": "lhp", "nation": "england", "region": "north-west"},
    "person": {
        "display_name": "Ari",
        "role": "rep",
        "region": "north-west",
        "term_from": "2026-01-01",
        "consent": CONSENT,
    },
    "publication": {"date": "2026-11-20", "publication_kind": "report", "authors": "CLNM"},
    "objective": {"order": "1", "strapline": "Say what went well", "what_it_means": "We say what went well."},
    "page": {},
}
BODIES = {"publication": "The text of the report.", "newsletter": "/// get-help\n///"}
RECORDS = """\
samaritans:
  name: Samaritans
  for_whom: Anybody, at any time
  nations: [england, scotland, wales, northern-ireland]
  phone: 116 123
  hours: Day and night
  free_from_mobile: true
  last_checked: 2026-11-01
shout:
  name: Shout
  for_whom: Anybody who would rather text
  nations: [england, scotland, wales]
  text: Text SHOUT to 85258
  hours: Day and night
  free_from_mobile: true
  last_checked: 2026-11-01
"""
PROVIDERS = """\
clnm:
  name: Care Leavers National Movement
  about: Young people who make leaving care better.
  web: https://clnm.example.org
"""
FACTS = """\
young-people-asked:
  text: 61 young people
  source: A survey
  last_checked: 2026-11-01
"""


def fields(kind: str, **changed: Any) -> dict[str, Any]:
    """Give the fields of a valid document of a kind, with changes; None takes a field out."""
    found = {**COMMON, **FIELDS[kind]}
    for name, value in changed.items():
        found[name] = {**found.get(name, {}), **value} if isinstance(value, dict) else value
    return {name: value for name, value in found.items() if value is not None}


def front(values: Fields) -> str:
    """Write fields as front matter, without the hyphens around it."""
    lines = []
    for name, value in values.items():
        if isinstance(value, Mapping):
            lines += [f"{name}:", *(f"  {key}: {part}" for key, part in value.items() if part is not None)]
        else:
            lines.append(f"{name}: {value}")
    return "".join(f"{line}\n" for line in lines)


def text(kind: str, body: str | None = None, **changed: Any) -> str:
    """Write a file of a kind, with changes."""
    body = BODIES.get(kind, "") if body is None else body
    return f"---\n{front(fields(kind, **changed))}---\n\n{body}\n"


def read(kind: str, written: str | bytes, slug: str = "") -> tuple[Document | None, list[Problem]]:
    """Read a file of a kind as source does."""
    slug = slug or ("2026-12" if kind == "newsletter" else "first-keys")
    data = written.encode() if isinstance(written, str) else written
    return documents.read(KINDS[kind], f"{KINDS[kind].folder}/{slug}.md", data)


def document(kind: str, slug: str = "", body: str | None = None, **changed: Any) -> Document:
    """Give a document of a kind, with changes. Raises AssertionError with the problems if it has errors."""
    found, problems = read(kind, text(kind, body, **changed), slug)
    assert found is not None, "\n".join(map(str, problems))
    return found


def problems(kind: str, body: str | None = None, **changed: Any) -> list[Problem]:
    """Give what is wrong with a document of a kind after changes."""
    return read(kind, text(kind, body, **changed))[1]


def shared_records() -> list[Record]:
    """Give two help lines, a provider and a fact."""
    written = {"support": RECORDS, "provider": PROVIDERS, "fact": FACTS}
    found: list[Record] = []
    for kind in (kind for kind in RECORD_TYPES if kind.kind in written):
        made, wrong = records.read(kind, f"data/{kind.file}", written[kind.kind].encode())
        assert not wrong, wrong
        found += made
    return found


def library(
    *shelved: Document,
    as_of: datetime = NOW,
    pictures: Iterable[Original] = (),
    unread: frozenset[str] = frozenset(),
) -> Library:
    """Shelve documents, with the shared records."""
    return Library(shelved, shared_records(), pictures, as_of, unread)


def lay(folder: Path) -> None:
    """Write a story and a page into the content of a folder, beside no records."""
    for name in ("stories", "pages", "data"):
        (folder / "content" / name).mkdir(parents=True)
    (folder / "content/stories/first-keys.md").write_text(text("story"), "utf-8")
    (folder / "content/pages/about.md").write_text(text("page"), "utf-8")
