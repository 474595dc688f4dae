"""Who is on a list gets its mail until they say stop, and from that moment on gets none."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.subscribers import SUPPRESSED, BadToken, NoFolder, Purpose, Store, rights, schema
from plugins.subscribers.schema import database
from tests.unit.subscribers.conftest import AT, joining


def addresses(store: Store, name: str = "news") -> list[str]:
    return [member.address for member in store.members(name)]


def test_members_come_in_order_with_what_is_known_of_them_and_their_own_way_out(store: Store) -> None:
    store.join([joining(), joining("bo@example.org", area="merecombe", audience="partners", name="Bo")], AT)
    ana, bo = store.members("news")
    assert (ana.address, bo.address, bo.name, bo.area, bo.audience) == (
        "ana@example.org",
        "bo@example.org",
        "Bo",
        "merecombe",
        "partners",
    )
    store.stop(store.tokens.read(Purpose.STOP, bo.token, AT), AT)
    assert addresses(store) == ["ana@example.org"]
    assert store.suppressed(" BO@Example.org. ") == "left"
    assert store.suppressed("ana@example.org") is None


def test_whoever_left_is_not_brought_back_by_a_table_but_by_themselves_and_to_that_list_only(store: Store) -> None:
    store.join([joining(), joining(list="staff")], AT)
    store.suppress("ana@example.org", "left", AT)
    assert store.join([joining("Ana@example.org")], AT) == (0, 0, 1)
    assert addresses(store) == []
    store.confirm(joining(), AT)
    assert addresses(store) == ["ana@example.org"]
    assert addresses(store, "staff") == []


def test_a_second_import_changes_what_is_known_and_keeps_the_way_out(store: Store) -> None:
    store.join([joining()], AT)
    (before,) = store.members("news")
    assert store.join([joining("ANA@example.org", area="merecombe")], AT) == (0, 1, 0)
    (after,) = store.members("news")
    assert (after.address, after.area, after.token) == ("ANA@example.org", "merecombe", before.token)


def test_an_older_or_emptier_word_does_not_take_the_place_of_a_newer_one(store: Store) -> None:
    store.confirm(replace(joining(area="merecombe"), given_on=date(2026, 11, 20), source="form"), AT)
    store.join([joining(name="Ana")], AT)
    held = rights.held(store, "ana@example.org")["lists"][0]
    assert (held["area"], held["name"], held["given_on"], held["source"]) == ("merecombe", "Ana", "2026-11-20", "form")


def test_a_running_send_sees_at_once_who_left(store: Store, tmp_path: Path) -> None:
    store.join([joining(), joining("bo@example.org")], AT)
    ledger = sqlite3.connect(tmp_path / "ledger.db", isolation_level=None)
    ledger.execute("CREATE TABLE delivery (address TEXT)")
    ledger.executemany("INSERT INTO delivery VALUES (?)", [("ana@example.org",), ("Bo@Example.org",)])
    store.attach(ledger)
    wanted = f"SELECT address FROM delivery WHERE NOT {SUPPRESSED.format(address='delivery.address')}"  # noqa: S608 - our own words
    assert len(ledger.execute(wanted).fetchall()) == 2
    store.suppress("bo@example.org", "left", AT)
    assert ledger.execute(wanted).fetchall() == [("ana@example.org",)]
    ledger.close()


def test_nothing_of_somebody_erased_is_in_any_file_and_no_list_brings_them_back(store: Store, tmp_path: Path) -> None:
    store.join([joining(f"person{number}@example.org", name=f"Name {number}") for number in range(300)], AT)
    assert rights.erase(store, "Person7@example.org", AT)
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"person7@" not in left
    assert b"person8@" in left
    assert store.join([joining("person7@example.org")], AT) == (0, 0, 1)
    assert store.suppressed("person7@example.org") == "erased"
    assert not rights.erase(store, "nobody@example.org", AT)


def test_an_address_is_known_however_its_host_is_written(store: Store) -> None:
    store.suppress("ana@bücher.example", "complained", AT)
    assert store.suppressed("Ana@xn--bcher-kva.example") == "complained"


def test_a_hundred_people_leave_at_the_same_time(store: Store) -> None:
    store.join([joining(f"person{number}@example.org") for number in range(120)], AT)
    refs = [store.tokens.read(Purpose.STOP, member.token, AT) for member in store.members("news")][:100]
    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda ref: store.stop(ref, AT), refs))
    assert len(addresses(store)) == 20


def test_files_are_their_owners_only_and_the_secret_belongs_to_them(store: Store, tmp_path: Path) -> None:
    store.join([joining()], AT)
    for path in tmp_path.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path
    (tmp_path / "secret").write_text("another\n", "ascii")
    with pytest.raises(NoFolder, match="not the one"):
        Store(tmp_path)
    (tmp_path / "secret").unlink()
    with pytest.raises(NoFolder, match="missing"):
        Store(tmp_path)


def test_a_second_secret_signs_and_the_first_is_still_known(store: Store, tmp_path: Path) -> None:
    token = store.tokens.make(Purpose.STOP, "x")
    with (tmp_path / "secret").open("a", encoding="ascii") as file:
        file.write("a second one\n")
    later = Store(tmp_path)
    assert later.tokens.read(Purpose.STOP, token, AT) == "x"
    with pytest.raises(BadToken):
        store.tokens.read(Purpose.STOP, later.tokens.make(Purpose.STOP, "x"), AT)


def test_only_the_first_to_open_a_folder_waits_for_others(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.join([joining()], AT)
    monkeypatch.setattr(schema, "alone", lambda path, _: pytest.fail(f"{path} was locked"))
    assert addresses(Store(tmp_path)) == ["ana@example.org"]


def test_many_may_begin_a_folder_at_once(tmp_path: Path) -> None:
    for number in range(12):
        folder = tmp_path / str(number)
        with ThreadPoolExecutor(8) as pool:
            stores = list(pool.map(Store, [folder] * 8))
        assert len({store.mark("ana@example.org") for store in stores}) == 1
        assert database(folder).is_file()
