"""The browser that tests use: the one on this machine, else one that this script installs.

``python tools/find_browser.py`` prints the path of a Chromium that starts; with ``--install`` it gets
one first where there is none. ``CHROMIUM=/path/to/chromium`` settles the question.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
PLAYWRIGHT_PATH = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
PACKAGE_MANAGERS = {
    "apt-get": (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]),
    "dnf": (["install", "--assumeyes", "chromium"],),
    "zypper": (["--non-interactive", "install", "chromium"],),
    "pacman": (["-Sy", "--noconfirm", "chromium"],),
    "apk": (["add", "chromium"],),
    "brew": (["install", "--cask", "chromium"],),
}
NONE_FOUND = """\
There is no Chromium on this machine, and none could be installed.
Install Chromium or Chrome by hand, or say where one is: CHROMIUM=/path/to/chromium make test"""


@functools.cache
def find() -> str | None:
    """Give the path of a Chromium that starts, or None.

    ``CHROMIUM`` alone counts where it is set; then come the machine's own, then playwright's.
    """
    return next((path for path in _candidates() if _starts(path)), None)


def install() -> None:
    """Get a Chromium: playwright's own build, else the package of the system. What fails says so itself."""
    print("No Chromium on this machine yet: asking playwright for one.", file=sys.stderr)
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    find.cache_clear()
    if find() is None:
        print("Playwright has none that starts here: asking the system's package manager.", file=sys.stderr)
        _install_package()
        find.cache_clear()


def main(arguments: Sequence[str]) -> int:
    """Print the path and give 0, or say what to do and give 1."""
    if find() is None and "--install" in arguments and "CHROMIUM" not in os.environ:
        install()
    path = find()
    if path is None:
        chosen = os.environ.get("CHROMIUM")
        print(f"CHROMIUM is {chosen}, which does not start." if chosen else NONE_FOUND, file=sys.stderr)
        return 1
    print(path)
    return 0


def _candidates() -> Iterator[str]:
    if chosen := os.environ.get("CHROMIUM"):
        yield chosen
        return
    yield from filter(None, map(shutil.which, NAMES))
    yield from APPLICATIONS
    answer = subprocess.run([sys.executable, "-c", PLAYWRIGHT_PATH], capture_output=True, text=True, check=False)
    yield answer.stdout.strip()


def _starts(path: str) -> bool:
    """Say whether a program runs: a Chromium that lacks a library of the system is there, but does not."""
    if not Path(path).is_file():
        return False
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _install_package() -> None:
    manager = next(filter(shutil.which, PACKAGE_MANAGERS), None)
    if manager is None:
        return
    needs_root = manager != "brew" and os.geteuid() != 0
    if needs_root and not shutil.which("sudo"):
        return
    prefix = ["sudo", "--non-interactive"] if needs_root else []
    for words in PACKAGE_MANAGERS[manager]:
        _run([*prefix, manager, *words])


def _run(command: Sequence[str]) -> None:
    """Run a command, its words on standard error: standard output is for the path alone."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, stdout=sys.stderr, env=environment, timeout=900, check=False)
    except (OSError, subprocess.TimeoutExpired) as reason:
        print(f"{command[0]}: {reason}", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
