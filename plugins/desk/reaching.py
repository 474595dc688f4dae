"""What the commands that reach people may be told: the lists, their web application, handing over, the digest."""

from __future__ import annotations

import argparse

from plugins.desk.commandline import Commands, content, settings

ENGINES = ("listmonk", "ses", "mailchimp", "buttondown")


def add(commands: Commands) -> None:
    """Add them to the command line."""
    _add_subscribers(commands)
    _add_subscriptions(commands)
    _add_handover(commands)
    digest = commands.add_parser("digest", help="make an issue, as a draft, from what is new and may go by email")
    digest.add_argument("--since", default="last", metavar="DAY", help="a day, or last: the last issue (default: last)")
    settings(digest)
    content(digest, "read and write another folder")
    digest.epilog = "Exit code 3: nothing is new, and no issue was made."


def _add_handover(commands: Commands) -> None:
    given = commands.add_parser("handover", help="hand an issue over to an engine that sends it")
    given.add_argument("issue", metavar="ISSUE", help="2026-12")
    given.add_argument("--to", dest="engine", choices=ENGINES, required=True, help="who sends it")
    given.add_argument("--list", action="append", default=[], metavar="LIST", help="ours by name, listmonk's by number")
    given.add_argument("--test", default="", metavar="ADDRESS", help="send it there first, as a proof")
    given.add_argument("--start", action="store_true", help="let it be sent, after you typed the issue's name")
    given.add_argument("--forget", action="store_true", help="count it as not handed over, because nobody got it")
    settings(given)
    content(given)
    given.add_argument("--output", default="", metavar="DIR", help="where the emails are that you have looked at")


def _add_subscriptions(commands: Commands) -> None:
    web = commands.add_parser(
        "subscriptions", help="let people sign up and leave by themselves: a small web application"
    )
    settings(web, "publishconf.py")
    content(web, "take the areas from another folder")
    web.add_argument("--host", default="127.0.0.1", help="where it listens (default: only this machine)")
    web.add_argument("--port", type=port, default=8025, help="the port (default: 8025)")


def _add_subscribers(commands: Commands) -> None:
    people = commands.add_parser("subscribers", help="keep the lists: import, export, list, erase, export-one")
    what = people.add_subparsers(dest="what", metavar="WHAT", required=True)

    taken = what.add_parser("import", help="put the people of a table on their lists, with the record of their consent")
    taken.add_argument(
        "file", metavar="FILE.csv", help="columns: address, list, name, area, audience, basis, given_on, source"
    )
    taken.add_argument("--dry-run", action="store_true", help="only say what would happen")
    content(taken, "take the areas from another folder")
    settings(taken)

    given = what.add_parser("export", help="write everybody into a table")
    given.add_argument("file", nargs="?", default="", metavar="FILE.csv", help="default: a new file in CLNM_DATA")
    given.add_argument("--list", default="", metavar="LIST", help="only this list")

    what.add_parser("list", help="say how many are on which list, without naming anybody")

    for name, told in (
        ("erase", "delete all we hold about somebody"),
        ("export-one", "write all we hold about somebody"),
    ):
        one = what.add_parser(name, help=told)
        one.add_argument("address", metavar="ADDRESS", help="their address, or - to type it where no history keeps it")
        if name == "export-one":
            one.add_argument(
                "file", nargs="?", default="", metavar="FILE.json", help="default: a new file in CLNM_DATA"
            )


def port(text: str) -> int:
    """Take a port from a command line."""
    if not text.isdecimal() or not 0 <= int(text) < 2**16:
        message = f"“{text}” is no port. Use a number from 1024 to 65535."
        raise argparse.ArgumentTypeError(message)
    return int(text)
