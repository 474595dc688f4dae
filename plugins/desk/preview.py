"""Serves a folder of built files to this machine alone, as the host of the site would."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
NOTHING = b"Nothing is here yet. If a build stopped, the terminal says why.\n"


TYPES = {
    ".eml": "message/rfc822",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
}


class Preview(SimpleHTTPRequestHandler):
    """Answers with files, with ``404.html`` for what is not there, and never with a list of a folder."""

    def guess_type(self, path: Any) -> str:
        """Name what a file holds, in UTF-8 where it is text."""
        return TYPES.get(Path(path).suffix) or super().guess_type(path)

    def end_headers(self) -> None:
        """Ask browsers to keep nothing, so that a reload shows the last build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not there."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        missing = Path(self.directory) / "404.html"
        there = missing.is_file()
        body = missing.read_bytes() if there else NOTHING
        self.send_response(code)
        self.send_header("Content-Type", f"text/{'html' if there else 'plain'}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: Any) -> io.BytesIO | None:  # noqa: ARG002 - the base class gives it
        """Show no lists of files: the host would not."""
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it
        """Keep the terminal for what an editor must read."""


class Patient(ThreadingHTTPServer):
    """Goes on in silence where a browser hung up in the middle of an answer."""

    daemon_threads = True
    request_queue_size = 64  # a page asks for its pictures all at once, while another is being drawn

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of somebody who hung up."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def server(port: int, handler: Callable[..., BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    """Make a server for this machine alone; port 0 takes any that is free. Raises OSError for one that is taken."""
    return Patient((HOST, port), handler)


def stopped_in_peace() -> None:
    """Let this process be ended (SIGTERM) as if somebody had pressed Ctrl and C, so that what it began ends too.

    A shell that begins it in the background tells it to overlook SIGINT, which would leave no way to end it in peace.
    """
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, signal.default_int_handler)
