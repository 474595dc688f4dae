"""Other texts have other digests, and every text has one."""

from __future__ import annotations

from plugins.disk.digests import digest, digest_of_bytes


def test_a_text_has_the_digest_of_its_bytes_and_no_other() -> None:
    assert digest("Ffion’s keys") == digest_of_bytes("Ffion’s keys".encode())
    assert digest("first keys") != digest("first key")


def test_a_name_that_no_text_can_hold_has_a_digest() -> None:
    assert len(digest("\udcff")) == 32
