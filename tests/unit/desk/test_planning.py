"""What is due, an issue that gathers what is new, and proofs."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import icalendar
from PIL import Image

from tests.samples import PROVIDERS, RECORDS, text
from tests.unit.desk.conftest import Ask


def write(project: Path, name: str, words: str) -> None:
    path = project / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(words, "utf-8")


def fill(project: Path) -> None:
    write(project, "stories/keys.md", text("story", consent={"review_by": "2026-12-10", "expires": "2027-01-10"}))
    write(project, "people/ari.md", text("person", term_to="2026-12-31"))
    write(
        project, "areas/surrey.md", text("area", title="Surrey County Council", ends="2026-12-30", successors="[west]")
    )
    write(project, "areas/west.md", text("area", title="West Surrey Council", begins="2026-12-31"))
    write(project, "offers/rail.md", text("offer", last_checked="2026-06-15"))
    write(project, "data/providers.yml", PROVIDERS)


def test_duties_are_told_with_their_day_their_file_and_what_to_do(ask: Ask, project: Path) -> None:
    fill(project)
    answer = ask("due")
    assert answer.code == 0
    assert answer.out.startswith("Due:\n")
    assert "10 December 2026  CR-2026-014: ask whether the yes still stands\n      stories/keys.md: " in answer.out
    assert "10 January 2027  CR-2026-014: the yes ends" in answer.out
    assert "14 December 2026  Offer “A first cold week”: check it" in answer.out
    assert (
        "30 December 2026  Surrey County Council ends\n      areas/surrey.md: Move its offers to West Surrey"
        in answer.out
    )
    assert "31 December 2026  West Surrey Council begins" in answer.out
    assert re.search(r"31 December 2026  The term of a .* ends \(ari\)", answer.out)
    assert "Bryn" not in answer.out


def test_what_is_late_comes_first_and_what_is_far_is_left_out(ask: Ask, project: Path) -> None:
    write(project, "stories/keys.md", text("story", consent={"review_by": "2026-11-01", "expires": "2028-09-30"}))
    answer = ask("due", "--days", "30")
    assert answer.out.startswith("Late:\n  1 November 2026")
    assert "Due:" not in answer.out


def test_duties_are_json_and_a_calendar_that_a_calendar_can_read(ask: Ask, project: Path) -> None:
    fill(project)
    found = json.loads(ask("due", "--json").out)
    assert {one["kind"] for one in found} == {"consent", "term", "council", "check"}
    assert ask("due", "--ics", "due.ics").code == 0
    calendar = icalendar.Calendar.from_ical((project / "due.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) == len(found)
    assert len({str(event["uid"]) for event in events}) == len(found)
    assert {event.decoded("dtstart").isoformat() for event in events} == {one["day"] for one in found}


def test_nothing_due_is_said(ask: Ask, project: Path) -> None:
    write(project, "pages/about.md", text("page"))
    assert ask("due").out == "Nothing is due.\n"


def test_an_issue_gathers_what_is_new_and_may_go_by_email(ask: Ask, project: Path) -> None:
    write(
        project,
        "newsletters/2026-10.md",
        text(
            "newsletter",
            month="2026-10",
            date="2026-10-01",
            issue="12",
            send_on="2026-10-05 10:00",
            body="/// story | told\n///\n\n/// get-help\n///",
        ),
    )
    for slug, date, scope in (
        ("old", "2026-09-01", "[web, email]"),
        ("told", "2026-11-01", "[web, email]"),
        ("web-only", "2026-11-01", "[web]"),
        ("keys", "2026-11-01", "[web, email]"),
    ):
        consent = {
            "scope": scope,
            "given": "2026-08-01",
            "expires": "2028-07-30",
            "review_by": "2027-07-30",
            "ref": f"CR-2026-0{len(slug)}{date[6]}",
        }
        write(
            project,
            f"stories/{slug}.md",
            text("story", title=f"The story {slug}", date=date, consent=consent, storyteller_approved_on="2026-08-10"),
        )
    write(project, "events/meet.md", text("event"))
    write(project, "data/providers.yml", PROVIDERS)
    answer = ask("issue", "2026-12", "--gather")
    assert answer.code == 0, answer
    made = (project / "content/newsletters/2026-12.md").read_text("utf-8")
    assert re.findall(r"/// story \| (\S+)", made) == ["keys"]
    assert "/// events | next 4\n///" in made
    assert "status: draft" in made
    assert ask("check").code == 0
    again = ask("issue", "2026-12", "--gather")
    assert "is there already, and stays as it is" in again.out
    assert "/// story" not in again.out
    assert (project / "content/newsletters/2026-12.md").read_text("utf-8") == made
    assert ask("issue", "December").code == 2


def test_a_proof_is_one_page_that_loads_nothing(ask: Ask, project: Path) -> None:
    write(project, "stories/keys.md", text("story", consent={"scope": "[web]"}))
    answer = ask("proof", "stories/keys")
    assert answer.code == 0, answer
    page = (project / "proofs/keys.html").read_text("utf-8")
    titles = re.findall(r"<h3>(.*?)</h3>", page)
    assert titles == ["Who can see it", "On a phone", "On a large screen", "In email", "In the feeds",
                      "On social media", "How it reads", "Where it leads", "What it weighs"]  # fmt: skip
    assert "default-src 'none'" in page
    assert "Not in any email: the people in it did not agree." in page
    assert "Not in the feeds: the people in it did not agree." in page
    assert not re.search(r"<(?:script|link|img)\b[^>]*(?:src|href)=\"(?!data:)", page)


def test_a_draft_can_be_proved_and_says_that_it_is_one(ask: Ask, project: Path) -> None:
    write(project, "events/meet.md", text("event", status="draft"))
    write(project, "data/providers.yml", PROVIDERS)
    assert ask("proof", "events/meet").code == 0
    page = (project / "proofs/meet.html").read_text("utf-8")
    assert "Draft. Only you can see this." in page
    assert "BEGIN:VEVENT" in page


def test_a_proof_never_goes_where_the_site_goes_and_needs_something_to_show(ask: Ask, project: Path) -> None:
    write(project, "pages/about.md", text("page"))
    assert ask("proof", "pages/about", "--output", "output/proofs").code == 2
    assert ask("proof", "pages/none").code == 2
    assert ask("proof").code == 2
    write(project, "pages/about.md", text("page", title="Oh: no colons"))
    answer = ask("proof", "pages/about")
    assert answer.code == 1
    assert "[F01]" in answer.err


def test_a_changed_help_line_or_picture_is_proved_where_it_shows(ask: Ask, project: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    write(project, "data/supports.yml", RECORDS)
    write(project, "pages/about.md", text("page", body="Ring {support: samaritans}."))
    write(project, "pages/other.md", text("page", body="Text {support: shout}."))
    write(
        project,
        "pages/last.md",
        text(
            "page", body="/// figure | keys-1.png\n    alt: Two keys on a ribbon\n    image_consent: illustration\n///"
        ),
    )
    Image.new("1", (30, 20)).save(project / "keys-1.png")
    (project / "content/images").mkdir()
    (project / "keys-1.png").rename(project / "content/images/keys-1.png")
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        subprocess.run([*git, *words], check=True, cwd=project)
    write(project, "data/supports.yml", RECORDS.replace("116 123", "116 124"))
    Image.new("1", (30, 21)).save(project / "content/images/keys-1.png")
    assert ask("proof", "--since", "HEAD").code == 0
    page = (project / "proofs/since-HEAD.html").read_text("utf-8")
    assert re.findall(r'<h2 id="([\w-]+)">', page) == ["page-about", "page-last"]
    assert re.search(r"&lt;img[^&]+(?:&quot;[^&]*)*?src=&quot;data:image/", page), (
        "the picture is in the page as it is shown"
    )


def test_a_change_is_proved_with_all_that_points_to_it(ask: Ask, project: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    write(project, "pages/about.md", text("page", body="See [keys](story:keys)."))
    write(project, "pages/other.md", text("page", title="Another page"))
    write(project, "stories/keys.md", text("story"))
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        subprocess.run([*git, *words], check=True, cwd=project)
    write(project, "stories/keys.md", text("story", body="Something new."))
    write(project, "pages/new.md", text("page", title="A new page"))
    assert ask("proof", "--since", "HEAD").code == 0
    page = (project / "proofs/since-HEAD.html").read_text("utf-8")
    assert re.findall(r'<h2 id="([\w-]+)">', page) == ["page-new", "story-keys", "page-about"]
    assert ask("proof", "--since", "nowhere").code == 2
    assert ask("proof", "--since", "--output=x").code == 2
