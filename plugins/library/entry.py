"""A document on the shelves: itself, its spine, and the phase it is in."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.library.spine import Spine
from plugins.model import Document


@dataclass(frozen=True, slots=True)
class Entry:
    """One document at one instant; whoever shows its body asks a shelf for the ``whole`` of it."""

    document: Document
    spine: Spine
    phase: int
    """The number of the phase it is in: what changes by itself changes with it."""
    id: str = field(init=False)
    """Names the document: ``story:first-keys``."""
    mark: str = field(init=False)
    """Stands for all that its own page shows now."""
    card_mark: str = field(init=False)
    """Stands for all that others may show of it now."""

    def __post_init__(self) -> None:
        """Keep what is asked for very often."""
        object.__setattr__(self, "id", self.document.id)
        object.__setattr__(self, "card_mark", f"{self.spine.card}.{self.phase}")
        self.exchange(self.document)

    @property
    def url(self) -> str:
        """Give its address on the site."""
        return self.spine.url

    def exchange(self, document: Document) -> None:
        """Stand for another version of the document, whose spine is the same: only its own page can tell."""
        object.__setattr__(self, "document", document)
        object.__setattr__(self, "mark", f"{document.digest}.{self.phase}")

    def gone(self, now: float) -> bool:
        """Say whether nobody will see it any more, at an instant in seconds since 1970."""
        return self.spine.gone is not None and self.spine.gone <= now
