"""The people on the lists: who is on one, who joins, who leaves, and who must get nothing."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from plugins.subscribers import running
from plugins.subscribers.folder import NoFolder, secret
from plugins.subscribers.person import Joining, Subscriber, known_as
from plugins.subscribers.schema import TABLES, connect, database
from plugins.subscribers.tokens import Purpose, Tokens

SUPPRESSED = "address_mark({address}) IN (SELECT mark FROM lists.suppression)"
"""What a query says after ``Store.attach``; ``{address}`` is its own name for the column."""
LEFT, ERASED = "left", "erased"
_TOLD, _CONSENT = ("name", "area", "audience"), ("basis", "given_on", "source")
_COLUMNS = ("list", "address", *_TOLD, *_CONSENT)


class Store:
    """The people of one data folder. Each method is one transaction; any number of processes may use them at once."""

    def __init__(self, folder: Path) -> None:
        """Open what a folder holds, or begin it. Raises NoFolder if its secret is not the one it began with."""
        self.path = database(folder)
        known = secret(folder, first=not self.path.exists() or not self.path.stat().st_size)
        self.tokens = Tokens(known)
        self._key = known[0]
        with self.connected() as connection:
            connection.executescript(TABLES)
            check = self.mark("the secret of this folder")
            asked = "SELECT value FROM meta WHERE name = 'check'"
            if connection.execute(asked).fetchone() is None:
                connection.execute("INSERT OR IGNORE INTO meta VALUES ('check', ?)", (check,))
            (found,) = connection.execute(asked).fetchone()
        if found != check:
            raise NoFolder(f"The first line of {folder / 'secret'} is not the one that {self.path.name} began with.")

    def mark(self, address: str) -> str:
        """Stand for an address, whatever its letter case, so that nobody without the secret can find it out."""
        return hmac.new(self._key, known_as(address).encode(), hashlib.sha256).hexdigest()

    def attach(self, connection: sqlite3.Connection) -> None:
        """Let another database ask, in its own transactions, who must get nothing: see ``SUPPRESSED``.

        What is committed here is seen by the next statement there.
        """
        connection.create_function("address_mark", 1, self.mark, deterministic=True)
        connection.execute("ATTACH DATABASE ? AS lists", (str(self.path),))

    def members(self, name: str) -> Iterator[Subscriber]:
        """Give everybody who gets what goes to a list, in the order in which they came."""
        wanted = "SELECT * FROM subscriber WHERE list = ? AND mark NOT IN (SELECT mark FROM suppression)"
        with self.connected() as connection:
            for row in connection.execute(f"{wanted} ORDER BY number", (name,)):
                token = self.tokens.make(Purpose.STOP, row["ref"])
                yield Subscriber(row["address"], row["name"], row["area"], row["audience"], token)

    def suppressed(self, address: str) -> str | None:
        """Say why an address must get nothing: a word such as ``left``; None if it may get something."""
        with self.connected() as connection:
            wanted = "SELECT reason FROM suppression WHERE mark = ?"
            row = connection.execute(wanted, (self.mark(address),)).fetchone()
        return str(row["reason"]) if row else None

    def suppress(self, address: str, reason: str, at: datetime) -> None:
        """Send nothing to an address from now on, whatever list it is on; the first reason stays."""
        with self.writing() as connection:
            self.refrain(connection, self.mark(address), reason, at)
        running.left(self.path.parent, address, reason, at)

    def stop(self, ref: str, at: datetime) -> None:
        """Let whoever a token is for get nothing any more. Of somebody who is not there any more, nothing is done."""
        with self.writing() as connection:
            row = connection.execute("SELECT mark, address FROM subscriber WHERE ref = ?", (ref,)).fetchone()
            if row:
                self.refrain(connection, row["mark"], LEFT, at)
        if row:
            running.left(self.path.parent, row["address"], LEFT, at)

    def join(self, people: Iterable[Joining], at: datetime) -> tuple[int, int, int]:
        """Put people on their lists, or write down anew what is known of them; say how many were new, known, left out.

        Whoever must get nothing is left out: only they themselves can come back, by confirming that they want to.
        """
        new = known = left_out = 0
        with self.writing() as connection:
            for one in people:
                if self._reason(connection, self.mark(one.address)):
                    left_out += 1
                elif self._put(connection, one, at):
                    new += 1
                else:
                    known += 1
        return new, known, left_out

    def confirm(self, person: Joining, at: datetime) -> None:
        """Put somebody on a list who has just shown that they want it; what kept mail from them is lifted.

        Who had left comes back to this list only, not to others that they were on.
        """
        mark = self.mark(person.address)
        with self.writing() as connection:
            if connection.execute("DELETE FROM suppression WHERE mark = ?", (mark,)).rowcount:
                connection.execute("DELETE FROM subscriber WHERE mark = ? AND list != ?", (mark, person.list))
            self._put(connection, person, at)
        running.came_back(self.path.parent, person.address)

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """Give a connection, for reading."""
        connection = connect(self.path)
        try:
            yield connection
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that nobody else writes beside; all of what is done in it happens, or nothing."""
        with self.connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def _put(self, connection: sqlite3.Connection, person: Joining, at: datetime) -> bool:
        """Write somebody down; say whether they are new on the list. What is known stays unless newer is said."""
        mark, values = self.mark(person.address), asdict(person) | {"given_on": person.given_on.isoformat()}
        known = "SELECT * FROM subscriber WHERE list = ? AND mark = ?"
        before = connection.execute(known, (person.list, mark)).fetchone()
        if before is None:
            row = (secrets.token_urlsafe(9), mark, *(values[name] for name in _COLUMNS))
            names, places = ", ".join(("ref", "mark", *_COLUMNS)), ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO subscriber ({names}) VALUES ({places})", row)  # noqa: S608 - our own names
        else:
            values |= {name: values[name] or before[name] for name in _TOLD}
            if values["given_on"] < before["given_on"]:
                values |= {name: before[name] for name in _CONSENT}
            if all(before[name] == values[name] for name in _COLUMNS):
                return False
            given = ", ".join(f"{name} = :{name}" for name in _COLUMNS)
            connection.execute(f"UPDATE subscriber SET {given} WHERE ref = :ref", values | {"ref": before["ref"]})  # noqa: S608 - our own names
        detail = f"{person.list}: {values['basis']}, {values['given_on']}, {values['source']}"
        self.note(connection, mark, "written down", detail, at)
        return before is None

    def refrain(self, connection: sqlite3.Connection, mark: str, reason: str, at: datetime) -> None:
        """Do what ``suppress`` does, for a mark, in a transaction that is already open."""
        if not self._reason(connection, mark):
            connection.execute("INSERT INTO suppression VALUES (?, ?, ?)", (mark, reason, written(at)))
            self.note(connection, mark, reason, "", at)

    def _reason(self, connection: sqlite3.Connection, mark: str) -> str:
        row = connection.execute("SELECT reason FROM suppression WHERE mark = ?", (mark,)).fetchone()
        return str(row["reason"]) if row else ""

    def note(self, connection: sqlite3.Connection, mark: str, what: str, detail: str, at: datetime) -> None:
        """Write down what happened to somebody."""
        connection.execute("INSERT INTO event VALUES (?, ?, ?, ?)", (mark, written(at), what, detail))


def written(at: datetime) -> str:
    """Write an instant as the tables hold it (ISO 8601, universal time, so that it sorts)."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
