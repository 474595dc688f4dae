"""Measures what an editor sees: from saving a story to its page, with the change, in the browser that shows it."""

from __future__ import annotations

import os
import time

from playwright.sync_api import Page, sync_playwright

from tests.bench.corpus import Setting
from tests.bench.measuring import Sitting
from tests.bench.scenarios import laid
from tests.bench.watching import PATIENCE, REST, Story, wake, watcher
from tools.find_browser import find

ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
EDITS = 7


def measure(setting: Setting, sitting: Sitting) -> None:
    """Serve a corpus with our press, open a story in Chromium, and edit it some times."""
    for one in (one for one in sitting.generators if one.edits):
        site = laid(one, sitting.folder / one.name.replace(" ", "-"), setting)
        story = Story(site, site.some("story", 1))
        with watcher(site) as running, sync_playwright() as playwright:
            wake(story, running)
            browser = playwright.chromium.launch(executable_path=str(find()), args=ARGUMENTS)
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{one.watch[one.watch.index('--port') + 1]}{story.item.url}")
            load = os.getloadavg()[0]
            sitting.found.figures[one.name] = [
                _seconds(page, story, f"for the {number}th time") for number in range(EDITS)
            ]
            sitting.found.loads = [load]
            browser.close()
        sitting.keep()


def _seconds(page: Page, story: Story, mark: str) -> float:
    time.sleep(REST)
    began = time.perf_counter()
    sentence = story.save(mark)
    page.wait_for_function(
        "words => document.body && document.body.innerText.includes(words)",
        arg=sentence,
        polling=5,
        timeout=PATIENCE * 1000,
    )
    return time.perf_counter() - began
