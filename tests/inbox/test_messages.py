"""The message that a sender takes: mail programs read it, and its way out works."""

from __future__ import annotations

import dataclasses
import email
import email.policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from plugins.editions import artefacts
from plugins.editions.message import message
from plugins.library import Library
from plugins.model import Newsletter
from plugins.view import Site
from tests import samples
from tests.inbox.letters import Letter, letter
from tests.rooms.shelves import looked_at

LINE = 76
HEADER = 998
TOKEN = "0123456789abcdef" * 4
WAY_OUT = f"https://lists.example.org/subscription/{TOKEN}/{TOKEN}"


def parsed(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=email.policy.default)


def header_lines(data: bytes) -> list[str]:
    return data.partition(b"\r\n\r\n")[0].decode("ascii").split("\r\n")


def composed(issue: Newsletter, sent: Letter, site: Site, **changed: Any) -> bytes:
    """Write an edition as a message, with changes to what it shows."""
    return message(issue, dataclasses.replace(sent.view, **changed), site, sent.html, sent.text, issue.slug)


@pytest.fixture(scope="module")
def issue(library: Library, slug: str) -> Newsletter:
    """Give the issue itself."""
    found = next(each for each in library.documents if each.id == f"newsletter:{slug}")
    assert isinstance(found, Newsletter)
    return found


def test_it_has_two_parts_the_plain_one_first(sent: Letter) -> None:
    read = parsed(sent.eml)
    parts = list(read.iter_parts())
    assert read.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    assert [part.get_content().replace("\r\n", "\n") for part in parts] == [sent.text, sent.html]
    for part in parts:
        assert part["Content-Transfer-Encoding"] == "quoted-printable"
        assert part.get_content_charset() == "utf-8"
    assert not read.defects


def test_its_lines_are_short_and_end_as_mail_wants(sent: Letter) -> None:
    assert sent.eml.count(b"\n") == sent.eml.count(b"\r\n") == sent.eml.count(b"\r")
    body = sent.eml.partition(b"\r\n\r\n")[2]
    assert max(map(len, body.split(b"\r\n"))) <= LINE
    assert max(map(len, header_lines(sent.eml))) <= HEADER
    assert sent.eml.isascii()


def test_it_says_who_writes_when_and_what_about(sent: Letter, issue: Newsletter, site: Site) -> None:
    read = parsed(sent.eml)
    assert read["From"].addresses[0].addr_spec == site.contact_email
    assert read["From"].addresses[0].display_name == site.newsletter_name
    assert read["Reply-To"] == issue.reply_to
    assert read["Subject"] == issue.subject
    assert read["Date"].datetime == issue.send_on
    assert read["Content-Language"] == issue.lang
    assert not read["To"].addresses
    assert "Message-ID" in read


def test_the_list_headers_are_there(sent: Letter) -> None:
    read = parsed(sent.eml)
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert read["List-ID"] == "<newsletters.clnm.example.org>"
    assert read["List-Archive"] == "<https://clnm.example.org/newsletters/>"
    assert read["List-Help"].startswith("<mailto:")


def test_a_long_way_out_stays_in_one_line_and_is_no_encoded_word(sent: Letter, issue: Newsletter, site: Site) -> None:
    lines = header_lines(composed(issue, sent, site, unsubscribe=WAY_OUT))
    found = [line for line in lines if line.startswith("List-Unsubscribe:")]
    assert found == [f"List-Unsubscribe: <{WAY_OUT}>, <mailto:{issue.reply_to}?subject=unsubscribe>"]
    assert not [line for line in lines if line.startswith((" ", "\t"))]


@pytest.mark.parametrize(
    "subject", ["Warm homes – new reps – a “winter” meet-up – and a pot of soup", "Cartref cynnes, ffrindiau a chŵn"]
)
def test_a_subject_in_any_letters_arrives_whole(sent: Letter, issue: Newsletter, site: Site, subject: str) -> None:
    data = composed(issue, sent, site, subject=subject)
    assert parsed(data)["Subject"] == subject
    assert max(map(len, header_lines(data))) <= 110
    assert data.isascii()


def test_a_sender_in_any_letters_arrives_whole(sent: Letter, issue: Newsletter, site: Site) -> None:
    data = composed(issue, sent, site, sender="Tŷ, “drws” a ni")
    assert parsed(data)["From"].addresses[0].display_name == "Tŷ, “drws” a ni"


def test_the_boundary_is_fixed_and_in_no_part(sent: Letter) -> None:
    boundary = parsed(sent.eml).get_boundary()
    assert boundary
    assert sent.eml.count(boundary.encode()) == 4


def test_the_same_issue_is_the_same_bytes(library: Library, site: Site, theme: Path, sent: Letter, slug: str) -> None:
    assert letter(library, site, theme, slug) == sent


def test_an_issue_may_say_who_it_is_from(site: Site, theme: Path) -> None:
    said = {"from": "The news team, and Ari <news@clnm.example.org>"}
    library = samples.library(samples.document("newsletter", body="Hello.", **said))
    sender = parsed(letter(library, site, theme, "2026-12").eml)["From"].addresses[0]
    assert sender.display_name == "The news team, and Ari"
    assert sender.addr_spec == "news@clnm.example.org"


def test_a_name_alone_writes_from_the_address_of_the_site(site: Site, theme: Path) -> None:
    library = samples.library(samples.document("newsletter", body="Hello.", **{"from": "The news team"}))
    sender = parsed(letter(library, site, theme, "2026-12").eml)["From"].addresses[0]
    assert (sender.display_name, sender.addr_spec) == ("The news team", site.contact_email)


def test_no_two_messages_have_one_id(library: Library, site: Site, theme: Path) -> None:
    mails = [
        artefact.make()
        for artefact in looked_at(artefacts(library, site, theme), library)
        if artefact.path.endswith(".eml")
    ]
    assert len({str(parsed(mail)["Message-ID"]) for mail in mails}) == len(mails)


@pytest.mark.parametrize("words", ["مرحبا بكم " * 200, "x" * 2_000, "Ärger ñandú 🏠 " * 300])
def test_words_of_any_length_and_script_stay_within_the_line(site: Site, theme: Path, words: str) -> None:
    library = samples.library(samples.document("newsletter", body=words))
    sent = letter(library, site, theme, "2026-12")
    plain = parsed(sent.eml).get_body(("plain",))
    assert max(map(len, sent.eml.partition(b"\r\n\r\n")[2].split(b"\r\n"))) <= LINE
    assert not parsed(sent.eml).defects
    assert plain is not None
    assert "".join(words.split()) in "".join(plain.get_content().split())
