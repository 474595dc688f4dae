"""Files, and commands, that provoke each message there is: one for every code that ``clnm explain`` knows."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from plugins.library.fingerprints import fingerprints
from tests.samples import PROVIDERS, text
from tests.unit.checks.conftest import page as built

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
CHECK_OUTPUT = ("check", "--output", "public")
KEY = "a key for tests"


@dataclass(frozen=True)
class Case:
    """Files that provoke a message, the file and line it should name (0: the whole file), and words of the message."""

    files: dict[str, str | bytes]
    path: str
    line: int | str
    says: str
    command: tuple[str, ...] = ("check",)
    settings: Mapping[str, str] = field(default_factory=dict)
    """What the environment holds."""


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
    "E01": Case(event(online_how="https://us02web.zoom.us/j/123456789", mode="both"), MEET, "online_how",
                "meeting link"),
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
    "N01": Case({**LETTER, "newsletters/2026-12.md": text("newsletter", subject=None)}, "newsletters/2026-12.md", 1,
                "has no subject"),
    "N02": Case({**LETTER, **event(start="2026-11-25 16:00", end="2026-11-25 18:00", booking_deadline=None),
                 "newsletters/2026-12.md": text("newsletter", body="/// event | meet\n///\n\n/// get-help\n///")},
                "newsletters/2026-12.md", "/// event", "over"),
    "N05": Case({"newsletters/2026-12.md": text("newsletter", body="Hello.")}, "newsletters/2026-12.md", 1,
                "no help lines"),
    "Q01": Case(story(pull_quote=" ".join(["cold"] * 41)), KEYS, "pull_quote", "40 words at most"),
    "Q02": Case(story(pull_quote="Nobody said this."), KEYS, "pull_quote", "nobody said them"),
    "I01": Case({"images/keys-1.png": jpeg()}, "images/keys-1.png", 0, "is a JPEG inside"),
    "B01": Case({"publications/r.md": text("publication", publication_kind="report", link="https://example.org/a.pdf")},
                "publications/r.md", 1, "Readers pay for data"),
}  # fmt: skip


def letter(body: str = "Hello.\n\n/// get-help\n///", **fields: Any) -> dict[str, str | bytes]:
    return {**LETTER, "newsletters/2026-12.md": text("newsletter", body=body, **fields)}


def withdrawn(words: str) -> str:
    """Write what is kept of words that were taken back."""
    prints = ", ".join(fingerprints(words, KEY.encode()))
    return f"first-radiator:\n  on: 2026-11-02\n  prints: [{prints}]\n"


def site(body: str = "", head: str = "", name: str = "index.html", **more: Any) -> dict[str, str | bytes]:
    """Give a built page, in the folder that the check is to look into."""
    return {f"../public/{name}": built(body, head, **more)}


WORDS = "The radiator clanked twice in the night and then the whole of the small flat was warm at last."
PLACE = "../public/index.html"
ISSUE = "newsletters/2026-12.md"
CLUES = "I am a twin. I am a nurse. I moved to my flat in March 2024. I have epilepsy."
COUNTY = text("area", title="Old County", ends="2027-03-31", successors="[new-city]")
FACT = "grant:\n  text: at least £3,000\n  about: setting up home\n  source: The guidance\n  last_checked: 2026-11-01\n"
MOVED = "keys:\n  was: /stories/keys/\n  now: story:no-such-story\n"
DRAWN = {"image": "keys-1.png", "image_alt": "Two keys on a ribbon", "image_consent": "illustration"}


def png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


CASES |= {
    "F21": Case(page("Ask for p\u0430per."), ABOUT, "Ask", "two alphabets"),
    "F22": Case(page(), ABOUT, "---", "broke the program", settings={"BREAKS": "1"}),
    "F23": Case(page("Hello.\n\n- [ ] Ring Dez"), ABOUT, "- [ ]", "means nothing here"),
    "C07": Case({**page(WORDS), "data/withdrawn.yml": withdrawn(WORDS)}, ABOUT, 1, "was withdrawn",
                settings={"CLNM_FINGERPRINT_KEY": KEY}),
    "P01": Case(story(CLUES), KEYS, "I am a twin", "details together could show"),
    "P06": Case(story("Hello.\n\nI went to court in spring."), KEYS, "I went", "a court"),
    "P07": Case(story("Hello.\n\nDan Smith hit me."), KEYS, "Dan Smith", "did a bad thing"),
    "P08": Case(story("Hello.\n\nI was raped.", content_note="[abuse]", supports="[childline]"), KEYS, "I was",
                "sexual offence"),
    "H03": Case(story("Hello.\n\nI made a noose."), KEYS, "I made", "describes how"),
    "E04": Case(event(event_status="cancelled"), MEET, 1, "why it changed"),
    "E05": Case(event(venue=None), MEET, 1, "know the building"),
    "E06": Case(event(contact_email=None), MEET, 1, "somebody to ask"),
    "O04": Case(offer(responsible_areas="[Stoke on Trent]"), RAIL, "responsible_areas",
                "no area called “Stoke on Trent”"),
    "O05": Case({**offer(areas="[old-county]"), "areas/old-county.md": COUNTY,
                 "areas/new-city.md": text("area", title="New City")}, RAIL, "areas", "This offer runs longer"),
    "O06": Case(offer(offer_kind="grant"), RAIL, 1, "change somebody's benefits"),
    "O07": Case({**page("You get £2,000 for setting up home."), "data/facts.yml": FACT}, ABOUT, "You get",
                "Our fact “grant” says"),
    "A09": Case({"areas/north.md": text("area", colour="yellow")}, "areas/north.md", "colour", "the right form"),
    "A10": Case({"publications/r.md": text("publication", body="", publication_kind="film")}, "publications/r.md", 1,
                "words in writing"),
    "A11": Case(page("[The film night](https://example.org/film?utm_source=mail)"), ABOUT, "[The film", "utm_source"),
    "A12": Case(page("[The film night](https://xn--exmple-cua.org/film)"), ABOUT, "[The film", "may look like others"),
    "A13": Case(page("[The form](https://example.org/f?token=9f8e7d)"), ABOUT, "[The form", "may get in"),
    "N03": Case({**story(WORDS), **page(WORDS)}, ABOUT, "The radiator", "word for word from the story “keys”"),
    "N04": Case(letter("Hello.\n\n" + "A line about warm homes and what they cost.\n\n" * 2500 + "/// get-help\n///"),
                ISSUE, 0, "some mail programs cut", command=("build",)),
    "N06": Case(letter(editions_by="audience"), ISSUE, "editions_by", "does not name two or more"),
    "I02": Case({"images/keys-1.png": png(9000, 9000)}, "images/keys-1.png", 0, "too big"),
    "T01": Case({**page(), "pages/uber.md": text("page", translation_of="about")}, "pages/uber.md", 1,
                "language is that of the original"),
    "K01": Case({PLACE: built().replace("</html>", "")}, PLACE, 0, "stops before its end", CHECK_OUTPUT),
    "K02": Case(site('<img src="https://example.com/a.png" alt="A door">'), PLACE, 5, "example.com", CHECK_OUTPUT),
    "K03": Case(site("<script>track()</script>"), PLACE, 5, "This page runs", CHECK_OUTPUT),
    "K04": Case(site('<script type="application/ld+json">{</script>'), PLACE, 5, "", CHECK_OUTPUT),
    "K05": Case({**site('<img src="a.jpg" alt="A door">'), "../public/a.jpg": placed()}, "../public/a.jpg", 0, "",
                CHECK_OUTPUT),
    "X01": Case(page(example="true"), ABOUT, 0, "sample content", command=("publish",)),
    "X04": Case({**page(), "data/moved.yml": MOVED}, "data/moved.yml", 0, "no-such-story"),
}  # fmt: skip

ELSEWHERE = {
    "T02": "test_a_theme_that_cannot_be_drawn_with_is_named_by_its_file",
    "T03": "test_settings_that_cannot_be_used_are_named",
    "K06": "test_what_some_mail_programs_do_not_show_is_named_with_a_way_out",
    "L01": "test_a_line_of_a_list_that_says_too_little_is_named",
    "X02": "test_what_was_withheld_and_stands_in_a_built_file_is_named",
    "X03": "test_a_site_that_its_host_would_not_take_is_not_put_online",
    "X05": "test_what_was_taken_back_and_is_there_again_is_named",
}
"""Codes that come from no file of content: the test, beside the table's, that provokes each."""
