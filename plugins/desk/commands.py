"""Every command of the desk and what it may be told, without loading what does the work."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from typing import NoReturn


class WrongUse(Exception):  # noqa: N818 - it names what happened
    """The desk was asked for something it cannot do; the message says what would do."""


class Parser(argparse.ArgumentParser):
    """Reads a command line, and says in plain words what is wrong with it."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to find help; end with exit code 2."""
        choice = re.match(r"argument COMMAND: invalid choice: '(.*?)'", message)
        if choice:
            message = _no_command(choice[1])
        elif message.endswith("required: COMMAND"):
            message = "Say what to do."
        missing = re.match(r"unrecognized arguments: (.*)", message)
        if missing:
            message = f"We do not know what to do with “{missing[1]}”."
        print(f"{message}\nTo see what there is: {self.prog} --help", file=sys.stderr)
        sys.exit(2)


COMMANDS = (
    "build",
    "check",
    "serve",
    "new",
    "publish",
    "edition",
    "gallery",
    "schemas",
    "fix",
    "withdraw",
    "who-uses",
    "next",
    "receipt",
)


def _no_command(word: str) -> str:
    near = difflib.get_close_matches(word, COMMANDS, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"There is no command “{word}”.{hint}"


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 2**16:
        message = f"“{text}” is no port. Use a number from 1024 to 65535."
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _fixable(text: str) -> str:
    if text != "images":
        message = f"We cannot fix “{text}” by ourselves. To clean the pictures: clnm fix images"
        raise argparse.ArgumentTypeError(message)
    return text


def _settings(parser: argparse.ArgumentParser, default: str = "pelicanconf.py") -> None:
    parser.add_argument("--settings", default=default, metavar="FILE", help=f"the settings (default: {default})")


def _folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", default="", metavar="DIR", help="read the words from another folder")
    parser.add_argument("--output", default="", metavar="DIR", help="write the site to another folder")


def parser() -> Parser:
    """Make the reader of command lines."""
    top = Parser(prog="clnm", description="Make the site, its feeds and its emails from what you write.")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    build = commands.add_parser("build", help="build the site")
    _settings(build)
    _folders(build)
    build.add_argument("--profile", action="store_true", help="say how long each phase took")

    check = commands.add_parser("check", help="say what is wrong with the content; write nothing")
    _settings(check)
    check.add_argument("--content", default="", metavar="DIR", help="read the words from another folder")
    check.add_argument("--strict", action="store_true", help="let notes fail too")
    check.add_argument("--output", default="", metavar="DIR", help="check this built folder instead of the words")

    serve = commands.add_parser("serve", help="show the site on this machine, and build it again at each change")
    _settings(serve)
    _folders(serve)
    serve.add_argument("--port", type=_port, default=8000, help="where it listens (default: 8000)")

    new = commands.add_parser("new", help="start a new piece of content")
    new.add_argument("kind", nargs="?", default="", metavar="KIND", help="story, event, newsletter …")
    new.add_argument("slug", nargs="?", default="", metavar="SLUG", help="the file's name: first-keys")
    new.add_argument("--title", default="", help="what it is called")
    _settings(new)
    new.add_argument("--content", default="", metavar="DIR", help="put it into another folder")

    _add_makers(commands)
    _add_foresight(commands)
    return top


def _add_makers(commands: argparse._SubParsersAction[Parser]) -> None:
    publish = commands.add_parser("publish", help="build the site that goes online, and check every page of it")
    _settings(publish, "publishconf.py")
    _folders(publish)
    publish.add_argument("--demo", action="store_true", help="let the sample content through")

    edition = commands.add_parser("edition", help="make the email of an issue")
    edition.add_argument("issue", nargs="?", default="", metavar="ISSUE", help="2026-12, or its number; or all of them")
    edition.add_argument(
        "--for",
        dest="sender",
        default="",
        metavar="SENDER",
        help="also make files to paste into listmonk, mailchimp, buttondown, or any other program (plain); they are in "
        "for-SENDER beside the email, until a build without this",
    )
    edition.add_argument("--open", action="store_true", help="show the preview in your browser")
    _settings(edition)
    _folders(edition)

    fix = commands.add_parser("fix", help="take out of your pictures where and when they were taken: fix images")
    fix.add_argument("what", type=_fixable, metavar="WHAT", help="images")
    _settings(fix)
    fix.add_argument("--content", default="", metavar="DIR", help="clean the pictures of another folder")

    gallery = commands.add_parser("gallery", help="show every component on every target")
    _settings(gallery)
    gallery.add_argument("--output", default="gallery", metavar="DIR", help="the folder to write (default: gallery)")

    schemas = commands.add_parser("schemas", help="write the content model down for editing programs and docs")
    schemas.add_argument("--check", action="store_true", help="only say whether what is written is up to date")

    withdraw = commands.add_parser("withdraw", help="take something down everywhere, in one step")
    withdraw.add_argument("what", metavar="WHAT", help="stories/first-keys")
    _settings(withdraw)
    _folders(withdraw)

    uses = commands.add_parser("who-uses", help="say where something is")
    uses.add_argument("what", metavar="WHAT", help="story:first-keys")
    _settings(uses)
    _folders(uses)


def _add_foresight(commands: argparse._SubParsersAction[Parser]) -> None:
    coming = commands.add_parser("next", help="say when something next appears or disappears by itself")
    _settings(coming)
    coming.add_argument("--content", default="", metavar="DIR", help="read the words from another folder")
    coming.add_argument("--iso", action="store_true", help="print only the instant, for a scheduler")

    receipt = commands.add_parser("receipt", help="write what a storyteller reads before they say yes")
    receipt.add_argument("what", metavar="WHAT", help="stories/first-keys")
    _settings(receipt)
    receipt.add_argument("--content", default="", metavar="DIR", help="read the words from another folder")
    receipt.add_argument("--output", default="receipts", metavar="DIR", help="the folder to write (default: receipts)")
