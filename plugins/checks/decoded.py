"""What stands in a file, with every encoding undone that could hide words: layers of text, and packed parts."""

from __future__ import annotations

import base64
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import lru_cache
from urllib.parse import unquote

import brotli

from plugins.checks.layers import Text
from plugins.checks.metadata import metadata

SHUT = (".zst", ".zip", ".7z", ".xz")
"""Endings of files that nothing here can open."""
_PACKED = (".gz", ".svgz", ".br")
_MARKUP = (".html", ".xml", ".svg", ".json", ".xhtml", ".webmanifest")
_FOLDED = (".ics", ".vcf")
_TEXTS = (*_MARKUP, *_FOLDED, ".txt", ".css", ".js", ".md", ".csv")
_DATA = re.compile(rb"data:[^,\s\"'()]*;base64,([A-Za-z0-9+/]+=*)")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nNrtbf])")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")


class Shut(Exception):  # noqa: N818 - it names what happened
    """A file that cannot be looked into."""


def parts(name: str, data: bytes) -> Iterator[bytes]:
    """Give a file's bytes, and those of all that is packed or attached in it. Raises Shut where they cannot be had."""
    yield data
    if name.endswith(SHUT):
        raise Shut(name)
    if name.endswith(_PACKED):
        yield from parts(_unpacked(name), _opened(name, data))
    elif name.endswith(".eml"):
        for part in _message(data).walk():
            if not part.is_multipart():
                yield _payload(part)
    elif name.endswith(_TEXTS):
        yield from _enclosed(data)


def texts(name: str, data: bytes) -> Iterator[Text]:
    """Give everything that a file says. Raises Shut where it cannot be read."""
    if name.endswith(SHUT):
        raise Shut(name)
    if name.endswith(_PACKED):
        yield from texts(_unpacked(name), _opened(name, data))
    elif name.endswith(".eml"):
        yield from _of_message(data)
    elif name.endswith(_TEXTS):
        yield from _of_text(name, data.decode("utf-8", "replace"))
        for held in _enclosed(data):
            yield from map(Text, metadata(held))
    else:
        yield from map(Text, metadata(data))


def _of_text(name: str, text: str) -> Iterator[Text]:
    if name.endswith(_FOLDED):
        text = re.sub(r"\r?\n[ \t]", "", text)
    if name.endswith((".json", ".webmanifest")):
        text = _strings(text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else " ", text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    yield Text(text, markup=name.endswith(_MARKUP))
    if _PERCENT.search(text):
        yield Text(unquote(text))


def _strings(text: str) -> str:
    """Give the texts of a JSON file, one a line; the file as it stands where it is none."""
    found: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            found.extend(value)
            for part in value.values():
                gather(part)
        elif isinstance(value, list):
            for part in value:
                gather(part)

    try:
        gather(json.loads(text))
    except (ValueError, RecursionError):
        return text
    return "\n".join(found)


def _of_message(data: bytes) -> Iterator[Text]:
    """Give a message's headers, decoded (RFC 2047), and its parts, whatever their transfer encoding (RFC 2045)."""
    for part in _message(data).walk():
        yield Text("\n".join(f"{name}: {value}" for name, value in part.items()))
        if part.is_multipart():
            continue
        kind, held = part.get_content_type(), _payload(part)
        if kind.startswith("text/"):
            charset = part.get_content_charset() or "utf-8"
            ending = {"text/html": ".html", "text/calendar": ".ics"}.get(kind, ".txt")
            yield from _of_text(ending, held.decode(charset if charset != "unknown-8bit" else "utf-8", "replace"))
        else:
            yield from texts(part.get_filename() or kind, held)


def _enclosed(data: bytes) -> Iterator[bytes]:
    """Give what stands in a text as a data: address (RFC 2397)."""
    for found in _DATA.findall(data):
        try:
            yield base64.b64decode(found)
        except ValueError:
            continue


@lru_cache(maxsize=1)
def _message(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def _payload(part: EmailMessage) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _opened(name: str, data: bytes) -> bytes:
    try:
        return bytes(brotli.decompress(data)) if name.endswith(".br") else gzip.decompress(data)
    except (OSError, EOFError, zlib.error, brotli.error):
        raise Shut(name) from None


def _unpacked(name: str) -> str:
    return f"{name[:-5]}.svg" if name.endswith(".svgz") else name[:-3]
