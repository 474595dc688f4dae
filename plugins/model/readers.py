"""Whom an edition is for: everybody, or the readers of one audience, of one area, or of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.model.fields import Term
from plugins.model.taxonomy import Audience

ELSEWHERE = "elsewhere"
"""Stands for readers in no area that has an edition of its own, so that nobody goes without."""


class Split(Term):
    """What an issue has several editions by."""

    AUDIENCE = "audience"
    AREAS = "areas"


@dataclass(frozen=True, slots=True)
class Readers:
    """Whom one edition is for; what is not named does not matter."""

    audience: str = ""
    area: str = ""
    """An area by its file's name, or ``elsewhere``."""

    @property
    def slug(self) -> str:
        """Name them in addresses: ``lhp-staff``, ``lhp-staff-merecombe``; nothing where it is everybody."""
        return "-".join(filter(None, (self.audience, self.area)))

    def get(self, named: Iterable[str]) -> bool:
        """Say whether they get a block that names readers: its audiences and its areas must both fit."""
        audiences, areas = _sorted(named)
        return (not audiences or not self.audience or self.audience in audiences) and (
            not areas or not self.area or self.area in areas
        )


EVERYBODY = Readers()


def split(by: Iterable[Split], audience: Iterable[Audience], areas: Iterable[str]) -> tuple[Readers, ...]:
    """Give the readers of each edition of an issue; with areas, there is always one for those elsewhere."""
    by = frozenset(by)
    audiences = tuple(map(str, audience)) if Split.AUDIENCE in by else ("",)
    places = (*areas, ELSEWHERE) if Split.AREAS in by else ("",)
    return tuple(Readers(who, where) for who in audiences for where in places)


def fitting(audience: str, area: str) -> Iterator[Readers]:
    """Give whom an edition may be for so that somebody of an audience and an area may get it, the closest first.

    An edition for other readers is never one of them; who is in no audience gets none that is for one.
    """
    for who in dict.fromkeys((audience, "")):
        yield from (Readers(who, where) for where in dict.fromkeys((area or ELSEWHERE, ELSEWHERE, "")))


def _sorted(named: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Tell audiences from areas."""
    names = frozenset(named)
    audiences = names & {str(audience) for audience in Audience}
    return audiences, names - audiences
