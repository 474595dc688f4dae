"""``clnm digest`` makes an issue of what is new and may go by email, and says so when there is nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.samples import text
from tests.unit.desk.conftest import Ask

MADE = "content/newsletters/2026-11-21.md"


def put(project: Path, kind: str, slug: str, body: str | None = None, **changed: Any) -> None:
    folder = {"story": "stories"}.get(kind, f"{kind}s")
    (project / f"content/{folder}").mkdir(exist_ok=True)
    own = {"title": f"All about {slug}", "summary": f"What {slug} is about, who is in it, and what came next."}
    (project / f"content/{folder}/{slug}.md").write_text(text(kind, body, **own | changed), "utf-8")


@pytest.fixture
def site(project: Path) -> Path:
    """Give a site whose last issue went out on the first of the month, with four things that are new since."""
    supports = "shout:\n  name: Shout\n  for_whom: Anybody\n  nations: [england]\n  text: Text SHOUT to 85258\n"
    more = "  hours: Day and night\n  free_from_mobile: true\n  last_checked: 2026-11-01\n"
    (project / "content/data/supports.yml").write_text(supports + more, "utf-8")
    told = "/// story | told-keys\n///\n\n/// get-help\n///"
    sent = {"issue": "7", "month": "2026-11", "send_on": "2026-11-01 10:00", "date": "2026-11-01"}
    put(project, "newsletter", "2026-11", told, **sent, signed_by="[The night team]")
    put(project, "story", "new-keys", "A key.", date="2026-11-20")
    put(project, "story", "old-keys", "A key.", date="2026-10-20")
    put(project, "story", "told-keys", "A key.", date="2026-11-20")
    put(project, "story", "web-keys", "A key.", date="2026-11-20", consent={"scope": "[web]"})
    put(project, "story", "later-keys", "A key.", date="2026-11-22")
    put(project, "event", "meet-up", "Soup.", date="2026-11-19")
    return project


def test_an_issue_points_to_what_is_new_and_may_go_by_email_and_to_nothing_else(ask: Ask, site: Path) -> None:
    answer = ask("digest", "--since", "last")
    assert answer.code == 0, answer.err
    made = (site / MADE).read_text("utf-8")
    assert "/// story | new-keys\n///" in made
    assert "/// event | meet-up\n///" in made
    for other in ("old-keys", "told-keys", "web-keys", "later-keys"):
        assert other not in made
    for line in ("status: draft", "issue: 8", "month: 2026-11", "send_on: 2026-11-22 10:00"):
        assert line in made
    assert "The night team" in made
    assert "What is new since 1 November 2026: 1 story and 1 event" in made
    assert not any("2026-11-21.md" in line and "note" not in line for line in ask("check").err.splitlines())


def test_what_it_told_is_not_new_any_more(ask: Ask, site: Path) -> None:
    assert ask("digest").code == 0
    answer = ask("digest")
    assert answer.code == 3
    assert "Nothing is new since 1 November 2026" in answer.out
    put(site, "event", "walk", "Lamps.", date="2026-11-20")
    answer = ask("digest")
    assert answer.code == 1
    assert "is there already" in answer.err
    assert "walk" not in (site / MADE).read_text("utf-8")


def test_a_day_may_be_given(ask: Ask, site: Path) -> None:
    assert ask("digest", "--since", "2026-10-01").code == 0
    assert "old-keys" in (site / MADE).read_text("utf-8")


@pytest.mark.parametrize(
    ("since", "said"), [("2026-12-01", "still to come"), ("soon", "not a date"), ("", "not a date")]
)
def test_a_day_that_is_none_is_wrong_use(ask: Ask, site: Path, since: str, said: str) -> None:
    answer = ask("digest", "--since", since)
    assert answer.code == 2
    assert said in answer.err
    assert not (site / MADE).exists()


def test_without_an_issue_it_asks_for_a_day(ask: Ask, project: Path) -> None:
    answer = ask("digest")
    assert answer.code == 2
    assert "clnm digest --since 2026-11-01" in answer.err
    assert not (project / "content/newsletters").exists()


def test_content_that_is_wrong_is_put_right_first(ask: Ask, site: Path) -> None:
    (site / "content/stories/ana.md").write_text("---\ntitle: x\n", "utf-8")
    assert ask("digest").code == 1
    assert not (site / MADE).exists()
