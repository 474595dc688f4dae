"""Each message of the check is provoked by a file, and comes back with its line and what to do."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from plugins.desk.explain import codes
from tests.samples import PROVIDERS, text
from tests.unit.desk.conftest import ROOT, Ask

SUPPORTS = """childline:
  name: Childline
  for_whom: Anyone under 19
  nations: [england]
  phone: 0800 1111
  web: https://www.childline.org.uk
  hours: Day and night
  free_from_mobile: true
  last_checked: 2026-11-20
  source: https://www.childline.org.uk
"""
TITLE = "title: A first cold week"
CONSENT_OVER = {"given": "2025-01-01", "review_by": "2026-01-01", "expires": "2026-11-20"}
CASES: dict[str, Case] = {}


@dataclass(frozen=True)
class Case:
    """Files that provoke a message, the file and line it should name (0: the whole file), and words of the message."""

    files: dict[str, str | bytes]
    path: str
    line: int | str
    says: str
    extra: dict[str, str | bytes] = field(default_factory=dict)


def page(body: str = "Hello.", **fields: Any) -> dict[str, str | bytes]:
    return {"pages/about.md": text("page", body=body, **fields)}


def swapped(kind: str, old: str, new: str, path: str = "", **fields: Any) -> dict[str, str | bytes]:
    whole = text(kind, **fields)
    assert old in whole, whole
    return {path or "pages/about.md": whole.replace(old, new, 1)}


def story(body: str = "It was cold.", **fields: Any) -> dict[str, str | bytes]:
    return {"stories/keys.md": text("story", body=body, **fields)}


def event(**fields: Any) -> dict[str, str | bytes]:
    return {"events/meet.md": text("event", **fields)}


def offer(**fields: Any) -> dict[str, str | bytes]:
    return {"offers/rail.md": text("offer", **fields), "data/providers.yml": PROVIDERS}


def jpeg(**more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(out, "JPEG", **more)
    return out.getvalue()


def placed() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (53.0, 28.0, 0.0)
    return jpeg(exif=exif)


ABOUT, KEYS, MEET, RAIL = "pages/about.md", "stories/keys.md", "events/meet.md", "offers/rail.md"
LETTER = {
    "newsletters/2026-12.md": text("newsletter", body="Hello.\n\n/// get-help\n///"),
    "data/supports.yml": SUPPORTS,
}

CASES |= {
    "F01": Case(swapped("page", TITLE, "title: Moving in: what I learned"), ABOUT, 2, "second colon"),
    "F02": Case(swapped("story", "  ref:", "\tref:", KEYS), KEYS, "\tref", "starts with a Tab"),
    "F03": Case(swapped("page", TITLE, "title: #NCLM is here"), ABOUT, 2, "Nothing was read for “title”"),
    "F04": Case(swapped("page", TITLE, f"{TITLE}\n{TITLE}"), ABOUT, 3, "there twice (lines 2 and 3)"),
    "F05": Case(swapped("page", "summary:", "sumary:"), ABOUT, 3, "There is no field called “sumary”"),
    "F06": Case({ABOUT: text("page").rsplit("---", 1)[0]}, ABOUT, 3, "no closing ---"),
    "F07": Case(page("<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> main"), ABOUT, "<<<<<<<", "Two people changed"),
    "F08": Case({ABOUT: text("page", body="It’s £5.").encode("cp1252")}, ABOUT, 6, "older format"),
    "F09": Case({"pages/Nov FINAL (2).md": text("page")}, "pages/Nov FINAL (2).md", 0, "small letters"),
    "F10": Case({"pages/offers.md": text("page")}, "pages/offers.md", 0, ""),
    "F11": Case(page(decorative="perhaps"), ABOUT, "decorative", "neither yes nor no"),
    "F12": Case(swapped("page", TITLE, 'title: "First" keys'), ABOUT, 2, "quotes must go round all"),
    "F13": Case(page(title=None), ABOUT, 1, "This field is missing"),
    "F14": Case(swapped("page", TITLE, "title:First keys are here"), ABOUT, 2, "needs a space after it"),
    "F15": Case(page("x" * 20_001), ABOUT, 6, ""),
    "F16": Case(page("Hello\u200b there."), ABOUT, "Hello", "invisible zero-width space"),
    "F17": Case(story(identity="made-up"), KEYS, "identity", "is not one of the words"),
    "F18": Case(page("<b>Keys</b>"), ABOUT, "<b>", "is web code"),
    "F19": Case({"keys.md": "Hello."}, "keys.md", 0, "a place where nothing is read"),
    "F20": Case(page("/// quoet | Ari\n\nHello.\n///"), ABOUT, "/// quoet", "no block called “quoet”"),
    "D01": Case(page(date="31 October 2026"), ABOUT, "date", "year-month-day"),
    "D02": Case(page(date="03/04/2026"), ABOUT, "date", "two different days"),
    "D03": Case(page(date="2026-02-30"), ABOUT, "date", "no such day"),
    "D04": Case(event(end="2026-12-04 10:00"), MEET, "end", ""),
    "D05": Case(event(start="2027-03-28 01:30", end="2027-03-28 03:30"), MEET, "start", "clocks go forward"),
    "D06": Case(page("Come on Thursday 4 December 2026."), ABOUT, "Come on", "That day is a Friday"),
    "D07": Case(event(booking_deadline="2026-12-10"), MEET, "booking_deadline", "People could book until"),
    "C01": Case(story(consent=None), KEYS, 1, "needs a yes from the person"),
    "C02": Case(story(consent=CONSENT_OVER), KEYS, "expires", "ended"),
    "C03": Case({**story(consent={"scope": "[web]"}),
        **LETTER, "newsletters/2026-12.md": text("newsletter", body="/// story | keys\n///\n\n/// get-help\n///")},
        "newsletters/2026-12.md", "/// story", "email"),
    "C04": Case(story(consent={"review_by": "2026-12-01"}), KEYS, "review_by", "Time to check in"),
    "C05": Case({**story(consent={"images": "none"}, image="keys-1.jpg", image_alt="A face in a window",
                         image_consent="CR-2026-014"), "images/keys-1.jpg": jpeg()}, KEYS, 20, ""),
    "C06": Case({"stories/keys.md": "---\nstatus: withdrawn\nwithdrawn_on: 2026-11-02\nref: CR-2026-014\n---\n",
                 **page("[Keys](story:keys)")}, ABOUT, "[Keys]", ""),
    "P02": Case(story(location_shown="area"), KEYS, "location_shown", "area alone may name"),
    "P03": Case({"images/keys-1.jpg": placed()}, "images/keys-1.jpg", 0, "where"),
    "P04": Case(story("Hello.\n\nRing me on 07123 456 789."), KEYS, "Ring me", ""),
    "P05": Case(story("My friend Kayla came."), KEYS, "My friend", "Kayla"),
    "H01": Case(story("I was cutting myself and self-harm was all I had."), KEYS, 0, ""),
    "H02": Case({**page("Ring Childline on 0800 111."), "data/supports.yml": SUPPORTS}, ABOUT, "Ring", "0800 1111"),
    "E01": Case(event(online_how="https://us02web.zoom.us/j/123456789", mode="both"), MEET, "online_how", "meeting link"),
    "E02": Case(event(access=None), MEET, 1, "step-free?"),
    "E03": Case(event(travel_paid=None), MEET, 1, "Say if travel is paid"),
    "E07": Case(event(recurs="on and off"), MEET, "recurs", "when it repeats"),
    "O01": Case(offer(where_rule=None), RAIL, 1, "Who can get this"),
    "O02": Case(offer(last_checked="2025-09-01"), RAIL, "last_checked", ""),
    "O03": Case(offer(age_note="up to 25"), RAIL, "age_note", "two ways"),
    "A01": Case({**page(image="keys-1.jpg", image_consent="illustration"), "images/keys-1.jpg": jpeg()},
                ABOUT, 1, "Say what the picture shows"),
    "A02": Case({**page(image="keys-1.jpg", image_alt="keys-1.jpg", image_consent="illustration"),
                 "images/keys-1.jpg": jpeg()}, ABOUT, "image_alt", ""),
    "A03": Case(page("## One\n\n#### Two"), ABOUT, "#### Two", ""),
    "A04": Case(page("[here](https://example.org/book)"), ABOUT, "[here]", "makes no sense on its own"),
    "A05": Case(page("[Book a place](#)"), ABOUT, "[Book", "goes nowhere"),
    "A06": Case(page("[Ana](story:anna)"), ABOUT, "[Ana]", "There is no story"),
    "A07": Case(event(contact_email="team at example.org"), MEET, "contact_email", "not an email address"),
    "A08": Case(event(contact_phone="ring the office"), MEET, "contact_phone", "not a phone number"),
    "R01": Case(page("Notwithstanding aforementioned considerations, organisations prioritise implementation. " * 18),
                ABOUT, "Notwith", "reads like age"),
    "R02": Case(page(" ".join(["word"] * 40) + "."), ABOUT, "word word", "40 words"),
    "R03": Case(page("Ask CAMHS."), ABOUT, "Ask", "“CAMHS” is not explained"),
    "W01": Case(page("He saw his siblings."), ABOUT, "He saw", "young people asked us"),
    "W02": Case(page("You will recieve it."), ABOUT, "You will", "slip of spelling"),
    "N01": Case({**LETTER, "newsletters/2026-12.md": text("newsletter", subject=None)}, "newsletters/2026-12.md", 1, ""),
    "N02": Case({**LETTER, **event(start="2026-11-25 16:00", end="2026-11-25 18:00", booking_deadline=None),
                 "newsletters/2026-12.md": text("newsletter", body="/// event | meet\n///\n\n/// get-help\n///")},
                "newsletters/2026-12.md", "/// event", "over"),
    "N05": Case({"newsletters/2026-12.md": text("newsletter", body="Hello.")}, "newsletters/2026-12.md", 1, "no help lines"),
    "Q01": Case(story(pull_quote=" ".join(["cold"] * 41)), KEYS, "pull_quote", "40 words at most"),
    "Q02": Case(story(pull_quote="Nobody said this."), KEYS, "pull_quote", "nobody said them"),
    "I01": Case({"images/keys-1.png": jpeg()}, "images/keys-1.png", 0, "is a JPEG inside"),
    "B01": Case({"publications/r.md": text("publication", publication_kind="report", link="https://example.org/a.pdf")},
                "publications/r.md", 1, "Readers pay for data"),
}  # fmt: skip


def write(project: Path, files: dict[str, str | bytes]) -> None:
    for name, words in files.items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words if isinstance(words, bytes) else words.encode())


def line_of(case: Case) -> int:
    if isinstance(case.line, int):
        return case.line
    lines = case.files[case.path]
    assert isinstance(lines, str)
    return next(number for number, line in enumerate(lines.splitlines(), 1) if line.lstrip(" ").startswith(case.line))


@pytest.mark.parametrize("code", CASES)
def test_each_message_names_its_file_its_line_and_what_to_do(code: str, ask: Ask, project: Path) -> None:
    case = CASES[code]
    write(project, case.files)
    said = ask("check").err
    place = re.escape(f"content/{case.path}") + (f":{line_of(case)}" if case.line else r"(?::\d+)?")
    match = re.search(rf"(?m)^(?:note: |overdue: )?{place}: (?P<message>.*) \[{code}\]\n    \S", said)
    assert match, said
    assert case.says in match["message"]


def test_every_code_in_the_sources_can_be_explained_and_no_other() -> None:
    sources = (path.read_text("utf-8") for path in (ROOT / "plugins").rglob("*.py"))
    assert {code for words in sources for code in re.findall(r'"([A-Z][0-9]{2})"', words)} == set(codes())


@pytest.mark.parametrize("code", codes())
def test_a_code_is_explained_in_plain_words(code: str, ask: Ask) -> None:
    answer = ask("explain", code.lower())
    assert answer.code == 0
    assert answer.out.startswith(f"{code}: ")
    assert not re.search(r"(?i)\b(?:invalid|illegal|failed to parse|yaml|schema)\b", answer.out)


def test_a_code_there_is_not_is_said_to_be_none(ask: Ask) -> None:
    answer = ask("explain", "F99")
    assert answer.code == 2
    assert "There is no message with the code “F99”. Did you mean F" in answer.err
