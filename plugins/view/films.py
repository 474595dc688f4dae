"""Players that show a film without setting a cookie, for films that live where there is such a player."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

PLAYERS = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")
"""Where players are; nothing is asked of them before somebody taps."""

_YOUTUBE = re.compile(r"[\w-]{11}", re.ASCII)
_VIMEO = re.compile(r"/(?:video/)?([0-9]+)(?:/([0-9a-f]+))?/?")


def player(link: str) -> str:
    """Give the address of the player for a film by the address of its page; nothing where there is none."""
    parts = urlsplit(link)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    youtube, vimeo = PLAYERS
    match host:
        case "youtu.be":
            film = parts.path.strip("/")
        case "youtube.com" | "youtube-nocookie.com":
            film = parse_qs(parts.query).get("v", [parts.path.rstrip("/").rpartition("/")[2]])[0]
        case "vimeo.com" | "player.vimeo.com" if found := _VIMEO.fullmatch(parts.path):
            secret = f"&h={found[2]}" if found[2] else ""
            return f"{vimeo}/video/{found[1]}?dnt=1&autoplay=1{secret}"
        case _:
            return ""
    return f"{youtube}/embed/{film}?autoplay=1&rel=0" if _YOUTUBE.fullmatch(film) else ""
