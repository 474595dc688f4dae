"""An edition's styles move into its elements, because many mail programs read no style sheet."""

from __future__ import annotations

import re

from css_inline import CSSInliner

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[^\s"=<>/]+(?:="[^"]*")?)*)\s*>')
_CLASS = re.compile(r'\sclass="([^"]*)"')
_SELECTED = re.compile(r"\.([a-zA-Z][\w-]*)")
_IMPLIED = frozenset({"tbody"})
"""Elements that readers of HTML put in by themselves, and the inliner writes out."""


def inlined(markup: str, sheet: str, late: str) -> str:
    """Write a style sheet into the elements of a whole HTML document, then put ``late`` into its head.

    ``late`` is a small sheet for what no style attribute can say, such as dark mode. It comes after
    the inlining and marks its rules important, so ``sheet`` must not. Classes stay only where ``late``
    selects by them. A ``blockquote`` becomes a ``div``, because HEY folds quotations away. Comments
    for Word stay as they are. Raises css_inline.InlineError for a sheet that is not CSS.
    """
    inliner = CSSInliner(extra_css=sheet, inline_style_tags=False, load_remote_stylesheets=False, minify_css=True)
    kept = frozenset(_SELECTED.findall(late))
    document = _TAG.sub(lambda tag: _lean(tag, kept), inliner.inline(markup))
    document = re.sub(r"\n{2,}", "\n", document)
    return document.replace("</head>", f"<style>{''.join(late.splitlines())}</style>\n</head>", 1) + "\n"


def _lean(tag: re.Match[str], kept: frozenset[str]) -> str:
    closing, name, attributes = tag.groups()
    if name in _IMPLIED:
        return ""
    name = "div" if name == "blockquote" else name
    return f"<{closing}{name}{_CLASS.sub(lambda found: _classes(found[1], kept), attributes)}>"


def _classes(names: str, kept: frozenset[str]) -> str:
    left = " ".join(name for name in names.split() if name in kept)
    return f' class="{left}"' if left else ""
