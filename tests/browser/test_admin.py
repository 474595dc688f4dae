"""The form for those who do not use git: it asks nobody else for anything, and what it saves passes and builds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from plugins.desk.admin.installed import CACHE

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "AS_OF": "2026-11-21", "PYTHONPATH": str(ROOT)}
FOUND = (ROOT / CACHE / "installed").is_file() or shutil.which("npm") is not None
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(not FOUND, reason="the form needs Node.js with npm"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the sample site, with the form's program if it was fetched before."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    if (ROOT / CACHE / "installed").is_file():
        (tmp_path / CACHE.parent).mkdir()
        (tmp_path / CACHE).symlink_to(ROOT / CACHE)
    return tmp_path


@pytest.fixture
def form(folder: Path) -> Iterator[str]:
    """Run the form on the folder; give its address."""
    command = [sys.executable, "-m", "plugins.desk", "admin", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        yield next(found[0] for line in running.stdout if (found := re.search(r"http://\S+", line)))
        running.terminate()


@pytest.fixture
def refused(page: Page) -> list[str]:
    """Refuse every request off this machine, and give those that there were."""
    found: list[str] = []

    def judge(route: Route) -> None:
        if re.match(r"http://127\.0\.0\.1:|data:|blob:", route.request.url):
            route.continue_()
        else:
            found.append(route.request.url)
            route.abort()

    page.route("**/*", judge)
    page.set_viewport_size({"width": 1200, "height": 900})
    return found


def start(page: Page, form: str, place: str) -> None:
    """Log in, which asks for nothing, and go to a part of the form."""
    page.goto(form)
    page.get_by_role("button", name="Open the form").click(timeout=30_000)
    expect(page.get_by_role("link", name="Stories")).to_be_visible(timeout=30_000)
    page.goto(f"{form}#/collections/{place}")


def fill(page: Page, field: str, words: str) -> None:
    page.locator(f"[id^='{field}-field-']").first.fill(words)


def choose(page: Page, field: str, *words: str) -> None:
    for word in words:
        box = page.locator(f"[id^='{field}-field-']").first
        box.fill(word)
        box.press("Enter")


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("menuitem", name="Save", exact=True).click()
    expect(page.get_by_text("Saved in the folder. Nothing is online yet.")).to_be_visible(timeout=30_000)


def clnm(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "plugins.desk", *words]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=False, capture_output=True, text=True)


def test_a_story_with_a_picture_is_made_and_builds(folder: Path, form: str, page: Page, refused: list[str]) -> None:
    start(page, form, "story/new")
    texts = {
        "title": "Moving in: what I learned",
        "summary": "What happened in the first cold week, who helped, and what came next.",
        "storyteller": "Bryn",
        "what_helped": "A worker who answered at 8pm.",
        "storyteller_approved_on": "2026-11-10",
        "ref": "CR-2026-914",
        "given": "2026-10-01",
        "review_by": "2027-09-30",
        "expires": "2028-09-30",
        "date": "2026-11-20",
        "image_alt": "A hand holding two keys",
        "body": "It was cold.\n\nThen the radiator clicked.\n",
    }
    page.get_by_text("Consent", exact=True).first.wait_for()
    for field, words in texts.items():
        fill(page, field, words)
    choose(page, "identity", "pseudonym")
    choose(page, "told_by", "own-words")
    choose(page, "scope", "web", "email")
    choose(page, "images", "none")
    page.locator("[id^='status-field-']").first.fill("active")
    page.locator("[id^='status-field-']").first.press("Enter")
    page.locator("[id^='status-field-']").last.fill("ready")
    page.locator("[id^='status-field-']").last.press("Enter")
    page.locator("[id^='under_18_when_given-field-']").first.click()
    fill(page, "image_consent", "illustration")
    if shots := os.environ.get("CLNM_SHOTS"):
        page.locator("[id^='title-field-']").first.evaluate("field => field.scrollIntoView({block: 'center'})")
        page.screenshot(path=Path(shots) / "desk-form.png")
    page.get_by_role("button", name="Choose a picture").first.click()
    picture = folder / "Two Keys.png"
    shutil.copy(ROOT / "content/images/first-radiator-1.png", picture)
    page.locator("input[type=file]").first.set_input_files(picture)
    page.get_by_role("button", name="Take this picture").click(timeout=30_000)
    save(page)
    made = (folder / "content/stories/moving-in-what-i-learned.md").read_text("utf-8")
    assert 'title: "Moving in: what I learned"\n' in made
    assert "  scope: [web, email]\n" in made
    assert "image: " in made
    checked = clnm(folder, "check", "--fix")
    assert checked.returncode == 0, made + checked.stdout + checked.stderr
    assert clnm(folder, "build").returncode == 0
    assert (folder / "output/stories/moving-in-what-i-learned/index.html").is_file()
    assert refused == []


def test_an_edited_event_keeps_every_line_that_was_not_touched(
    folder: Path, form: str, page: Page, refused: list[str]
) -> None:
    path = folder / "content/events/winter-meet-up.md"
    before = path.read_text("utf-8").splitlines()
    start(page, form, "event/entries/winter-meet-up")
    expect(page.locator("[id^='title-field-']").first).to_have_value("Winter meet-up at the Mill Rooms", timeout=30_000)
    fill(page, "venue", "Northbridge New Mill Rooms")
    save(page)
    after = path.read_text("utf-8").splitlines()
    changed = [line for line in after if line not in before]
    assert changed == ["venue: Northbridge New Mill Rooms"]
    assert len(after) == len(before)
    assert clnm(folder, "check").returncode == 0
    assert refused == []
