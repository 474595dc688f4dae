"""What the room puts into an edition and what it leaves out, when it stops, and when it draws anew."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from plugins.editions import artefacts
from plugins.library import Library
from plugins.press import Artefact, CannotMake
from plugins.view import Site
from tests import samples
from tests.rooms.shelves import looked_at

ISSUE = "editions/2026-12"
REFERENCE = "Read on.\n\n/// story | first-keys\n    show: {show}\n///\n"
NOTICE = "/// notice | For {only} alone\n    only: {only}\n\nRead this.\n///\n\n"
CONSENT = {"consent": {"scope": "[web, feed]"}}
BY_EMAIL = {"consent": {"scope": "[email]"}}


def made(site: Site, theme: Path, library: Library) -> dict[str, Artefact]:
    return {artefact.path: artefact for artefact in looked_at(artefacts(library, site, theme), library)}


def issue(body: str, **changed: Any) -> Library:
    return samples.library(samples.document("newsletter", body=body, **changed))


def test_each_issue_leaves_its_parts_a_message_and_a_look_at_it(site: Site, theme: Path) -> None:
    assert set(made(site, theme, issue("Hello."))) == {
        f"{ISSUE}/edition.html",
        f"{ISSUE}/edition.txt",
        f"{ISSUE}/2026-12.eml",
        f"{ISSUE}/preview.html",
    }


@pytest.mark.parametrize("show", ["card", "quote", "full"])
def test_a_story_without_consent_to_email_is_in_no_file(site: Site, theme: Path, show: str) -> None:
    story = samples.document("story", "first-keys", "A body.", title="Nobody may mail this", **CONSENT)
    sent = samples.document("newsletter", body=REFERENCE.format(show=show))
    for artefact in made(site, theme, samples.library(story, sent)).values():
        data = artefact.make()
        assert b"Nobody may mail this" not in data
        assert b"first-keys" not in data
        assert story.id not in artefact.sources


def test_a_story_for_email_alone_is_told_without_a_link(site: Site, theme: Path) -> None:
    story = samples.document("story", "first-keys", "A body.", title="Only for the inbox", **BY_EMAIL)
    sent = samples.document("newsletter", body=REFERENCE.format(show="full"))
    found = made(site, theme, samples.library(story, sent))
    for name in ("edition.html", "edition.txt"):
        text = found[f"{ISSUE}/{name}"].make().decode()
        assert "Only for the inbox" in text
        assert "first-keys" not in text
    assert story.id in found[f"{ISSUE}/edition.html"].sources


def test_what_is_only_for_the_web_stays_there(site: Site, theme: Path) -> None:
    body = "".join(NOTICE.format(only=only) for only in ("web", "email"))
    for artefact in made(site, theme, issue(body)).values():
        assert b"For web alone" not in artefact.make()
        assert b"For email alone" in artefact.make()


def test_an_issue_that_gmail_would_cut_off_stops_the_press(site: Site, theme: Path) -> None:
    found = made(site, theme, issue("\n\n".join(["A paragraph that goes on and on. " * 20] * 150)))
    for name in ("edition.html", "2026-12.eml"):
        with pytest.raises(CannotMake) as stop:
            found[f"{ISSUE}/{name}"].make()
        assert stop.value.problem.path == "newsletters/2026-12.md"
        assert stop.value.problem.code == "N04"
        assert stop.value.problem.fix


def test_a_quotation_in_the_text_is_not_folded_away(site: Site, theme: Path) -> None:
    html = made(site, theme, issue("> Somebody said this."))[f"{ISSUE}/edition.html"].make().decode()
    assert "Somebody said this." in html
    assert "blockquote" not in html


def test_words_with_signs_arrive_as_they_were_written(site: Site, theme: Path) -> None:
    found = made(
        site, theme, issue("Hello.", title="Tea & <toast> for “two”", summary=f'{"Signs & more. " * 4}"Yes" > no')
    )
    assert "Tea &amp; &lt;toast&gt; for “two”" in found[f"{ISSUE}/edition.html"].make().decode()
    assert "Tea & <toast> for “two”" in found[f"{ISSUE}/edition.txt"].make().decode()


def test_a_changed_word_a_changed_moment_or_a_changed_sender_is_drawn_anew(site: Site, theme: Path) -> None:
    libraries = [issue("Hello."), issue("Hello!"), issue("Hello.", send_on="2026-11-30 11:00")]
    prints = {made(site, theme, library)[f"{ISSUE}/2026-12.eml"].fingerprint for library in libraries}
    assert len(prints) == 3
    assert made(site, theme, issue("Hello."))[f"{ISSUE}/2026-12.eml"].fingerprint in prints


def test_a_language_written_from_the_right_is_shown_so(site: Site, theme: Path) -> None:
    html = made(site, theme, issue("Hello.", lang="ar"))[f"{ISSUE}/edition.html"].make().decode()
    assert '<html lang="ar" dir="rtl">' in html


@pytest.mark.parametrize("field", [field.name for field in fields(Site) if field.type == "str"])
def test_whatever_changes_in_the_settings_no_file_is_taken_for_the_same(site: Site, theme: Path, field: str) -> None:
    library, changed = issue("Hello."), {field: f"{getattr(site, field)}x"}
    another: Site = replace(site, **changed)  # type: ignore[arg-type]  # the field is one of text
    before, after = made(site, theme, library), made(another, theme, library)
    assert not {artefact.stamp for artefact in before.values()} & {artefact.stamp for artefact in after.values()}
