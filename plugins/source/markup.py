"""Markdown to an element tree, and that tree to HTML: one instance for all files."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from functools import cache
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block as MarkdownBlock

from plugins.model.blocks import Prose
from plugins.source.inline import Inline
from plugins.source.wording import BLOCK_TAGS, wording

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}\.) +\S")
_FIRST_ITEM = re.compile(r" {0,3}(?:[-*+]|1\.) +\S")


class _Numbered(MarkdownBlock):  # type: ignore[misc] # pymdownx has no types
    NAME = "block"
    ARGUMENT = True

    def on_create(self, parent: ET.Element) -> ET.Element:
        return ET.SubElement(parent, "div", {"data-block": str(self.argument)})

    def on_markdown(self) -> str:
        return "block"


class _Blocks(BlocksExtension):  # type: ignore[misc] # see above
    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802, ARG002 - pymdownx's name
        block_mgr.register(_Numbered, self.getConfigs())


class _Named(InlineProcessor):
    """``{support: childline}`` becomes a mark that only the library can fill in."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        return f"{Prose.OPEN}{m[1]}:{m[2]}{Prose.CLOSE}", m.start(0), m.end(0)


class _Letter(InlineProcessor):
    """``&nbsp;`` and its like become the letter they stand for, if it can be seen or is a space."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        letter = html.unescape(m[0])
        return letter if letter == "\u00a0" or letter.isprintable() else "", m.start(0), m.end(0)


class _Loose(Preprocessor):
    """A list may follow its sentence at once, as people write it: Markdown wants an empty line there."""

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        listing = False
        for line in lines:
            if not line.strip():
                listing = False
            elif out and out[-1].strip():
                if not listing and _FIRST_ITEM.match(line):
                    out.append("")
                    listing = True
            else:
                listing = bool(_ITEM.match(line)) or line.startswith((" ", "\t", ":"))
            out.append(line)
        return out


class _House(Extension):
    """Takes raw HTML and underlined headings out of the language, and puts our own marks in."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_Loose(md), "loose", 5)
        md.parser.blockprocessors.deregister("setextheader")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("automail")
        md.inlinePatterns.register(_Named(r"\{ *(support|fact) *: *([a-z0-9-]+) *\}", md), "named", 185)
        md.inlinePatterns.register(_Letter(r"&(?:[a-zA-Z0-9]+|#[0-9]+|#x[0-9a-fA-F]+);", md), "entity", 80)


@cache
def _markdown() -> Markdown:
    extensions: list[str | Extension] = ["tables", "def_list", "sane_lists", "abbr", _Blocks(), _House()]
    md = Markdown(extensions=extensions, output_format="html")
    md.treeprocessors.register(Inline(md), "inline", 20)
    return md


def forget() -> None:
    """Drop the instance after it was stopped in the middle of a text."""
    _markdown.cache_clear()


def tree(text: str) -> ET.Element:
    """Parse Markdown into a tree whose blocks are ``div`` elements with their number."""
    md = _markdown()
    md.reset()
    lines = text.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = md.parser.parseDocument(lines).getroot()
    if root is None:  # pragma: no cover - Markdown always makes one; its types do not say so
        return ET.Element("div")
    for processor in md.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    return root


def prose(elements: list[ET.Element]) -> Prose:
    """Make running text of sibling elements."""
    return Prose(
        html="\n".join(_html(element) for element in elements),
        text="\n\n".join(filter(None, (wording(element) for element in elements))),
    )


def inner(element: ET.Element) -> Prose:
    """Make running text of what stands inside an element that its component draws itself."""
    children = [child for child in element if child.tag in BLOCK_TAGS]
    if children and not (element.text or "").strip() and len(children) == len(element):
        return prose(children)
    paragraph = ET.Element("p")
    paragraph.text = element.text
    paragraph.extend(list(element))
    if children:
        paragraph.tag = "div"
    return Prose(html=_html(paragraph), text=wording(paragraph))


def _html(element: ET.Element) -> str:
    md = _markdown()
    tail, element.tail = element.tail, None
    try:
        text = md.serializer(element)
    finally:
        element.tail = tail
    for postprocessor in md.postprocessors:
        text = postprocessor.run(text)
    return str(text).strip()
