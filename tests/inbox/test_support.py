"""What mail programs make of an edition: few gaps, each with a name and something to be seen in its place."""

from __future__ import annotations

from collections import Counter

import pytest

from plugins.checks.contrast import least_contrast
from plugins.checks.inboxes import FALLBACKS, facts, gaps, inbox_problems
from tests.inbox.letters import Letter

MOST_GAPS = 60
MOST_IN_ONE = 5
WHOLE = ("apple-mail.", "samsung-email.")
LEAST_CONTRAST = 6.5
PAGE = "<!doctype html><html><head><style>{sheet}</style></head><body>{body}</body></html>"


def slugs(body: str = "", sheet: str = "") -> set[str]:
    return {gap.slug for gap in gaps(PAGE.format(body=body, sheet=sheet))}


def test_gaps_are_few_and_no_program_has_many(sent: Letter) -> None:
    found = gaps(sent.html)
    in_one = Counter(gap.client for gap in found)
    print(len(found), in_one.most_common(3))  # noqa: T201 - for whoever asks pytest with -rP
    assert len(found) <= MOST_GAPS
    assert max(in_one.values()) <= MOST_IN_ONE


def test_apple_and_samsung_show_all_of_it(sent: Letter) -> None:
    assert not [gap for gap in gaps(sent.html) if gap.client.startswith(WHOLE)]


def test_every_gap_has_a_fallback_with_a_name(sent: Letter) -> None:
    assert not list(inbox_problems("edition.html", gaps(sent.html)))


@pytest.mark.parametrize("dark", [False, True])
def test_every_word_stands_out(sent: Letter, *, dark: bool) -> None:
    assert least_contrast(sent.html, dark=dark) >= LEAST_CONTRAST


def test_every_fallback_is_for_something_that_there_is() -> None:
    assert set(FALLBACKS) <= {feature.slug for feature in facts().features}
    assert all(FALLBACKS.values())


def test_the_facts_are_whole() -> None:
    assert len(facts().clients) == 26
    assert len(facts().features) > 280
    assert {letter for feature in facts().features for letter in feature.support} <= set("yanu")
    assert facts().updated >= "2026-05-13"


@pytest.mark.parametrize(
    ("body", "sheet", "slug"),
    [
        ("<p style='display:flex'>x", "", "css-display-flex"),
        ("<p style='width:calc(100% - 1px)'>x", "", "css-unit-calc"),
        ("<p style='margin:1rem'>x", "", "css-unit-rem"),
        ("<p style='border-radius:1px'>x", "", "css-border-radius"),
        ("<p style='background-image:linear-gradient(red,blue)'>x", "", "css-linear-gradient"),
        ("<video src='x'></video>", "", "html-video"),
        ("<input type='checkbox'>", "", "html-input-checkbox"),
        ("<a href='#part'>x</a>", "", "html-anchor-links"),
        ("<img src='x.avif'>", "", "image-avif"),
        ("<img src='data:image/png;base64,AA'>", "", "image-base64"),
        ("<p aria-live='polite'>x", "", "html-aria-live"),
        ("<nav>x</nav>", "", "html-semantics"),
        ("", "a:hover{color:red}", "css-pseudo-class-hover"),
        ("", "p::before{content:'x'}", "css-pseudo-element-before"),
        ("", "@media (prefers-color-scheme:dark){p{color:red}}", "css-at-media-prefers-color-scheme"),
        ("", "@font-face{font-family:x}", "css-at-font-face"),
        ("", "p>b{color:red}", "css-selector-child"),
        ("", ".a .b{color:var(--x)}", "css-variables"),
    ],
)
def test_what_is_used_is_found(body: str, sheet: str, slug: str) -> None:
    assert slug in slugs(body, sheet)


@pytest.mark.parametrize(
    ("body", "sheet"),
    [
        ("<p style='color:#fff;margin:0 0 16px'>x</p>", ""),
        ("<!--[if mso]><video></video><![endif]-->", ""),
        ("<p>display:flex @media 1rem</p>", ""),
    ],
)
def test_what_is_only_said_or_is_for_word_is_not_used(body: str, sheet: str) -> None:
    assert slugs(body, sheet) <= {"html-style"}


def test_a_sheet_is_one_gap_to_a_program_without_sheets() -> None:
    found = gaps(PAGE.format(body="<p>x", sheet="@media (prefers-color-scheme:dark){.a{color:red!important}}"))
    assert [gap.slug for gap in found if gap.client == "gmail.mobile-webmail"] == ["html-style"]


def test_a_gap_without_a_fallback_is_named_once_with_its_programs() -> None:
    found = list(inbox_problems("edition.html", gaps(PAGE.format(body="<p style='display:grid'>x", sheet=""))))
    assert len(found) == 1
    assert "display:grid" in found[0].message
    assert "outlook.windows" in found[0].message
    assert "caniemail.com/features/css-display-grid/" in found[0].fix


@pytest.mark.parametrize(
    ("body", "sheet", "dark", "least"),
    [
        ("<p>x</p>", "", False, 21.0),
        ("<p style='color:#777777'>x</p>", "", False, 4.5),
        ("<div style='background:#000'><p style='color:#fff'>x</p></div>", "", False, 21.0),
        ("<p style='color:#fff'><b></b></p>", "", False, 21.0),
        ("<p style='color:#fff;display:none'>x</p>", "", False, 21.0),
        ("<table><tr><td bgcolor='#000000'>x</td></tr></table>", "", False, 1.0),
        ("<p class='ink'>x</p>", "@media (prefers-color-scheme:dark){.ink{color:#fff!important}}", True, 1.0),
        ("<p class='ink'>x</p>", "@media (prefers-color-scheme:dark){.ink{color:#fff!important}}", False, 21.0),
        ("<p style='color:red'>x</p>", "", False, 1.0),
    ],
)
def test_contrast_is_that_of_the_words_that_are_seen(body: str, sheet: str, least: float, *, dark: bool) -> None:
    assert least_contrast(PAGE.format(body=body, sheet=sheet), dark=dark) == pytest.approx(least, abs=0.05)
