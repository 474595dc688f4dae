"""An issue with one photo as a phone makes it, of 12 megapixels: what a reader pays for it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.lighthouse import Judgement, needs_lighthouse
from tests.browser.serving import served
from tests.samples import text
from tests.site.press import SiteFolder

pytestmark = pytest.mark.browser

PHOTO = (4000, 3000)
MOST = 45_000
"""Bytes on the wire: the page with its style and script, and the photo."""
BODY = "\n\n".join(
    f"## Part {number}\n\n" + "We met on a Tuesday and talked about what a first winter costs. " * 8
    for number in range(8)
)


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a published site with one issue, whose photo is as detailed as one of 577 KB."""
    root = tmp_path_factory.mktemp("photo")
    (root / "content/images").mkdir(parents=True)
    photo = root / "content/images/first-evening.jpg"
    photographed().save(photo, quality=64)
    assert 500_000 < photo.stat().st_size < 700_000
    fields = {"image": photo.name, "image_alt": "Evening light in a room", "image_consent": "illustration"}
    site = SiteFolder(root).write(f"-- newsletters/2026-12.md --\n{text('newsletter', BODY, **fields)}")
    done = site.build(conf="publishconf.py", EXAMPLES_ALLOWED=True)
    assert done.code == 0, done.said
    yield from served(done.output)


def photographed() -> Image.Image:
    """Give a picture with large shapes, small ones, and grain, each half as strong as the one before."""
    seed = random.Random(12)  # noqa: S311 - a picture, not a secret
    picture = Image.new("RGB", PHOTO, "#806040")
    for size, strength in ((6, 0.7), (40, 0.35), (300, 0.15), (1000, 0.03)):
        grain = Image.frombytes("RGB", (size, size * 3 // 4), seed.randbytes(size * (size * 3 // 4) * 3))
        picture = Image.blend(picture, grain.resize(PHOTO, Image.Resampling.BICUBIC), strength)
    return picture


@pytest.mark.parametrize(("width", "dots"), [(320, 2), (390, 3)])
def test_an_issue_with_a_photo_of_12_megapixels_is_45_kilobytes_and_says_so(
    browser: Browser, issue: str, width: int, dots: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 640}, device_scale_factor=dots) as context:
        page = context.new_page()
        sizes: dict[str, int] = {}
        page.on("requestfinished", lambda one: sizes.update({Path(one.url).name: one.sizes()["responseBodySize"]}))
        page.goto(f"{issue}/newsletters/2026-12/")
        seen(page)
        page.wait_for_load_state("networkidle")
        loaded = {name: size for name, size in sizes.items() if name in {"2026-12", "first-evening-640.avif"}}
        print(f"\n{width} px, {dots} dots to a pixel: {loaded}")  # noqa: T201 - figures to look at
        assert len(loaded) == 2
        assert sum(loaded.values()) <= MOST
        assert abs(told(page) - sum(loaded.values()) / 1000) <= 1
        before = told(page)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        seen(page)
        page.wait_for_function("said => document.querySelector('footer data').textContent === said", arg=f"{before} KB")


@needs_lighthouse
@pytest.mark.slow
def test_an_issue_with_a_photo_is_there_in_time_and_lighthouse_has_nothing_to_say(
    issue: str, record_property: Callable[[str, object], None]
) -> None:
    found = Judgement.of(f"{issue}/newsletters/2026-12/")
    head, line = found.table
    record_property("table", ("Lighthouse on a phone; LCP at 400 kbps and 400 ms", head, f"{'one photo':17}{line}"))
    assert found.wrong == {}


def seen(page: Page) -> None:
    """Scroll to the photo, and wait until it is there."""
    page.locator(".frame img").first.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.frame img').complete")


def told(page: Page) -> int:
    """Give what the page says of its cost, in kilobytes."""
    return int(page.inner_text("footer data").removesuffix(" KB"))
