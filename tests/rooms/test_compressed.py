"""Beside each text of a published site lies the same, compressed, and its bytes never differ."""

from __future__ import annotations

import gzip

import brotli

from plugins.press import Artefact
from plugins.press.compressed import compressed

OPEN = {".gz": gzip.decompress, ".br": brotli.decompress}


def artefact(path: str, data: bytes, made: list[str] | None = None) -> Artefact:
    def make() -> bytes:
        if made is not None:
            made.append(path)
        return data

    return Artefact(path=path, make=make, fingerprint="f", sources=("page:about",))


def test_each_companion_holds_the_bytes_of_its_file_and_knows_whom_it_shows() -> None:
    page = b"<p>" + b"Hello to everybody. " * 50
    original, *companions = compressed([artefact("about/index.html", page)])
    assert original.make() == page
    assert {found.path for found in companions} == {"about/index.html.gz", "about/index.html.br"}
    for found in companions:
        assert OPEN[found.path[-3:]](found.make()) == page
        assert found.sources == ("page:about",)
        assert len(found.make()) < len(page)


def test_a_file_is_made_once_for_all_its_companions() -> None:
    made: list[str] = []
    for found in list(compressed([artefact("a.html", b"a", made)])):
        found.make()
    assert made == ["a.html"]


def test_pictures_stay_alone() -> None:
    assert [found.path for found in compressed([artefact("images/a-600.avif", b"a")])] == ["images/a-600.avif"]


def test_the_same_bytes_give_the_same_companions() -> None:
    def squeezed() -> list[bytes]:
        return [found.make() for found in compressed([artefact("a.txt", b"one two " * 99)])]

    assert squeezed() == squeezed()
    assert squeezed()[1][4:8] == b"\0\0\0\0", "no clock in RFC 1952's MTIME"


def test_a_changed_file_has_changed_companions() -> None:
    before, after = (list(compressed([Artefact("a.txt", bytes, print_)])) for print_ in ("1", "2"))
    assert not {found.fingerprint for found in before} & {found.fingerprint for found in after}
