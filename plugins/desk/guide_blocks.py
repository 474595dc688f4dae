"""The blocks part of docs/fields.md: how each is opened, what it holds, and its options."""

from __future__ import annotations

from plugins.desk.guide_tables import samples, table
from plugins.model import BLOCK_TYPES, DOCUMENT_TYPES, Block, Listing, Reference
from plugins.model.blocks import Holds

HELD = {
    Holds.NOTHING: "",
    Holds.PROSE: "One paragraph, or several.",
    Holds.ITEMS: "1. The first thing.\n2. The second thing.",
    Holds.PAIRS: "What comes first\n:   What belongs to it.",
    Holds.LISTS: "- 200 g red lentils\n\n1. Rinse the lentils.",
    Holds.LINES: "The first line\nthe second line\n\nA new verse",
}

HEAD = """\
## In a text

- `##` begins a part, `###` a part of that; nothing is skipped, and the title is never written again.
- A link to somebody else: `[words](https://example.org/page)`, `[words](mailto:team@example.org)`,
  `[words](tel:01632960114)`.
- A link to something of ours is its kind, a colon and its file's name: `[words](offer:warm-bundle)`. Links say where
  they go; “here” and “read more” are refused.
- `{support: childline}` puts in a help line's name and number, `{fact: places}` the words of a fact: each is kept in
  one place, in `content/data/`.

## Blocks

A block opens with three slashes, its name and, after a bar, what it is about. Options follow, each indented by four
spaces; then an empty line and the text it holds; then three slashes alone. An empty line stands before and after it.
Blocks do not stand inside one another. Every block also takes `only: web` or `only: email`, which leaves it out of the
other. In an issue with several editions (`editions_by`), a block may say `readers: lhp-staff` or `readers: merecombe`:
only the emails for these have it. The page on the web shows it to everybody, so it is no place for a secret. A heading
goes with its text: where all of a part is left out, so is its heading.
"""


def guide() -> str:
    """Write what may stand in a text."""
    return "\n\n".join([HEAD.strip("\n"), *map(_block, BLOCK_TYPES), _reference(), _listing()])


def example(block: type[Block], name: str, argument: str = "") -> str:
    """Write a block as an editor would, with every option it has."""
    lines = [f"/// {name} | {argument}" if argument else f"/// {name}"]
    for option in _options(block):
        value = samples().first(block, option)
        lines.append(f"    {option}: {', '.join(value) if isinstance(value, list) else value}")
    held = HELD[block.holds]
    return "\n".join([*lines, *(["", held] if held else []), "///"])


def _options(block: type[Block]) -> list[str]:
    return [name for name in block.model_fields if name in block.options() - {"only", "readers", "kind"}]


def _block(block: type[Block]) -> str:
    argument = samples().first(block, block.argument) if block.argument else ""
    return _told(f"`{block.name}`", block, example(block, block.name, argument))


def _told(heading: str, block: type[Block], shown: str, more: str = "") -> str:
    names = [*([block.argument] if block.argument else []), *_options(block)]
    after = f"After the bar stands `{block.argument}`." if block.argument else ""
    rows = table(block, names, (), samples()) if names else ""
    told = " ".join(filter(None, ((block.__doc__ or "").strip(), after, more)))
    return "\n\n".join(filter(None, (f"### {heading}", told, f"```markdown\n{shown}\n```", rows)))


def _reference() -> str:
    names = ", ".join(f"`{kind.kind}`" for kind in DOCUMENT_TYPES)
    more = f"The block's name is the kind: {names}."
    return _told("One other thing", Reference, example(Reference, "story", "first-keys"), more)


def _listing() -> str:
    names = ", ".join(f"`{kind.folder}`" for kind in DOCUMENT_TYPES)
    more = f"The block's name is the kind's folder: {names}."
    return _told("A list of things", Listing, example(Listing, "events", "next 4"), more)
