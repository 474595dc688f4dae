"""The application for subscribers in a browser: readable by all, and it does what its buttons say."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from plugins.subscribers import Purpose
from tests.browser.measuring import ENHANCED, MODES, RULES, SMALL_TARGETS, UNSEEN_STOPS
from tests.property.test_subscriptions import SITE
from tests.rooms.answering import LINK, Asked

QUICK = "dark 320"
"""The one way to look that is quick enough for every day: what is dark and narrow shows most faults."""

LOOKS = [QUICK, *(pytest.param(mode, marks=pytest.mark.slow) for mode in MODES if mode != QUICK)]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Asked, str]]:
    """Serve the application from a free port of this machine; give it, and where it is."""
    asked = Asked(tmp_path_factory.mktemp("data"), SITE)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(asked.app, log_level="error"))
    thread = threading.Thread(target=lambda: server.run([listening]), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield asked, f"http://localhost:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


def paths(asked: Asked) -> list[str]:
    return [
        "/",
        "/yours",
        "/sent",
        f"/stop/{asked.token(Purpose.STOP)}",
        f"/yours/{asked.token(Purpose.YOURS)}",
        "/confirm/x",
    ]


@pytest.mark.browser
@pytest.mark.parametrize(
    "mode", [mode if mode == QUICK else pytest.param(mode, marks=pytest.mark.slow) for mode in MODES]
)
def test_axe_finds_nothing_and_nothing_sticks_out(browser: Browser, served: tuple[Asked, str], mode: str) -> None:
    asked, address = served
    viewport, media = MODES[mode]
    with browser.new_context(viewport=viewport, bypass_csp=True) as context:
        page = context.new_page()
        page.emulate_media(**media)
        for path in paths(asked):
            page.goto(address + path)
            options: dict[str, Any] = {**RULES}
            found = Axe().run(page, options=options).response["violations"]
            wrong = [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]
            assert [one for one in wrong if mode != "forced colours" or one[0] != ENHANCED] == [], path
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
            assert page.evaluate(SMALL_TARGETS) == [], path
            assert page.evaluate(UNSEEN_STOPS) == [], path


@pytest.mark.browser
def test_somebody_signs_up_and_leaves_by_keyboard_without_javascript(
    browser: Browser, served: tuple[Asked, str], tmp_path: Path
) -> None:
    asked, address = served
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda said: wrong.append(said.text))
        site = tmp_path / "site.html"
        site.write_text(
            f'<!doctype html><meta name="referrer" content="no-referrer"><form action="{address}/" method="post">'
            '<input name="email" value="kim@example.org"><button>Send me CLNM News</button></form>'
        )
        page.goto(site.as_uri())
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/")
        assert page.get_by_label("Your email address").input_value() == "kim@example.org"
        page.get_by_label("Where you live").select_option("northbridge")
        page.get_by_role("button", name="Send me the letter").press("Enter")
        page.wait_for_url(f"{address}/sent")
        asked.postman.deliver()
        found = LINK.search(asked.letters[-1].get_content())
        assert found
        page.goto(address + found[1])
        page.get_by_role("button", name="Yes, send me CLNM News").press("Enter")
        page.get_by_role("heading", name="You are on the list").wait_for()
        assert asked.members() == ["kim@example.org"]
        page.goto(address + asked.way_out("kim@example.org"))
        page.get_by_role("button", name="Stop all emails").press("Enter")
        page.get_by_role("heading", name="You get no more emails from us").wait_for()
        assert asked.members() == []
        assert [said for said in wrong if "favicon" not in said] == []
