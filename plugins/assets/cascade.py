"""One style sheet of many: each import in its place, in its layer, so that a page asks for one file."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'@import\s+url\("([^"]+)"\)(?:\s+layer\(([\w.-]+)\))?\s*([^;]*);')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def bundled(sheet: Path) -> str:
    """Give a style sheet with its imports written out (CSS Cascading Level 5, section 2), without comments.

    An import's layer becomes ``@layer`` round the other sheet, its media query ``@media``.
    """

    def written_out(match: re.Match[str]) -> str:
        text = bundled(sheet.parent / match[1])
        if match[2]:
            text = f"@layer {match[2]} {{\n{text}}}\n"
        return f"@media {match[3].strip()} {{\n{text}}}\n" if match[3].strip() else text

    text = _IMPORT.sub(written_out, _COMMENT.sub("", sheet.read_text("utf-8")))
    return re.sub(r"\n\s*\n+", "\n", text).lstrip("\n")
