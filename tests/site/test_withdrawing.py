"""One step takes a story out of everywhere, and says where it was."""

from __future__ import annotations

import re

import pytest

from plugins.desk import main
from tests.site.press import NOW, ROOT, Built, SiteFolder, with_compiled_templates
from tests.site.test_each_channel_alone import EVERYTHING, MARK, OTHER, built, traces

KEY = "a key that is in no file"
MADE_OF_ALL = {"sw.js", "search/index.html", "search/index.json", "search/w-.json", "search/c-0.json"}
"""Files made of everything: they change with it, and hold nothing of it."""


@pytest.fixture
def desk(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    """Give a site that the desk works on, as an editor would from its folder."""
    conf = (ROOT / "pelicanconf.py").read_text("utf-8").replace('"theme"', repr(str(ROOT / "theme")))
    (site.root / "pelicanconf.py").write_text(conf, "utf-8")
    monkeypatch.chdir(with_compiled_templates(site.root))
    monkeypatch.setenv("AS_OF", NOW)
    monkeypatch.setenv("CLNM_FINGERPRINT_KEY", KEY)
    return site


def withdraw() -> int:
    """Withdraw the marked story, as an editor would."""
    return main(["withdraw", "stories/first-keys"])


def now(site: SiteFolder) -> Built:
    """Give what lies in the output."""
    return Built(0, "", site.root / "output")


def test_nothing_of_it_is_left_and_only_what_showed_it_changes(
    desk: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    done = built(desk, *EVERYTHING, related=True, only="email")
    before, held = done.files(), traces(done)
    assert held

    assert withdraw() == 0

    after = now(desk)
    left = after.holding(MARK)
    assert left == set()
    assert not [path for path in after.files() if "first-keys" in path]
    feeds = after.holding("stories/first-keys")
    assert all(path.startswith("feeds/") for path in feeds)
    changed = {path for path, data in after.files().items() if before.get(path) != data}
    assert changed - MADE_OF_ALL <= held
    text = (desk.content / "stories/first-keys.md").read_text("utf-8")
    assert text.splitlines() == [
        "---",
        "status: withdrawn",
        "withdrawn_on: 2026-11-21",
        "ref: CR-2026-014",
        "in_feeds: true",
        "---",
    ]
    assert not (desk.content / "images/first-keys-1.png").exists()
    assert "Traceback" not in capsys.readouterr().err


def test_the_sheet_lists_every_place_that_a_search_of_the_bytes_finds(
    desk: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    done = built(desk, *EVERYTHING, related=True, only="email")
    held = traces(done)
    withdraw()
    said = capsys.readouterr().out
    listed = set(re.findall(r"^- https://clnm\.example\.org/(\S*) \(since", said, re.MULTILINE))
    assert {path.removesuffix("index.html") for path in held} <= listed
    assert "sent 2 November 2026" in said
    assert "newsletters/2026-11.md:16" in said
    assert "stories/other-keys.md" in said
    assert MARK not in said
    for chase in ("Internet Archive", "Mailboxes", "Git", "Social media", "Search engines"):
        assert chase in said
    kept = list((desk.root / ".output.press/takedowns").iterdir())
    assert [path.name for path in kept] == ["first-keys-2026-11-21.md"]


def test_feeds_say_for_thirty_days_that_it_was_taken_down(desk: SiteFolder) -> None:
    built(desk, *EVERYTHING)
    withdraw()
    said = now(desk).holding("taken down because the person")
    assert {"feeds/all.rss.xml", "feeds/stories.atom.xml", "feeds/all.json"} <= said
    assert "tag:clnm.example.org,2026:stories/first-keys" not in now(desk).text("feeds/all.json")
    assert "tag:clnm.example.org,2026:story/first-keys" in now(desk).text("feeds/all.json")
    assert desk.build("2026-12-20T12:00").holding("taken down because the person")
    assert not desk.build("2026-12-21T12:00").holding("taken down because the person")


def test_a_story_that_no_feed_held_is_not_told_to_feeds(desk: SiteFolder) -> None:
    built(desk, "web")
    withdraw()
    assert not [path for path in now(desk).holding("taken down because the person") if path.startswith("feeds/")]
    assert not now(desk).holding("first-keys")


def test_other_things_that_are_wrong_do_not_keep_it_up(desk: SiteFolder, capsys: pytest.CaptureFixture[str]) -> None:
    built(desk, *EVERYTHING, only="email")
    (desk.content / "stories/broken.md").write_text("no front matter", "utf-8")
    assert withdraw() == 1
    assert traces(now(desk)) == set()
    assert "broken.md" in capsys.readouterr().err
    (desk.content / "stories/broken.md").unlink()
    again = desk.build()
    assert again.code == 0, again.said
    assert again.holding(MARK) == set()
    assert "stories/other-keys/index.html" in again.files()


def test_a_later_paste_of_its_words_is_caught_without_keeping_them(desk: SiteFolder) -> None:
    built(desk, *EVERYTHING)
    withdraw()
    kept = (desk.content / "data/withdrawn.yml").read_text("utf-8")
    assert "turned" not in kept
    assert MARK.lower() not in kept.lower()
    pasted = OTHER.replace(
        "The cat chose the better one.", f"{MARK}quote turned the key three times. {MARK}body told me not to."
    )
    again = desk.write(pasted.replace("\nrelated: [story:first-keys]", "")).build()
    assert again.code == 1
    assert "which was withdrawn" in again.said
    assert "stories/other-keys.md" in again.said


def test_what_was_published_is_on_the_sheet_too(desk: SiteFolder, capsys: pytest.CaptureFixture[str]) -> None:
    built(desk, *EVERYTHING)
    published = f"exec(open('pelicanconf.py').read())\nOUTPUT_PATH = 'public'\nTHEME = {str(ROOT / 'theme')!r}\n"
    (desk.root / "publishconf.py").write_text(published, "utf-8")
    desk.build("2026-11-19T12:00", output="public")
    capsys.readouterr()
    withdraw()
    said = capsys.readouterr().out
    assert "stories/first-keys/ (since 19 November 2026, last on 21 November 2026)" in said
    assert "make publish" in said


def test_what_points_to_it_is_told_and_left_out(desk: SiteFolder) -> None:
    built(desk, *EVERYTHING, related=True, only="email")
    withdraw()
    again = desk.build()
    assert again.code == 0
    assert "was withdrawn on 21 November 2026" in again.said
    assert "newsletters/2026-11.md:16" in again.said


def test_words_left_in_a_withdrawn_file_stop_the_build(desk: SiteFolder) -> None:
    built(desk, *EVERYTHING)
    withdraw()
    path = desk.content / "stories/first-keys.md"
    path.write_text(path.read_text("utf-8") + "\nOne line was forgotten.\n", "utf-8")
    again = desk.build()
    assert again.code == 1
    assert "words of it are still in the file" in again.said


def test_who_uses_names_every_file_and_every_text(desk: SiteFolder, capsys: pytest.CaptureFixture[str]) -> None:
    done = built(desk, *EVERYTHING, related=True, only="email")
    capsys.readouterr()
    assert main(["who-uses", "story:first-keys"]) == 0
    said = capsys.readouterr().out
    assert traces(done) <= set(said.split())
    assert "content/newsletters/2026-11.md:16 points to it" in said


@pytest.mark.parametrize("words", ["stories/nobody", "nothing", "stories/../pages/about"])
def test_what_is_not_there_cannot_be_withdrawn(
    desk: SiteFolder, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    built(desk, "web")
    before = now(desk).files()
    assert main(["withdraw", words]) == 2
    assert words in capsys.readouterr().err
    assert now(desk).files() == before


def test_the_day_after_a_yes_ends_differs_only_by_the_story(site: SiteFolder) -> None:
    done = built(site, *EVERYTHING, related=True, only="email")
    story = site.content / "stories/first-keys.md"
    text = story.read_text("utf-8").replace("expires: 2028-09-30", "expires: 2026-12-01")
    story.write_text(text.replace("review_by: 2027-09-30", "review_by: 2026-12-01"), "utf-8")
    before = site.build("2026-12-01T12:00", output="before")
    after = site.build("2026-12-02T12:00", output="after")
    assert before.code == after.code == 0, after.said
    old, new = before.files(), after.files()
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    assert differing - MADE_OF_ALL - {"cards/stories/first-keys.png"} == traces(before) - MADE_OF_ALL
    assert traces(after) == set()
    assert traces(done)
