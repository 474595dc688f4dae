"""Links to other sites are asked only on demand, each once, and what they answer is a note."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.checks.external import answer, external_problems
from tests.unit.checks.conftest import page

HOME = '<link rel="canonical" href="https://clnm.example.org/">'


class Answers(http.server.BaseHTTPRequestHandler):
    """Answers with the number that is asked for; to HEAD at /shy, with 405."""

    def do_HEAD(self) -> None:
        self.send_response(405 if self.path == "/shy" else int(self.path.strip("/")))
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    """Give the address of another site."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "said"), [("/200", ""), ("/404", "answers 404"), ("/410", "answers 410"), ("/403", ""), ("/shy", "")]
)
def test_what_a_site_answers_is_told(site: str, path: str, said: str) -> None:
    assert answer(site + path) == said


def test_a_site_that_is_not_there_does_not_answer(site: str) -> None:
    assert answer(site.rpartition(":")[0] + ":1/").startswith("does not answer")


def test_each_address_is_asked_once_and_ours_never(tmp_path: Path) -> None:
    body = '<a href="https://o.org/a#b">A</a><a href="https://o.org/a">A</a><a href="https://clnm.example.org/x">X</a>'
    for name in ("index.html", "other.html"):
        (tmp_path / name).write_text(page(body + '<a href="mailto:a@o.org">M</a>', HOME), "utf-8")
    asked: list[str] = []

    def ask(address: str) -> str:
        asked.append(address)
        return "answers 404"

    (problem,) = external_problems(tmp_path, ask)
    assert asked == ["https://o.org/a"]
    assert not problem.stops
    assert "answers 404" in problem.message
