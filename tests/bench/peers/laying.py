"""Lays the same corpus out for each peer, in the front matter that it reads."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.bench.corpus import Item, Setting
from tests.bench.corpus.drawings import draw
from tests.bench.peers.plain import Front, documents, yaml

HERE = Path(__file__).parent
PAGES = ("page", "area", "person", "objective")
"""The kinds that are pages to Pelican: they have no date."""


def pelican(folder: Path, setting: Setting) -> None:
    """Lay a corpus out for Pelican by itself."""
    shutil.copytree(HERE / "pelican", folder, dirs_exist_ok=True)
    _write(folder / "content", setting, pelican_front)


def eleventy(folder: Path, setting: Setting) -> None:
    """Lay a corpus out for Eleventy."""
    shutil.copytree(HERE / "eleventy", folder, dirs_exist_ok=True)
    _write(folder / "content", setting, eleventy_front)


def hugo(folder: Path, setting: Setting) -> None:
    """Lay a corpus out for Hugo."""
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    _write(folder / "content", setting, hugo_front)


def pelican_front(item: Item, front: Front) -> str:
    """Write front matter as Pelican's Markdown reader wants it: names and values, without quote marks."""
    fields = {name: ", ".join(value) if isinstance(value, list) else value for name, value in front.items()}
    fields["tags"] = fields.pop("themes")
    if item.kind in PAGES:
        place = item.url.lstrip("/")
        fields |= {"url": place, "save_as": f"{place}index.html"}
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value) + "\n"


def eleventy_front(item: Item, front: Front) -> str:
    """Write front matter as Eleventy wants it: with the folder its collections are made by."""
    return yaml(front | {"section": item.path.partition("/")[0]})


def hugo_front(item: Item, front: Front) -> str:  # noqa: ARG001 - a peer's signature
    """Write front matter as Hugo wants it."""
    return yaml(front)


def _write(content: Path, setting: Setting, head: Callable[[Item, Front], str]) -> None:
    shown: list[Item] = []
    for item, front, body in documents(setting):
        path = content / item.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{head(item, front)}{body}\n", "utf-8")
        shown += [item] if setting.pictures else []
    if setting.pictures:
        draw(content, shown)
