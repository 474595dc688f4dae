"""A page that shows an edition as readers may get it, made of the message itself: of the very bytes that are sent."""

from __future__ import annotations

import email
import re
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import default
from html import escape

_DARK = re.compile(r"@media\s*\(\s*prefers-color-scheme:\s*dark\s*\)")
_SCHEME = re.compile(r"color-scheme:\s*light dark")
_STYLES = re.compile(r"<style>.*?</style>|\s(?:style|class)=\"[^\"]*\"", re.DOTALL)
_PICTURE = re.compile(r"(<img\b[^>]*?)\ssrc=\"[^\"]*\"")

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:"
"""What the page may load: pictures of this site as they lie beside it, and nothing from anybody (CSP level 3)."""
STYLE = """\
body{margin:0;padding:1rem;background:#ddd;color:#111;font:1rem/1.5 system-ui,sans-serif}
main{display:flex;flex-wrap:wrap;gap:1.5rem}
section{max-inline-size:100%;overflow:auto}
h2{margin-block:0 .5rem;font-size:1rem}
iframe{block-size:44rem;max-inline-size:100%;border:1px solid #767676;background:#fff}
.dark{background:#121212}
.phone{inline-size:360px}
.desktop{inline-size:760px}
pre{margin:0;padding:1rem;background:#fff;font:.875rem/1.4 ui-monospace,monospace}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
.text{max-inline-size:50rem;max-block-size:44rem;overflow:auto}
"""


def lit(html: str) -> str:
    """Give an edition as it is where light is wanted, whatever the machine that looks wants."""
    return _DARK.sub("@media not all", _SCHEME.sub("color-scheme:light", html))


def unlit(html: str) -> str:
    """Give an edition as it is where dark is wanted."""
    return _DARK.sub("@media all", _SCHEME.sub("color-scheme:dark", html))


def without_pictures(html: str) -> str:
    """Give an edition as it is until its reader lets pictures in."""
    return _PICTURE.sub(r"\1", lit(html))


def without_styles(html: str) -> str:
    """Give an edition as it is in a program that takes every style away."""
    return _STYLES.sub("", html)


_LOOKS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("Phone, light", "phone", lit),
    ("Phone, dark", "phone dark", unlit),
    ("Phone, pictures off", "phone", without_pictures),
    ("Phone, styles off", "phone", without_styles),
    ("Desktop, light", "desktop", lit),
    ("Desktop, dark", "desktop dark", unlit),
)
"""Every look: its name, the classes of its frame, and what is done to the HTML part to see it."""


def preview(message: bytes, siteurl: str, home: str) -> str:
    """Show a message from all sides; ``home`` leads from the page to where the site's own files lie."""
    read = email.message_from_bytes(message, policy=default)
    html, text = part(read, "html"), part(read, "plain")
    near = html.replace(f'src="{siteurl}/', f'src="{home}')
    frames = (_frame(name, classes, change(near)) for name, classes, change in _LOOKS)
    headers = message.partition(b"\r\n\r\n")[0].decode("ascii")
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en-GB"><head><meta charset="utf-8">',
            f"<title>Preview: {escape(str(read['Subject']))}</title>",
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            '<meta name="robots" content="noindex">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<style>{STYLE}</style></head><body>",
            f"<h1>{escape(str(read['Subject']))}</h1><main>",
            *frames,
            _text("Plain text", text),
            _text("Headers", headers),
            "</main></body></html>\n",
        ]
    )


def part(read: EmailMessage, subtype: str) -> str:
    """Give one of the two parts of a message, with the line ends that it was written with. Raises KeyError."""
    found = read.get_body((subtype,))
    if found is None:
        raise KeyError(subtype)
    return str(found.get_content()).replace("\r\n", "\n")


def _frame(name: str, classes: str, html: str) -> str:
    frame = f'<iframe class="{classes}" title="{name}" sandbox="allow-same-origin" srcdoc="{escape(html)}"></iframe>'
    return f"<section><h2>{name}</h2>{frame}</section>"


def _text(name: str, words: str) -> str:
    return f'<section class="text" tabindex="0"><h2>{name}</h2><pre>{escape(words)}</pre></section>'
