"""Programmes have a list where there are any, and each leads to it."""

from __future__ import annotations

from plugins.library import PROGRAMMES
from plugins.model import Channel
from plugins.view import listings
from plugins.view.frame import Link
from plugins.view.programmes import programmes_page
from tests import samples
from tests.unit.view import looking

RUNS = samples.document("page", "runs", page_kind="programme", started="2024-04-01")
LAST_DAY = samples.document("page", "last-day", page_kind="programme", ended_on="2026-11-21")
ENDED = samples.document("page", "ended", page_kind="programme", ended_on="2026-11-20")
PLAIN = samples.document("page", "plain")


def test_those_that_run_are_first_and_those_that_have_ended_have_a_heading_of_their_own() -> None:
    here = looking.from_page(looking.library(ENDED, LAST_DAY, PLAIN, RUNS), PROGRAMMES)
    page = programmes_page(here)
    found = {group.title: {card.document_id for card in group.cards} for group in page.groups}
    assert found == {"": {"page:last-day", "page:runs"}, "Programmes that have ended": {"page:ended"}}
    assert (page.count, page.head.canonical) == (3, "https://clnm.example.org/programmes/")


def test_there_is_no_list_without_a_programme() -> None:
    assert PROGRAMMES not in looking.library(PLAIN).on(Channel.WEB).addresses
    assert PROGRAMMES in looking.library(RUNS).on(Channel.WEB).addresses


def test_a_programme_and_the_archive_lead_to_it_and_other_pages_do_not() -> None:
    assert looking.page(RUNS).index == Link("Programmes", "../programmes/")
    assert looking.page(PLAIN, RUNS).index is None
    archive = listings.archive_page(looking.from_page(looking.library(RUNS), "/archive/"))
    assert Link("Programmes", "../programmes/") in archive.chips
    assert not listings.archive_page(looking.from_page(looking.library(PLAIN), "/archive/")).chips
