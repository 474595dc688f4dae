"""What people asked for on the web and have not confirmed yet, and the letters that wait to be sent to them."""

from __future__ import annotations

import secrets
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from plugins.subscribers.person import Basis, Joining
from plugins.subscribers.store import Store, written
from plugins.subscribers.tokens import Purpose

KEPT = timedelta(days=7)
"""What nobody confirms is deleted after so long, and its link is good for no longer."""
LETTERS_A_DAY, LETTERS_TO_LEAVERS = 3, 1
"""So many letters an address gets at the most, whoever asks for them; fewer where it must get nothing else."""
WITHHELD = "not mailed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Something asked for on behalf of an address, by whoever knows it."""

    purpose: Purpose
    address: str
    list: str = ""
    name: str = ""
    area: str = ""
    audience: str = ""
    source: str = ""
    ref: str = ""
    asked: str = ""


def ask(store: Store, request: Request, at: datetime) -> None:
    """Write down what is asked for, whether or not the address is known: the same work for all."""
    mark = store.mark(request.address)
    row = (
        secrets.token_urlsafe(12),
        str(request.purpose),
        mark,
        request.address,
        request.list,
        request.name,
        request.area,
        request.audience,
        request.source,
        written(at),
    )
    with store.writing() as connection:
        connection.execute("INSERT INTO request VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')", row)


def waiting(store: Store, at: datetime) -> list[Request]:
    """Give those whose letter is still to be sent; delete what has run out, and withhold what would be too many."""
    day_ago = written(at - timedelta(days=1))
    with store.writing() as connection:
        connection.execute("DELETE FROM request WHERE asked < ?", (written(at - KEPT),))
        unsent = "SELECT *, mark IN (SELECT mark FROM suppression) AS left FROM request WHERE mailed = ''"
        kept: list[sqlite3.Row] = []
        for row in connection.execute(f"{unsent} ORDER BY asked, rowid").fetchall():
            already = "SELECT count(*) FROM request WHERE mark = ? AND mailed > ? AND mailed != ?"
            (letters,) = connection.execute(already, (row["mark"], day_ago, WITHHELD)).fetchone()
            letters += sum(row["mark"] == other["mark"] for other in kept)
            if letters < (LETTERS_TO_LEAVERS if row["left"] else LETTERS_A_DAY):
                kept.append(row)
            else:
                connection.execute("UPDATE request SET mailed = ? WHERE ref = ?", (WITHHELD, row["ref"]))
    return [_request(row) for row in kept]


def mailed(store: Store, ref: str, at: datetime) -> None:
    """Write down that a letter went."""
    with store.writing() as connection:
        connection.execute("UPDATE request SET mailed = ? WHERE ref = ?", (written(at), ref))


def withhold(store: Store, ref: str) -> None:
    """Write down that a letter must not go: nobody is there."""
    with store.writing() as connection:
        connection.execute("UPDATE request SET mailed = ? WHERE ref = ?", (WITHHELD, ref))


def opened(store: Store, ref: str) -> Request | None:
    """Give what was asked for; None where it was confirmed, erased or has run out."""
    with store.connected() as connection:
        row = connection.execute("SELECT * FROM request WHERE ref = ?", (ref,)).fetchone()
    return _request(row) if row else None


def confirm(store: Store, ref: str, at: datetime) -> bool:
    """Put on their list whoever asked for it and has the letter; say whether there was anything to confirm."""
    request = opened(store, ref)
    if request is None or request.purpose is not Purpose.CONFIRM:
        return False
    person = Joining(
        address=request.address,
        basis=Basis.CONSENT,
        given_on=at.date(),
        source=f"{request.source}, asked {request.asked}, confirmed {written(at)}",
        list=request.list,
        name=request.name,
        area=request.area,
        audience=request.audience,
    )
    store.confirm(person, at)
    with store.writing() as connection:
        connection.execute("DELETE FROM request WHERE ref = ?", (ref,))
    return True


def _request(row: sqlite3.Row) -> Request:
    values = {name: row[name] for name in ("address", "list", "name", "area", "audience", "source", "ref", "asked")}
    return Request(purpose=Purpose(row["purpose"]), **values)
