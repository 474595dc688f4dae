"""Feeds: right in three formats, whole addresses, no clock, and nobody in them who did not agree to feeds."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from plugins import images
from plugins.feeds import artefacts
from plugins.feeds.selections import MOST
from plugins.library import Library
from plugins.model import Channel
from plugins.view import Site
from tests.rooms import shelves
from tests.rooms.shelves import looked_at, moment, printed, small

STORY = """\
-- stories/first-keys.md --
---
title: First keys
summary: What it was like to get a front door key of my own, and who was there.
date: 2026-11-01
storyteller: Ana
identity: pseudonym
location_shown: region
region: north-west
told_by: own-words
themes: [first-home]
what_helped: My worker, a tool kit and a bus pass.
storyteller_approved_on: 2026-10-30
consent:
  ref: CR-2026-014
  given: 2026-10-01
  scope: [web, feed, email]
  images: none
  review_by: 2027-09-30
  expires: 2028-09-30
  under_18_when_given: false
  status: active
---

## The day

I turned the key three times. Nobody told me not to.
"""
PUBLICATION = """\
-- publications/report.md --
---
title: What young people told us
summary: Forty characters at the very least, so that this is long enough.
date: 2026-11-02
publication_kind: report
authors: [CLNM]
---

## What we asked

See [what we asked](#what-we-asked), and [Ana's story](story:first-keys).

/// story | first-keys
///
"""
OFFER = """\
-- offers/kettle.md --
---
title: A kettle for your first home
summary: Forty characters at the very least, so that this is long enough.
date: 2026-11-03
nations: [england]
offer_kind: free-item
category: [home]
provider: hearth-and-hob
value: One kettle
cost: Free
where_rule: anywhere
age_note: at any age
care_rule: [any-care-experience]
evidence: [none]
how_to_claim: [Ask for one.]
who_applies: you
link: https://example.org/kettle
valid_until: 2026-11-30
last_checked: 2026-11-01
---

A kettle.
"""
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OF_ALL_FEEDS = ("rss.xml", "atom.xml")
"""The formats that every feed has."""


class Addresses(HTMLParser):
    """Collects every address in a text."""

    def __init__(self, text: str) -> None:
        """Read a text at once."""
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's name
        for name, value in attrs:
            if name in {"href", "src"}:
                self.found.append(value or "")
            if name == "srcset":
                self.found += [part.split()[0] for part in (value or "").split(",")]


def made(library: Library, site: Site, theme: Path) -> dict[str, bytes]:
    """Make every feed of a library."""
    return printed(artefacts(library, site, theme), library)


def entries(files: dict[str, bytes]) -> list[dict[str, Any]]:
    """Give the entries of the feed of everything, as its JSON has them."""
    found: list[dict[str, Any]] = json.loads(files["feeds/all.json"])["items"]
    return found


def slugs(files: dict[str, bytes], name: str = "all") -> list[str]:
    """Give the slugs of a feed's entries, which must be the same in every format."""
    ids = [[entry["id"] for entry in parsed(files[f"feeds/{name}.{ending}"])["entries"]] for ending in OF_ALL_FEEDS]
    if name == "all":
        ids.append([item["id"] for item in entries(files)])
    assert all(other == ids[0] for other in ids), name
    return [one.rpartition("/")[2] for one in ids[0]]


def parsed(data: bytes) -> Any:
    """Read a feed as a feed reader does."""
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not found["bozo"], found.get("bozo_exception")
    return found


@pytest.fixture(scope="module")
def files(sample: Library, site: Site, theme: Path) -> dict[str, bytes]:
    """Give the feeds of the sample content."""
    return made(sample, site, theme)


def of_format(files: dict[str, bytes], ending: str) -> Iterator[tuple[str, bytes]]:
    """Give the feeds of one format, by name."""
    for path, data in files.items():
        if path.endswith(ending):
            yield path.removeprefix("feeds/").removesuffix(f".{ending}"), data


def test_there_is_a_feed_of_everything_and_of_each_kind_theme_and_area(
    files: dict[str, bytes], sample: Library
) -> None:
    names = {name for name, _ in of_format(files, "rss.xml")}
    assert names == {name for name, _ in of_format(files, "atom.xml")}
    assert [name for name, _ in of_format(files, "json")] == ["all"]
    assert {"all", "stories", "newsletters", "events", "offers", "publications"} <= names
    assert {f"themes/{theme}" for theme in sample.on(Channel.WEB).themes} <= names
    assert {"areas/northbridge", "areas/merecombe", "areas/strathallow"} <= names
    assert "pages" not in names
    assert len(files) == 2 * len(names) + 2
    assert "feeds/style.css" in files


def test_feed_readers_accept_every_feed(files: dict[str, bytes], site: Site) -> None:
    for ending, version in (("rss.xml", "rss20"), ("atom.xml", "atom10")):
        for name, data in of_format(files, ending):
            found = parsed(data)
            assert found["version"] == version
            assert found["feed"]["title"]
            assert found["feed"]["language"] == site.language
            links = {link["rel"]: link["href"] for link in found["feed"]["links"]}
            assert links["self"] == f"{site.siteurl}/feeds/{name}.{ending}"
            assert found["feed"]["link"].startswith(f"{site.siteurl}/")


def test_every_json_feed_has_what_its_standard_asks_for(files: dict[str, bytes], site: Site) -> None:
    for name, data in of_format(files, "json"):
        found = json.loads(data)
        assert found["version"] == "https://jsonfeed.org/version/1.1"
        assert found["title"]
        assert found["feed_url"] == f"{site.siteurl}/feeds/{name}.json"
        assert found["authors"] == [{"name": site.sitename, "url": f"{site.siteurl}/"}]
        for item in found["items"]:
            assert isinstance(item["id"], str)
            assert item["content_html"]
            assert item["url"].startswith(f"{site.siteurl}/")
            assert datetime.fromisoformat(item["date_published"]).tzinfo
            assert datetime.fromisoformat(item["date_modified"]) >= datetime.fromisoformat(item["date_published"])
            assert all({"url", "mime_type"} <= set(attachment) for attachment in item.get("attachments", ()))


def test_every_atom_feed_has_what_its_standard_asks_for(files: dict[str, bytes], site: Site) -> None:
    for name, data in of_format(files, "atom.xml"):
        root = ET.fromstring(data)  # noqa: S314 - we wrote it a moment ago
        assert root.findtext(f"{ATOM}id") == f"tag:clnm.example.org,2026:feeds/{name}"
        assert [author.findtext(f"{ATOM}name") for author in root.iter(f"{ATOM}author")] == [site.sitename]
        ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
        assert len(set(ids)) == len(ids)
        for entry in root.iter(f"{ATOM}entry"):
            assert {f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated", f"{ATOM}content"} <= {part.tag for part in entry}
            relations = [link.get("rel", "alternate") for link in entry.findall(f"{ATOM}link")]
            assert relations in (["alternate"], ["alternate", "enclosure"])


def test_an_id_is_no_address_and_holds_no_name(site: Site, plain_theme: Path) -> None:
    data = made(small(STORY), site, plain_theme)["feeds/all.rss.xml"]
    guid = ET.fromstring(data).find("channel/item/guid")  # noqa: S314 - we wrote it a moment ago
    assert guid is not None
    assert (guid.text, guid.attrib) == ("tag:clnm.example.org,2026:story/first-keys", {"isPermaLink": "false"})


def test_nobody_is_the_author_of_an_entry(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        assert not re.search(rb"<(dc:creator|managingEditor|contributor)\b", data), path
        if path.endswith("rss.xml"):
            assert b"<author" not in data
        if path.endswith("json"):
            assert all("authors" not in item for item in json.loads(data)["items"])


def test_who_did_not_agree_to_feeds_is_in_none(files: dict[str, bytes], sample: Library) -> None:
    feed, kept_out = sample.on(Channel.FEED), []
    for document in sample.documents:
        if feed.get(document.id) is None and document.agreed:
            kept_out.append(document.slug)
            for words in (document.slug, document.title, document.summary, *document.words.split("\n")):
                if len(words) > 8:
                    assert not [path for path, data in files.items() if words.encode() in data], words
    assert "the-night-i-rang" in kept_out


@pytest.mark.parametrize("scope", ["web", "web, email", "web, search-engines, social, print, press, partners"])
def test_without_a_yes_to_feeds_a_story_is_in_none_even_by_its_card(site: Site, plain_theme: Path, scope: str) -> None:
    library = small(STORY.replace("web, feed, email", scope) + PUBLICATION)
    for path, data in made(library, site, plain_theme).items():
        assert b"first-keys" not in data, path
        assert b"First keys" not in data, path
        assert b"turned the key" not in data, path


def test_what_has_no_page_on_the_web_is_in_the_feeds_without_an_address(site: Site, plain_theme: Path) -> None:
    files = made(small(STORY.replace("web, feed, email", "feed")), site, plain_theme)
    assert [item["id"] for item in entries(files)] == ["tag:clnm.example.org,2026:story/first-keys"]
    assert "url" not in entries(files)[0]
    for ending in ("rss.xml", "atom.xml"):
        found = parsed(files[f"feeds/all.{ending}"])
        assert not found["bozo"]
        assert "/stories/first-keys/" not in files[f"feeds/all.{ending}"].decode()


def test_a_theme_whose_only_story_stays_out_still_has_its_feed_because_its_page_links_to_it(
    site: Site, plain_theme: Path
) -> None:
    library = small(STORY.replace("web, feed, email", "web"))
    for as_of in ("2026-11-21 12:00", "2026-12-21 12:00"):
        files = made(Library(library.documents, (), (), moment(as_of)), site, plain_theme)
        assert slugs(files, "themes/first-home") == []
        assert parsed(files["feeds/themes/first-home.atom.xml"])["feed"]["updated"].startswith("2017-01-01")


def test_an_ended_offer_leaves_the_feeds(site: Site, plain_theme: Path) -> None:
    assert slugs(made(small(OFFER, "2026-11-30 23:59"), site, plain_theme), "offers") == ["kettle"]
    assert slugs(made(small(OFFER, "2026-12-01 00:00"), site, plain_theme), "offers") == []


def test_a_feed_holds_the_latest_thirty_with_the_newest_first(site: Site, plain_theme: Path) -> None:
    many = "".join(
        STORY.replace("first-keys.md", f"keys-{day:02}.md").replace("date: 2026-11-01", f"date: 2026-10-{day:02}", 1)
        for day in range(1, 32)
    )
    later = STORY.replace("storyteller:", "publish_on: 2026-11-20 18:00\nstoryteller:", 1)
    found = slugs(made(small(many + later.replace("2026-11-01", "2026-09-01", 1)), site, plain_theme), "stories")
    assert found == ["first-keys", *(f"keys-{day:02}" for day in range(31, 2, -1))]
    assert len(found) == MOST


def test_dates_are_the_documents_own_in_london(site: Site, plain_theme: Path) -> None:
    text = STORY.replace("date: 2026-11-01", "date: 2026-07-01\nupdated: 2026-11-05", 1).replace(
        "2026-10-01", "2026-06-01"
    )
    files = made(small(text.replace("2027-09-30", "2027-06-01").replace("2028-09-30", "2028-06-01")), site, plain_theme)
    item = entries(files)[0]
    assert (item["date_published"], item["date_modified"]) == ("2026-07-01T00:00:00+01:00", "2026-11-05T00:00:00+00:00")
    rss = parsed(files["feeds/all.rss.xml"])
    assert rss["entries"][0]["published"] == "Wed, 01 Jul 2026 00:00:00 +0100"
    assert rss["feed"]["updated"] == "Thu, 05 Nov 2026 00:00:00 +0000"
    assert parsed(files["feeds/all.atom.xml"])["feed"]["updated"] == "2026-11-05T00:00:00+00:00"


def test_an_entry_is_never_updated_before_it_was_published(site: Site, plain_theme: Path) -> None:
    later = "updated: 2026-11-02\npublish_on: 2026-11-20 18:00\nstoryteller:"
    item = entries(made(small(STORY.replace("storyteller:", later, 1)), site, plain_theme))[0]
    assert item["date_published"] == item["date_modified"] == "2026-11-20T18:00:00+00:00"


def test_a_theme_is_a_category_by_its_label(site: Site, plain_theme: Path) -> None:
    files = made(small(STORY), site, plain_theme)
    assert entries(files)[0]["tags"] == ["First home"]
    assert parsed(files["feeds/all.rss.xml"])["entries"][0]["tags"][0]["term"] == "First home"
    tag = parsed(files["feeds/all.atom.xml"])["entries"][0]["tags"][0]
    assert (tag["term"], tag["label"]) == ("first-home", "First home")


def test_every_address_in_an_entry_is_whole(files: dict[str, bytes]) -> None:
    seen = 0
    for item in entries(files):
        for address in Addresses(item["content_html"]).found:
            seen += 1
            assert re.match(r"https://|mailto:|tel:|sms:", address), (item["id"], address)
    assert seen > 50


def test_a_link_inside_a_page_leads_to_that_page(site: Site, plain_theme: Path) -> None:
    item = entries(made(small(STORY + PUBLICATION), site, plain_theme))[0]
    page = "https://clnm.example.org/publications/report/"
    assert Addresses(item["content_html"]).found[0] == f"{page}#what-we-asked"


@pytest.mark.parametrize("drawn", ["theme", "plain_theme"])
def test_the_content_note_and_its_lines_come_before_the_words(
    site: Site, drawn: str, request: pytest.FixtureRequest
) -> None:
    noted = STORY.replace("told_by:", "content_note: [suicide]\nsupports: [samaritans, shout]\ntold_by:", 1)
    files = made(small(noted), site, request.getfixturevalue(drawn))
    for ending in ("rss.xml", "atom.xml"):
        assert_in_order(parsed(files[f"feeds/all.{ending}"])["entries"][0]["content"][0]["value"])
    assert_in_order(entries(files)[0]["content_html"])


def assert_in_order(text: str) -> None:
    """Note, lines, words."""
    places = [text.index(words) for words in ("suicide", "116 123", "85258", "I turned the key")]
    assert places == sorted(places)


def test_a_story_is_told_in_full(site: Site, theme: Path) -> None:
    item = entries(made(small(STORY), site, theme))[0]
    assert "I turned the key three times. Nobody told me not to." in item["content_html"]
    assert item["summary"].startswith("What it was like")


def test_words_that_look_like_markup_stay_words_in_every_format(site: Site, plain_theme: Path) -> None:
    title = "Keys & <b>doors</b> ]]> &amp; “more”"
    text = STORY.replace("title: First keys", f'title: "{title}"').replace("three times", "&lt;i&gt; ]]&gt; &#1; £5")
    files = made(small(text), site, plain_theme)
    item = entries(files)[0]
    assert item["title"] == title
    assert "&lt;i&gt; ]]&gt;" in item["content_html"]
    assert "\x01" not in item["content_html"]
    rss = ET.fromstring(files["feeds/all.rss.xml"])  # noqa: S314 - we wrote it a moment ago
    atom = ET.fromstring(files["feeds/all.atom.xml"])  # noqa: S314 - we wrote it a moment ago
    assert rss.findtext("channel/item/title") == atom.findtext(f"{ATOM}entry/{ATOM}title") == title
    encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
    assert rss.findtext(f"channel/item/{encoded}") == item["content_html"]
    assert atom.findtext(f"{ATOM}entry/{ATOM}content") == item["content_html"]


def test_pictures_go_along_and_are_among_those_that_are_published(
    files: dict[str, bytes], sample: Library, site: Site, theme: Path
) -> None:
    published = {f"{site.siteurl}/{artefact.path}" for artefact in images.artefacts(sample, site, theme)}
    rss = ET.fromstring(files["feeds/all.rss.xml"])  # noqa: S314 - we wrote it a moment ago
    atom = ET.fromstring(files["feeds/all.atom.xml"])  # noqa: S314 - we wrote it a moment ago
    in_rss = [part.attrib for part in rss.iter("enclosure")]
    in_atom = [link.attrib for link in atom.iterfind(f"{ATOM}entry/{ATOM}link") if link.get("rel") == "enclosure"]
    in_json = [item["image"] for item in entries(files) if "image" in item]
    assert in_json
    assert [part["url"] for part in in_rss] == [link["href"] for link in in_atom] == in_json
    assert set(in_json) <= published
    assert {part["type"] for part in (*in_rss, *in_atom)} == {"image/jpeg"}
    assert {part["length"] for part in in_rss} == {"0"}


@pytest.mark.parametrize("ending", ["rss.xml", "atom.xml"])
def test_an_entry_says_which_language_it_is_in(site: Site, plain_theme: Path, ending: str) -> None:
    dari = STORY.replace("first-keys.md", "kelid.md").replace("told_by:", "lang: prs\ntold_by:", 1)
    found = parsed(made(small(STORY + dari), site, plain_theme)[f"feeds/all.{ending}"])
    assert [entry["title_detail"]["language"] for entry in found["entries"]] == ["en-GB", "prs"]


@pytest.mark.parametrize("name", ["all", "themes/first-home"])
@pytest.mark.parametrize("ending", ["rss.xml", "atom.xml"])
def test_who_opens_a_feed_in_a_browser_is_told_what_it_is(
    files: dict[str, bytes], site: Site, name: str, ending: str
) -> None:
    data = files[f"feeds/{name}.{ending}"]
    sheet = re.search(rb'<\?xml-stylesheet type="text/css" href="([^"]+)"\?>', data)
    assert sheet is not None
    assert data.index(sheet[0]) < data.index(b"<rss" if ending == "rss.xml" else b"<feed")
    assert posixpath.normpath(f"feeds/{posixpath.dirname(name)}/{sheet[1].decode()}") in files
    root = ET.fromstring(data)  # noqa: S314 - we wrote it a moment ago
    (block,) = root.iter(f"{XHTML}div")
    links = [link.get("href") for link in block.iter(f"{XHTML}a")]
    assert links[0] == f"{site.siteurl}/get-the-news/"
    assert "This is a feed." in "".join(block.itertext())
    found = parsed(data)
    assert not found["bozo"]
    assert found["feed"]["title"] == block.findtext(f"{XHTML}h1")
    assert found["feed"]["link"] == links[1]


def test_what_stands_on_top_of_a_feed_costs_next_to_nothing(files: dict[str, bytes]) -> None:
    data = files["feeds/all.rss.xml"]
    bare = re.sub(rb"<\?xml-stylesheet[^>]*>|<div xmlns.*?</div>", b"", data, flags=re.DOTALL)
    style = len(gzip.compress(files["feeds/style.css"], mtime=0))
    assert style + len(gzip.compress(data, mtime=0)) - len(gzip.compress(bare, mtime=0)) <= 600


def test_the_same_content_gives_the_same_bytes_on_another_day(site: Site, plain_theme: Path) -> None:
    text = STORY + PUBLICATION
    today = made(small(text), site, plain_theme)
    assert made(small(text), site, plain_theme) == today
    assert made(small(text, "2026-11-22 09:00"), site, plain_theme) == today


def test_the_sample_gives_the_same_bytes_again(files: dict[str, bytes], site: Site, theme: Path) -> None:
    assert made(shelves.sample(), site, theme) == files


def test_a_feed_is_made_again_when_what_is_in_it_changes_and_only_then(site: Site, plain_theme: Path) -> None:
    def prints(text: str, site: Site = site) -> dict[str, str]:
        return {
            made.path: made.fingerprint for made in looked_at(artefacts(small(text), site, plain_theme), small(text))
        }

    def names(after: dict[str, str]) -> set[str]:
        return {path.removeprefix("feeds/").partition(".")[0] for path in before if before[path] != after[path]}

    before = prints(STORY + OFFER)
    assert len(set(before.values())) == len(before)
    assert names(prints(STORY + OFFER)) == set()
    assert names(prints(STORY.replace("three times", "four times") + OFFER)) == {"all", "stories", "themes/first-home"}
    assert names(prints(STORY + OFFER, replace(site, siteurl="https://other.example.org"))) == names(
        dict.fromkeys(before, "")
    )
    entry = plain_theme / "templates/feed/entry.html"
    entry.write_text(entry.read_text("utf-8") + "<hr>", "utf-8")
    assert {"all", "stories", "offers"} <= names(prints(STORY + OFFER))


def test_a_feed_is_not_made_from_the_neighbours_of_what_is_in_it(site: Site, plain_theme: Path) -> None:
    other = STORY.replace("first-keys.md", "a-cat.md").replace("themes: [first-home]", "related: [story:first-keys]")
    library = small(STORY + other)
    sources = {made.path: made.sources for made in looked_at(artefacts(library, site, plain_theme), library)}
    assert sources["feeds/themes/first-home.rss.xml"] == ("story:first-keys",)
    assert sources["feeds/stories.rss.xml"] == ("story:a-cat", "story:first-keys")


def test_a_feed_knows_every_document_that_shows_in_it(site: Site, plain_theme: Path) -> None:
    library = small(STORY + PUBLICATION)
    sources = {made.path: made.sources for made in looked_at(artefacts(library, site, plain_theme), library)}
    assert set(sources["feeds/publications.rss.xml"]) >= {"publication:report", "story:first-keys"}
    assert sources["feeds/offers.rss.xml"] == ()
