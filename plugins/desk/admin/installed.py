"""The form's own program, fetched once in the versions and with the digests of its lock, and kept out of everything."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from plugins.desk.commands import WrongUse
from plugins.disk import write_whole

HERE = Path(__file__).parent
FILES = ("package.json", "package-lock.json")
CACHE = Path(".cache") / "admin"


def installed(beside: Path) -> Path:
    """Give the folder that holds the program, after fetching it where it is not there yet. Raises WrongUse."""
    folder = beside.resolve() / CACHE
    done = folder / "installed"
    lock = (HERE / FILES[1]).read_bytes()
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and done.is_file() and done.read_bytes() == lock:
        return folder
    if npm is None or node is None:
        message = "The form needs Node.js with npm, which is not here: https://nodejs.org (on Debian: apt install npm)."
        raise WrongUse(message)
    for name in FILES:
        write_whole(folder / name, (HERE / name).read_bytes())
    print("Fetching the form, once (80 MB) …", flush=True)
    words = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        subprocess.run(words, cwd=folder, check=True)  # noqa: S603 - npm, with words of ours
    except subprocess.CalledProcessError as error:
        message = "The form could not be fetched. Is this machine online? Nothing was changed."
        raise WrongUse(message) from error
    write_whole(done, lock)
    return folder
