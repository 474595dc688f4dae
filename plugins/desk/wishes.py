"""What a publish was told beside its folders, and where it builds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.desk.project import Project
from plugins.releases.places import Places


@dataclass(frozen=True, slots=True)
class Wish:
    """What a publish was told beside its folders."""

    demo: bool = False
    """Let the sample content through."""
    fewer_pages: bool = False
    """It is meant that most pages are missing."""
    again: bool = False
    """Build, check and send it even if nothing changed."""


def staged(found: Project) -> Project:
    """Give a project that is built where nobody sees it yet."""
    return replace(found, output=Places(found.output).staging)
