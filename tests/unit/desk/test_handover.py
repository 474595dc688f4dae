"""An issue is handed over once, to one engine, as the content is today; what the engine sends is the edition."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.view.editions import UNSUBSCRIBE
from tests.unit.desk import listmonk
from tests.unit.desk.conftest import Ask
from tests.unit.desk.handing import HAND, add_settings, data, issue, right, typing
from tests.unit.desk.listmonk import WAY_OUT, Listmonk

__all__ = ["data", "issue"]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, project: Path) -> Iterator[Listmonk]:
    """Give a listmonk that the project's settings name."""
    with listmonk.running() as (found, address):
        monkeypatch.setenv("CLNM_LISTMONK_USER", "press")
        monkeypatch.setenv("CLNM_LISTMONK_TOKEN", "a-token")
        add_settings(project, f'LISTMONK_URL = "{address}"', 'LISTMONK_LISTS = {"everybody": [3]}')
        yield found


def edition(project: Path, part: str) -> str:
    seen = (project / f"output/editions/2026-12/edition.{part}").read_bytes().decode()
    return seen.replace(UNSUBSCRIBE, WAY_OUT)


def test_what_listmonk_sends_is_the_edition_byte_for_byte(
    ask: Ask, issue: Path, engine: Listmonk, monkeypatch: pytest.MonkeyPatch
) -> None:
    right(ask(*HAND, "listmonk", "--test", "me@example.org"))
    typing("2026-12\n", monkeypatch)
    right(ask(*HAND, "listmonk", "--start"))
    assert [sent["to"] for sent in engine.sent] == [["me@example.org"], ["everybody@example.org"]]
    for sent in engine.sent:
        assert sent["html"] == edition(issue, "html")
        assert "<!--[if mso]>" in sent["html"]
        assert sent["text"] == edition(issue, "txt")
        assert sent["subject"] == "Prices {{ like }} these in the news"
        assert {name for header in sent["headers"] for name in header} == {
            "Reply-To",
            "List-ID",
            "List-Help",
            "List-Archive",
            "Content-Language",
        }
    assert [campaign["status"] for campaign in engine.campaigns] == ["running"]


def test_handing_over_again_brings_the_one_draft_up_to_date(ask: Ask, issue: Path, engine: Listmonk) -> None:
    right(ask(*HAND, "listmonk"))
    file = issue / "content/newsletters/2026-12.md"
    file.write_text(file.read_text("utf-8").replace("A price", "Another price"), "utf-8")
    refused = ask(*HAND, "listmonk")
    assert refused.code == 1
    assert "is not what its content says today" in refused.err
    right(ask("edition", "2026-12"))
    right(ask(*HAND, "listmonk"))
    assert len(engine.campaigns) == 1
    assert "Another price" in engine.campaigns[0]["body"]


def test_a_story_withdrawn_since_somebody_looked_stops_it(
    ask: Ask, issue: Path, engine: Listmonk, monkeypatch: pytest.MonkeyPatch
) -> None:
    right(ask(*HAND, "listmonk"))
    (issue / "content/stories/first-keys.md").write_text(
        "---\nstatus: withdrawn\nwithdrawn_on: 2026-11-21\n---\n", "utf-8"
    )
    typing("2026-12\n", monkeypatch)
    answer = ask(*HAND, "listmonk", "--start")
    assert answer.code == 1
    assert "make edition ISSUE=2026-12" in answer.err
    right(ask("edition", "2026-12"))
    typing("2026-12\n", monkeypatch)
    answer = ask(*HAND, "listmonk", "--start")
    assert answer.code == 1
    assert "The draft 10 has another body" in answer.err
    assert engine.sent == []


def test_it_is_never_sent_twice(ask: Ask, issue: Path, engine: Listmonk, monkeypatch: pytest.MonkeyPatch) -> None:
    del issue
    right(ask(*HAND, "listmonk"))
    for _ in range(2):
        typing("2026-12\n", monkeypatch)
        answer = ask(*HAND, "listmonk", "--start")
    assert answer.code == 1
    assert "running" in answer.err
    assert ask(*HAND, "listmonk").code == 1
    assert len(engine.sent) == 1
    engine.campaigns.clear()
    answer = ask(*HAND, "listmonk")
    assert answer.code == 1
    assert "no campaign 10 any more" in answer.err
    assert engine.campaigns == []


def test_a_lost_answer_makes_no_second_campaign(ask: Ask, issue: Path, engine: Listmonk) -> None:
    del issue
    engine.breaks_after = "POST /api/campaigns"
    assert ask(*HAND, "listmonk").code == 1
    assert len(engine.campaigns) == 1
    right(ask(*HAND, "listmonk"))
    assert len(engine.campaigns) == 1


def test_only_one_engine_gets_it_and_none_what_was_sent_from_here(
    ask: Ask, issue: Path, engine: Listmonk, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del issue
    right(ask(*HAND, "mailchimp"))
    answer = ask(*HAND, "listmonk")
    assert answer.code == 1
    assert "was handed over to mailchimp" in answer.err
    assert engine.asked == []
    typing("2026-11\n", monkeypatch)
    assert ask(*HAND, "mailchimp", "--forget").code == 1
    typing("2026-12\n", monkeypatch)
    assert ask(*HAND, "mailchimp", "--forget").code == 0
    ledger = sqlite3.connect(data / "ledger.db")
    ledger.execute("CREATE TABLE delivery (issue TEXT, address TEXT, state TEXT)")
    ledger.execute("INSERT INTO delivery VALUES ('2026-12', 'somebody', 'queued')")
    ledger.commit()
    right(ask(*HAND, "buttondown"))
    tagged = (data / "handed-over/2026-12-for-buttondown/edition.html").read_text("utf-8")
    assert "{{ unsubscribe_url }}" in tagged
    ledger.execute("UPDATE delivery SET state = 'uncertain'")
    ledger.commit()
    ledger.close()
    answer = ask(*HAND, "buttondown")
    assert answer.code == 1
    assert "sent from here" in answer.err


def test_files_to_paste_have_the_right_tags_and_are_the_same_each_time(ask: Ask, issue: Path, data: Path) -> None:
    del issue
    first = ask(*HAND, "mailchimp")
    right(first)
    place = data / "handed-over/2026-12-for-mailchimp"
    assert str(place) in first.out
    assert "*|UNSUB|*" in (place / "edition.html").read_text("utf-8")
    assert "*|UNSUB|*" in (place / "edition.txt").read_text("utf-8")
    assert "Prices {{ like }} these" in (place / "steps.txt").read_text("utf-8")
    right(ask(*HAND, "mailchimp"))


def test_what_is_missing_is_named(ask: Ask, issue: Path, engine: Listmonk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "There are: listmonk, " in ask(*HAND, "mailchip").err
    assert ask("handover", "2030-01", "--to", "listmonk").code == 1
    assert "no draft" in ask(*HAND, "listmonk", "--start").err
    assert "it cannot be done" in ask(*HAND, "listmonk", "--list", "9").err
    monkeypatch.delenv("CLNM_LISTMONK_TOKEN")
    assert "CLNM_LISTMONK_TOKEN" in ask(*HAND, "listmonk").err
    monkeypatch.setenv("CLNM_LISTMONK_TOKEN", "another")
    assert "listmonk said 403" in ask(*HAND, "listmonk").err
    (issue / "output/editions/2026-12/2026-12.eml").unlink()
    assert "Nobody has looked" in ask(*HAND, "listmonk").err
    assert engine.campaigns == []
