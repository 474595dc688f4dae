"""Which headings of a body stand: those under which something stands, or under which nothing was written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from plugins.model.blocks import Block, Divider, Heading
from plugins.view.parts import BlockView

Shown = tuple[Block, BlockView | None]
"""A block as it was written, and as it is seen from somewhere: None where it is left out."""


def standing(body: Sequence[Shown]) -> tuple[BlockView, ...]:
    """Give what is seen of a body, without the headings of parts of which nothing is seen."""
    return tuple(
        view
        for place, (block, view) in enumerate(body)
        if view and not (isinstance(block, Heading) and _emptied(block, body[place + 1 :]))
    )


def _emptied(heading: Heading, after: Sequence[Shown]) -> bool:
    """Say whether something was written under a heading, and all of it is left out."""
    part = takewhile(lambda shown: not (isinstance(shown[0], Heading) and shown[0].level <= heading.level), after)
    written = [view for block, view in part if not isinstance(block, (Heading, Divider))]
    return bool(written) and not any(written)
