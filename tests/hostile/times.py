"""Days, times, series, and words that a feed, a calendar or an email might trip over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests import samples
from tests.hostile.case import Case, Outcome, Promise, header

_DAYS = {
    "slashes": "31/10/2026", "two-readings": "03/04/2026", "words": "1st November 2026", "american": "11/20/2026",
    "no-such-day": "2026-02-30", "leap": "2026-02-29", "month-13": "2026-13-01", "month-0": "2026-00-10",
    "day-0": "2026-11-00", "year-1": "0001-01-01", "year-0": "0000-01-01", "year-9999": "9999-12-31",
    "year-10000": "10000-01-01", "year-negative": "-2026-11-20", "year-short": "26-11-20", "year-1899": "1899-12-31",
    "year-1970": "1970-01-01", "one-figure": "2026-1-2", "basic": "20261120", "week": "2026-W47-5",
    "ordinal": "2026-324", "moment": "2026-11-20T10:00:00Z", "epoch": "1795000000", "serial": "46346",
    "arabic": "٢٠٢٦-١١-٢٠", "full-width": "２０２６-11-20", "null": "null", "today": "today", "list": "[2026-11-20]",
    "range": "2026-11-20/2026-11-21", "trailing": "2026-11-20 or so",
}  # fmt: skip
_EVENTS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "end-first": ("an end before its start", {"end": "2026-12-04 15:00"}),
    "no-length": ("an event of no length", {"end": "2026-12-04 16:00"}),
    "time-24": ("twenty-four o'clock", {"start": "2026-12-04 24:00"}),
    "time-25": ("twenty-five o'clock", {"start": "2026-12-04 25:00"}),
    "minute-60": ("a sixtieth minute", {"start": "2026-12-04 16:60"}),
    "time-second": ("a sixty-first second", {"start": "2026-12-04 16:00:61"}),
    "time-words": ("a time in words", {"start": "2026-12-04 4pm"}),
    "time-dot": ("a dot in a time", {"start": "2026-12-04 16.00"}),
    "time-zone": ("a time of another zone", {"start": "2026-12-04 16:00+05:00"}),
    "time-utc": ("a time of UTC", {"start": "2026-12-04T16:00Z"}),
    "time-none": ("a day without a time", {"start": "2026-12-04"}),
    "clock-gap": ("an hour that spring skips", {"start": "2027-03-28 01:30", "end": "2027-03-28 03:00"}),
    "year-1": ("the first year", {"start": "0001-01-01 00:00", "end": "0001-01-01 01:00"}),
    "year-9999": ("the last year that computers know", {"start": "9999-12-31 23:00", "end": "9999-12-31 23:59"}),
    "series-endless": ("a series until 9999", {"recurs": "every Friday until 9999-12-31"}),
    "series-long": ("a series of fifty years", {"recurs": "every Friday until 2076-12-31"}),
    "series-nonsense": ("a series in other words", {"recurs": "FREQ=SECONDLY"}),
    "series-injected": ("a series that brings a line", {"recurs": '"every Friday until 2027-01-01\\nATTENDEE:x"'}),
    "series-weekday": ("a series on another weekday", {"recurs": "every Monday until 2027-01-01"}),
    "series-over": ("a series that ends before it starts", {"recurs": "every Friday until 2026-11-20"}),
    "series-all-gaps": (
        "a series of which nothing is left",
        {"recurs": "every Friday until 2026-12-04 except 2026-12-04"},
    ),
    "series-gap-strange": ("a gap that fits nothing", {"recurs": "every Friday until 2027-01-01 except 2026-12-05"}),
    "venue-lines": ("a venue that brings a line", {"venue": '"Mill Rooms\\nATTENDEE:mailto:a@example.org"'}),
    "venue-return": ("a venue with a carriage return", {"venue": '"Mill Rooms\\r\\nEND:VEVENT"'}),
    "joining-link": ("a joining link", {"mode": "online", "booking_link": "https://zoom.us/j/123456789?pwd=secret"}),
    "contact-none": ("an address that is none", {"contact_email": "mailto:a@example.org"}),
    "contact-two": ("two addresses", {"contact_email": "a@example.org, b@example.org"}),
}
_TRIPS = {
    "cdata-end": ("the end of CDATA", "A week ]]> and more"),
    "calendar-signs": ("every sign that calendars escape", r'"A week; cold, wet\\ and \"long\""'),
    "calendar-end": ("the end of an event", '"END:VEVENT BEGIN:VALARM"'),
    "entity": ("an entity", "A cold week &lt;b&gt; &amp; more &#106;"),
    "comment": ("the end of a comment", "A cold --> week <!-- here"),
    "markup": ("markup", "A <b>cold</b> week"),
    "script": ("the end of a title and a script", "A week</title><script>alert(1)</script>"),
    "attribute": ("the end of an attribute", "'A week\" onmouseover=\"alert(1)'"),
    "template": ("a template's expression", '"{{ 7 * 7 }} cold {% raw %} week"'),
    "format": ("a format's expression", "A week of {0.__class__} and %(name)s"),
    "encoded-word": ("an encoded word of mail", "A week =?utf-8?q?=0D=0ABcc=3A_x?="),
    "json": ("the end of a JSON text", '"A week\\", \\"x\\": \\"</script>"'),
    "markdown": ("Markdown", "A **cold** [week](javascript:alert)"),
    "right-to-left": ("a title from right to left", "یک هفته‌ی سرد در خانه‌ی من"),
    "emoji-long": ("nothing but wide letters, to be folded between them", "Cold " + "🥶" * 70),
    "quotes": ("quote marks of every sort", 'It’s “a” ‘cold’ «week» "here"'),
    "url": ("an address", "See https://example.org/a?b=c&d=e for a week"),
    "path": ("a path that climbs", "../../../etc/passwd and more"),
    "formula": ("a formula for a spreadsheet", "'=HYPERLINK(\"https://example.org\")'"),
    "shell": ("a command", "A week; $(rm -rf /) `reboot`"),
    "mail-dot": ("what ends a letter", "A week . and QUIT"),
}


def _events() -> Iterator[Case]:
    for name, (what, changed) in _EVENTS.items():
        text = samples.text("event", "Soup.", title=f"An event {name}", **changed).encode()
        path = f"events/event-{name}.md"
        yield Case(f"event-{name}", what, Promise.FEEDS, Outcome.REFUSED, {path: text})
    edges: Mapping[str, tuple[str, Mapping[str, object]]] = {
        "clock-twice": ("an hour that autumn has twice", {"start": "2027-10-31 01:30", "end": "2027-10-31 03:00"}),
        "last-day": ("the last day that is taken", {"start": "2199-12-31 22:00", "end": "2199-12-31 23:59"}),
        "first-day": ("the first day that is taken", {"start": "2017-01-01 00:00", "end": "2017-01-01 01:00"}),
        "leap-day": ("a leap day", {"start": "2028-02-29 16:00", "end": "2028-02-29 17:00"}),
        "midnight": ("an event over midnight", {"start": "2026-12-31 23:30", "end": "2027-01-01 00:30"}),
        "across-spring": ("a series across the change of clocks", {"recurs": "every Friday until 2027-04-30"}),
        "series-many-gaps": (
            "the same gap a thousand times",
            {"recurs": f"every Friday until 2027-01-01 except {', '.join(['2026-12-11'] * 1000)}"},
        ),
        "venue-signs": ("signs in a venue", {"venue": r'"Mill; Rooms, \"A\" \\ B: C"'}),
        "venue-long": ("a venue of 300 wide letters", {"venue": "é" * 300}),
    }
    for name, (what, changed) in edges.items():
        text = samples.text("event", "Soup.", title=f"An event {name}", **changed).encode()
        path = f"events/event-{name}.md"
        yield Case(f"event-{name}", what, Promise.FEEDS, Outcome.HARMLESS, {path: text}, shows=f"An event {name}")


def _days() -> Iterator[Case]:
    for name, day in _DAYS.items():
        text = header(f"date: {day}").encode()
        case = f"day-{name}"
        yield Case(case, f"a day: {day}", Promise.FIELDS, Outcome.REFUSED, {f"pages/{case}.md": text}, line=4)


def _trips() -> Iterator[Case]:
    for name, (what, title) in _TRIPS.items():
        for kind, more in {"event": {"venue": title}, "story": {}}.items():
            case = f"words-{name}-{kind}"
            text = samples.text(kind, "Soup.", title=title, **more).encode()
            path = f"{samples.KINDS[kind].folder}/{case}.md"
            yield Case(case, f"{what}, in a title", Promise.FEEDS, Outcome.HARMLESS, {path: text})


CASES = (*_events(), *_days(), *_trips())
