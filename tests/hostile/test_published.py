"""Inputs that are taken come out as words and pixels: no file of the site runs, leaks, or breaks who reads it."""

from __future__ import annotations

import html
import runpy

import pytest

from tests.hostile.case import Case
from tests.hostile.judging import furniture, harms
from tests.hostile.manifest import TOGETHER
from tests.hostile.site import AS_OF, good_site
from tests.site.press import ROOT, Built, SiteFolder

SOME = TOGETHER[::2]
"""As many as there is time for; ``test_command_line.py`` builds with each of them, alone."""
LEFT_OUT = {"plugins.cards", "plugins.search"}
"""Rooms that take long and draw only words that other rooms show as well."""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Give what the theme puts into the pages of a good site."""
    site = SiteFolder(tmp_path_factory.mktemp("good"))
    good_site(site.content)
    built = site.build(AS_OF)
    assert built.code == 0, built.said
    return furniture(built.output)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a site of all inputs that are taken."""
    site = SiteFolder(tmp_path_factory.mktemp("hostile"))
    good_site(site.content)
    for case in SOME:
        case.put(site.content)
    rooms = [room for room in runpy.run_path(str(ROOT / "pelicanconf.py"))["PLUGINS"] if room not in LEFT_OUT]
    made = site.build(AS_OF, PLUGINS=rooms)
    assert made.code == 0, made.said
    return made


def test_no_file_of_a_site_made_of_them_can_do_harm(built: Built, known: frozenset[str]) -> None:
    assert list(harms(built.output, known)) == []


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in SOME if case.shows])
def test_words_that_look_like_something_else_are_shown_as_they_stand(case: Case, built: Built) -> None:
    folder = case.place.removesuffix(".md").removeprefix("pages/")
    assert case.shows in html.unescape(built.text(f"{folder}/index.html"))


@pytest.mark.parametrize("words", sorted({case.hides for case in SOME if case.hides}))
def test_what_may_not_be_seen_is_in_no_file(words: str, built: Built) -> None:
    assert built.holding(words) == set()
