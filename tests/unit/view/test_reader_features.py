"""What pages offer a reader on top: ways to pass on, to follow, to find, and players that ask before they load."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.model import Channel
from plugins.view import Viewpoint
from plugins.view.alphabet import MOST, alphabet
from plugins.view.films import player
from plugins.view.findable import findable
from plugins.view.following import news_page
from plugins.view.help import message_to
from tests import samples
from tests.unit.view import looking


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://www.youtube.com/watch?v=abc-EFG_123&t=9s", "https://www.youtube-nocookie.com/embed/abc-EFG_123"),
        ("https://youtu.be/abc-EFG_123", "https://www.youtube-nocookie.com/embed/abc-EFG_123"),
        ("https://m.youtube.com/shorts/abc-EFG_123/", "https://www.youtube-nocookie.com/embed/abc-EFG_123"),
        ("https://vimeo.com/12345", "https://player.vimeo.com/video/12345"),
        ("https://vimeo.com/12345/0a1b2c", "https://player.vimeo.com/video/12345"),
        ("https://vimeo.com/clnm", ""),
        ("https://www.youtube.com/@clnm", ""),
        ("https://youtube.com.example.org/watch?v=abc-EFG_123", ""),
        ("https://video.example.org/our-front-doors", ""),
    ],
)
def test_a_film_plays_here_where_there_is_a_player_without_cookies(link: str, expected: str) -> None:
    assert player(link).partition("?")[0] == expected


def test_a_page_can_be_passed_on_without_a_script() -> None:
    shown = looking.page(samples.document("story", title="Tea & “biscuits”"))
    assert [way.href.partition("?")[0] for way in shown.share] == ["mailto:", "https://wa.me/", "sms:"]
    assert (
        "Tea%20%26%20%E2%80%9Cbiscuits%E2%80%9D%20https%3A//clnm.example.org/stories/first-keys/" in shown.share[1].href
    )


@pytest.mark.parametrize("scope", ["[web]", "[web, email, search-engines]"])
def test_a_story_that_may_not_go_to_social_media_offers_no_way_to_pass_it_on(scope: str) -> None:
    assert looking.page(samples.document("story", consent={"scope": scope})).share == ()


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Text SHOUT to 85258", "sms:85258?&body=SHOUT"),
        ("Text 07700 900 123, 24 hours a day", "sms:07700900123"),
        ("Text YM to 85258 24 hours a day", "sms:85258?&body=YM"),
        ("Send a text to 07700 900123", "sms:07700900123"),
        ("Text HELP to +44 7700 900123.", "sms:+447700900123?&body=HELP"),
        ("Write in the app", ""),
        ("", ""),
    ],
)
def test_a_line_that_one_can_text_opens_the_message(words: str, address: str) -> None:
    assert message_to(words) == address


def test_people_are_not_passed_round() -> None:
    assert looking.page(samples.document("person")).share == ()


def test_only_what_search_engines_may_have_can_be_found() -> None:
    library = samples.library(
        samples.document("story", "open-one"),
        samples.document("story", "quiet-one", consent={"scope": "[web]"}),
        samples.document("page", "about-it", "/// story | quiet-one\n///"),
        samples.document("story", "emailed", consent={"scope": "[email, search-engines]"}),
    )
    found = list(findable(library, looking.SITE, whole=True))
    assert [one.document_id for one in found] == ["story:open-one"]


def test_what_is_found_says_no_more_of_a_storyteller_than_the_page() -> None:
    over = "/// notice | Over\n    until: 2026-01-01\n\nOld words.\n///"
    post = "/// notice | Post\n    only: email\n\nMail words.\n///"
    body = f"I laughed.\n\n{over}\n\n{post}"
    library = samples.library(
        samples.document("area", "northbridge", title="Northbridge Project"),
        samples.document("story", "a-story", body, identity="anonymous", location_shown="none", area="northbridge"),
    )
    stories = (one for one in findable(library, looking.SITE, whole=True) if one.kind == "story")
    words = " ".join(one.said for one in stories)
    assert "I laughed." in words
    for hidden in ("Bryn", "Northbridge", "North West", "Old words", "Mail words"):
        assert hidden not in words


def test_the_list_from_a_to_z_leaves_out_articles_and_accents() -> None:
    library = samples.library(
        samples.document("page", "one", title="The élan of it"),
        samples.document("page", "two", title="“Earl” grey"),
        samples.document("page", "three", title="24 hours"),
        samples.document("page", "four", title="Another day"),
    )
    ((url, show),) = alphabet(library)
    assert url == "/a-z/"
    view = show(looking.from_page(library, url))
    assert {letter.letter: [one.title for one in letter.found] for letter in view.letters} == {
        "A": ["Another day"],
        "E": ["“Earl” grey", "The élan of it"],
        "0–9": ["24 hours"],
    }


def test_a_long_list_has_a_page_for_each_letter() -> None:
    documents = (samples.document("page", f"p-{n}", title=f"{'bcd'[n % 3]} page {n}") for n in range(MOST + 1))
    library = samples.library(*documents)
    pages = {url: show(looking.from_page(library, url)) for url, show in alphabet(library)}
    assert list(pages) == ["/a-z/", "/a-z/b/", "/a-z/c/", "/a-z/d/"]
    assert pages["/a-z/"].letters == ()
    assert [letter.letter for letter in pages["/a-z/c/"].letters] == ["C"]


def test_a_letter_with_too_much_has_a_page_for_each_two_and_keeps_what_has_no_second() -> None:
    titles = ["S 24 hours", "S’s page", *(f"{('St', 'Sa', 'Éa', 'Só')[n % 4]} page {n}" for n in range(2 * MOST))]
    library = samples.library(*(samples.document("page", f"p-{n}", title=title) for n, title in enumerate(titles)))
    pages = {url: show(looking.from_page(library, url)) for url, show in alphabet(library)}
    assert list(pages) == ["/a-z/", "/a-z/e/", "/a-z/s/", "/a-z/sa/", "/a-z/so/", "/a-z/st/"]
    assert [chip.text for chip in pages["/a-z/s/"].chips] == ["Sa", "So", "St"]
    assert [[one.title for one in letter.found] for letter in pages["/a-z/s/"].letters] == [["S 24 hours", "S’s page"]]
    assert [(chip.text, chip.current) for chip in pages["/a-z/so/"].chips] == [
        ("S", False),
        ("Sa", False),
        ("So", True),
        ("St", False),
    ]
    assert sum(page.count for page in pages.values()) == len(titles)


def test_an_area_can_be_followed_and_its_calendar_only_while_it_has_dates() -> None:
    bare, busy = samples.document("area", "bare"), samples.document("area", "busy")
    library = samples.library(bare, busy, samples.document("event", areas="busy"))
    view = news_page(looking.from_page(library, "/get-the-news/"))
    assert {one.feed: one.calendar for one in view.areas} == {
        "../feeds/areas/bare.rss.xml": "",
        "../feeds/areas/busy.rss.xml": "webcal://clnm.example.org/calendars/areas/busy.ics",
    }
    assert view.sign_up == ""
    assert view.write == "mailto:hello@clnm.example.org?subject=Please%20send%20me%20CLNM%20News"


def test_the_form_leads_to_our_own_application_before_anybody_elses() -> None:
    theirs = replace(looking.SITE, sign_up_url="https://lists.example.org/form", sign_up_field="EMAIL")
    ours = replace(theirs, subscriptions_url="https://news.example.org")
    library = samples.library()
    view = news_page(Viewpoint.on_page(library, theirs, "/get-the-news/"))
    assert (view.sign_up, view.field, view.yours) == ("https://lists.example.org/form", "EMAIL", "")
    view = news_page(Viewpoint.on_page(library, ours, "/get-the-news/"))
    assert (view.sign_up, view.field) == ("https://news.example.org/", "email")
    assert view.yours == "https://news.example.org/yours"


def test_a_translation_of_an_event_leads_to_the_one_calendar_file() -> None:
    translated = samples.document("event", "treffen", lang="prs", translation_of="first-keys")
    library = looking.library(samples.document("event"), translated)
    assert library.on(Channel.WEB).get(translated.id)
    assert looking.page(translated, samples.document("event")).calendar == "../../calendars/first-keys.ics"
