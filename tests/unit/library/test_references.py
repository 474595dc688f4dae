"""Everything a document points at is looked up: what is missing, hidden or not allowed is told on its line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.model import Document, Level, Problem
from plugins.model.picture import Original
from tests import samples

NOW = samples.NOW
KEYS = Original("keys-1.png", 40, 20, "0" * 64, Path("keys-1.png"))
WEB_ONLY = {"scope": "[web, search-engines]"}


def page(body: str = "", **changed: Any) -> Document:
    """Give a page called about."""
    return samples.document("page", "about", body, **changed)


def issue(body: str) -> Document:
    """Give an issue with this body and help lines at its end."""
    return samples.document("newsletter", body=f"{body}\n\n/// get-help\n///")


def problems(*shelved: Document, unread: tuple[str, ...] = (), **context: Any) -> list[Problem]:
    """Give what is wrong between documents."""
    return list(samples.library(*shelved, unread=frozenset(unread), pictures=(KEYS,), **context).problems())


@pytest.mark.parametrize(
    ("body", "line", "message", "fix"),
    [
        pytest.param("See [Ana](story:first-kays).", 6, "no story “first-kays”", "“first-keys”", id="a story"),
        pytest.param("a\n\nb\n\n[Ana](story:zzz)", 10, "no story “zzz”", "Check the file's name", id="far from any"),
        pytest.param("[Our list](/storys/)", 6, "no address “/storys/”", "“/stories/”", id="an address"),
        pytest.param("[Ana](/stories/first-kays/)", 6, "no address", "“/stories/first-keys/”", id="a page's address"),
        pytest.param("[Ana](story:first-keys#end)", 6, "no heading “end”", "“the-end”", id="a part of a page"),
        pytest.param("a\n{support: shoot}", 7, "no support “shoot”", "“shout”", id="a help line"),
        pytest.param("{fact: young-people}", 6, "no fact “young-people”", "“young-people-asked”", id="a fact"),
        pytest.param("a\n\n/// story | first-kays\n///", 8, "no story", "“first-keys”", id="a reference"),
        pytest.param("/// stories | all\n    area: north\n///", 6, "no area “north”", "Check", id="an area of a list"),
        pytest.param("/// button | Go\n    link: story:first-kays\n///", 6, "no story", "“first-keys”", id="a button"),
        pytest.param("/// button | Go\n    link: storie:x\n///", 6, "of the kind “storie”", "story:x?", id="a kind"),
        pytest.param(
            "/// button | Go\n    link: support:shout\n///",
            6,
            "of the kind “support”",
            "{support: shout}",
            id="no page",
        ),
        pytest.param(
            "/// figure | kays-1.png\n    alt: Keys\n    image_consent: stock\n///",
            6,
            "no picture",
            "“keys-1.png”",
            id="fig",
        ),
        pytest.param(
            "/// get-help\n    supports: [shoot]\n///", 6, "no support", "“shout”", id="a panel of help lines"
        ),
    ],
)
def test_what_is_missing_is_told_on_its_line_with_what_is_near(body: str, line: int, message: str, fix: str) -> None:
    (problem,) = problems(page(body), samples.document("story", body="## The end"))
    code = "O04" if "area" in message else "A06"
    assert (problem.path, problem.line, problem.code, problem.level) == ("pages/about.md", line, code, Level.ERROR)
    assert message in problem.message
    assert fix in problem.fix


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"areas": "[north]"}, "areas", "no area “north”"),
        ({"related": "[story:first-kays]"}, "related", "no story “first-kays”"),
        ({"related": "[storie:x]"}, "related", "of the kind “storie”"),
        ({"related": "[support:shout]"}, "related", "of the kind “support”"),
        ({"easy_read": "about-easy"}, "easy_read", "no page “about-easy”"),
        ({"translations": {"fa": "about-fa"}}, "translations.fa", "no page “about-fa”"),
        ({"image": "kays-1.png", "decorative": "true", "image_consent": "stock"}, "image", "no picture “kays-1.png”"),
    ],
)
def test_a_field_that_names_nothing_is_told_at_its_field(changed: dict[str, Any], field: str, message: str) -> None:
    (problem,) = problems(page(**changed), samples.document("story"))
    assert (problem.field, problem.code) == (field, "O04" if field == "areas" else "A06")
    assert problem.line > 1
    assert message in problem.message


def test_an_event_without_its_organiser_is_told_so() -> None:
    (problem,) = problems(samples.document("event", organiser="clmn"))
    assert (problem.field, problem.fix) == ("organiser", "Did you mean “clnm”?")


def test_everything_that_is_there_is_fine() -> None:
    body = (
        "[A](story:first-keys#the-end) [B](/stories/first-keys/) [C](/stories/) [D](/) [E](/archive/) "
        "[F](/calendars/all.ics) {support: shout} {fact: young-people-asked}\n\n"
        "/// story | first-keys\n///\n\n/// get-help\n    supports: [shout]\n///\n\n"
        "/// figure | keys-1.png\n    alt: Keys\n    image_consent: stock\n///"
    )
    assert problems(page(body), samples.document("story", body="## The end")) == []


@pytest.mark.parametrize(
    ("body", "unread"),
    [
        ("[Ana](story:ana)", "story:ana"),
        ("[Ana](story:ana#part)", "story:ana"),
        ("/// story | ana\n///", "story:ana"),
        ("{support: nyas}", "support:*"),
        ("{fact: x}", "fact:*"),
    ],
)
def test_what_is_there_but_could_not_be_read_is_not_called_missing(body: str, unread: str) -> None:
    assert problems(page(body), unread=(unread,)) == []
    assert len(problems(page(body))) == 1


def test_a_picture_that_could_not_be_read_is_not_called_missing() -> None:
    body = "/// figure | door-1.png\n    alt: A door\n    image_consent: stock\n///"
    assert problems(page(body), unread=("picture:door-1.png",)) == []


def test_a_draft_is_not_shown_from_what_is_ready() -> None:
    draft = samples.document("story", status="draft")
    (problem,) = problems(page("[Ana](story:first-keys)"), draft)
    assert (problem.code, problem.level) == ("A06", Level.ERROR)
    assert "still a draft" in problem.message
    assert problems(page("[Ana](story:first-keys)", status="draft"), draft) == []


@pytest.mark.parametrize(
    "hidden",
    [
        {"consent": {"status": "paused"}},
        {"consent": {"expires": "2026-11-20", "review_by": "2026-11-20"}},
        {"status": "withdrawn"},
        {"date": "2026-12-24"},
        {"unpublish_on": "2026-11-21"},
    ],
    ids=["paused", "run out", "withdrawn", "to come", "gone"],
)
@pytest.mark.parametrize(
    "body", ["[Ana](story:first-keys)", "[Ana](/stories/first-keys/)", "/// story | first-keys\n///"]
)
def test_what_vanishes_by_itself_leaves_a_note_and_stops_nothing(hidden: dict[str, Any], body: str) -> None:
    found = problems(page(body), samples.document("story", **hidden))
    assert [(p.path, p.line, p.level) for p in found if p.code == "C06"] == [("pages/about.md", 6, Level.WARNING)]
    assert not any(problem.stops for problem in found)


def test_a_list_that_is_empty_today_stops_nothing() -> None:
    body = "[Stories](/stories/) [Money](/themes/money/) [Then](/archive/2019/)"
    found = problems(page(body))
    assert [(problem.code, problem.level) for problem in found] == [("A06", Level.WARNING)] * 3


def test_a_theme_that_is_none_has_no_list() -> None:
    (problem,) = problems(page("[Money](/themes/muney/)"), samples.document("offer", themes="money"))
    assert (problem.level, problem.fix) == (Level.ERROR, "Did you mean “/themes/money/”?")


def test_a_story_for_the_web_only_is_not_used_in_an_issue() -> None:
    (problem,) = problems(issue("/// story | first-keys\n///"), samples.document("story", consent=WEB_ONLY))
    assert (problem.path, problem.line, problem.code) == ("newsletters/2026-12.md", 14, "C03")
    assert "did not say yes to email" in problem.message
    assert "only: web" in problem.fix


def test_a_block_for_the_web_only_may_use_it() -> None:
    story = samples.document("story", consent=WEB_ONLY)
    assert problems(issue("/// story | first-keys\n    only: web\n///"), story) == []


def test_a_link_carries_a_story_into_an_issue_as_well() -> None:
    (problem,) = problems(issue("See [Ana](story:first-keys)."), samples.document("story", consent=WEB_ONLY))
    assert (problem.line, problem.code) == (14, "C03")


def test_a_story_for_email_only_is_used_in_a_block_for_email_only() -> None:
    story = samples.document("story", consent={"scope": "[email]"})
    assert problems(issue("/// story | first-keys\n    only: email\n///"), story) == []
    assert [problem.code for problem in problems(issue("/// story | first-keys\n///"), story)] == ["C03"]


def test_a_page_uses_only_what_may_be_on_the_web() -> None:
    (problem,) = problems(page("/// story | first-keys\n///"), samples.document("story", consent={"scope": "[email]"}))
    assert (problem.code, "the website" in problem.message) == ("C03", True)


def test_references_grow_no_slower_than_documents() -> None:
    pages = [samples.document("page", f"page-{n}", f"[Next](page:page-{(n + 1) % 50})") for n in range(50)]
    assert problems(*pages, as_of=NOW + timedelta(days=1)) == []
