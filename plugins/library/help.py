"""Whether help stands beside every content note, and works where its readers are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.model import Document, Problem, SupportLine


def help_problems(documents: Iterable[Document], supports: Mapping[str, SupportLine]) -> Iterator[Problem]:
    """Give the nations of documents with a content note in which none of their help lines works."""
    for document in documents:
        lines = [supports[name] for name in document.supports if name in supports]
        if not document.content_note or not lines:
            continue
        for nation in document.nations:
            if not any(nation in line.nations for line in lines):
                yield Problem(
                    path=document.path,
                    line=document.lines.get("supports", 1),
                    field="supports",
                    code="H01",
                    message=f"None of these help lines works in {nation.label}.",
                    fix=f"Add one from content/data/supports.yml that has {nation} among its nations.",
                )
