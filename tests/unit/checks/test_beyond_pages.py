"""What is no page is looked at too: feeds, calendars, pictures, drawings and scripts."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.unit.checks.conftest import Told, page

HOME = '<link rel="canonical" href="https://clnm.example.org/">'
ENTRY = "<item><title>One</title><guid>a</guid><pubDate>Fri, 20 Nov 2026 10:00:00 +0000</pubDate></item>"
CHANNEL = "<title>News</title><link>https://clnm.example.org/</link><description>News of us</description>"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>News</title><updated>2026-11-20T10:00:00Z</updated>'
EVENT = "BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20261120T100000Z\r\nDTSTART:20261204T180000Z\r\nEND:VEVENT\r\n"


def rss(inside: str) -> str:
    """Write a feed in RSS."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{inside}</channel></rss>'


def calendar(inside: str, head: str = "VERSION:2.0\r\nPRODID:-//us//us//EN\r\n") -> str:
    """Write a calendar."""
    return f"BEGIN:VCALENDAR\r\n{head}{inside}END:VCALENDAR\r\n"


def picture(kind: str, **more: object) -> bytes:
    """Draw a picture, with something beside it."""
    out = io.BytesIO()
    Image.new("RGB", (16, 16), "teal").save(out, kind, **more)
    return out.getvalue()


def exif() -> bytes:
    """Write where a picture was taken, and with what."""
    found = Image.Exif()
    found[0x010F] = "A phone"
    return found.tobytes()


FEED = '{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": []}'
WHOLE: dict[str, str | bytes] = {
    "feeds/all.rss.xml": rss(CHANNEL + ENTRY),
    "feeds/all.atom.xml": f"{ATOM}</feed>",
    "feeds/all.json": FEED,
    "calendars/a.ics": calendar(EVENT),
    "images/a.jpg": picture("JPEG"),
    "images/a.png": picture("PNG"),
    "images/a.avif": picture("AVIF"),
    "static/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    "static/a.js": 'open("/search/"); const ns = "http://www.w3.org/2000/svg"',
}


def test_what_is_as_it_must_be_is_left_alone(told: Told) -> None:
    assert told({"index.html": page(head=HOME), **WHOLE}) == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("feeds/a.xml", rss(ENTRY), "This feed has no title."),
        ("feeds/a.xml", rss(CHANNEL + ENTRY + ENTRY), "2 entries of this feed have the id a."),
        ("feeds/a.xml", rss(CHANNEL + ENTRY.replace("Fri, 20 Nov 2026", "yesterday")), "is no time"),
        ("feeds/a.xml", f"{ATOM}<entry><id>b</id></entry></feed>", "An entry of this feed has no title."),
        ("feeds/a.json", FEED.replace("[]", '[{"id": 3}]'), "has no id, or no words"),
        ("calendars/b.ics", calendar(EVENT, head="VERSION:2.0\r\n"), "It has no PRODID."),
        ("calendars/b.ics", calendar(EVENT.replace("UID:a\r\n", "")), "An event has no UID."),
        ("calendars/b.ics", calendar(EVENT + EVENT), "2 events have the UID a."),
        ("calendars/b.ics", calendar(f"X-LONG:{'a' * 80}\r\n" + EVENT), "75 is the most"),
        ("images/b.jpg", picture("JPEG", exif=exif()), "says more than it shows"),
        ("images/b.jpg", picture("JPEG", comment=b"Ana at home"), "says more than it shows"),
        ("images/b.jpg", picture("JPEG") + b"more", "says more than it shows"),
        ("images/b.jpg", picture("JPEG")[:-40], "is cut"),
        ("images/b.png", picture("PNG", exif=exif()), "says more than it shows"),
        ("images/b.png", picture("PNG")[:-3], "is cut"),
        ("images/b.avif", picture("AVIF", exif=exif()), "says more than it shows"),
        ("static/b.svg", '<svg><image href="https://cdn.other.org/a.png"/></svg>', "asks cdn.other.org"),
        ("static/b.svg", "<svg><style>a{fill:url(//cdn.other.org/a)}</style></svg>", "asks cdn.other.org"),
        ("static/b.js", 'fetch("https://count.other.org/hit")', "asks count.other.org"),
        (
            "feeds/a.xml",
            rss(CHANNEL + "<item><title>&lt;img src='https://count.other.org/a.gif'&gt;</title></item>"),
            "is fetched from somebody else",
        ),
        (
            "feeds/a.json",
            FEED.replace("[]", '[{"id": "a", "content_html": "<img src=\\"//o.org/a\\">"}]'),
            "is fetched from somebody else",
        ),
        (
            "sitemap.xml",
            "<urlset><url><loc>https://clnm.example.org/gone/</loc></url></urlset>",
            "/gone/ is not there.",
        ),
    ],
)
def test_what_is_wrong_is_said(told: Told, name: str, data: str | bytes, said: str) -> None:
    found = told({"index.html": page(head=HOME), name: data})
    assert any(said in problem.message and problem.stops for problem in found), found


def test_a_player_that_a_page_may_show_may_stand_in_a_script(told: Told) -> None:
    policy = (
        '<meta http-equiv="Content-Security-Policy" content="frame-src https://player.film.org; script-src \'self\'">'
    )
    assert told({"index.html": page(head=HOME + policy), "a.js": 'f.src = "https://player.film.org/x"'}) == []
