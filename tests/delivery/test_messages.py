"""Each reader's message is the edition, byte for byte, with their own headers and their own way out."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.delivery.audience import edition_for
from plugins.delivery.composing import NO_ADDRESS, NO_EDITION, TWICE, Issue, Mailing
from plugins.delivery.template import NoTemplate, Recipient, template
from plugins.model.readers import Readers
from tests.delivery.lists import somebody
from tests.delivery.sender import PLACEHOLDER, edition, issue

TOKEN = "0123456789abcdef" * 4
WAY_OUT = f"https://lists.example.org/u/{TOKEN}"
ARI = Recipient("ari@example.org", "<1@clnm.example.org>", WAY_OUT, "Ari")


def read(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def parts(data: bytes) -> list[bytes]:
    return [bytes(part.get_payload(decode=True)) for part in read(data).iter_parts()]


def test_a_reader_gets_the_edition_with_their_own_way_out() -> None:
    made = template(edition(), PLACEHOLDER).message(ARI)
    assert parts(made) == [part.replace(PLACEHOLDER.encode(), WAY_OUT.encode()) for part in parts(edition())]
    found = read(made)
    assert (found["To"], found["Message-ID"]) == ("Ari <ari@example.org>", "<1@clnm.example.org>")
    assert f"List-Unsubscribe: <{WAY_OUT}>, <mailto:news@clnm.example.org?subject=unsubscribe>\r\n".encode() in made
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for name in ("From", "Subject", "Content-Type"):
        assert found.get_all(name) == read(edition()).get_all(name)
    assert b"clnm-press.invalid" not in made


def test_without_a_way_out_of_their_own_readers_write_to_us() -> None:
    made = template(edition(), PLACEHOLDER).message(Recipient("ari@example.org", "<1@x.example>"))
    assert read(made)["List-Unsubscribe"] == "<mailto:news@clnm.example.org?subject=unsubscribe>"
    assert read(made)["List-Unsubscribe-Post"] is None
    assert b"mailto:news@clnm.example.org?subject=unsubscribe" in parts(made)[1]


def test_an_ampersand_is_written_as_each_part_wants_it() -> None:
    out = "https://lists.example.org/u?list=news&token=.=.a"
    plain, html = parts(template(edition(), PLACEHOLDER).message(Recipient("a@b.example", "<1@x>", out)))
    assert out.encode() in plain
    assert f'href="{out.replace("&", "&amp;")}"'.encode() in html


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.text(alphabet="abc.=&/-_~%", max_size=300))
def test_whatever_an_edition_says_it_says_in_every_message(words: str, token: str) -> None:
    out = f"https://lists.example.org/{token}"
    whole = edition(words.replace("\r", "") + PLACEHOLDER)
    made = template(whole, PLACEHOLDER).message(Recipient("a@b.example", "<1@x>", out))
    plain, _ = parts(made)
    assert plain == parts(whole)[0].replace(PLACEHOLDER.encode(), out.encode())
    assert max(map(len, made.partition(b"\r\n\r\n")[2].split(b"\r\n"))) <= 76


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Ari", "Ari <a@b.example>"),
        ("Jörg", "=?utf-8?b?SsO2cmc=?= <a@b.example>"),
        ("O'Neil, Ari", '"O\'Neil, Ari" <a@b.example>'),
        ("Ari\r\nBcc: eve@example.org", '"Ari Bcc: eve@example.org" <a@b.example>'),
        ("x" * 200, "a@b.example"),
        (" ", "a@b.example"),
    ],
)
def test_a_name_is_a_name_and_nothing_else(name: str, header: str) -> None:
    made = template(edition(), PLACEHOLDER).message(Recipient("a@b.example", "<1@x>", name=name))
    assert made.startswith(f"To: {header}\r\nMessage-ID: ".encode())
    assert read(made)["Bcc"] is None


def test_what_is_signed_is_what_is_sent() -> None:
    signed = template(edition(), PLACEHOLDER, lambda message: b"DKIM-Signature: x\r\n" + message)
    assert signed.message(ARI) == b"DKIM-Signature: x\r\n" + template(edition(), PLACEHOLDER).message(ARI)


@pytest.mark.parametrize("eml", [b"", b"no headers", b"From: a\r\n\r\nno way out", edition().replace(b"mailto", b"x")])
def test_what_is_no_edition_is_refused(eml: bytes) -> None:
    with pytest.raises(NoTemplate):
        template(eml, PLACEHOLDER)


SPLIT = [("young-people", "merecombe"), ("young-people", "elsewhere"), ("lhp-staff", "merecombe")]
MIXED = [("partners", ""), ("lhp-staff", "merecombe"), ("lhp-staff", "elsewhere")]


@pytest.mark.parametrize(
    ("audience", "area", "editions", "chosen"),
    [
        ("", "", [("", "")], ("", "")),
        ("lhp-staff", "merecombe", [("", "")], ("", "")),
        ("young-people", "merecombe", SPLIT, ("young-people", "merecombe")),
        ("young-people", "northbridge", SPLIT, ("young-people", "elsewhere")),
        ("young-people", "", SPLIT, ("young-people", "elsewhere")),
        ("lhp-staff", "northbridge", SPLIT, None),
        ("", "merecombe", SPLIT, None),
        ("", "strathallow", [("", "merecombe"), ("", "elsewhere")], ("", "elsewhere")),
        ("partners", "merecombe", [("", "northbridge"), ("", "elsewhere")], ("", "elsewhere")),
        ("partners", "merecombe", MIXED, ("partners", "")),
        ("lhp-staff", "northbridge", MIXED, ("lhp-staff", "elsewhere")),
        ("", "merecombe", MIXED, None),
    ],
)
def test_each_reader_gets_the_edition_that_is_for_them(
    audience: str, area: str, editions: list[tuple[str, str]], chosen: tuple[str, str] | None
) -> None:
    found = edition_for(somebody("a@b.example", area=area, audience=audience), {Readers(*each) for each in editions})
    assert found == (Readers(*chosen) if chosen else None)


def test_who_gets_no_copy_is_left_out_with_a_reason() -> None:
    made = template(edition(), PLACEHOLDER)
    split = Issue("2026-12", "x.example", {Readers("young-people"): made, Readers("lhp-staff"): made})
    rows = [
        somebody("ari@example.org", audience="lhp-staff"),
        somebody("ARI@example.org", audience="lhp-staff"),
        somebody("nobody", audience="lhp-staff"),
        somebody("bo@example.org", audience="commissioners"),
    ]
    mailing = Mailing.to(split, rows)
    assert [copy.edition for copy in mailing] == ["lhp-staff/"]
    assert mailing.reasons() == {TWICE: 1, NO_ADDRESS: 1, NO_EDITION: 1}


def test_a_message_has_the_same_name_on_every_attempt() -> None:
    first, second = (Mailing.to(issue(), [somebody("Ari@example.org")]) for _ in range(2))
    assert first.copies == second.copies
    assert first.letter(first.copies[0]) == second.letter(second.copies[0])
    assert Mailing.to(issue("Other.\n"), []).issue.digest != first.issue.digest
