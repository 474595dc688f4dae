"""The preview answers as the host of the site would, to this machine alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
import watchfiles

from plugins.desk.preflight import look
from plugins.desk.preview import Preview, server
from plugins.desk.project import Project
from plugins.desk.serving.watching import MEANWHILE, changes
from tests.unit.desk.conftest import Ask


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Give a folder of built files."""
    folder = tmp_path / "output"
    (folder / "stories").mkdir(parents=True)
    (folder / "empty").mkdir()
    (folder / "index.html").write_text("home", "utf-8")
    (folder / "404.html").write_text("not here", "utf-8")
    (folder / "stories/index.html").write_text("stories", "utf-8")
    (folder / "all.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    return folder


@pytest.fixture
def port(output: Path) -> Iterator[int]:
    """Give the port at which the folder is served."""
    with server(0, partial(Preview, directory=str(output))) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield http.server_port
        http.shutdown()


def got(port: int, path: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, path)
    answer = connection.getresponse()
    return answer, answer.read()


def test_a_folder_is_answered_with_its_page(port: int) -> None:
    answer, body = got(port, "/stories/")
    assert (answer.status, body) == (200, b"stories")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_what_is_not_there_is_answered_with_the_sites_own_page(port: int) -> None:
    answer, body = got(port, "/gone/")
    assert (answer.status, body) == (404, b"not here")


def test_where_nothing_is_built_yet_it_says_so(port: int, output: Path) -> None:
    (output / "404.html").unlink()
    answer, body = got(port, "/gone/")
    assert (answer.status, body[:24]) == (404, b"Nothing is here yet. If ")


def test_no_folder_is_listed_and_none_left(port: int) -> None:
    assert got(port, "/empty/")[0].status == 404
    assert got(port, "/../pelicanconf.py")[0].status == 404
    assert got(port, "/gone/", "HEAD")[1] == b""


def test_a_reload_shows_the_last_build(port: int) -> None:
    assert got(port, "/")[0].headers["Cache-Control"] == "no-store"


def test_a_calendar_is_one_to_calendar_programs(port: int) -> None:
    assert got(port, "/all.ics")[0].headers["Content-Type"] == "text/calendar; charset=utf-8"


def test_a_port_that_is_taken_is_wrong_use(ask: Ask, port: int) -> None:
    answer = ask("serve", "--port", str(port))
    assert answer.code == 2
    assert f"Port {port} is taken." in answer.err


@pytest.mark.parametrize(("changed", "named"), [("content/a.md", "a.md"), ("pelicanconf.py", "the settings")])
def test_a_change_of_words_or_of_settings_is_noticed(project: Path, changed: str, named: str) -> None:
    noticed: list[str] = []
    found = Project(Path("pelicanconf.py"), project / "content", project / "output", project / "theme", {})
    watching = threading.Thread(target=lambda: noticed.append(str(next(changes(found, None, stop)))), daemon=True)
    stop = threading.Event()
    watching.start()
    for number in range(50):
        (project / changed).write_text(f"# {number}", "utf-8")
        watching.join(0.2)
        if noticed:
            break
    stop.set()
    assert noticed
    assert set(noticed[0].split(", ")) == {named}


def test_what_was_saved_while_the_first_build_went_on_is_noticed(project: Path) -> None:
    found = Project(project / "pelicanconf.py", project / "content", project / "output", project / "theme", {})
    before = look(found)
    (project / "content/a.md").write_text("# Saved meanwhile", "utf-8")
    stop = threading.Event()
    assert MEANWHILE in next(changes(found, before, stop)).more
    stop.set()


def test_what_was_saved_meanwhile_is_not_forgotten_for_what_is_saved_now(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Project(project / "pelicanconf.py", project / "content", project / "output", project / "theme", {})
    before = look(found)
    (project / "content/a.md").write_text("# Saved meanwhile", "utf-8")
    (project / "content/b.md").write_text("# Saved now", "utf-8")
    now = {(watchfiles.Change.added, str(project / "content/b.md"))}
    monkeypatch.setattr(watchfiles, "watch", lambda *_, **__: iter([now]))
    (changed,) = changes(found, before)
    assert changed.within(found.content) is None


def test_what_a_program_keeps_while_a_file_is_open_is_no_change(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Project(project / "pelicanconf.py", project / "content", project / "output", project / "theme", {})
    swap, words = str(project / "content/.a.md.swp"), str(project / "content/a.md")
    seen = [{(watchfiles.Change.modified, swap)}, {(watchfiles.Change.modified, path) for path in (swap, words)}]
    monkeypatch.setattr(watchfiles, "watch", lambda *_, **__: iter(seen))
    assert [changed.paths for changed in changes(found, None)] == [{words}]
