"""A page carries the rules that it can use, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2

from plugins.render.sheet import Sheet
from plugins.render.structure import Piece
from tests.site.press import ROOT

CSS = ROOT / "theme/static/css"


def rules(css: str, markup: str) -> str:
    return Sheet(css).of(markup)


def example(piece: Piece) -> str:
    """Write elements that stand in each other as a piece asks."""
    markup = ""
    for step in reversed(piece):
        tag = next((name for name in step.names if name[0] != "."), "div")
        classes = " ".join(name[1:] for name in step.names if name[0] == ".")
        markup = f'<{tag} class="{classes}">{markup}</{tag}>'
    return markup


@pytest.mark.parametrize(
    ("selector", "markup"),
    [
        (".card", '<div class="box card">'),
        ("h2", "<h2>"),
        (".card h3", '<div class="card"><h3>'),
        (".card > img", '<div class="card"><img src="a">'),
        ("a:hover", "<a>"),
        (".foot :focus-visible", '<div class="foot">'),
        ("[role=list]", "<ul>"),
        (":root", "<p>"),
        ("*", "<p>"),
        (".card:is(.a,.b)", '<div class="card">'),
        (".card:not(.plain)", '<div class="card">'),
        (".quote.short:after", '<div class="quote short">'),
        (".a .b > p", '<div class="a"><div class="b"></div><ul><li class="b"><p>'),
        (".a > * > p", '<div class="a"><div><p>'),
        (".a + .b", '<div class="a"></div><p class="b">'),
        (".a ~ :hover > p", '<div class="a"></div><div><p>'),
        (".a:has(.none, > img)", '<div class="a"><img src="b"></div>'),
        (".a > p", '<ul><li class="a"><img src="b"><br><svg><path d="M0 0"/></svg><p>'),
        (".a > p", '<ul class="a"></b></span><p>'),
    ],
)
def test_a_rule_that_may_match_stays(selector: str, markup: str) -> None:
    assert "color:red" in rules(f"{selector} {{ color: red }}", markup)


@pytest.mark.parametrize(
    ("selector", "markup"),
    [
        (".card", '<div class="cards">'),
        (".card", "<p>class card</p>"),
        ("h2", "<h3>"),
        (".card h3", '<div class="card">'),
        (".quote.short", '<div class="quote">'),
        (".card:is(.a,.b)", '<div class="a">'),
        (".foot h2", '<div class="foot"></div><h2>'),
        (".a > p", '<div class="a"><div><p>'),
        (".a > .b p", '<div class="a"></div><div class="b"><p></p></div>'),
        (".quote.short", '<div class="quote"><p class="short">'),
        (".a + .b", '<div class="a"><div class="c">'),
        (".a:has(.b, .c)", '<div class="a"><img src="b"></div>'),
        ("li::before", "<script>const li = 1 < 2</script>"),
    ],
)
def test_a_rule_that_cannot_match_goes(selector: str, markup: str) -> None:
    assert rules(f"{selector} {{ color: red }}", markup) == ""


def test_of_a_list_of_selectors_only_those_that_may_match_stay() -> None:
    assert rules("h1, h2, .card { color: red }", "<h2>") == "h2{color:red}"


def test_a_group_goes_with_its_last_rule() -> None:
    assert rules("p { color: red } @media print { h2 { color: red } }", "<p>") == "p{color:red}"


def test_layers_keep_their_order_where_one_is_empty() -> None:
    css = "@layer a { h2 { color: red } } @layer b { p { color: red } } @media print { @layer a { p { color: red } } }"
    assert rules(css, "<p>") == "@layer a;@layer b{p{color:red}}@media print{@layer a{p{color:red}}}"


def test_what_is_no_rule_for_elements_stays() -> None:
    assert "margin:18mm" in rules("@media print { @page { margin: 18mm } }", "<p>")


def test_a_token_that_is_decided_once_is_written_out() -> None:
    css = ":root { --space: 2px; --wide: calc(3 * var(--space)); } p { margin: var(--wide) }"
    assert rules(css, "<p>") == "p{margin:6px}"


def test_a_token_that_can_change_stays_as_long_as_somebody_asks_for_it() -> None:
    css = ":root { --ink: #000; --soft: #111; } @media print { :root { --ink: #222; --soft: #333; } }"
    found = rules(f"{css} p {{ color: var(--ink) }}", "<p>")
    assert "p{color:var(--ink)}" in found
    assert found.count("--ink:") == 2
    assert "--soft" not in found


def test_what_a_script_of_the_page_names_in_quotes_counts_as_there() -> None:
    script = 'const e = document.createElement("dialog"), aside = 1; e.className = "settings"; e.innerHTML = `<b>`'
    css = "dialog, .settings, p .settings > b, h2 b, .other, aside { color: red }"
    assert rules(css, f"<p><script>{script}</script>") == "dialog,.settings,p .settings>b{color:red}"


def test_what_waits_in_a_template_counts_as_there() -> None:
    page = '<ul class="cards"></ul><template><li class="card">new</li></template>'
    assert rules(".cards > li, .cards .other { color: red }", page) == ".cards>li{color:red}"


def test_a_theme_without_a_sheet_has_no_rules(tmp_path: Path) -> None:
    assert Sheet.read(tmp_path / "site.css").of("<p>") == ""


def test_the_whole_theme_is_one_sheet_that_parses_and_holds_every_other() -> None:
    told = (CSS / "site.css").read_text("utf-8")
    missing = {path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css")} - {"site.css"}
    assert {name for name in missing if f'url("{name}")' not in told} == set()
    sheet = Sheet.read(CSS / "site.css")
    text = sheet.of("".join(map(example, sheet.structure.bits)))
    assert "@import" not in text
    assert not [rule for rule in tinycss2.parse_stylesheet(text) if rule.type == "error"]


def test_no_rule_is_lost_for_old_phones_that_know_layers() -> None:
    every = Sheet.read(CSS / "site.css").of('<main class="split">')
    assert "(min-width:56rem)" in every
