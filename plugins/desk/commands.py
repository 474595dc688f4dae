"""Every command of the desk and what it may be told, without loading what does the work."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Collection
from typing import NoReturn

from plugins.desk import posting, reaching


class WrongUse(Exception):  # noqa: N818 - it names what happened
    """The desk was asked for something it cannot do; the message says what would do."""


class Parser(argparse.ArgumentParser):
    """Reads a command line, and says in plain words what is wrong with it."""

    words: Collection[str] = ()
    """The commands that there are."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to find help; end with exit code 2."""
        choice = re.match(r"argument COMMAND: invalid choice: '(.*?)'", message)
        if choice:
            message = _no_command(choice[1], self.words)
        elif message.endswith("required: COMMAND"):
            message = "Say what to do."
        elif other := re.match(r"argument (?:WHAT|--to): invalid choice: '(.*?)' \(choose from (.*)\)", message):
            known = other[2].replace("'", "")
            message = f"We do not know “{other[1]}”. There are: {known}."
        missing = re.match(r"unrecognized arguments: (.*)", message)
        if missing:
            message = f"We do not know what to do with “{missing[1]}”."
        print(f"{message}\nTo see what there is: {self.prog} --help", file=sys.stderr)
        sys.exit(2)


def _no_command(word: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"There is no command “{word}”.{hint}"


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
    build.add_argument("--strict", action="store_true", help="build nothing while there is a note on anything")
    build.add_argument("--profile", action="store_true", help="say how long each phase took")

    _add_checks(commands)

    serve = commands.add_parser("serve", help="show the site on this machine, and build it again at each change")
    _settings(serve)
    _folders(serve)
    serve.add_argument("--port", type=reaching.port, default=8000, help="where it listens (default: 8000)")

    new = commands.add_parser("new", help="start a new piece of content")
    new.add_argument("kind", nargs="?", default="", metavar="KIND", help="story, event, offer, issue, page …")
    new.add_argument("slug", nargs="?", default="", metavar="SLUG", help="the file's name: first-keys")
    new.add_argument("--title", default="", help="what it is called")
    answer = "an answer: --set start='2026-12-04 16:00' --set consent.ref=CR-2026-014"
    new.add_argument("--set", action="append", metavar="FIELD=VALUE", help=answer)
    _settings(new)
    new.add_argument("--content", default="", metavar="DIR", help="put it into another folder")

    _add_makers(commands)
    _add_foresight(commands)
    reaching.add(commands, _settings)
    posting.add(commands, _settings, _folders)
    _add_planning(commands)
    top.words = commands.choices
    return top


def _add_checks(commands: argparse._SubParsersAction[Parser]) -> None:
    check = commands.add_parser("check", help="say what is wrong with the content, and mend it if asked")
    check.add_argument("what", nargs="?", choices=["links"], help="links: also try each address of another site")
    _settings(check)
    check.add_argument("--content", default="", metavar="DIR", help="read the words from another folder")
    check.add_argument("--strict", action="store_true", help="let notes fail too")
    check.add_argument("--all", action="store_true", help="say the smallest notes on words too")
    check.add_argument("--output", default="", metavar="DIR", help="check this built folder instead of the words")
    mending = check.add_mutually_exclusive_group()
    mending.add_argument("--fix", action="store_true", help="first mend what only one answer fits, and say what it was")
    mending.add_argument("--undo", action="store_true", help="put back what --fix changed last")
    forms = check.add_mutually_exclusive_group()
    for name, what in (("json", "as JSON"), ("sarif", "as SARIF 2.1.0"), ("github", "as annotations of GitHub")):
        forms.add_argument(f"--{name}", dest="format", action="store_const", const=name, default="", help=what)

    explain = commands.add_parser("explain", help="say more about a message: explain F01")
    explain.add_argument("code", nargs="?", default="", metavar="CODE", help="the code in its square brackets")


def _add_makers(commands: argparse._SubParsersAction[Parser]) -> None:
    publish = commands.add_parser("publish", help="build the site that goes online, and check every page of it")
    _settings(publish, "publishconf.py")
    _folders(publish)
    publish.add_argument("--demo", action="store_true", help="let the sample content through")
    publish.add_argument("--fewer-pages", action="store_true", help="it is meant that most pages are gone")
    publish.add_argument("--again", action="store_true", help="build, check and send it even if nothing changed")

    rollback = commands.add_parser("rollback", help="bring an earlier release back online")
    rollback.add_argument("number", nargs="?", type=int, default=0, metavar="NUMBER", help="which; the last, if none")
    rollback.add_argument("--list", action="store_true", help="say which there are; change nothing")
    _settings(rollback, "publishconf.py")
    _folders(rollback)

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


def _add_planning(commands: argparse._SubParsersAction[Parser]) -> None:
    due = commands.add_parser("due", help="say what the team must do next, and by when")
    _settings(due)
    due.add_argument("--content", default="", metavar="DIR", help="read the words from another folder")
    due.add_argument("--days", type=int, default=60, metavar="N", help="look so far ahead (default: 60)")
    forms = due.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="as JSON")
    forms.add_argument("--ics", default="", metavar="FILE", help="as a calendar for the team")

    issue = commands.add_parser("issue", help="begin an issue: issue 2026-12 --gather")
    issue.add_argument("month", metavar="MONTH", help="the year and the month: 2026-12")
    issue.add_argument("--gather", action="store_true", help="with all that is new and may go by email")
    _settings(issue)
    issue.add_argument("--content", default="", metavar="DIR", help="read and write another folder")

    admin = commands.add_parser("admin", help="open a form for those who do not use git, on this machine alone")
    _settings(admin)
    admin.add_argument("--content", default="", metavar="DIR", help="edit another folder")
    admin.add_argument("--port", type=reaching.port, default=8100, help="where it listens (default: 8100)")


def _add_foresight(commands: argparse._SubParsersAction[Parser]) -> None:
    coming = commands.add_parser("next", help="say when something next appears or disappears by itself")
    _settings(coming)
    coming.add_argument("--content", default="", metavar="DIR", help="read the words from another folder")
    coming.add_argument("--iso", action="store_true", help="print only the instant, for a scheduler")

    proof = commands.add_parser("proof", help="show a document, or a change, on one page, as all its readers get it")
    proof.add_argument("what", nargs="?", default="", metavar="WHAT", help="stories/first-keys")
    proof.add_argument("--since", default="", metavar="REV", help="everything a change touches: main, HEAD~1")
    _settings(proof)
    proof.add_argument("--content", default="", metavar="DIR", help="read the words from another folder")
    proof.add_argument("--output", default="proofs", metavar="DIR", help="the folder to write (default: proofs)")

    receipt = commands.add_parser("receipt", help="write what a storyteller reads before they say yes")
    receipt.add_argument("what", metavar="WHAT", help="stories/first-keys")
    _settings(receipt)
    receipt.add_argument("--content", default="", metavar="DIR", help="read the words from another folder")
    receipt.add_argument("--output", default="receipts", metavar="DIR", help="the folder to write (default: receipts)")
