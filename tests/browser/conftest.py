"""A browser, and the sample site served to it from a port of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.serving import served
from tests.site.press import Built
from tools.find_browser import find

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]
ALIKE = ["--font-render-hinting=none", "--disable-lcd-text"]
"""Letters as wide on one machine as on another."""


@pytest.fixture(scope="session")
def built(home: Path) -> Built:
    """Give the sample site, built once."""
    return Built(0, "", home / "output")


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Serve the sample site; give its address without a slash at the end."""
    yield from served(built.output)


@pytest.fixture(scope="session")
def published(public_home: Path) -> Path:
    """Give the folder of the sample site as visitors see it."""
    return (public_home / "public").resolve()


@pytest.fixture(scope="session")
def public(published: Path) -> Iterator[str]:
    """Serve the published site as a good host would; give its address."""
    yield from served(published)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the browser that the machine has, or that was installed for the tests."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(find()), args=QUIET + ALIKE)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page the size of a small phone."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()
