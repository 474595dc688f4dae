"""A page of the site with everything that it shows put into it, so that it is whole wherever it is opened."""

from __future__ import annotations

import base64
import html
import mimetypes
import re
from urllib.parse import urljoin, urlsplit

from plugins.desk.serving.stage import Stage, within
from plugins.press import CannotMake

_SRCSET = re.compile(r"<source\b[^>]*>|\s(?:srcset|sizes|loading)=\"[^\"]*\"")
_SRC = re.compile(r"(<(?:img|input)\b[^>]*?\ssrc=\")([^\"]+)\"")
_SCRIPT = re.compile(
    r"<script\b(?![^>]*ld\+json).*?</script>"
    r"|<link\b[^>]*rel=\"(?:manifest|icon|preload|modulepreload|apple-touch-icon)\"[^>]*>",
    re.DOTALL,
)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def enclosed(page: str, stage: Stage, at: str = "") -> str:
    """Give a page without scripts, its pictures inside it; ``at`` is its path, from which its addresses lead on."""
    plain = _POLICY.sub("", _SCRIPT.sub("", _SRCSET.sub("", page)))
    return _SRC.sub(lambda match: f'{match[1]}{data_address(match[2], stage, at)}"', plain)


def data_address(address: str, stage: Stage, at: str = "") -> str:
    """Give a file of the site as an address that holds it; nothing for what the site does not have.

    ``at`` is the path of the page that names it.
    """
    path = urljoin(f"/{at}", urlsplit(html.unescape(address)).path).lstrip("/")
    built = within(stage.output, path)
    try:
        data = built.read_bytes() if built else stage.file(path)
    except CannotMake:
        data = None
    if data is None:
        return ""
    kind = mimetypes.guess_type(path)[0] or ("image/avif" if path.endswith(".avif") else "image/jpeg")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def frame(page: str, name: str, classes: str) -> str:
    """Put a page into a frame of its own, where nothing of it can run."""
    return f'<iframe class="{classes}" title="{html.escape(name)}" sandbox srcdoc="{html.escape(page)}"></iframe>'
