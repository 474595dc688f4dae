"""Social cards: for whoever agreed, small, the same each time, and legible whatever the title is."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor

from plugins.cards import artefacts
from plugins.cards.drawing import png
from plugins.cards.fitting import ELLIPSIS, Fitted, fitted
from plugins.cards.lettering import drawn, settable, width
from plugins.library import Library
from plugins.model import Channel
from plugins.render import Tokens
from plugins.view import Site
from plugins.view.social import SIZE, SocialCard
from tests.rooms.shelves import ROOT, given, printed, small
from tests.rooms.test_feeds import STORY

TOKENS = Tokens.read(ROOT / "theme/static/css/tokens.css").light
BOX, SIZES = (1056, 220), (116, 92, 68, 48)
SHARED = STORY.replace("web, feed, email", "web, social")
TITLES = {
    "short": "Keys",
    "usual": "Warm homes, new reps and a winter meet-up",
    "as long as may be": "W" * 39 + " " + "M" * 40,
    "one long word": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2,
    "Arabic": "دليل المستأجر: CLNM 2026 (مجاني) لكل من يترك الرعاية",
    "Hebrew": "הדלת הראשונה שלי (2026)",
    "Pashto": "زما کور ښه دی",
    "Vietnamese": "Căn hộ đầu tiên của tôi",
    "with signs": "£3,000 & more – “keys” <b> {now}",
}


def said(
    title: str = "First keys", kind: str = "story", direction: str = "ltr", line: str = "1 May 2026"
) -> SocialCard:
    """Say what stands on a card."""
    return SocialCard(kind=kind, label=kind.title(), title=title, line=line, sitename="CLNM", direction=direction)


def picture(card: SocialCard) -> Image.Image:
    """Draw a card and look at it."""
    return Image.open(io.BytesIO(png(card, TOKENS))).convert("RGB")


def ink(card: SocialCard) -> Image.Image:
    """Give where a card's own words are: what is not on the same card without them."""
    bare = replace(card, title=" ", label="", line="", sitename="")
    return ImageChops.difference(picture(card), picture(bare))


def test_there_is_a_card_for_each_page_that_may_be_shared_and_for_the_site(
    sample: Library, site: Site, theme: Path
) -> None:
    found = {made.path: made.sources for made in given(artefacts, sample, site, theme)}
    shared = sample.on(Channel.WEB, Channel.SOCIAL).entries
    assert {source for sources in found.values() for source in sources} == {entry.id for entry in shared}
    assert len(found) == len(shared) + 1
    assert found["cards/site.png"] == ()
    assert found["cards/stories/first-radiator.png"] == ("story:first-radiator",)


@pytest.mark.parametrize("scope", ["web", "social", "web, feed, email, search-engines"])
def test_a_story_without_a_yes_to_both_has_no_card(site: Site, theme: Path, scope: str) -> None:
    library = small(STORY.replace("web, feed, email", scope))
    assert [made.path for made in given(artefacts, library, site, theme)] == ["cards/site.png"]


def test_a_card_is_made_again_only_when_what_stands_on_it_changes(site: Site, theme: Path) -> None:
    def prints(text: str) -> list[str]:
        return [made.fingerprint for made in given(artefacts, small(text), site, theme)]

    assert prints(SHARED) == prints(SHARED.replace("three times", "four times"))
    assert prints(SHARED) != prints(SHARED.replace("title: First keys", "title: Second keys"))


def test_the_same_words_are_the_same_bytes_without_a_word_in_them(site: Site, theme: Path) -> None:
    once, twice = (printed(given(artefacts, small(SHARED), site, theme)) for _ in range(2))
    assert once == twice
    assert b"keys" not in once["cards/stories/first-keys.png"]


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_card_is_small_whole_and_nothing_touches_its_edge(title: str, direction: str) -> None:
    card = said(
        title, direction=direction, line="Every Tuesday from 1 December 2026 to 30 March 2027. Not on 22 December"
    )
    data = png(card, TOKENS)
    assert len(data) <= 60_000
    assert Image.open(io.BytesIO(data)).size == SIZE
    left, top, right, bottom = ink(card).getbbox() or (0, 0, 0, 0)
    assert left >= 60
    assert top >= 60
    assert right <= SIZE[0] - 60
    assert bottom <= SIZE[1] - 10


def test_words_begin_at_the_edge_that_their_language_begins_at() -> None:
    left, _, _, _ = ink(said("Keys", line="")).getbbox() or (0, 0, 0, 0)
    _, _, right, _ = ink(said("Keys", direction="rtl", line="")).getbbox() or (0, 0, 0, 0)
    assert left < 80
    assert right > SIZE[0] - 80


@pytest.mark.parametrize(
    ("kind", "token"),
    [("newsletter", "sun"), ("story", "coral"), ("event", "mint"), ("offer", "sky"), ("area", "lilac")],
)
def test_the_colour_says_the_kind(kind: str, token: str) -> None:
    assert picture(said(kind=kind)).getpixel((5, 5)) == ImageColor.getrgb(TOKENS[token])


def test_a_title_that_cannot_be_set_gives_way_to_the_name_of_the_site() -> None:
    assert settable("家是什么") == ""
    assert png(said("家是什么"), TOKENS) == png(said("CLNM"), TOKENS)


def test_signs_that_cannot_be_set_are_left_out_and_letters_are_not() -> None:
    assert settable("Keys 😀 to\u00a0a\u200b door\ufe0f") == "Keys to a door"
    assert settable("Ke\u0301ys") == "Kéys"


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_text_fits_its_box_and_is_cut_only_with_an_ellipsis(title: str) -> None:
    found = fitted(title, BOX, SIZES, width)
    assert found.high <= BOX[1]
    assert max(width(line) * found.size for line in found.lines) <= BOX[0]
    told = "".join(found.lines).replace(" ", "")
    if told.endswith(ELLIPSIS):
        assert title.replace(" ", "").startswith(told.removesuffix(ELLIPSIS))
    else:
        assert told == title.replace(" ", "")


def test_text_is_as_large_as_it_can_be_with_words_whole() -> None:
    assert fitted("Keys", BOX, SIZES, width) == Fitted(116, ("Keys",))
    usual = fitted(TITLES["usual"], BOX, SIZES, width)
    assert usual.size > SIZES[-1]
    assert " ".join(usual.lines) == TITLES["usual"]


def test_lines_are_about_the_same_length() -> None:
    first, second = fitted("one two three four five six seven eight nine", (1000, 220), (80,), width).lines
    assert abs(width(first) - width(second)) < width("one two three")


def test_no_text_is_no_line() -> None:
    assert fitted("", BOX, SIZES, width).lines == ()
    assert drawn(" ", 48, "ltr")[0].size == (1, 1)


def test_arabic_letters_join_and_a_mark_can_keep_them_apart() -> None:
    assert width("ببب") < 3 * width("ب")
    assert drawn("خانه\u200cی", 48, "rtl")[0].size != drawn("خانهی", 48, "rtl")[0].size


def test_brackets_open_towards_what_they_hold() -> None:
    hebrew, latin = drawn("(א", 96, "rtl")[0], drawn(")", 96, "ltr")[0]
    assert hebrew.crop((hebrew.width - latin.width, 0, *hebrew.size)).getbbox() is not None
    assert drawn("א (ב)", 96, "rtl")[0].size == drawn("א (ב)", 96, "ltr")[0].size
