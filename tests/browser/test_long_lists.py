"""A list with leaves keeps the reader's goals, and can be read from its newest entry to its oldest without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import Kind
from tests.browser.measuring import measure
from tests.browser.serving import served
from tests.browser.test_every_page import GOALS

pytestmark = pytest.mark.browser

LIST, COUNT = "/themes/money/", 124
"""Publications, and what else in the small site is about money."""


@pytest.fixture(scope="module")
def long_site(long_home: Path) -> Iterator[str]:
    """Serve the site with long lists; give its address."""
    yield from served(long_home / "output")


@pytest.mark.parametrize("place", ["2024/", pytest.param("", marks=pytest.mark.slow)])
def test_each_page_of_a_long_list_keeps_the_readers_goals(browser: Browser, long_site: str, place: str) -> None:
    context = browser.new_context(device_scale_factor=2)
    row = measure(browser, context.new_page(), long_site, place, Kind(LIST + place))
    context.close()
    goals: dict[str, Callable[..., object]] = GOALS
    assert {wrong: found for wrong, seen in goals.items() if (found := seen(row))} == {}


def test_everything_is_reached_from_the_newest_backwards_without_a_script(browser: Browser, long_site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page, titles = context.new_page(), list[str]()
    page.goto(long_site + LIST)
    while True:
        titles += page.locator("main h3 a").all_inner_texts()
        address = page.url
        earlier = page.get_by_role("navigation", name="Earlier and later").get_by_role("link", name="Earlier")
        if not earlier.count():
            break
        assert page.locator('link[rel="prev"]').get_attribute("href") == earlier.get_attribute("href")
        earlier.click()
        assert page.locator('link[rel="canonical"]').get_attribute("href") == page.url.replace(
            long_site, "https://clnm.example.org"
        )
        later = page.get_by_role("link", name="Later")
        later.click()
        assert page.url == address
        page.go_back()
    assert page.url == f"{long_site}{LIST}2024/"
    assert len(titles) == len(set(titles)) == COUNT
    page.get_by_role("link", name="Money: the newest").click()
    assert page.url == long_site + LIST
    context.close()
