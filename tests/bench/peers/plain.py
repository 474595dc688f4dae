"""The corpus in the Markdown that every generator reads: our blocks as quotes, lists and links, with equal words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tests.bench.corpus import Item, Setting, items
from tests.bench.corpus.item import FOLDERS

TOLD = """start end venue address cost who_for value age_note link storyteller issue subject organiser provider region
area_kind display_name role authors file_size strapline""".split()  # noqa: SIM905 - names are read as names
"""Fields that the peers' templates show as they stand."""

_BLOCK = re.compile(
    r"^/// (?P<name>[a-z-]+)(?: \| (?P<argument>.+))?\n(?P<options>(?:    .+\n)*)\n?(?P<held>(?:.*\n)*?)///$",
    re.MULTILINE,
)
_LINK = re.compile(r"\]\((?P<target>[a-z]+:[a-z0-9-]+)\)")
_TERM = re.compile(r"\{(?P<kind>support|fact): (?P<name>[a-z0-9-]+)\}")
_PAIR = re.compile(r"^:   ", re.MULTILINE)

Front = dict[str, str | list[str]]
Titles = Mapping[str, tuple[str, str]]
"""The title and address of each document, by its name: ``story:item-1``."""


def documents(setting: Setting) -> Iterator[tuple[Item, Front, str]]:
    """Give what a visitor may see of a corpus: each document with its front matter and its body in plain Markdown.

    The home page is left out: each peer makes its own.
    """
    titles = titled(items(setting))
    for item in items(setting):
        if item.seen and item.url != "/":
            yield item, front(item), body(item, titles)


def titled(found: Iterable[Item]) -> Titles:
    """Give the titles and addresses of the documents that a visitor may see."""
    return {f"{item.kind}:{item.slug}": (item.fields["title"], item.url) for item in found if item.seen}


def front(item: Item) -> Front:
    """Give the front matter that every generator understands."""
    found: Front = {
        "title": item.fields["title"],
        "date": item.fields.get("date", "2018-01-01"),
        "summary": item.fields["summary"],
        "slug": item.slug,
        "themes": _listed(item.fields.get("themes", "")),
        "areas": _listed(item.fields.get("areas", "")),
    }
    told = {name: value for name in TOLD if (value := item.fields.get(name, "")) and "\n" not in value}
    return found | told


def body(item: Item, titles: Titles) -> str:
    """Give the body with every block in plain Markdown."""
    text = _BLOCK.sub(lambda found: _plain(found, titles), item.body)
    text = _LINK.sub(lambda found: f"]({titles[found['target']][1]})", text)
    return _TERM.sub(lambda found: f"**{found['name']}**", text)


def _plain(found: re.Match[str], titles: Titles) -> str:
    name, argument, held = found["name"], found["argument"] or "", found["held"].strip()
    if f"{name}:{argument}" in titles:
        title, url = titles[f"{name}:{argument}"]
        return f"- [{title}]({url})"
    if name in FOLDERS.values():
        return f"- [All {name}](/{name}/)"
    if name == "quote":
        return "\n".join(f"> {line}" for line in (*held.splitlines(), "", argument))
    told = "\n".join(f"- {line.strip()}" for line in found["options"].splitlines() if ": item-" not in line)
    return "\n\n".join(part for part in (f"**{argument}**" if argument else "", told, _PAIR.sub("\n", held)) if part)


def _listed(value: str) -> list[str]:
    return [part.strip() for part in value.strip("[]").split(",") if part.strip()]


def yaml(fields: Front) -> str:
    """Write front matter as YAML, every text in quotes."""
    lines = (
        f"{name}: [{', '.join(value)}]" if isinstance(value, list) else f'{name}: "{_escaped(value)}"'
        for name, value in fields.items()
    )
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
