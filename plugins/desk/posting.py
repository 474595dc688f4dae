"""What the commands that send mail may be told: docs/sending.md tells it all."""

from __future__ import annotations

import argparse

from plugins.desk.commandline import Commands, folders, settings

MOST_CONNECTIONS = 100


def add(commands: Commands) -> None:
    """Add them to the command line."""
    _add_send(commands)
    _add_ledger(commands)
    _add_doctor(commands)


def _add_send(commands: Commands) -> None:
    send = commands.add_parser("send", help="send an issue: a proof to you, or to everybody on a list")
    send.add_argument("issue", metavar="ISSUE", help="2026-12, or its number")
    send.add_argument("--to", action="append", default=[], metavar="ADDRESS", help="send a proof there, marked as one")
    send.add_argument("--list", default="", metavar="LIST", help="send it to this list; asks before")
    send.add_argument("--dry-run", action="store_true", help="only say who would get what, and why others would not")
    send.add_argument(
        "--connections", type=_several, default=16, metavar="N", help="connections at the most (default: 16)"
    )
    send.add_argument("--rate", type=_rate, default=0.0, metavar="N", help="messages a second at the most")
    settings(send)
    folders(send)


def _add_ledger(commands: Commands) -> None:
    status = commands.add_parser("status", help="say how far an issue that is being sent is")
    status.add_argument("issue", nargs="?", default="", metavar="ISSUE", help="2026-12; or all of them")
    status.add_argument("--save", action="store_true", help="write what became of each copy into the data folder")

    resolve = commands.add_parser("resolve", help="say what became of copies that are uncertain")
    resolve.add_argument("issue", metavar="ISSUE", help="2026-12")
    resolve.add_argument("who", nargs="*", metavar="COPY", help="Message-IDs, as clnm status names them, or addresses")
    resolve.add_argument("--all", action="store_true", help="all that are uncertain")
    was = resolve.add_mutually_exclusive_group(required=True)
    was.add_argument("--sent", action="store_true", help="they were sent")
    was.add_argument("--again", action="store_true", help="they were not: send them again")
    resolve.add_argument("--failed", action="store_true", help="with --again: those that failed, too")

    reconcile = commands.add_parser("reconcile", help="look up uncertain copies in the relay's log")
    reconcile.add_argument("issue", nargs="?", default="", metavar="ISSUE", help="2026-12; or all of them")
    reconcile.add_argument("--log", nargs="+", required=True, metavar="FILE", help="Postfix's log; .gz is read too")


def _add_doctor(commands: Commands) -> None:
    doctor = commands.add_parser("doctor", help="look whether mail from your address will arrive, and say what to do")
    doctor.add_argument("--selector", default="", metavar="NAME", help="the name of your DKIM key, if a relay signs")
    doctor.add_argument("--nameserver", default="", metavar="ADDRESS", help="ask this name server: 192.0.2.1 or :5353")
    doctor.add_argument("--no-relay", action="store_true", help="look at the DNS only")
    settings(doctor)


def _several(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= MOST_CONNECTIONS:
        message = f"“{text}” must be a number from 1 to {MOST_CONNECTIONS}."
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _rate(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = -1
    if not 0 < found < float("inf"):
        message = f"“{text}” must be a number above 0: so many messages a second."
        raise argparse.ArgumentTypeError(message)
    return found
