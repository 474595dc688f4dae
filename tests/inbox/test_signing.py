"""A signature that receivers can check, over everything that must not be changed on the way."""

from __future__ import annotations

import base64
import dataclasses
import re
from pathlib import Path

import dkim
import nacl.signing
import pytest

from plugins.editions import artefacts, signing
from plugins.editions.message import message
from plugins.editions.signing import KEY, SELECTOR, NoKey, Signer, signer
from plugins.library import Library
from plugins.model import Newsletter
from plugins.view import Site
from tests import samples
from tests.inbox.letters import Letter
from tests.rooms.shelves import looked_at

SEED = bytes(range(32))
TOKEN = "0123456789abcdef" * 4
WAY_OUT = f"https://lists.example.org/subscription/{TOKEN}"


def der(tag: int, data: bytes) -> bytes:
    length = len(data).to_bytes((len(data).bit_length() + 7) // 8 or 1, "big")
    return bytes([tag]) + (length if len(data) < 0x80 else bytes([0x80 | len(length)]) + length) + data


def whole(*numbers: int) -> bytes:
    return b"".join(der(2, number.to_bytes(number.bit_length() // 8 + 1, "big")) for number in numbers)


def pem(data: bytes, what: str = "PRIVATE KEY") -> str:
    return f"-----BEGIN {what}-----\n{base64.encodebytes(data).decode()}-----END {what}-----\n"


def ed25519() -> tuple[str, str]:
    """Give a key and its record in the DNS (RFC 8463, section 4.2)."""
    public = bytes(nacl.signing.SigningKey(SEED).verify_key)
    return pem(signing._ED25519 + SEED), f"v=DKIM1; k=ed25519; p={base64.b64encode(public).decode()}"


def rsa(*, old: bool) -> tuple[str, str]:
    """Give a key of two primes that everybody knows, as PKCS #1 or #8, and its record (RFC 6376, section 3.6.1)."""
    p, q, e = 2**1279 - 1, 2**607 - 1, 65_537
    d = pow(e, -1, (p - 1) * (q - 1))
    key = der(0x30, whole(0, p * q, e, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p)))
    new = der(0x30, whole(0) + der(0x30, der(6, bytes.fromhex("2a864886f70d010101")) + der(5, b"")) + der(4, key))
    record = f"v=DKIM1; k=rsa; p={base64.b64encode(der(0x30, whole(p * q, e))).decode()}"
    return pem(key, "RSA PRIVATE KEY") if old else pem(new), record


KEYS = {"ed25519": ed25519(), "rsa, old": rsa(old=True), "rsa, new": rsa(old=False)}


@pytest.fixture(scope="session")
def slug() -> str:
    """Sign one issue: signatures do not look at what they cover."""
    return "2026-12"


@pytest.fixture(params=KEYS)
def key(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[Signer, str]:
    """Give each sort of key as the environment gives it, and its record."""
    private, record = KEYS[request.param]
    monkeypatch.setenv(KEY, private)
    monkeypatch.setenv(SELECTOR, "news")
    found = signer()
    assert found is not None
    return found, record


@pytest.fixture
def letter(sent: Letter, library: Library, site: Site, slug: str) -> bytes:
    """Give an issue as a message whose reader has a long way out."""
    issue = next(each for each in library.documents if each.id == f"newsletter:{slug}")
    assert isinstance(issue, Newsletter)
    view = dataclasses.replace(sent.view, unsubscribe=WAY_OUT)
    return message(issue, view, site, sent.html, sent.text, slug)


def verifies(data: bytes, record: str) -> bool:
    asked: list[bytes] = []

    def dns(name: bytes, timeout: int = 5) -> bytes:  # noqa: ARG001 - dkimpy's
        asked.append(name)
        return record.encode()

    good = bool(dkim.verify(data, dnsfunc=dns))
    assert asked == [b"news._domainkey.clnm.example.org."]
    return good


def test_a_receiver_finds_that_it_is_ours(letter: bytes, key: tuple[Signer, str], site: Site) -> None:
    assert verifies(key[0].signed(letter, site.contact_email), key[1])


def test_both_ways_out_are_covered_and_stay_in_plain_text(letter: bytes, key: tuple[Signer, str], site: Site) -> None:
    signed = key[0].signed(letter, site.contact_email)
    covered = re.sub(rb"\s", b"", signed.partition(b"h=")[2].partition(b";")[0]).split(b":")
    for name in ("from", "subject", "date", "message-id", "list-unsubscribe", "list-unsubscribe-post", "list-id"):
        assert name.encode() in covered
    assert f"List-Unsubscribe: <{WAY_OUT}>, ".encode() in signed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TOKEN.encode(), TOKEN[::-1].encode()),
        (b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", b""),
        (b"\r\nReply-To: ", b"\r\nReply-To: x@example.org\r\nReply-To: "),
        (b"\r\nSubject: ", b"\r\nSubject: Buy "),
        (b"</html>", b"</html>Buy this"),
    ],
)
def test_what_was_changed_on_the_way_shows(
    letter: bytes, key: tuple[Signer, str], site: Site, before: bytes, after: bytes
) -> None:
    changed = key[0].signed(letter, site.contact_email).replace(before, after, 1)
    assert not verifies(changed, key[1])


def test_whom_a_relay_writes_to_changes_nothing(letter: bytes, key: tuple[Signer, str], site: Site) -> None:
    signed = key[0].signed(letter, site.contact_email)
    assert verifies(signed.replace(b"To: undisclosed-recipients:;", b"To: ari@example.org"), key[1])


def test_two_signatures_of_one_message_are_the_same(letter: bytes, key: tuple[Signer, str], site: Site) -> None:
    once = key[0].signed(letter, site.contact_email)
    assert once == key[0].signed(letter, site.contact_email)
    assert not re.search(rb"[;\s]t=", once.partition(b"\r\nFrom:")[0])
    assert once.endswith(letter)


def test_without_a_key_nothing_is_signed(monkeypatch: pytest.MonkeyPatch, sent: Letter) -> None:
    monkeypatch.delenv(KEY, raising=False)
    assert signer() is None
    assert b"DKIM-Signature" not in sent.eml


def test_a_key_may_be_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text(KEYS["ed25519"][0], "ascii")
    monkeypatch.setenv(KEY, str(tmp_path / "key.pem"))
    monkeypatch.setenv(SELECTOR, "news")
    found = signer()
    assert found is not None
    assert found.algorithm == b"ed25519-sha256"


@pytest.mark.parametrize(
    ("private", "selector", "told"),
    [
        (KEYS["ed25519"][0], "", "CLNM_DKIM_SELECTOR does not name"),
        (KEYS["ed25519"][0], "news letters", "CLNM_DKIM_SELECTOR does not name"),
        ("/no/such/file", "news", "neither a key in PEM nor the path"),
        (pem(b"not a key, but a secret"), "news", "no private RSA or Ed25519 key"),
        ("-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----", "news", "no private RSA or Ed25519 key"),
        ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "news", "no private RSA or Ed25519 key"),
    ],
)
def test_a_key_that_cannot_be_used_is_said_to_be_so_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, private: str, selector: str, told: str
) -> None:
    monkeypatch.setenv(KEY, private)
    monkeypatch.setenv(SELECTOR, selector)
    with pytest.raises(NoKey, match=told) as why:
        signer()
    assert private.strip() not in str(why.value)


def test_a_key_that_cannot_be_used_ends_the_build(monkeypatch: pytest.MonkeyPatch, site: Site, theme: Path) -> None:
    monkeypatch.setenv(KEY, "/no/such/file")
    monkeypatch.setenv(SELECTOR, "news")
    with pytest.raises(SystemExit, match="neither a key in PEM nor the path"):
        list(artefacts(samples.library(samples.document("newsletter")), site, theme))


def test_a_key_signs_the_message_draws_it_anew_and_is_in_no_file(
    monkeypatch: pytest.MonkeyPatch, site: Site, theme: Path
) -> None:
    library = samples.library(samples.document("newsletter"))
    plain = {artefact.path: artefact for artefact in looked_at(artefacts(library, site, theme), library)}
    monkeypatch.setenv(KEY, KEYS["ed25519"][0])
    prints = set()
    for selector in ("news", "more"):
        monkeypatch.setenv(SELECTOR, selector)
        made = {artefact.path: artefact for artefact in looked_at(artefacts(library, site, theme), library)}
        mail = made["editions/2026-12/2026-12.eml"]
        prints.add(mail.fingerprint)
        assert mail.make().startswith(b"DKIM-Signature: ")
        secrets = (SEED, base64.b64encode(SEED), base64.b64encode(signing._ED25519 + SEED), SEED.hex().encode())
        for artefact in made.values():
            assert not [secret for secret in secrets if secret in artefact.make()]
    assert len(prints | {plain["editions/2026-12/2026-12.eml"].fingerprint}) == 3


def test_a_signer_does_not_say_its_key() -> None:
    assert "secret" not in repr(Signer("news", b"ed25519-sha256", b"secret", "public"))
