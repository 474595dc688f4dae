"""A translation or an Easy Read version is seen as far as its original, and never without it."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.library import Library
from plugins.model import Channel, Document
from tests import samples

ORIGINAL = samples.document("story")
TRANSLATED = samples.document("story", "first-keys-dari", lang="prs", translation_of="first-keys")
EASY = samples.document("page", "first-keys-easy", easy_read_of="story:first-keys")


def seen(library: Library, channel: Channel = Channel.WEB) -> set[str]:
    return {entry.id for entry in library.on(channel).entries}


def messages(*documents: Document) -> list[str]:
    return [problem.message for problem in samples.library(*documents).problems() if problem.code == "T01"]


def test_versions_are_seen_beside_their_original() -> None:
    assert seen(samples.library(ORIGINAL, TRANSLATED, EASY)) == {ORIGINAL.id, TRANSLATED.id, EASY.id}


@pytest.mark.parametrize(
    "changed",
    [
        {"consent": {"status": "paused"}},
        {"consent": {"status": "withdrawn", "withdrawn_on": "2026-11-01"}},
        {"consent": {"given": "2024-10-01", "review_by": "2025-09-30", "expires": "2026-10-01"}},
        {"status": "draft"},
        {"date": "2026-12-24"},
        {"unpublish_on": "2026-11-21"},
    ],
    ids=["paused", "withdrawn", "run out", "draft", "to come", "gone"],
)
def test_a_version_disappears_with_its_original_whatever_its_own_yes_says(changed: dict[str, Any]) -> None:
    library = samples.library(samples.document("story", **changed), TRANSLATED, EASY)
    assert all(seen(library, channel) == set() for channel in Channel)


def test_a_version_without_its_original_is_never_seen() -> None:
    assert seen(samples.library(TRANSLATED, EASY)) == set()


def test_a_version_of_a_version_is_never_seen_and_said() -> None:
    again = samples.document("page", "again", easy_read_of="story:first-keys-dari")
    assert again.id not in seen(samples.library(ORIGINAL, TRANSLATED, again))
    assert "stories/first-keys-dari.md is a version of something else itself." in messages(ORIGINAL, TRANSLATED, again)


@pytest.mark.parametrize("channel", Channel)
def test_a_version_goes_to_no_channel_its_original_may_not_go_to(channel: Channel) -> None:
    others = ", ".join(set(Channel) - {channel})
    library = samples.library(samples.document("story", consent={"scope": f"[{others}]"}), TRANSLATED, EASY)
    assert seen(library, channel) == set()
    assert seen(library, next(iter(set(Channel) - {channel}))) >= {EASY.id}


def test_a_translation_needs_its_own_yes_as_well() -> None:
    paused = samples.document(
        "story", "first-keys-dari", lang="prs", translation_of="first-keys", consent={"status": "paused"}
    )
    assert seen(samples.library(ORIGINAL, paused)) == {ORIGINAL.id}


def test_easy_read_of_a_story_is_ruled_by_the_storytellers_yes() -> None:
    found = samples.library(ORIGINAL, EASY).on(Channel.WEB).get(EASY.id)
    assert found is not None
    assert found.document.agreed is not None
    assert found.document.disappears == ORIGINAL.disappears


def test_a_version_is_no_news_and_in_no_list_of_its_kind() -> None:
    shelf = samples.library(ORIGINAL, TRANSLATED, EASY).on(Channel.WEB)
    assert [entry.id for entry in shelf.all("story")] == [ORIGINAL.id]
    assert shelf.all("page") == ()
    assert [entry.id for entry in shelf.dated()] == [ORIGINAL.id]
    assert [entry.id for entry in shelf.versions(ORIGINAL.id)] == [EASY.id, TRANSLATED.id]
    translated = shelf.get(TRANSLATED.id)
    assert translated is not None
    assert shelf.neighbours(translated) == (None, None)


def test_an_original_that_names_a_version_must_be_named_by_it() -> None:
    naming = samples.document("page", "about", translations={"fa": "about-fa"}, easy_read="about-easy")
    strangers = samples.document("page", "about-fa", lang="fa"), samples.document("page", "about-easy")
    assert len(messages(naming, *strangers)) == 2
    bound = (
        samples.document("page", "about-fa", lang="fa", translation_of="about"),
        samples.document("page", "about-easy", easy_read_of="page:about"),
    )
    assert messages(naming, *bound) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"lang": None}, "its language is that of the original"),
        ({"lang": "xx"}, "We do not know what the language “xx” calls itself"),
    ],
)
def test_a_translation_says_its_own_language(changed: dict[str, Any], said: str) -> None:
    found = messages(
        samples.document("page", "about"), samples.document("page", "b", translation_of="about", **changed)
    )
    assert any(said in message for message in found)


def test_two_translations_into_one_language_are_one_too_many() -> None:
    twins = [samples.document("page", slug, lang="fa", translation_of="about") for slug in ("one", "two")]
    assert messages(samples.document("page", "about"), *twins) == [
        "pages/one.md is the same version of pages/about.md already."
    ]


@pytest.mark.parametrize(
    ("original", "version", "behind"),
    [
        ({"updated": "2026-11-20"}, {"updated": "2026-11-19"}, True),
        ({"updated": "2026-11-20"}, {"updated": "2026-11-20"}, False),
        ({"updated": "2026-11-20"}, {}, True),
        ({}, {}, False),
        ({}, {"updated": "2026-11-20"}, False),
    ],
)
def test_a_version_is_behind_when_its_original_changed_after_it(
    original: dict[str, Any], version: dict[str, Any], *, behind: bool
) -> None:
    shelf = samples.library(
        samples.document("page", "about", **original),
        samples.document("page", "about-fa", lang="fa", translation_of="about", **version),
    ).on(Channel.WEB)
    found = shelf.get("page:about-fa")
    assert found is not None
    assert found.document.behind is behind


def test_the_end_of_a_yes_is_announced_once() -> None:
    ending = samples.document(
        "story", consent={"given": "2026-01-01", "review_by": "2026-11-30", "expires": "2027-12-31"}
    )
    found = [p.path for p in samples.library(ending, EASY).problems() if p.field == "consent.review_by"]
    assert found == ["stories/first-keys.md"]
