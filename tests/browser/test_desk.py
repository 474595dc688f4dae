"""The desk in an editor's browser: changes by themselves, mistakes in the page, and who can see what."""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

import pytest
from playwright.sync_api import Error, Page, expect

from tests.sites import copied

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-21"
expect.set_options(timeout=30_000)  # the tests of a busy machine share it with builds
PAGES = 3
"""So often is a page asked for that another one may call back."""
STORY, URL = "stories/first-radiator.md", "/stories/first-radiator/"


@dataclass(frozen=True)
class Desk:
    """A desk that serves a copy of the sample site."""

    address: str
    folder: Path

    def save(self, name: str, change: Callable[[str], str]) -> None:
        path = self.folder / "content" / name
        path.write_text(change(path.read_text("utf-8")), "utf-8")


def _read(out: IO[str], said: queue.Queue[str]) -> None:
    for line in out:
        said.put(line)


@pytest.fixture(scope="module")
def desk(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Serve a copy of the sample site as an editor does, in a process of its own."""
    folder = copied(home, tmp_path_factory.mktemp("desk"))
    command = [sys.executable, "-m", "plugins.desk", "serve", "--port", "0"]
    environment = {**os.environ, "AS_OF": TODAY, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as running:
        said: queue.Queue[str] = queue.Queue()
        assert running.stdout
        reading = threading.Thread(target=_read, args=(running.stdout, said), daemon=True)
        reading.start()
        try:
            while not (found := re.search(r"(http://127\.0\.0\.1:\d+)/", said.get(timeout=120))):
                pass
            yield Desk(found[1], folder)
        finally:
            running.terminate()
            reading.join()


def show(page: Page, name: str) -> None:
    """Leave a picture of the screen, for docs/editing.md, where CLNM_SHOTS says."""
    if folder := os.environ.get("CLNM_SHOTS"):
        page.set_viewport_size({"width": 820, "height": 560})
        page.screenshot(path=Path(folder) / f"{name}.png")


def opened(page: Page, address: str) -> int:
    """Open a page and give the status of its answer; pictures may come later, and the last page may reload itself."""
    for _ in range(PAGES):
        with suppress(Error):
            answer = page.goto(address, wait_until="domcontentloaded")
            assert answer
            return answer.status
    pytest.fail(f"{address} did not open")


def strip(page: Page) -> str:
    """Give the words of the strip once it has some."""
    expect(page.locator("#clnm-desk .strip")).to_contain_text(re.compile(r"\w"))
    return page.locator("#clnm-desk .strip").inner_text()


@pytest.mark.browser
def test_a_mistake_shows_in_the_open_page_and_goes_when_it_is_mended(desk: Desk, page: Page) -> None:
    opened(page, desk.address + URL)
    strip(page)
    heading = page.locator("h1").inner_text()
    desk.save(STORY, lambda text: text.replace("title:", "title: Oh: ", 1))
    wrong = page.locator("#clnm-desk .wrong")
    expect(wrong).to_contain_text(f"content/{STORY}:2")
    expect(wrong).to_contain_text("second colon")
    show(page, "desk-mistake")
    expect(wrong).to_contain_text("Change it to: title:")
    assert page.locator("h1").inner_text() == heading
    desk.save(STORY, lambda text: text.replace("title: Oh: ", "title: Mended", 1))
    expect(page.locator("h1")).to_contain_text("Mended")
    expect(wrong).to_be_hidden()


KNOWN = """() => performance.getEntriesByType("resource").some(
    one => one.name === location.href && one.initiatorType === "fetch" && one.responseEnd)"""
"""The desk's script has what the page was loaded as."""


def added(words: str, text: str) -> str:
    """Give a text with a paragraph more."""
    return f"{text}\n{words}\n"


def _denied(text: str) -> str:
    return text.replace("title: ", "title: Not ", 1)


@pytest.mark.browser
def test_words_come_into_the_open_page_which_stays_as_its_reader_left_it(desk: Desk, page: Page) -> None:
    opened(page, desk.address + URL)
    strip(page)
    page.wait_for_function(KNOWN)
    page.evaluate("() => { window.stayed = true; document.querySelector('footer').tabIndex = -1 }")
    for words in ("This came in.", "This came in later, with *stress*.", "And\n\n- a list\n- of two"):
        desk.save(STORY, partial(added, words))
        expect(page.locator("main")).to_contain_text(words.split(",")[0].split("\n")[0])
    expect(page.locator("main li", has_text="of two")).to_be_visible()
    assert page.evaluate("stayed && document.querySelector('footer').tabIndex === -1")
    whole = page.locator("main").inner_html()
    page.reload()
    assert page.locator("main").inner_html() == whole


@pytest.mark.browser
def test_a_page_is_loaded_again_for_what_its_words_do_not_tell(desk: Desk, page: Page) -> None:
    opened(page, desk.address + URL)
    for name, change in (("../theme/words/prs.yml", partial(added, "# A line")), (STORY, _denied)):
        strip(page)
        page.wait_for_function(KNOWN)
        page.evaluate("window.stayed = true")
        desk.save(name, change)
        page.wait_for_function("window.stayed !== true")
    expect(page.locator("h1")).to_contain_text("Not ")


SHOWS = "shown => !document.querySelector('#clnm-desk')?.shadowRoot.querySelector('.wrong')?.hidden === shown"
TIMES, SOON = 5, 1.0
"""So often is a mistake made, and so many seconds may the quickest message take: other work only makes it slower."""


@pytest.mark.browser
def test_a_mistake_is_in_the_open_page_within_a_second_of_its_save(desk: Desk, page: Page) -> None:
    opened(page, desk.address + URL)
    strip(page)
    whole, taken = (desk.folder / "content" / STORY).read_text("utf-8"), []
    for _ in range(TIMES):
        begun = time.perf_counter()
        desk.save(STORY, lambda text: text.replace("title:", "title: Oh: ", 1))
        page.wait_for_function(SHOWS, arg=True)
        taken.append(time.perf_counter() - begun)
        desk.save(STORY, lambda _: whole)
        page.wait_for_function(SHOWS, arg=False)
    assert min(taken) < SOON, taken


@pytest.mark.browser
def test_notes_on_words_wait_quietly_in_the_strip(desk: Desk, page: Page) -> None:
    desk.save("pages/contact.md", lambda text: f"{text}\nBring your siblings along.\n")
    opened(page, f"{desk.address}/contact/")
    summary = page.locator("#clnm-desk summary")
    expect(summary).to_contain_text("on the words")
    note = page.locator("#clnm-desk details li", has_text="siblings")
    expect(note).to_be_hidden()
    summary.click()
    expect(note).to_contain_text("brothers and sisters")
    show(page, "desk-notes")


@pytest.mark.browser
def test_nothing_is_kept_of_what_an_editor_sees(desk: Desk, page: Page) -> None:
    opened(page, f"{desk.address}/")
    page.evaluate("caches.open(`1 ${location.origin}/`)")
    page.wait_for_function(
        "async () => !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length"
    )


@pytest.mark.browser
def test_a_draft_and_what_is_scheduled_say_who_can_see_them(desk: Desk, page: Page) -> None:
    draft = (
        (desk.folder / "content/pages/low-data-tips.md").read_text("utf-8").replace("---\n", "---\nstatus: draft\n", 1)
    )
    (desk.folder / "content/pages/new-tips.md").write_text(draft, "utf-8")
    while not page.request.get(f"{desk.address}/new-tips/").ok:
        page.wait_for_timeout(100)
    opened(page, f"{desk.address}/new-tips/")
    expect(page.locator("#clnm-desk .strip")).to_contain_text("Draft. Only you can see this.")
    opened(page, f"{desk.address}/newsletters/2027-03/")
    assert "Scheduled. Only you can see this before" in strip(page)
    assert (page.locator("main time").first.get_attribute("datetime") or "") > TODAY, "its own date, not that of today"
    show(page, "desk-strip")
    page.locator("#clnm-desk select").select_option("public")
    expect(page.locator("#clnm-desk select")).to_have_value("public")
    assert opened(page, f"{desk.address}/newsletters/2027-03/") == 404
    assert opened(page, f"{desk.address}/new-tips/") == 404
    page.locator("#clnm-desk select").select_option("day")
    page.locator("#clnm-desk input[type=date]").fill("2027-03-15")
    expect(page.locator("#clnm-desk select")).to_contain_text("the website on 2027-03-15")
    assert opened(page, f"{desk.address}/newsletters/2027-03/") == 200


@pytest.mark.browser
def test_a_page_can_be_seen_as_each_channel_has_it(desk: Desk, page: Page) -> None:
    opened(page, f"{desk.address}/newsletters/2026-12/")
    strip(page)
    page.locator("#clnm-desk select").select_option("proof#email")
    page.wait_for_url("**/.desk/proof/newsletter:2026-12#email")
    titles = page.locator("section > h3").all_inner_texts()
    for part in (
        "Who can see it",
        "On a phone",
        "On a large screen",
        "In the feeds",
        "On social media",
        "How it reads",
    ):
        assert part in titles
    assert page.locator("#email iframe").count() == 3
    opened(page, f"{desk.address}/events/winter-meet-up/")
    strip(page)
    page.locator("#clnm-desk select").select_option("all@northbridge")
    page.wait_for_url(f"{desk.address}/")
    expect(page.locator("h1")).to_contain_text("Northbridge")
    expect(page.locator("#clnm-desk select")).to_have_value("all@northbridge")
    assert opened(page, f"{desk.address}/areas/merecombe/") == 404


@pytest.mark.browser
def test_an_edition_is_shown_byte_for_byte_as_it_is_written(desk: Desk, page: Page) -> None:
    names = [path.relative_to(desk.folder / "output").as_posix() for path in desk.folder.glob("output/editions/**/*.*")]
    assert len(names) > 3
    subprocess.run(
        [sys.executable, "-m", "plugins.desk", "edition"], cwd=desk.folder, check=True, capture_output=True,
        env={**os.environ, "AS_OF": TODAY, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    page.context.add_cookies([{"name": "clnm-see", "value": "public", "url": desk.address}])
    for name in names:
        shown = page.request.get(f"{desk.address}/{name}").body()
        assert shown == (desk.folder / "output" / name).read_bytes(), name


@pytest.mark.browser
def test_nothing_is_given_to_another_site(desk: Desk, page: Page) -> None:
    answer = page.request.get(desk.address + URL, headers={"Host": "elsewhere.example.org"})
    assert answer.status == 421
