"""What is wrong, as programs read it, and the addresses of other sites."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.samples import text
from tests.unit.desk.conftest import Ask


def write(project: Path, words: str) -> None:
    path = project / "content/pages/about.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(words, "utf-8")


def test_json_gives_each_problem_with_its_line_and_what_to_do(ask: Ask, project: Path) -> None:
    write(project, text("page", body="His siblings, 100%:\nhere.").replace("summary:", "sumary:"))
    answer = ask("check", "--json")
    found = json.loads(answer.out)
    assert answer.code == 1
    assert answer.err == ""
    unknown = next(one for one in found if one["code"] == "F05")
    assert (unknown["path"], unknown["line"], unknown["level"]) == ("content/pages/about.md", 3, "error")
    assert unknown["fix"] == "Did you mean “summary”?"


def test_sarif_names_the_rule_the_place_and_the_level(ask: Ask, project: Path) -> None:
    write(project, text("page", body="Hello.\n\nHis siblings."))
    log = json.loads(ask("check", "--sarif").out)
    (run,) = log["runs"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "W01"
    assert rule["help"]["text"].startswith(f"W01: {rule['shortDescription']['text']}")
    assert (result["ruleId"], result["level"]) == ("W01", "note")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/pages/about.md"
    assert place["region"] == {"startLine": 8, "startColumn": 5}


def test_github_shows_it_on_the_line_and_nothing_can_forge_another(ask: Ask, project: Path) -> None:
    write(project, text("page", body="[100%: a,b\\n::error::x](story:no)"))
    lines = ask("check", "--github").out.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=content/pages/about.md,line=6")
    assert "%0A" in lines[0]


def test_nothing_is_printed_for_github_where_nothing_is_wrong(ask: Ask, project: Path) -> None:
    write(project, text("page"))
    assert (ask("check", "--github").out, ask("check", "--json").out) == ("", "[]\n")


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Give a site that has one page, and what it was asked for."""
    seen: list[str] = []

    class Site(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            seen.append(f"{self.command} {self.path}")
            self.send_response({"/there": 200, "/shy": 403}.get(self.path, 404))
            self.end_headers()

        do_GET = do_HEAD  # noqa: N815 - the base class names it

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    server.shutdown()
    server.server_close()


def test_links_to_other_sites_are_tried_once_a_week_and_only_when_asked_for(
    ask: Ask, project: Path, elsewhere: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.desk.outward.PAUSE", 0.0)
    site, seen = elsewhere
    write(project, text("page", body=f"Text {site}/there and {site}/gone, {site}/shy."))
    ask("check")
    assert seen == []
    answer = ask("check", "links")
    assert answer.code == 0
    assert f"It answers 404: {site}/gone [A11]" in answer.err
    assert "3 addresses, 3 asked now, 1 that do not answer" in answer.out
    asked = len(seen)
    assert ask("check", "links", "--strict").code == 1
    assert len(seen) == asked
