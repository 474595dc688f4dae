"""Links that let whoever has them into a meeting: they are sent to people who booked, and stand nowhere else."""

from __future__ import annotations

import re

LINK = re.compile(
    r"\bzoom(?:gov)?\.(?:us|com)/(?:[jsw]|my|wc|webinar)/"
    r"|\bteams\.(?:microsoft|live)\.com/(?:l/)?meet"
    r"|\bmeet\.google\.com/\w|\bg\.co/meet/"
    r"|\bwebex\.com/(?:\S*/)?(?:meet|join|j\.php)|\bwhereby\.com/\w|\bmeet\.jit\.si/\w|\b8x8\.vc/\w"
    r"|\bgotomeet(?:ing)?\.(?:com|me)/(?:join/)?\w|\bjoin\.skype\.com/\w|\bfacetime\.apple\.com/join"
    r"|\bbluejeans\.com/\w|\bdiscord(?:\.gg|\.com/invite)/\w|\bchat\.whatsapp\.com/\w|\bhangouts\.google\.com/\w",
    re.IGNORECASE,
)


def link_in(text: str) -> bool:
    """Say whether a text holds a link that lets strangers in."""
    return LINK.search(text) is not None
