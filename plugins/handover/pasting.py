"""Engines that take an edition by hand: files to paste, and where each of them goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.handover.package import Package

STEPS = {
    "mailchimp": (
        "Campaigns, Create, Email, Design email, Code your own, Paste in code: paste edition.html.",
        "Subject and From: take them from steps.txt. Plain-text version: paste edition.txt.",
        "Turn off click tracking and open tracking. Send a test to yourself before you send.",
    ),
    "buttondown": (
        "Settings, Design, Template: naked. New email: switch the editor to plain HTML, paste edition.html.",
        "Subject: take it from steps.txt. Turn off click tracking and open tracking.",
        "Send a draft to yourself before you send.",
    ),
}
"""What to do at each engine, one step a line."""


def files(package: Package, engine: str) -> Iterator[tuple[str, bytes]]:
    """Give the files of an edition: both parts with the engine's tags, and the steps."""
    yield "edition.html", package.html.encode()
    yield "edition.txt", package.text.encode()
    steps = [f"{number}. {step}" for number, step in enumerate(STEPS[engine], 1)]
    yield "steps.txt", "\n".join([f"Subject: {package.subject}", f"From: {package.sender}", "", *steps, ""]).encode()


def write(package: Package, engine: str, folder: Path) -> Path:
    """Write the files of an edition into a folder of its own; give it."""
    own = folder / f"{package.name}-for-{engine}"
    own.mkdir(parents=True, exist_ok=True)
    for name, data in files(package, engine):
        (own / name).write_bytes(data)
    return own
