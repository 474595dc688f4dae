"""Styles move into elements, and nothing else moves."""

from __future__ import annotations

import pytest

from plugins.render import inlined

DARK = ":root{color-scheme:light dark}\n@media (prefers-color-scheme:dark){\n.ink{color:#fff!important}\n}\n"


def page(body: str) -> str:
    return f'<!doctype html>\n<html lang="en">\n<head>\n<title>T</title>\n</head>\n<body>{body}</body>\n</html>\n'


def body(markup: str, sheet: str = "") -> str:
    return inlined(page(markup), sheet, DARK).partition("<body>")[2].partition("</body>")[0].strip()


def test_a_rule_becomes_a_style_of_each_element_it_selects() -> None:
    found = body('<p>a</p><p class="soft">b</p>', "p { margin: 0 0 16px; } .soft { color: #333; }")
    assert found == '<p style="margin:0 0 16px">a</p><p style="margin:0 0 16px;color:#333">b</p>'


def test_what_word_alone_understands_stays() -> None:
    assert body("<p>a</p>", "p { mso-hide: all; }") == '<p style="mso-hide:all">a</p>'


@pytest.mark.parametrize(
    "comment", ['<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->', "<!--[if !mso]><!-->"]
)
def test_comments_for_word_stay_as_they_are(comment: str) -> None:
    assert body(f"{comment}<p>a</p>") == f"{comment}<p>a</p>"


def test_classes_go_but_for_those_of_the_dark() -> None:
    found = body('<p class="ink big">a</p><p class="big">b</p>', ".big { font-size: 40px; }")
    assert found == '<p class="ink" style="font-size:40px">a</p><p style="font-size:40px">b</p>'


def test_words_that_look_like_markup_stay_as_they_are() -> None:
    written = 'class="big" &lt;tbody&gt; &lt;p class="big"&gt;'
    assert body(f"<p>{written}</p>") == f"<p>{written}</p>"
    assert 'title="a > b class=c"' in body('<p title="a &gt; b class=c" class="big">x</p>')


def test_no_tbody_is_added() -> None:
    table = '<table role="presentation"><tr><td>a</td></tr></table>'
    assert body(table) == table


def test_a_quotation_becomes_a_plain_part_with_its_style() -> None:
    found = body("<blockquote><p>a</p></blockquote>", "blockquote { margin: 0; }")
    assert found == '<div style="margin:0"><p>a</p></div>'


def test_empty_lines_go() -> None:
    assert body("<p>a</p>\n\n\n<p>b</p>") == "<p>a</p>\n<p>b</p>"


def test_addresses_and_placeholders_stay_as_they_are() -> None:
    link = '<a href="https://example.org/?a=1&amp;b={{ token }}">x</a>'
    assert body(link) == link


def test_the_dark_comes_last_in_the_head_on_one_line() -> None:
    head = inlined(page(""), "", DARK).partition("</head>")[0]
    assert head.endswith(f"<style>{DARK.replace(chr(10), '')}</style>\n")
    assert head.startswith("<!DOCTYPE html>")


def test_the_same_page_is_the_same_bytes() -> None:
    markup = page('<a title="t" class="ink" href="https://example.org" lang="en">x</a>' * 20)
    assert len({inlined(markup, "a { color: red; }", DARK) for _ in range(5)}) == 1
