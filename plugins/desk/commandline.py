"""What all command lines of the desk share: the options that name folders, and plain words where one is wrong."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Collection
from typing import NoReturn, TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 - argparse has no public name for it


class Parser(argparse.ArgumentParser):
    """Reads a command line; where something is wrong with it, it says so and ends."""

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


def settings(parser: argparse.ArgumentParser, default: str = "pelicanconf.py") -> None:
    """Add the option that names the settings file."""
    parser.add_argument("--settings", default=default, metavar="FILE", help=f"the settings (default: {default})")


def content(parser: argparse.ArgumentParser, why: str = "read the words from another folder") -> None:
    """Add the option that names the content folder."""
    parser.add_argument("--content", default="", metavar="DIR", help=why)


def folders(parser: argparse.ArgumentParser) -> None:
    """Add the options that name the folders a site is made from and written to."""
    content(parser)
    parser.add_argument("--output", default="", metavar="DIR", help="write the site to another folder")
