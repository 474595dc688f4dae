"""What mail programs, shops and social media hang on an address, so as to know who came by it."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"https?://(?P<host>[^\s/?#<>()\"'\]]+)(?P<rest>(?:[^\s<>()\"'\]]*[^\s<>()\"'\].,;:!?*])?)", re.IGNORECASE
)
"""An address of the web in a line: its host, and what follows; marks that end a sentence or an item are not its own."""
_CODE = re.compile(
    r"(utm_\w+|(?:fb|g|d|tw|tt|y)clid|msclkid|irclickid|irclid|[gw]braid|mc_[ce]id|igsh(?:id)?|_hsenc|_hsmi|mkt_tok|vero_id|s_cid|_gl)=.*",
    re.IGNORECASE,
)
_AND = re.compile(r"&(?:amp;)?")


def untracked(address: str) -> tuple[str, list[str]]:
    """Give an address without the codes in its query that follow a reader, and the names of those."""
    before, _, rest = address.partition("?")
    query, hashed, place = rest.partition("#")
    parts = _AND.split(query)
    codes = [match[1] for part in parts if (match := _CODE.fullmatch(part))]
    if not codes:
        return address, []
    kept = "&".join(part for part in parts if part and not _CODE.fullmatch(part))
    return before + (f"?{kept}" if kept else "") + hashed + place, codes
