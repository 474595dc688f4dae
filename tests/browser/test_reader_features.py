"""What the reader's script, the search and the worker give on top: by keyboard alone, and with the network gone."""

from __future__ import annotations

import contextlib
import functools
import gzip
import json
import re
import threading
import time
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.measuring import SHIFT
from tests.browser.serving import Host
from tests.samples import text
from tests.site.press import ROOT, Built, SiteFolder, sample_site

pytestmark = pytest.mark.browser

STORY, NOTED, OTHER = "/stories/first-radiator/", "/stories/the-night-i-rang/", "/events/winter-meet-up/"
FILM = """\
/// film | Our front doors
    link: https://www.youtube.com/watch?v=abcdefghijk
    poster: our-front-doors-1.png
    poster_alt: Five painted doors, one open
    image_consent: illustration
    length: 3 minutes
    size: 25 MB

Five of us filmed our own front doors.
///
"""
VOICES = """() => {
    window.spoken = [];
    const say = { speaking: false, getVoices: () => [{ lang: "en-GB", localService: %s }], addEventListener() {},
        speak: words => { say.speaking = true; spoken.push(words.text); }, cancel: () => { say.speaking = false; } };
    Object.defineProperty(window, "speechSynthesis", { value: say });
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""


STRAY = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) {
        const text = texts.currentNode.textContent.trim(), around = texts.currentNode.parentElement;
        const ours = /^[A-Za-z ,.:]{3,}$/.test(text) && !around.closest("script, style");
        if (ours && around.closest("[lang]").lang === "prs")
            found.push(text);
    }
    return found;
}"""
"""Texts in plain English that a screen reader would read as Dari."""


class _Once(Host):
    """Closes each connection, so that a server that has stopped answers nobody."""

    protocol_version = "HTTP/1.0"


class _Halting(_Once):
    """Sends a page in two parts, as a weak signal does, so that the first is painted before the second is there."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send up to the end of the first heading, and the rest when that has been looked at."""
        data = source.read()
        first = data.find(b"</h1>") + 5 if b"</h1>" in data else len(data)
        outputfile.write(data[:first])
        outputfile.flush()
        time.sleep(0.5)
        outputfile.write(data[first:])


@contextlib.contextmanager
def server(folder: Path, host: type[Host] = _Once) -> Iterator[str]:
    """Serve a folder until the end of the block; give its address."""
    found = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(host, directory=str(folder)))
    threading.Thread(target=found.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{found.server_port}"
    finally:
        found.shutdown()
        found.server_close()


def reach(page: Page, selector: str) -> None:
    """Go to an element with the Tab key."""
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(selector)


def kept(page: Page) -> list[str]:
    """Name the addresses that the worker has kept."""
    found: list[str] = page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async name =>
            (await (await caches.open(name)).keys()).map(key => key.url)))).flat()"""
    )
    return found


def worker_ready(page: Page) -> None:
    """Wait until the worker has kept the page that was open before it."""
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("async url => Boolean(await caches.match(url))", arg=page.url)


def test_the_sites_name_is_never_squeezed_by_the_menu(page: Page, public: str) -> None:
    page.goto(public)
    sizes = set()
    for width in (600, 760, 820, 880, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        sizes.add(page.locator(".brand span").evaluate("e => `${e.offsetWidth} × ${e.offsetHeight}`"))
    assert len(sizes) == 1


def test_the_menu_works_by_keyboard(page: Page, public: str) -> None:
    page.goto(public)
    reach(page, 'nav a[href="stories/"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/")


def test_lists_of_offers_are_narrowed_by_keyboard(page: Page, public: str) -> None:
    page.goto(f"{public}/offers/")
    reach(page, "nav .chips a")
    chosen = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(chosen)


def test_a_list_is_narrowed_by_typing_and_asks_for_its_script_only_then(page: Page, public: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{public}/offers/")
    reach(page, "#filter")
    assert not [url for url in asked if "filter" in url]
    page.keyboard.type("train")
    expect(page.locator(".filter output")).to_have_text(re.compile(r"^\d of \d+$"))
    expect(page.locator(".group .card:visible").first).to_contain_text("train")
    page.keyboard.press("Enter")
    assert page.url == f"{public}/offers/"
    assert len([url for url in asked if "filter" in url]) == 1


def test_reading_settings_work_by_keyboard_and_stay_on_the_device(page: Page, public: str) -> None:
    page.goto(public + STORY)
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    reach(page, ".reading summary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".reading form")
    targets = page.locator(".reading label, .reading summary, .reading button:visible")
    assert targets.evaluate_all("all => all.map(one => one.offsetHeight).filter(height => height < 44)") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for group, presses in (("colours", 2), ("size", 1), ("space", 1)):
        reach(page, f"input[name={group}]:checked")
        for _ in range(presses):
            page.keyboard.press("ArrowDown")
    for _ in range(2):
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(24, 11, 34)"
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > before
        assert page.evaluate("getComputedStyle(document.body).wordSpacing") != "0px"
        page.goto(public + OTHER)
    page.locator(".reading summary").click()
    expect(page.locator("input[value=large]")).to_be_checked()
    assert page.context.cookies() == []


@pytest.mark.parametrize("path", ["/contact/", "/offers/"])
def test_nothing_moves_when_a_page_comes_in_parts(page: Page, published: Path, path: str) -> None:
    page.set_extra_http_headers({"Accept-Encoding": "identity"})
    with server(published, _Halting) as address:
        page.goto(address + path)
        assert page.locator(".reading").is_visible()
        assert page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime") < page.evaluate(
            "performance.getEntriesByType('navigation')[0].domInteractive"
        )
        assert page.evaluate(SHIFT) == 0


def test_settings_are_worn_before_the_first_paint(page: Page, public: str) -> None:
    page.add_init_script("localStorage.reading = 'dark'")
    page.add_init_script(
        """new MutationObserver((_, watch) => { if (document.body) { watch.disconnect();
        window.worn = document.documentElement.className; } }).observe(document, { childList: true, subtree: true })"""
    )
    page.goto(public)
    assert page.evaluate("worn") == "dark"


def test_light_can_be_chosen_on_a_dark_device(browser: Browser, public: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.add_init_script("localStorage.reading = 'light'")
    page.goto(public)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 249, 240)"
    context.close()


def test_without_a_script_nothing_is_offered_that_needs_one(browser: Browser, public: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(public + STORY)
    assert not page.locator(".reading").is_visible()
    assert not page.locator(".share button").is_visible()
    assert page.locator(".share a").count() == 3
    page.goto(f"{public}/search/")
    assert not page.locator("form.search").is_visible()
    assert page.locator('main a[href="../a-z/"]').is_visible()
    context.close()


def test_a_story_is_found_by_keyboard(page: Page, public: str) -> None:
    page.goto(f"{public}/search/")
    reach(page, "#q")
    page.keyboard.type("radiators")
    expect(page.locator("#said")).to_have_text("2 things found")
    reach(page, "#found a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{STORY}")


def test_accents_and_beginnings_of_words_do_not_matter(page: Page, public: str) -> None:
    page.goto(f"{public}/search/?q=RADÏAT")
    expect(page.locator("#found h3").first).to_have_text("My first radiator")


def test_a_page_in_another_script_is_found_by_its_words(page: Page, public: str) -> None:
    page.goto(f"{public}/search/?q=داستان")
    expect(page.locator("#found a[lang=prs]")).to_have_text("داستان من را بردارید")


def test_more_results_follow_and_the_focus_goes_on(page: Page, public: str) -> None:
    page.goto(f"{public}/search/?q=council")
    expect(page.locator("#found li")).to_have_count(10)
    reach(page, "#found > p button")
    page.keyboard.press("Enter")
    expect(page.locator("#found li").nth(10).locator("a")).to_be_focused()


def test_nothing_found_says_so_and_where_else_to_look(page: Page, public: str) -> None:
    page.goto(f"{public}/search/?q=zzzzzz")
    expect(page.locator("#said")).to_contain_text("the list from A to Z")


def test_what_search_engines_may_not_have_is_not_found(page: Page, public: str) -> None:
    page.goto(f"{public}/search/?q=sunday calls")
    expect(page.locator("#said")).not_to_be_empty()
    assert page.locator('#found a[href*="sunday-calls"]').count() == 0


def test_a_first_search_is_light(page: Page, public: str, built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda found: sizes.update({found.url: int(found.headers.get("content-length", "0"))}))
    page.goto(f"{public}/search/")
    page.fill("#q", "council tax")
    page.wait_for_selector("#found li")
    loaded = {url: size for url, size in sizes.items() if "/search/" in url and ".json" in url}
    scripts = {"reader": _inline(built, "index.html"), "search": _inline(built, "search/index.html", 2)}
    scripts |= {"worker": len(gzip.compress((built.output / "sw.js").read_bytes(), 9))}
    with capsys.disabled():
        print(f"\nfirst search {sum(loaded.values())} B in {len(loaded)} files; scripts {scripts}")  # noqa: T201 - figures
    assert sum(loaded.values()) + scripts["search"] <= 20_000
    assert scripts["reader"] <= 1024
    assert scripts["worker"] <= 512


def _inline(built: Built, path: str, place: int = 1) -> int:
    script = built.text(path).split("<script>")[place].partition("</script>")[0]
    return len(gzip.compress(script.encode(), 9))


def test_sharing_uses_the_devices_own_list_by_keyboard(page: Page, public: str) -> None:
    page.add_init_script("navigator.share = what => { window.shared = what; return Promise.resolve(); }")
    page.goto(public + STORY)
    reach(page, ".share button")
    page.keyboard.press("Enter")
    assert page.evaluate("shared.url") == public + STORY
    page.goto(public + NOTED)
    assert page.locator(".share").count() == 0


def test_leaving_takes_the_page_out_of_the_history_and_off_the_device(browser: Browser, public: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Sunny"))
    page.goto(public)
    worker_ready(page)
    page.goto(public + NOTED)
    page.wait_for_function("async url => Boolean(await caches.match(url))", arg=public + NOTED)
    reach(page, ".exit a")
    page.keyboard.press("Enter")
    page.wait_for_url("https://www.bbc.co.uk/**")
    page.go_back()
    assert page.url == f"{public}/"
    assert public + NOTED not in kept(page)
    context.close()


@pytest.mark.parametrize("local", [True, False])
def test_pages_are_read_aloud_only_by_a_voice_of_the_device(page: Page, public: str, *, local: bool) -> None:
    page.add_init_script(f"({VOICES % json.dumps(local)})()")
    page.goto(public + STORY)
    page.locator(".reading summary").click()
    page.wait_for_selector(".reading form")
    assert page.locator(".aloud").is_visible() is local
    if local:
        reach(page, ".aloud")
        page.keyboard.press("Enter")
        spoken = page.evaluate("spoken")
        assert spoken[spoken.index("My first radiator") :][:1] == ["My first radiator"]
        assert len(spoken) == len(set(spoken))
        page.keyboard.press("Enter")
        assert page.evaluate("speechSynthesis.speaking") is False


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site with a film that lives elsewhere."""
    root = tmp_path_factory.mktemp("films")
    (root / "content/images").mkdir(parents=True)
    poster = ROOT / "content/images/our-front-doors-1.png"
    (root / "content/images" / poster.name).write_bytes(poster.read_bytes())
    done = SiteFolder(root).write(f"-- pages/film.md --\n{text('page', FILM, title='Our film')}").build()
    assert done.code == 0, done.said
    with server(done.output) as address:
        yield address


def test_a_film_asks_its_host_for_nothing_before_it_is_started_by_keyboard(page: Page, films: str) -> None:
    asked: list[str] = []
    wrong: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<title>Film</title>", content_type="text/html")

    page.route(lambda url: not url.startswith(films), answer)
    page.on("console", lambda said: wrong.append(said.text))
    page.goto(f"{films}/film/")
    page.mouse.wheel(0, 2000)
    assert asked == []
    expect(page.locator("[data-film]")).to_have_text("Watch the film (3 minutes, 25 MB)")
    reach(page, "[data-film]")
    page.keyboard.press("Enter")
    expect(page.locator("iframe")).to_be_focused()
    page.wait_for_timeout(300)
    assert asked == ["https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&rel=0"]
    assert wrong == []


def test_opened_pages_open_again_without_a_network_and_others_say_so(browser: Browser, built: Built) -> None:
    context = browser.new_context()
    page = context.new_page()
    with server(built.output) as address:
        page.goto(address + STORY)
        worker_ready(page)
        page.goto(address + OTHER)
        page.goto(f"{address}/search/")
        page.fill("#q", "radiator")
        page.wait_for_selector("#found li")
        page.wait_for_timeout(300)
    for path, title in ((STORY, "My first radiator"), (OTHER, "Winter meet-up at the Mill Rooms")):
        page.goto(address + path)
        assert page.inner_text("h1") == title
    page.goto(f"{address}/about/")
    assert page.inner_text("h1") == "You have no signal"
    assert page.locator('a[href="tel:116123"]').count() == 1
    page.goto(f"{address}/search/")
    page.fill("#q", "radiator")
    expect(page.locator("#found h3").first).to_have_text("My first radiator")
    context.close()


def test_what_is_gone_from_the_site_goes_from_the_device(browser: Browser, home: Path, tmp_path: Path) -> None:
    site = sample_site(tmp_path, drawn=home)
    done = site.build(output="output")
    context = browser.new_context()
    page = context.new_page()
    with server(done.output) as address:
        page.goto(address)
        worker_ready(page)
        page.goto(address + STORY)
        page.goto(address + OTHER)
        page.wait_for_function("async url => Boolean(await caches.match(url))", arg=address + OTHER)
        assert address + STORY in kept(page)
        (done.output / "stories/first-radiator/index.html").unlink()
        page.goto(address + STORY)
        page.wait_for_function("async url => !await caches.match(url)", arg=address + STORY)
        assert address + OTHER in kept(page)
        # A page that was kept may show a card or a quote of a story: so when one is taken down, all is forgotten.
        site.change("stories/first-radiator.md", "status: active", "status: paused")
        site.build(output="output")
        page.goto(address)
        page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
        page.wait_for_function("async url => !await caches.match(url)", arg=address + OTHER)
        page.wait_for_function("async () => (await caches.keys()).length === 1")
    context.close()


def test_the_worker_keeps_the_latest_pages_and_never_the_whole_site(browser: Browser, built: Built) -> None:
    context = browser.new_context()
    page = context.new_page()
    with server(built.output) as address:
        page.goto(address)
        worker_ready(page)
        page.wait_for_timeout(300)
        assert {url for url in kept(page) if "/static/" not in url} == {f"{address}/", f"{address}/offline/"}
        page.reload()
        page.evaluate("async () => { for (let n = 0; n < 80; n++) await fetch('about/?' + n).then(a => a.text()); }")
        page.wait_for_timeout(500)
        found = kept(page)
    context.close()
    assert len(found) <= 62
    assert f"{address}/offline/" in found
    assert f"{address}/about/?79" in found


def test_a_page_in_a_language_from_the_right_runs_from_the_right(page: Page, public: str) -> None:
    page.goto(f"{public}/stop-my-story-dari/")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["prs", "rtl"]
    assert page.locator(".versions a").all_inner_texts() == ["English", "دری"]
    assert page.locator(".versions a").first.get_attribute("lang") == "en-GB"
    number: dict[str, Any] = page.evaluate("getComputedStyle(document.querySelector('a[href^=tel]'))")
    assert number["direction"] == "ltr"
    english: list[str] = page.evaluate(STRAY)
    assert english == []
    page.locator(".versions a").first.click()
    page.wait_for_url("**/stop-my-story/")
    assert page.locator(".versions a").all_inner_texts() == ["Easy Read", "English", "دری"]
