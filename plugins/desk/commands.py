"""Every command of the desk and what it may be told, without loading what does the work."""

from __future__ import annotations

import argparse

from plugins.desk import posting, reaching
from plugins.desk.commandline import Commands, Parser, content, folders, settings


class WrongUse(Exception):  # noqa: N818 - it names what happened
    """The desk was asked for something it cannot do; the message says what would do."""


def _fixable(text: str) -> str:
    if text != "images":
        message = f"We cannot fix “{text}” by ourselves. To clean the pictures: clnm fix images"
        raise argparse.ArgumentTypeError(message)
    return text


def parser() -> Parser:
    """Make the reader of command lines; the commands are told in this order."""
    top = Parser(prog="clnm", description="Make the site, its feeds and its emails from what you write.")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_checks(commands)
    _add_serve(commands)
    _add_new(commands)
    _add_releases(commands)
    _add_edition(commands)
    _add_tools(commands)
    _add_whereabouts(commands)
    _add_foresight(commands)
    reaching.add(commands)
    posting.add(commands)
    _add_planning(commands)
    top.words = commands.choices
    return top


def _add_build(commands: Commands) -> None:
    build = commands.add_parser("build", help="build the site")
    settings(build)
    folders(build)
    build.add_argument("--strict", action="store_true", help="build nothing while there is a note on anything")
    build.add_argument("--profile", action="store_true", help="say how long each phase took")


def _add_checks(commands: Commands) -> None:
    check = commands.add_parser("check", help="say what is wrong with the content, and mend it if asked")
    check.add_argument("what", nargs="?", choices=["links"], help="links: also try each address of another site")
    settings(check)
    content(check)
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


def _add_serve(commands: Commands) -> None:
    serve = commands.add_parser("serve", help="show the site on this machine, and build it again at each change")
    settings(serve)
    folders(serve)
    serve.add_argument("--port", type=reaching.port, default=8000, help="where it listens (default: 8000)")


def _add_new(commands: Commands) -> None:
    new = commands.add_parser("new", help="start a new piece of content")
    new.add_argument("kind", nargs="?", default="", metavar="KIND", help="story, event, offer, issue, page …")
    new.add_argument("slug", nargs="?", default="", metavar="SLUG", help="the file's name: first-keys")
    new.add_argument("--title", default="", help="what it is called")
    answer = "an answer: --set start='2026-12-04 16:00' --set consent.ref=CR-2026-014"
    new.add_argument("--set", action="append", metavar="FIELD=VALUE", help=answer)
    settings(new)
    content(new, "put it into another folder")


def _add_releases(commands: Commands) -> None:
    publish = commands.add_parser("publish", help="build the site that goes online, and check every page of it")
    settings(publish, "publishconf.py")
    folders(publish)
    publish.add_argument("--demo", action="store_true", help="let the sample content through")
    publish.add_argument("--fewer-pages", action="store_true", help="it is meant that most pages are gone")
    publish.add_argument("--again", action="store_true", help="build, check and send it even if nothing changed")

    rollback = commands.add_parser("rollback", help="bring an earlier release back online")
    rollback.add_argument("number", nargs="?", type=int, default=0, metavar="NUMBER", help="which; the last, if none")
    rollback.add_argument("--list", action="store_true", help="say which there are; change nothing")
    settings(rollback, "publishconf.py")
    folders(rollback)


def _add_edition(commands: Commands) -> None:
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
    settings(edition)
    folders(edition)


def _add_tools(commands: Commands) -> None:
    fix = commands.add_parser("fix", help="take out of your pictures where and when they were taken: fix images")
    fix.add_argument("what", type=_fixable, metavar="WHAT", help="images")
    settings(fix)
    content(fix, "clean the pictures of another folder")

    gallery = commands.add_parser("gallery", help="show every component on every target")
    settings(gallery)
    gallery.add_argument("--output", default="gallery", metavar="DIR", help="the folder to write (default: gallery)")

    schemas = commands.add_parser("schemas", help="write the content model down for editing programs and docs")
    schemas.add_argument("--check", action="store_true", help="only say whether what is written is up to date")


def _add_whereabouts(commands: Commands) -> None:
    withdraw = commands.add_parser("withdraw", help="take something down everywhere, in one step")
    withdraw.add_argument("what", metavar="WHAT", help="stories/first-keys")
    settings(withdraw)
    folders(withdraw)

    uses = commands.add_parser("who-uses", help="say where something is")
    uses.add_argument("what", metavar="WHAT", help="story:first-keys")
    settings(uses)
    folders(uses)


def _add_planning(commands: Commands) -> None:
    due = commands.add_parser("due", help="say what the team must do next, and by when")
    settings(due)
    content(due)
    due.add_argument("--days", type=int, default=60, metavar="N", help="look so far ahead (default: 60)")
    forms = due.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="as JSON")
    forms.add_argument("--ics", default="", metavar="FILE", help="as a calendar for the team")

    issue = commands.add_parser("issue", help="begin an issue: issue 2026-12 --gather")
    issue.add_argument("month", metavar="MONTH", help="the year and the month: 2026-12")
    issue.add_argument("--gather", action="store_true", help="with all that is new and may go by email")
    settings(issue)
    content(issue, "read and write another folder")

    admin = commands.add_parser("admin", help="open a form for those who do not use git, on this machine alone")
    settings(admin)
    content(admin, "edit another folder")
    admin.add_argument("--port", type=reaching.port, default=8100, help="where it listens (default: 8100)")


def _add_foresight(commands: Commands) -> None:
    coming = commands.add_parser("next", help="say when something next appears or disappears by itself")
    settings(coming)
    content(coming)
    coming.add_argument("--iso", action="store_true", help="print only the instant, for a scheduler")

    proof = commands.add_parser("proof", help="show a document, or a change, on one page, as all its readers get it")
    proof.add_argument("what", nargs="?", default="", metavar="WHAT", help="stories/first-keys")
    proof.add_argument("--since", default="", metavar="REV", help="everything a change touches: main, HEAD~1")
    settings(proof)
    content(proof)
    proof.add_argument("--output", default="proofs", metavar="DIR", help="the folder to write (default: proofs)")

    receipt = commands.add_parser("receipt", help="write what a storyteller reads before they say yes")
    receipt.add_argument("what", metavar="WHAT", help="stories/first-keys")
    settings(receipt)
    content(receipt)
    receipt.add_argument("--output", default="receipts", metavar="DIR", help="the folder to write (default: receipts)")
