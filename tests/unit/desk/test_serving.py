"""The warm process behind ``clnm serve``: what it gives at any time, after mistakes, and to odd questions."""

from __future__ import annotations

import json
import os
import threading
from argparse import Namespace
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from plugins.desk.preview import server
from plugins.desk.project import project
from plugins.desk.serve import _settle, _tell
from plugins.desk.serving import remembered
from plugins.desk.serving.backstage import AS_BUILT, Backstage
from plugins.desk.serving.live import Live
from plugins.desk.serving.news import Board
from plugins.desk.serving.seeing import Seeing
from plugins.desk.serving.watching import UNSURE
from plugins.model import Problem
from tests.property.small_site import Site, small_site
from tests.property.test_warm import shown

STORY = "stories/third-keys.md"
PAGE = "/stories/third-keys/"
BASE = "theme/templates/base.html"


class Desk:
    """A small site behind a server, and what it answers."""

    def __init__(self, root: Path) -> None:
        """Serve it, with nothing built yet."""
        self.site: Site = small_site(root)
        self.found = project(str(root / "pelicanconf.py"))
        self.found.output.mkdir()
        self.backstage, self.board = Backstage(self.found), Board()
        self.told()
        handler = partial(Live, backstage=self.backstage, board=self.board, proof=str, directory=str(self.found.output))
        self.http = server(0, handler)
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()

    def told(self) -> list[str]:
        """Look at everything, and give what is wrong."""
        return [problem.path for problem in self.backstage.look() if problem.stops]

    def ask(self, address: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        """Ask for an address; a browser that keeps nothing."""
        line = HTTPConnection("127.0.0.1", self.http.server_port, timeout=20)
        line.request(method, address, headers={"Cookie": "clnm-see=public", **headers})
        answer = line.getresponse()
        data = answer.read()
        line.close()
        return answer, data


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("AS_OF", Site.as_of)
    found = Desk(tmp_path)
    yield found
    found.board.close()
    found.http.shutdown()
    found.http.server_close()


def expiring(site: Site, day: str) -> None:
    """Let the consent to a story end on a day."""
    text = site.files[f"content/{STORY}"].decode()
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("  expires:")]
    site.put(f"content/{STORY}", "".join(kept).replace("consent:\n", f"consent:\n  expires: {day}\n", 1).encode())


def test_a_yes_that_ends_later_than_something_else_ends_on_its_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    expiring(desk.site, "2026-11-25")
    assert desk.told() == []
    for day, code in (("2026-11-22", 200), ("2026-11-24", 200), ("2026-11-27", 404)):
        monkeypatch.setenv("AS_OF", day)
        assert desk.ask(PAGE)[0].status == code
    assert desk.backstage.late
    desk.told()
    assert not desk.backstage.late


def test_a_yes_ends_on_its_day_while_a_mistake_waits_to_be_mended(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    expiring(desk.site, "2026-11-25")
    assert desk.told() == []
    assert desk.ask(PAGE)[0].status == 200
    desk.site.put("content/pages/about.md", b"---\ntitle: Oh: no\n---\n")
    assert desk.told() == ["pages/about.md"]
    monkeypatch.setenv("AS_OF", "2026-11-27")
    assert desk.ask(PAGE)[0].status == 404
    assert desk.backstage.late


@pytest.mark.parametrize("words", ["{{ nothing.there }}", "{% if %}", "{% include 'gone.html' %}", "{{ 1 // 0 }}"])
def test_a_mistake_in_the_theme_is_told_and_the_last_page_stays(desk: Desk, words: str) -> None:
    before = desk.site.files[BASE]
    built = desk.found.output / PAGE.strip("/") / "index.html"
    built.parent.mkdir(parents=True)
    built.write_bytes(b"<!doctype html><body>As it was</body>")
    desk.site.put(BASE, before.replace(b"</", f"{words}</".encode(), 1))
    desk.told()
    (problem,) = desk.backstage.try_out()
    assert problem.path.startswith("theme/templates/")
    desk.backstage.warm()
    answer, data = desk.ask(PAGE)
    assert answer.status == 200
    assert b"As it was" in data
    assert [one.code for one in desk.board.now.problems] == ["T02"]
    desk.site.put(BASE, before)
    desk.told()
    assert desk.backstage.try_out() == []
    assert b"A third week" in desk.ask(PAGE)[1]


@pytest.mark.parametrize("words", [b": [broken", b"- a\n- b\n", b"a: 1\n", b"\xff"])
def test_broken_words_of_the_theme_are_told_by_their_file(desk: Desk, words: bytes) -> None:
    desk.site.put("theme/words/cy.yml", words)
    desk.told()
    (problem,) = desk.backstage.try_out()
    assert problem.path == "theme/words/cy.yml"


def settled(desk: Desk, setting: str) -> list[Problem]:
    """Change a setting while the site is served; give what is told."""
    path = Path(desk.found.settings)
    path.write_text(path.read_text("utf-8") + f"\n{setting}\n", "utf-8")
    asked = Namespace(settings=str(path), content="", output="")
    _tell(desk.found, desk.backstage, desk.board, UNSURE, _settle(asked, desk.backstage))
    return list(desk.board.now.problems)


def test_an_area_that_is_not_there_is_told_and_the_site_stays(desk: Desk) -> None:
    assert desk.ask(PAGE)[0].status == 200
    (problem,) = settled(desk, 'SITE_AREA = "atlantis"')
    assert (problem.path, problem.code) == (str(desk.found.settings), "T03")
    assert problem.message == "SITE_AREA is “atlantis”. There are: northbridge."
    assert desk.ask(PAGE)[0].status == 200
    assert settled(desk, 'SITE_AREA = ""') == []
    assert b"A third week" in desk.ask(PAGE)[1]


def test_a_setting_of_a_wrong_type_is_told_by_its_name(desk: Desk) -> None:
    (problem,) = settled(desk, "LANGUAGE = 5")
    assert (problem.field, problem.code) == ("LANGUAGE", "T03")
    assert "This is 5, and must be a text." in problem.message


def test_what_the_site_has_no_more_is_not_given_from_the_last_build(desk: Desk) -> None:
    for name in ("feeds/gone.xml", "stories/gone/index.html", "events/gone.ics"):
        (desk.found.output / name).parent.mkdir(parents=True, exist_ok=True)
        (desk.found.output / name).write_bytes(b"Somebody took this back.")
        answer, data = desk.ask(f"/{name}")
        assert answer.status == 404
        assert b"took this back" not in data


@pytest.mark.parametrize(
    "address",
    ["/a%00b", "/a%00b/", "/%00.png", f"/{'a' * 5000}", f"/{'a/' * 4000}", "/%ff%fe", "//a", "//[/"],
)
def test_an_address_that_no_file_can_have_is_not_found(desk: Desk, address: str) -> None:
    assert desk.ask(address)[0].status == 404


@pytest.mark.parametrize("address", ["/", PAGE, "/nothing/", "/feeds/all.rss.xml", "/.desk/live.js", "/.desk/events"])
def test_head_is_answered_as_get_is_without_the_bytes(desk: Desk, address: str) -> None:
    answer, data = desk.ask(address, "HEAD")
    assert data == b""
    if address != "/.desk/events":  # which never ends
        other, _ = desk.ask(address)
        assert (answer.status, answer.headers["Content-Length"]) == (other.status, other.headers["Content-Length"])


def test_an_odd_path_that_is_asked_about_is_nobodys(desk: Desk) -> None:
    for path in ("%00", "//[", "%2e%2e/%2e%2e/", "%ff"):
        answer, data = desk.ask(f"/.desk/who?path={path}")
        assert (answer.status, json.loads(data)["id"]) == (200, "")


def test_nobody_elses_name_is_answered_to(desk: Desk) -> None:
    for name in ("example.org", "localhost.example.org:80", "127.0.0.1.example.org", ":80", ""):
        assert {desk.ask("/", method, Host=name)[0].status for method in ("GET", "HEAD")} == {421}
    for name in ("localhost", "127.0.0.1:9", "[::1]", "[::1]:80"):
        assert desk.ask("/", Host=name)[0].status == 200


@pytest.mark.parametrize("day", ["0001-01-01", "0202-12-04", "9999-12-31"])
def test_a_day_that_somebody_is_still_typing_is_none(day: str) -> None:
    assert Seeing.of(f"{day}@northbridge") == Seeing(area="northbridge")


def test_a_room_that_the_settings_name_no_more_makes_nothing(desk: Desk) -> None:
    settings = desk.found.settings
    asked = Namespace(settings=str(settings), content="", output="")
    text = settings.read_text("utf-8")
    stage = desk.backstage.stage(AS_BUILT)
    assert stage
    assert stage.file("sitemap.xml")
    settings.write_text(text + '\nPLUGINS = [name for name in PLUGINS if name != "plugins.sitemaps"]\n', "utf-8")
    assert _settle(asked, desk.backstage) == []
    desk.told()
    assert desk.ask("/sitemap.xml")[0].status == 404
    settings.write_text(text, "utf-8")
    assert _settle(asked, desk.backstage) == []
    desk.told()
    assert desk.ask("/sitemap.xml")[0].status == 200


@pytest.mark.parametrize(
    "more",
    [
        "x = (",
        "raise SystemExit(3)",
        "PATH = None",
        "THEME = 5",
        "PATH = 'nowhere'",
        "OUTPUT_PATH = 'elsewhere'",
        "THEME = 'nowhere'",
        "PLUGINS = None",
        "PLUGINS = [5]",
        "PLUGINS = ['os']",
        "PLUGINS = ['plugins.nowhere']",
    ],
)
def test_settings_that_cannot_be_read_are_told(desk: Desk, more: str) -> None:
    settings = desk.found.settings
    settings.write_text(settings.read_text("utf-8") + f"\n{more}\n", "utf-8")
    (problem,) = _settle(Namespace(settings=str(settings), content="", output=""), desk.backstage)
    assert problem.stops
    assert problem.path == os.fspath(settings)
    assert desk.ask("/")[0].status == 200


@pytest.mark.parametrize(
    "name", [".third-keys.md.swp", ".third-keys.md.swo", ".#third-keys.md", ".~lock.third-keys.md#"]
)
def test_a_file_is_shown_while_an_editing_program_has_it_open(desk: Desk, name: str) -> None:
    lock = desk.found.content / "stories" / name
    lock.symlink_to("somebody@a-machine.1") if "#t" in name else lock.write_bytes(b"What is being written")
    assert desk.told() == []
    desk.site.put(f"content/{STORY}", desk.site.files[f"content/{STORY}"] + b"\nSaved while it is open.\n")
    assert desk.backstage.look([STORY]) == []
    assert b"Saved while it is open" in desk.ask(PAGE)[1]
    assert desk.ask(f"/stories/{name}")[0].status == 404


def test_memory_does_not_grow_with_the_number_of_saves(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "SPARE", 20)
    text, most = desk.site.files[f"content/{STORY}"], 0
    for number in range(60):
        title = text.replace(b"title: A third week", f"title: Week {number // 10}".encode(), 1)
        desk.site.put(f"content/{STORY}", title + f"\nSaved {number}.\n".encode())
        assert desk.backstage.look([STORY]) == []
        most = max(most, desk.backstage.memory.many)
    assert desk.backstage.memory.many < most < 3 * len(desk.site.documents()) * 5 + 20
    fresh = Backstage(desk.found)
    fresh.look()
    for seeing in (AS_BUILT, Seeing()):
        assert shown(desk.backstage, seeing) == shown(fresh, seeing)
