"""Wherever documents stand, in shards or among the newest in the list of shards, they are found in the same order."""

from __future__ import annotations

from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from plugins import search
from plugins.search.words import folded
from plugins.view.findable import Findable
from tests.bench.corpus import Setting, items

pytestmark = pytest.mark.browser

SIZE, SHOWN = 24, 10
"""So many documents, and results that come at once."""
TYPED = ("chair", "the chairs", "ke", "number 7", "bridg", "CAFÉ", "İstanbul", "x", "zzz")


def documents() -> tuple[Findable, ...]:
    """Give some documents of the corpus, with words that are folded in some."""
    return tuple(
        Findable(
            item.kind,
            item.kind.title(),
            item.fields["title"] + " in İstanbul" * (number % 9 == 1),
            item.fields.get("summary", "") + " At the café’s." * (number % 7 == 1),
            f"{item.kind}/{item.slug}/",
            "en-GB",
            folded(f"{item.body}\nExample number {number} about a chair"),
            f"{item.kind}:{item.slug}",
        )
        for number, item in enumerate(islice(items(Setting(SIZE)), 40, 40 + SIZE))
    )


def files(count: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Give the index of the documents with so many of them in shards."""
    monkeypatch.setattr(search, "anchored", lambda _, *, whole: count if whole else 0)
    return {one.path: one.make() for one in search._files(documents(), whole=True)}


def found(page: Page, public: str, typed: str) -> list[str | None]:
    """Search the documents, and give the addresses that are found."""
    page.goto(f"{public}/search/?q={quote(typed)}")
    expect(page.locator("#said")).not_to_be_empty()
    first, *_ = page.inner_text("#said").split()
    count = int({"Nothing": "0", "One": "1"}.get(first, first))
    for shown in range(SHOWN, count, SHOWN):
        expect(page.locator("#found li")).to_have_count(shown)
        page.click("#found > p button")
    expect(page.locator("#found li")).to_have_count(count)
    return [link.get_attribute("href") for link in page.locator("#found li a").all()]


def test_the_newest_are_found_as_if_they_were_in_shards(
    browser: Browser, public: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: dict[str, bytes] = {}

    def answer(route: Route) -> None:
        name = PurePosixPath(urlsplit(route.request.url).path).name
        route.fulfill(body=served[f"search/{name}"], content_type="application/json")

    context = browser.new_context(service_workers="block")
    context.route("**/search/*.json*", answer)
    page, results = context.new_page(), {}
    for count in (SIZE, 0, 8):
        served = files(count, monkeypatch)
        results[count] = {typed: found(page, public, typed) for typed in TYPED}
    context.close()
    assert len(results[SIZE]["chair"]) > SIZE // 2
    assert results[SIZE]["zzz"] == []
    assert results[0] == results[8] == results[SIZE]
