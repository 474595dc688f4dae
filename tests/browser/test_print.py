"""On paper: an issue becomes a small PDF that a screen reader can read, without ways to click."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

ISSUE = "/newsletters/2026-12/"
LOADED = """() => Promise.all([...document.querySelectorAll('.printed')].map(picture => {
    picture.loading = 'eager';
    return picture.decode();
}))"""
"""Waits for the pictures of the printed page, as a browser does before it prints."""


@pytest.fixture(scope="module")
def pdf(browser: Browser, public: str) -> bytes:
    """Print an issue with two pictures."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(public + ISSUE)
    page.emulate_media(media="print")
    page.evaluate(LOADED)
    printed = page.pdf(tagged=True, format="A4")
    context.close()
    return printed


@pytest.mark.browser
def test_an_issue_prints_to_a_small_pdf(pdf: bytes) -> None:
    pages = max(int(count) for count in re.findall(rb"/Count (\d+)", pdf))
    print(f"\n{len(pdf) / 1000:.0f} KB, {pages} pages")  # noqa: T201 - a figure to look at
    assert len(pdf) <= 200_000


@pytest.mark.browser
def test_the_pdf_is_tagged_has_a_title_and_says_its_language(pdf: bytes) -> None:
    assert b"/Marked true" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang (en-GB)" in pdf
    assert "Warm homes".encode("utf-16-be").hex().upper().encode() in pdf
    assert {b"/H1", b"/H2", b"/LI", b"/Figure"} <= set(re.findall(rb"/S (/\w+)", pdf))


@pytest.mark.browser
def test_every_picture_on_paper_is_a_jpeg(pdf: bytes) -> None:
    pictures = pdf.count(b"/Subtype /Image")
    assert pictures == 2
    assert pdf.count(b"/DCTDecode") == pictures


@pytest.mark.browser
def test_a_pictures_alt_is_in_the_pdf(pdf: bytes) -> None:
    assert len(re.findall(rb"/S /Figure.{0,400}?/Alt|/Alt.{0,400}?/S /Figure", pdf, re.DOTALL)) >= 1


@pytest.mark.browser
def test_paper_has_addresses_and_no_navigation(browser: Browser, public: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(public + ISSUE)
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert not page.locator(".skip").is_visible()
    written = page.evaluate(
        """() => [...document.querySelectorAll('main .prose a[href^="http"]')]
            .map(link => getComputedStyle(link, '::after').content.includes(link.getAttribute('href')))"""
    )
    context.close()
    assert written
    assert all(written)
