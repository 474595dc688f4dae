"""Serves the form to this machine's browser, and hands what it saves to decap-server, tidied."""

from __future__ import annotations

import json
import mimetypes
import urllib.error
import urllib.request
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from plugins.desk.admin.kept import kept
from plugins.desk.serving.stage import within
from plugins.model import DOCUMENT_TYPES

PAGE = Path(__file__).with_name("form.html")
WORDS = Path(__file__).with_name("words.js")
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' blob:; base-uri 'none'"
)
"""What the form may load and ask: this machine (CSP level 3). Its program checks patterns by a compiler of its own."""
LARGEST = 100_000_000
"""Bytes that one save may hold: a few photos."""
_KINDS = {kind.folder: kind for kind in DOCUMENT_TYPES}


class Form(BaseHTTPRequestHandler):
    """Answers with the form, its settings and its program, and passes on what it saves."""

    def __init__(
        self, *args: Any, program: Path, content: Path, keeper: str, settings: Callable[[], dict[str, Any]], **more: Any
    ) -> None:
        """Take where the program and the content lie, the address of decap-server, and what makes the settings."""
        self.program, self.content, self.keeper, self.settings = program, content, keeper, settings
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        """Give the page, the settings or a file of the program."""
        path = self.path.partition("?")[0]
        if not self._from_here():
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif path == "/":
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", "/admin/")
            self.end_headers()
        elif path in {"/admin/", "/admin/index.html"}:
            self._send(PAGE.read_bytes(), "text/html; charset=utf-8")
        elif path == "/admin/words.js":
            self._send(WORDS.read_bytes(), "text/javascript; charset=utf-8")
        elif path == "/admin/config.yml":
            self._send(json.dumps(self.settings(), ensure_ascii=False).encode(), "text/yaml; charset=utf-8")
        elif file := within(self.program, path.removeprefix("/admin/")):
            self._send(file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """Pass a question of the form on; what it wants to save is tidied first."""
        size = int(self.headers.get("Content-Length", "0") or 0)
        own = self.headers.get("Origin") in {f"http://{self.headers.get('Host')}", None}
        if not (self._from_here() and own and self.path == "/admin/api" and 0 < size <= LARGEST):
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        try:
            asked = json.loads(self.rfile.read(size))
        except ValueError:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        self._pass_on(tidied(asked, self.content))

    def _pass_on(self, asked: dict[str, Any]) -> None:
        data = json.dumps(asked).encode()
        request = urllib.request.Request(self.keeper, data, {"Content-Type": "application/json"})  # noqa: S310 - our own
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own
                self._send(answer.read(), "application/json; charset=utf-8")
        except urllib.error.HTTPError as error:
            self._send(error.read(), "application/json; charset=utf-8", HTTPStatus(error.code))
        except OSError:
            self._refuse(HTTPStatus.BAD_GATEWAY)

    def _from_here(self) -> bool:
        return self.headers.get("Host", "").rpartition(":")[0] in {"127.0.0.1", "localhost"}

    def _refuse(self, code: HTTPStatus) -> None:
        self._send(f"{code.phrase}\n".encode(), "text/plain; charset=utf-8", code)

    def _send(self, data: bytes, kind: str, code: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it
        """Keep the terminal for what an editor must read."""


def tidied(asked: dict[str, Any], content: Path) -> dict[str, Any]:
    """Give a question with each file that it saves written as editors write; others as they are."""
    params = asked.get("params", {})
    if asked.get("action") != "persistEntry" or not isinstance(params, dict):
        return asked
    files = params.get("dataFiles") or [params.get("entry")]
    for file in files:
        place, _, name = str((file or {}).get("path", "")).removeprefix("content/").partition("/")
        if file and place in _KINDS and isinstance(file.get("raw"), str):
            there = within(content, f"{place}/{name}")
            before = there.read_text("utf-8-sig") if there else ""
            file["raw"] = kept(_KINDS[place], before, file["raw"])
    return asked
