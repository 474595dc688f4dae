"""Python-Markdown's look at the marks inside a text, which does not look for marks that are not there.

Each of its patterns needs a certain letter, and most texts have none of these.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_NEEDED = {
    "autolink": "<",
    "backtick": "`",
    "em_strong": "",  # one of two letters
    "entity": "&",
    "escape": "\\",
    "image_link": "![",
    "image_reference": "![",
    "linebreak": "  \n",
    "link": "[",
    "named": "{",
    "reference": "[",
    "short_image_ref": "![",
    "short_reference": "[",
}
"""What a text must hold for a pattern to find anything in it."""
_ANY = re.compile(r"[*_\[<`&\\{]|  \n")


class Inline(InlineProcessor):
    """Gives what Markdown's own gives, and asks only the patterns that may find something."""

    def __init__(self, md: Markdown) -> None:
        """Take the patterns of an instance. Raises KeyError where it has one that nothing is known of."""
        super().__init__(md)
        needed = {md.inlinePatterns[name]: text for name, text in _NEEDED.items() if name in md.inlinePatterns}
        self._patterns = [(pattern, needed[pattern]) for pattern in md.inlinePatterns]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - its names
        """Put marks in the place of what the patterns find, as the private method does that ``run`` calls."""
        if isinstance(data, AtomicString) or not _ANY.search(data):
            return data
        for index, (pattern, needed) in enumerate(self._patterns[patternIndex:], patternIndex):
            found, start = True, 0
            while found and needed in data:
                data, found, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, index, start
                )
        return data
