"""Stories, events and offers: short documents, each with its own many fields."""

from __future__ import annotations

from datetime import date, timedelta

from tests.bench.corpus.item import Item
from tests.bench.corpus.newsletters import picture
from tests.bench.corpus.setting import AREAS, NOTE, PICTURES, PROVIDERS, REGIONS, STORY, THEMES, Setting
from tests.bench.corpus.words import Writer

NAMELESS, UNTOLD = 30, 60
"""Of so many documents, one is of somebody who is not to be named; of so many, of somebody who gave a name to us."""
TELLERS = ("Juniper", "Wren", "Saffron", "Indigo", "Linden", "Rowan", "Marlow", "Peregrine", "Tamsin", "Zephyr")


def story(setting: Setting, number: int) -> Item:
    """Write a story."""
    write = Writer(f"story {setting.seed} {number}")
    region, quote = write.pick(REGIONS), write.sentence()
    fields = _common(setting, number, write) | {
        "storyteller": _teller(number),
        "identity": "anonymous" if number % NAMELESS == 1 else "pseudonym",
        "age_band": write.pick(("18-20", "21-24", "25-plus")),
        "location_shown": "region",
        "region": region,
        "told_by": write.pick(("own-words", "interview", "written-with")),
        "pull_quote": quote,
        "what_helped": f"A worker, a {write.thing()} and a bus pass.",
        "other_people_checked": "true",
        "storyteller_approved_on": "2026-10-30",
        "consent": _consent(number),
    }
    if number % 4 == 1:
        fields |= {"next_step": setting.pointer(number, 8), "related": f"[{setting.pointer(number, 5)}]"}
    if number % 20 == 3:
        fields |= {
            "location_shown": "area",
            "area": AREAS[number % len(AREAS)],
            "areas": f"[{AREAS[number % len(AREAS)]}]",
            "identity": "first-name",
        }
    if setting.pictures and number < len(PICTURES) * 2:
        fields |= picture(number, write) | {"image": f"item-{number}-1.png"}
    links = ("page:about", setting.pointer(number, 9))
    body = f"{write.paragraph()} {quote}\n\n{write.sections(STORY - 2_000, links)}"
    return Item("story", f"item-{number}", fields, body, _seen(setting, number))


def _teller(number: int) -> str:
    if number % NAMELESS == 1:
        return "Sorrel" if number % UNTOLD == 1 else "A young person"
    return TELLERS[number % len(TELLERS)]


def event(setting: Setting, number: int) -> Item:
    """Write an event."""
    write = Writer(f"event {setting.seed} {number}")
    day = setting.day(number)
    on = day + timedelta(days=write.chance.randint(5, 90))
    fields = _common(setting, number, write) | {
        "event_kind": write.pick(("meeting", "workshop", "drop-in", "trip", "training")),
        "start": f"{on} 16:00",
        "end": f"{on} 18:00",
        "who_for": "Anybody aged 16 to 25",
        "cost": "Free",
        "photos": "none",
        "organiser": write.pick(PROVIDERS),
        "contact_email": "hello@clnm.example.org",
    }
    fields |= _place(number, write) | _more_of_event(setting, number, write, on)
    if setting.pictures and number % 10 == 4:
        fields |= picture(number, write)
    return Item("event", f"item-{number}", fields, write.sections(NOTE - 1_300), _seen(setting, number))


def offer(setting: Setting, number: int) -> Item:
    """Write an offer."""
    write = Writer(f"offer {setting.seed} {number}")
    day = setting.day(number)
    fields = _common(setting, number, write) | {
        "offer_kind": write.pick(("discount", "free-item", "ticket", "advice", "equipment")),
        "category": f"[{write.pick(('home', 'travel', 'online', 'food', 'free-time', 'learning', 'work'))}]",
        "provider": write.pick(PROVIDERS),
        "nations": "[england]",
        "value": f"A {write.thing()}",
        "cost": "Free",
        "where_rule": "anywhere",
        "age_note": "Until your 26th birthday",
        "care_rule": "[any-care-experience]",
        "evidence": f"[{write.pick(('none', 'pa-letter', 'care-leaver-card'))}]",
        "how_to_claim": f"\n  - Ask for the {write.thing()}\n  - Say your name\n  - Wait for a letter",
        "who_applies": "either",
        "link": f"https://offers.example.org/{number}",
        "last_checked": "2026-11-01",
        "checked_by_role": "The advice worker",
    }
    last = day + timedelta(days=400)
    fields |= {"ongoing": "true"} if number % 3 == 0 else {"valid_from": f"{day}", "valid_until": f"{last}"}
    fields |= _more_of_offer(setting, number, write)
    if setting.pictures and number % 10 == 8:
        fields |= picture(number, write)
    return Item("offer", f"item-{number}", fields, write.sections(NOTE - 1_300), _seen(setting, number))


def _common(setting: Setting, number: int, write: Writer) -> dict[str, str]:
    day = setting.day(number)
    fields = {
        "title": write.title(number),
        "summary": write.summary(),
        "date": f"{day}",
        "themes": f"[{', '.join(write.chance.sample(THEMES, 2))}]",
    }
    if setting.hidden(number):
        fields |= {"status": "draft"} if number % 100 == 53 else {"publish_on": "2027-02-01 09:00"}
    if number % 20 == 7:
        fields |= {"audience": "[young-people, partners]", "unpublish_on": "2031-01-01", "lang": "en-GB"}
    return fields


def _seen(setting: Setting, number: int) -> bool:
    return not setting.hidden(number)


def _consent(number: int) -> str:
    given = date(2026, 1, 10) + timedelta(days=number % 270)
    scope = "[web]" if number % 100 == 43 else "[web, feed, email, search-engines, social]"
    return (
        f"\n  ref: CR-2026-{number:04d}\n  given: {given}\n  scope: {scope}\n  images: none"
        f"\n  review_by: {given + timedelta(days=360)}\n  expires: {given + timedelta(days=700)}"
        "\n  under_18_when_given: false\n  status: active"
    )


def _place(number: int, write: Writer) -> dict[str, str]:
    online = {"mode": "online", "online_how": "You get the link when you book", "travel_paid": "not-needed"}
    building = {
        "mode": "both" if number % 5 == 0 else "in-person",
        "venue": f"The {write.thing()} hall",
        "address": f"{1 + number % 90} Weaver Street, Northbridge",
        "postcode": "NB1 2AB",
        "travel_paid": write.pick(("paid-up-front", "paid-back")),
        "access": "[step-free, quiet-room, accessible-toilet]",
        "areas": f"[{write.pick(AREAS)}]",
        "nations": "[england]",
    }
    if number % 5 == 0:
        building["online_how"] = online["online_how"]
    return online if number % 3 == 0 else building


def _more_of_event(setting: Setting, number: int, write: Writer, on: date) -> dict[str, str]:
    fields: dict[str, str] = {}
    if number % 4 == 0:
        fields |= {
            "age_from": "16",
            "age_to": "25",
            "places": "40",
            "food": "Soup and bread for everybody",
            "childcare": "A play worker looks after small children",
            "pay": "Reps are paid for their time",
            "bring_someone": "One friend or worker can come with you",
            "booking_url": f"https://book.example.org/{number}",
            "booking_deadline": f"{on - timedelta(days=2)}",
            "contact_phone": "01632 960 114",
            "recording": "none",
        }
    if number % 6 == 0:
        fields["agenda"] = (
            '\n  - time: "16:00"\n    title: Doors open\n    kind: Welcome\n  - time: "17:00"\n'
            f"    title: The {write.thing()}\n    speakers: [Two reps from the north]\n    kind: Talk"
        )
    if number % 40 == 6:
        fields["recurs"] = f"every {on:%A} until {on + timedelta(days=70)} except {on + timedelta(days=14)}"
        fields["changed_days"] = f"\n  - day: {on + timedelta(days=7)}\n    note: The hall is closed."
    if number % 40 == 17:
        moved = {"event_status": "rescheduled", "previous_start": f"{on - timedelta(days=7)} 16:00"}
        fields |= moved | {"status_note": "The hall was flooded, so there is a new day.", "sequence": "1"}
    if number % 40 == 27:
        fields |= {"event_status": "cancelled", "status_note": "Too few of us could come.", "sequence": "2"}
    if number % 40 == 35:
        fields |= {"after": setting.pointer(number, 1), "booking_email": "book@clnm.example.org"}
    if number % 40 == 15:
        fields |= {"start": f"{on} 00:00", "end": f"{on + timedelta(days=1)} 00:00", "all_day": "true"}
    if number % 40 == 14:
        fields["address_shown"] = "booked-only"
    return fields


def _more_of_offer(setting: Setting, number: int, write: Writer) -> dict[str, str]:
    fields: dict[str, str] = {}
    if number % 4 == 0:
        fields |= {
            "value_from": "20",
            "value_to": "60",
            "age_from": "16",
            "age_to": "25",
            "time_to_get": "About three weeks",
            "contact_email": "offers@clnm.example.org",
            "contact_phone": "01632 960 115",
            "affects_benefits": "No. It does not count as income.",
            "limited": "The first 50",
            "catch": "One for each home.",
            "source": f"https://offers.example.org/{number}/rules",
        }
    if number % 10 == 9:
        fields |= {
            "where_rule": "either",
            "responsible_areas": f"[{write.pick(AREAS)}]",
            "residence_areas": f"[{write.pick(AREAS)}]",
            "other_rules": "\n  - You are at college",
            "zero_rated": "true",
            "works_offline": "true",
            "taken_up": setting.pointer(number, 1),
            "related": f"[{setting.pointer(number, 2)}]",
        }
    return fields
