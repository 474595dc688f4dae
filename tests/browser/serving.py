"""A server as a good host's: what lies beside a file, compressed, goes out; else the same is made on the way."""

from __future__ import annotations

import functools
import io
import sys
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

from lxml import html  # type: ignore[import-untyped]

from plugins.press.compressed import COMPANIONS, TEXTS


class Host(SimpleHTTPRequestHandler):
    """Answers with what lies in a folder, and with its own page where nothing does."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BinaryIO | None:
        """Send a file's headers; give its bytes as they go over the wire."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = 200 if path.is_file() else 404
        path = path if status == 200 else Path(self.directory) / "404.html"
        data = path.read_bytes() if path.is_file() else b""
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXTS and "gzip" in self.headers.get("Accept-Encoding", ""):
            beside = path.with_name(f"{path.name}.gz")
            data = beside.read_bytes() if beside.is_file() else COMPANIONS[".gz"](data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing of each request."""


class Drip(Host):
    """Sends a page bit by bit, as it comes over a bad line."""

    BITS, MOMENT = 120, 0.02
    """Bytes at a time, and the seconds between them."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send some bytes, and then some more a moment later."""
        while some := source.read(self.BITS):
            outputfile.write(some)
            outputfile.flush()
            time.sleep(self.MOMENT)


class Patient(ThreadingHTTPServer):
    """Goes on where a browser hung up in the middle of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of somebody who hung up."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def served(folder: Path, host: type[Host] = Host) -> Iterator[str]:
    """Serve a folder from a free port of this machine; give its address without a slash at the end."""
    server = Patient(("127.0.0.1", 0), functools.partial(host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def links(url: str, xpath: str = "//a/@href") -> set[str]:
    """Give where the links of a page of ours lead for a browser that runs no scripts, each without its fragment."""
    with urlopen(url, timeout=30) as answer:  # noqa: S310 - our own server
        page = html.fromstring(answer.read())
    for hidden in page.iter("template"):
        hidden.clear()
    return {urldefrag(urljoin(url, str(link))).url for link in page.xpath(xpath)}
