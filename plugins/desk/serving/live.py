"""Answers an editor's browser: pages as they would be now, with a strip that says who can see them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

from plugins.desk.preview import Preview
from plugins.desk.project import moment
from plugins.desk.serving.backstage import Backstage
from plugins.desk.serving.news import Board
from plugins.desk.serving.seeing import Seeing, channels, not_public
from plugins.desk.serving.stage import Stage, within
from plugins.desk.serving.wording import notes
from plugins.library import Entry
from plugins.model import Area, Problem
from plugins.press import CannotMake

Proof = Callable[[str], str]
OWN = "/.desk/"
SCRIPTS = {name: Path(__file__).with_name(name) for name in ("live.js", "again.js")}
WORKER = Path(__file__).with_name("worker.js")
_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_PORT = re.compile(r":\d*$")
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_LEFT_ALONE = ("editions/", "cards/")
"""What goes out from here is shown byte for byte."""


class Live(Preview):
    """Answers from the stage what the site would have now; else with files of the last build."""

    def __init__(
        self, *args: Any, backstage: Backstage, board: Board, proof: Callable[[str], str], **more: Any
    ) -> None:
        """Take what draws, what has news, and what makes the proof page of a document by its id."""
        self.backstage, self.board, self.proof = backstage, board, proof
        super().__init__(*args, **more)

    def do_GET(self) -> None:  # noqa: N802 - the base class names it
        """Answer with a page of the desk's own, one that is drawn now, or a file."""
        if _PORT.sub("", self.headers.get("Host", "")) not in _HOSTS:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This is for the browser on this machine.")
        elif _parted(self.path)[0] == "/sw.js":
            self._send(WORKER.read_bytes(), "text/javascript; charset=utf-8")
        elif self.path.startswith(OWN):
            self._own(_parted(self.path)[0].removeprefix(OWN))
        else:
            self._site(_path(self.path))

    def do_HEAD(self) -> None:  # noqa: N802 - the base class names it
        """Answer as to GET, without the bytes (RFC 9110, section 9.3.2)."""
        self.do_GET()

    def _site(self, path: str) -> None:
        """Answer with what is at a path of the site, if anything can be."""
        if "\0" in path:  # which no file has in its name
            self.send_error(HTTPStatus.NOT_FOUND)
        elif not self._drawn(path):
            super().do_HEAD() if self.command == "HEAD" else super().do_GET()

    def _drawn(self, path: str) -> bool:
        """Answer with what the stage draws, or with a page of the last build; say whether there was either."""
        version = self.board.now.version  # before it is drawn: a page that says too little is asked for again
        stage = self._stage(path)
        code, data = HTTPStatus.OK, self._found(stage, path)
        if data is None and path.endswith(".html"):
            code, data = HTTPStatus.NOT_FOUND, self._found(stage, "404.html")
        if data is None and stage and Path(path).suffix in _TEXTS:
            self.send_error(HTTPStatus.NOT_FOUND)  # the last build may have it, and the site has it no more
            return True
        if data is None:
            return False
        whole = _with_strip(data, path, version) if path.endswith(".html") else data
        self._send(whole, self.guess_type(path), code)
        return True

    def _stage(self, path: str) -> Stage | None:
        """Give the site as it is to be seen; what is still to come, with the site of the day that it comes."""
        seeing = self._seeing()
        stage = self.backstage.stage(seeing)
        entry = stage.at(path) if stage and path.endswith(".html") else None
        written = self.backstage.as_written(entry.id) if entry and seeing.early else None
        return self.backstage.stage(seeing.of_its_day(written.document, moment())) if written else stage

    def _found(self, stage: Stage | None, path: str) -> bytes | None:
        """Give a file as it would be now; pictures of the last build are not drawn again."""
        built = within(Path(self.directory), path)
        if stage and (built is None or Path(path).suffix in _TEXTS):
            try:
                return stage.file(path)
            except CannotMake as fault:
                self.board.wrong(fault.problem)
                return built.read_bytes() if built else _sorry(fault.problem)
        return built.read_bytes() if built and path.endswith(".html") else None

    def _own(self, name: str) -> None:
        if name in SCRIPTS:
            self._send(SCRIPTS[name].read_bytes(), "text/javascript; charset=utf-8")
        elif name == "events":
            self._events()
        elif name in {"who", "notes"}:
            path = _path(parse_qs(_parted(self.path)[1]).get("path", ["/"])[0])
            told: object = self._who(path) if name == "who" else self._notes(path)
            self._send(json.dumps(told).encode(), "application/json; charset=utf-8")
        elif name.startswith("proof/"):
            self._proof(unquote(name.removeprefix("proof/")))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _events(self) -> None:
        """Send news as they come (Server-Sent Events, HTML standard, section 9.2) until the browser leaves."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        if self.command == "HEAD":
            return
        try:
            for news in self.board.follow():
                self.wfile.write(f"data: {news}\n\n".encode() if news else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            self.close_connection = True

    def _who(self, path: str) -> dict[str, Any]:
        """Say who can see a page, and how else it can be looked at."""
        seeing = self._seeing()
        entry, written = self._entry(path)
        whole = self.backstage.stage(replace(seeing, area=""))
        areas = [e.document for e in whole.library.entries.values() if e.document.kind == Area.kind] if whole else []
        now = moment()
        return {
            "seeing": seeing.day or ("all" if seeing.early else "public"),
            "area": seeing.area,
            "why": not_public(written.document, now) if written else "",
            "id": entry.id if entry else "",
            "channels": channels(written.document, now) if written else [],
            "areas": [[area.title, area.slug] for area in areas],
        }

    def _notes(self, path: str) -> list[dict[str, str]]:
        """Say what could read better in a page's words."""
        _, written = self._entry(path)
        return notes(self.backstage.found.content, written.document) if written else []

    def _entry(self, path: str) -> tuple[Entry | None, Entry | None]:
        """Give the document of a page as it is to be seen, and as it is today."""
        stage = self.backstage.stage(self._seeing())
        entry = stage.at(path) if stage else None
        return entry, self.backstage.as_written(entry.id) if entry else None

    def _proof(self, name: str) -> None:
        try:
            page = self.proof(name)
        except KeyError:
            self._send(b"There is no such document.\n", "text/plain; charset=utf-8", HTTPStatus.NOT_FOUND)
        else:
            self._send(page.encode(), "text/html; charset=utf-8")

    def _seeing(self) -> Seeing:
        try:
            kept = SimpleCookie(self.headers.get("Cookie", "")).get("clnm-see")
        except CookieError:
            kept = None
        return Seeing.of(kept.value if kept else "all")

    def _send(self, data: bytes, kind: str, code: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


_TEXTS = frozenset({".html", ".txt", ".xml", ".json", ".ics", ".eml", ".webmanifest", ".js", ".css"})


def _parted(address: str) -> tuple[str, str]:
    """Part an address as a browser asks for it into path and query; nothing that it holds is wrong."""
    path, _, query = address.partition("#")[0].partition("?")
    return path, query


def _path(address: str) -> str:
    """Give the path of the file that an address leads to."""
    path = unquote(_parted(address)[0]).lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def _with_strip(data: bytes, path: str, version: int) -> bytes:
    """Let a page load the desk's script, which its own policy would forbid."""
    if path.startswith(_LEFT_ALONE):
        return data
    script = f'<script src="{OWN}live.js" data-version="{version}" defer></script>'
    return _POLICY.sub(b"", data, count=1).replace(b"</body>", script.encode() + b"</body>", 1)


def _sorry(problem: Problem) -> bytes:
    """Give a page that says why there is none."""
    return f"<!doctype html><title>Not made</title><body><pre>{html.escape(str(problem))}</pre></body>".encode()
