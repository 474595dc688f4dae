"""What a body is made of: running text, and blocks that an editor opens with three slashes.

A block's class says everything about it: the word after the slashes (``name``), the field that the
text after the bar fills (``argument``), its options (the other fields), and what may stand between
its slashes (``holds``). Source reads bodies by these classes; every target renders the same values.
"""

from __future__ import annotations

from plugins.model.arranging import Cohorts, Grid, Numbers, Recipe, Steps, Timeline, YouSaidWeDid
from plugins.model.parts import Block, Divider, Heading, Holds, Only, Pair, Prose, Running
from plugins.model.pointing import Listing, Reference, Show
from plugins.model.reaching import Ask, Button, Contact, Film, GetHelp
from plugins.model.saying import Details, Figure, InShort, Notice, Poem, Quote

__all__ = [
    "BLOCK_TYPES",
    "Ask",
    "Block",
    "Button",
    "Cohorts",
    "Contact",
    "Details",
    "Divider",
    "Figure",
    "Film",
    "GetHelp",
    "Grid",
    "Heading",
    "Holds",
    "InShort",
    "Listing",
    "Notice",
    "Numbers",
    "Only",
    "Pair",
    "Poem",
    "Prose",
    "Quote",
    "Recipe",
    "Reference",
    "Running",
    "Show",
    "Steps",
    "Timeline",
    "YouSaidWeDid",
]

BLOCK_TYPES: tuple[type[Block], ...] = (
    Figure,
    Quote,
    Button,
    Notice,
    InShort,
    Details,
    Steps,
    Grid,
    Numbers,
    YouSaidWeDid,
    Timeline,
    Cohorts,
    Recipe,
    Poem,
    Film,
    Ask,
    Contact,
    GetHelp,
)
"""The blocks with a name of their own; a kind's name opens a reference, its folder's a listing."""
