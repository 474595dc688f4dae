"""Keeps the lists: takes people from a table, gives them back as one, and does what somebody asks about themselves."""

from __future__ import annotations

import getpass
import json
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

from plugins import source
from plugins.delivery.leaving import erased
from plugins.desk.commands import WrongUse
from plugins.desk.project import moment, project
from plugins.disk import write_whole
from plugins.model import Area, Problem
from plugins.subscribers import NoFolder, Store, data_folder, person, rights, sheet
from plugins.subscribers.folder import outside_repositories

NAMED = 20
"""So many problems are said; the rest are counted."""


def run(asked: Namespace) -> int:
    """Do what is asked for; give 0, or 1 where rows were refused or nobody was found."""
    doing = {"import": _import, "export": _export, "list": _list, "erase": _erase, "export-one": _export_one}
    try:
        return doing[asked.what](asked, Store(data_folder()))
    except NoFolder as why:
        raise WrongUse(str(why)) from None


def _import(asked: Namespace, store: Store) -> int:
    path = Path(asked.file)
    try:
        outside_repositories(path)
    except NoFolder:
        print(f"note: {path.name} lies where it could be committed. Move it elsewhere, or delete it.", file=sys.stderr)
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{asked.file} cannot be read: {error.strerror}."
        raise WrongUse(message) from None
    found = sheet.read(path.name, data, moment().date(), _areas(asked))
    _say(found.problems)
    if asked.dry_run:
        print(f"{_people(len(found.people))} would be taken. Nothing was written.")
    else:
        new, known, left_out = store.join(found.people, moment())
        print(f"{new} new, {known} known before, {left_out} left out because they must get nothing.")
    if found.problems:
        rows = len({problem.line for problem in found.problems})
        print(f"{rows} {'row was' if rows == 1 else 'rows were'} refused. Put them right and import the file again.")
    return 1 if found.problems else 0


def _areas(asked: Namespace) -> Collection[str]:
    found = project(asked.settings, asked.content)
    return {document.slug for document in source.read(found.content).documents if isinstance(document, Area)}


def _say(problems: Iterable[Problem]) -> None:
    found = sorted(problems)
    for problem in found[:NAMED]:
        print(problem, file=sys.stderr)
    if len(found) > NAMED:
        print(f"… and {len(found) - NAMED} more.", file=sys.stderr)


def _export(asked: Namespace, store: Store) -> int:
    with store.connected() as connection:
        everybody = "SELECT * FROM subscriber WHERE mark NOT IN (SELECT mark FROM suppression) ORDER BY list, number"
        rows = [row for row in connection.execute(everybody) if asked.list in {"", row["list"]}]
    path = _kept(asked.file, store, f"subscribers-{moment():%Y-%m-%d-%H%M}.csv")
    write_whole(path, sheet.write(rows), private=True)
    print(f"{_people(len(rows))} in {path}. Delete it when you are done.")
    return 0


def _list(_: Namespace, store: Store) -> int:
    with store.connected() as connection:
        on_lists = "SELECT *, mark IN (SELECT mark FROM suppression) AS gone FROM subscriber"
        rows = connection.execute(on_lists).fetchall()
        (nothing,) = connection.execute("SELECT count(*) FROM suppression").fetchone()
        (waiting,) = connection.execute("SELECT count(*) FROM request WHERE purpose = 'confirm'").fetchone()
    here = [row for row in rows if not row["gone"]]
    for name, number in sorted(Counter(row["list"] for row in here).items()):
        print(f"{name}: {_people(number)}")
        for column in ("basis", "area", "audience"):
            counted = Counter(row[column] or "not known" for row in here if row["list"] == name)
            print(f"  {column}: {', '.join(f'{word} {count}' for word, count in sorted(counted.items()))}")
    if not here:
        print("Nobody is on a list yet. To begin with a table: clnm subscribers import FILE.csv")
    print(f"{waiting} not confirmed yet, {nothing} who must get nothing.")
    return 0


def _erase(asked: Namespace, store: Store) -> int:
    address = _address(asked.address)
    found = rights.erase(store, address, moment())
    erased(store.folder, address, store.mark(address))
    if not found:
        print("We held nothing about that address. A mark now keeps it off all lists.")
        return 1
    print("Erased. What is left is a mark that keeps them off all lists, from which no address can be read.")
    print("Copies that you exported or handed over have to be erased there.")
    return 0


def _export_one(asked: Namespace, store: Store) -> int:
    found = rights.held(store, _address(asked.address))
    if not any(found.values()):
        print("We hold nothing about that address.")
        return 1
    path = _kept(asked.file, store, f"one-person-{moment():%Y-%m-%d-%H%M}.json")
    write_whole(path, json.dumps(found, ensure_ascii=False, indent=2).encode(), private=True)
    print(f"It is in {path}. Send it to them, then delete it.")
    return 0


def _address(given: str) -> str:
    try:
        return person.address(getpass.getpass("Address (it is not shown): ") if given == "-" else given)
    except person.Refused as refused:
        message = f"{refused} {refused.fix}"
        raise WrongUse(message) from None


def _kept(given: str, store: Store, name: str) -> Path:
    """Give where a file with addresses is written. Raises NoFolder for a place that could be committed."""
    path = Path(given) if given else store.path.with_name(name)
    outside_repositories(path)
    if not path.parent.is_dir():
        message = f"There is no folder {path.parent}."
        raise WrongUse(message)
    return path


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
