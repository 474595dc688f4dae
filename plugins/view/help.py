"""Lines of support as readers see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model import SupportLine
from plugins.view.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class SupportView:
    """Somebody to call, text or write to."""

    name: str
    for_whom: str
    phone: str
    phone_href: str
    text: str
    web: str
    hours: str
    free: bool


def support_views(slugs: Iterable[str], here: Viewpoint) -> tuple[SupportView, ...]:
    """Show help lines by their ids, or all of them where none is named."""
    known = here.shelf.supports
    return tuple(_view(known[slug]) for slug in (tuple(slugs) or tuple(known)) if slug in known)


def _view(line: SupportLine) -> SupportView:
    return SupportView(
        name=line.name,
        for_whom=line.for_whom,
        phone=line.phone or "",
        phone_href=f"tel:{line.phone.replace(' ', '')}" if line.phone else "",
        text=line.text or "",
        web=line.web or "",
        hours=line.hours,
        free=line.free_from_mobile,
    )
