"""What each sender is handed: its own tags, nothing else that it would take for one, and the edition as it is."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import html5lib
import jinja2
import pytest

from plugins.editions import artefacts
from plugins.editions.senders import ADDRESS, SENDERS
from plugins.library import Library
from plugins.view import Site
from plugins.view.editions import UNSUBSCRIBE
from tests import samples
from tests.inbox import gosender
from tests.inbox.letters import said
from tests.rooms.shelves import looked_at

WAY_OUT = "https://lists.example.org/subscription/0123456789abcdef/0123456789abcdef"
TRICKY = (
    "A price of {{ 7 }} and {{ price }}, a {% now %} and a {# note #}, \\*|FNAME|\\* and \\*|LIST:ADDRESS|\\*.\n\n"
    "Tick ` and tock `, three < four, a brace } and two }}, and {{{ three.\n\n"
    "[A link with signs](https://example.org/?q=*|X|*&r=%7B%7B)"
)


@pytest.fixture(scope="module")
def library() -> Library:
    """Give an issue whose words look like the tags of all senders."""
    return samples.library(samples.document("newsletter", body=TRICKY, title="The {{ title }} *|TITLE|*"))


@pytest.fixture(scope="module")
def files(library: Library, site: Site, theme: Path) -> dict[str, str]:
    """Give every file of the issue, for every sender."""
    every = dataclasses.replace(site, senders=tuple(SENDERS))
    found = (
        artefact for artefact in looked_at(artefacts(library, every, theme), library) if "preview" not in artefact.path
    )
    return {artefact.path.removeprefix("editions/2026-12/"): artefact.make().decode() for artefact in found}


def words(html: str) -> str:
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    assert body is not None
    return said(body)


@pytest.mark.parametrize("part", ["edition.html", "edition.txt"])
def test_what_listmonk_sends_is_the_edition_byte_for_byte(files: dict[str, str], part: str) -> None:
    arrived = gosender.sent(files[f"for-listmonk/{part}"], WAY_OUT)
    wanted = files[part].replace(UNSUBSCRIBE, WAY_OUT)
    assert arrived == wanted
    assert ("<!--[if mso]>" in arrived) == (part == "edition.html")


@pytest.mark.parametrize("part", ["edition.html", "edition.txt"])
def test_what_buttondown_sends_says_what_the_edition_says(files: dict[str, str], part: str) -> None:
    environment = jinja2.Environment(autoescape=False, keep_trailing_newline=True)  # noqa: S701 - Buttondown's
    arrived = environment.from_string(files[f"for-buttondown/{part}"]).render(unsubscribe_url=WAY_OUT)
    wanted = files[part].replace(UNSUBSCRIBE, WAY_OUT)
    if part == "edition.html":
        assert words(arrived) == words(wanted)
    assert arrived.replace("&#123;", "{").replace("\N{WORD JOINER}", "") == wanted


@pytest.mark.parametrize("part", ["edition.html", "edition.txt"])
def test_mailchimp_finds_its_own_tags_and_no_others(files: dict[str, str], part: str, site: Site) -> None:
    handed = files[f"for-mailchimp/{part}"]
    assert sorted(re.findall(r"\*\|.*?\|\*", handed)) == ["*|LIST:ADDRESS|*", "*|UNSUB|*"]
    assert site.postal_address not in " ".join(handed.split())
    if part == "edition.html":
        assert "*|FNAME|* and *|LIST:ADDRESS|*" in words(handed)
    assert "*\N{WORD JOINER}|FNAME|*" in handed or part == "edition.html"


def test_any_other_program_gets_a_way_out_that_needs_no_tag(files: dict[str, str]) -> None:
    for part in ("edition.html", "edition.txt"):
        handed = files[f"for-plain/{part}"]
        assert "mailto:news@example.org?subject=unsubscribe" in handed
        assert handed.replace("mailto:news@example.org?subject=unsubscribe", UNSUBSCRIBE) == files[part]


@pytest.mark.parametrize("name", SENDERS)
def test_nothing_stands_for_something_else_any_more(files: dict[str, str], name: str) -> None:
    for part in ("edition.html", "edition.txt"):
        assert UNSUBSCRIBE not in files[f"for-{name}/{part}"]
        assert ADDRESS not in files[f"for-{name}/{part}"]


def test_without_a_sender_there_are_no_files_for_one(library: Library, site: Site, theme: Path) -> None:
    assert not [
        artefact.path for artefact in looked_at(artefacts(library, site, theme), library) if "for-" in artefact.path
    ]


def test_a_sender_that_nobody_knows_is_named(library: Library, site: Site, theme: Path) -> None:
    with pytest.raises(SystemExit, match=r"SENDERS names “mailchip”.*Did you mean “mailchimp”"):
        list(artefacts(library, dataclasses.replace(site, senders=("mailchip",)), theme))
