"""The sections of a body: which headings stand, and the list of contents that they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plugins.model.blocks import Block, Divider, Heading
from plugins.view.frame import Link
from plugins.view.parts import BlockView, HeadingView

Shown = tuple[Block, BlockView | None]
"""A block as it was written, and as it is seen from somewhere: None where it is left out."""
_DEEPEST = 6
_SECTION = 2
"""The level of the headings that open a section."""


def standing(body: Sequence[Shown]) -> tuple[BlockView, ...]:
    """Give what is seen of a body, but for headings under which something was written and nothing of it is seen."""
    found: list[BlockView] = []
    written = seen = 0  # from below: the deepest heading that, if it came next, would have such a block in its part
    for block, view in reversed(body):
        stands = True
        if isinstance(block, Heading):
            stands = not seen < block.level <= written
            written, seen = min(written, block.level - 1), min(seen, block.level - 1)
        elif not isinstance(block, Divider):
            written, seen = _DEEPEST, _DEEPEST if view else seen
        if view and stands:
            found.append(view)
    return tuple(reversed(found))


def contents(body: Iterable[BlockView], page: str = "") -> tuple[Link, ...]:
    """Link the sections of a body; ``page`` is the address they are at, where that is another."""
    headings = (block for block in body if isinstance(block, HeadingView) and block.level == _SECTION)
    return tuple(Link(heading.text, f"{page}#{heading.anchor}") for heading in headings)
