"""Which headings of a body stand: those under which something stands, or under which nothing was written."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.model.blocks import Block, Divider, Heading
from plugins.view.parts import BlockView

Shown = tuple[Block, BlockView | None]
"""A block as it was written, and as it is seen from somewhere: None where it is left out."""
_DEEPEST = 6


def standing(body: Sequence[Shown]) -> tuple[BlockView, ...]:
    """Give what is seen of a body, without the headings of parts of which nothing is seen."""
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
