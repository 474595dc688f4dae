"""A page allows what stands in it and nothing else, and says what it costs."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from plugins.render.assets import asset, published, small
from plugins.render.policy import SITE, policy
from plugins.render.whole import Wrapping, cost, lean

DRAWN = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta http-equiv="Content-Security-Policy" content="the policy">\n'
    "<style></style>\n</head>\n<body>\n<p>Hello</p>\n<p><data></data></p>\n<script></script>\n</body>\n</html>\n"
)


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """Give a theme's folder with a sheet, two scripts, a drawing and something hidden."""
    (tmp_path / "css").mkdir()
    (tmp_path / "js").mkdir()
    (tmp_path / "css/site.css").write_text('@import url("base.css");', "utf-8")
    (tmp_path / "css/base.css").write_text("p { color: red }\nh6 { color: blue }", "utf-8")
    (tmp_path / "js/reader.js").write_text("// what it does\nlet one = 1;\n", "utf-8")
    (tmp_path / "js/search.js").write_text("let two = 2; // late\n", "utf-8")
    (tmp_path / "icon.svg").write_text("<svg/>", "utf-8")
    (tmp_path / ".DS_Store").write_text("x", "utf-8")
    return tmp_path


def directives(text: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for words in (part.split() for part in text.split(";"))}


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_style_and_script_stand_in_the_page_and_only_they_are_allowed(static: Path) -> None:
    page = Wrapping(static)(DRAWN)
    assert "<style>p{color:red}</style>" in page
    assert "<script>let one=1;</script>" in page
    told = directives(re.findall(r'content="([^"]*)"', page)[0])
    assert told["default-src"] == ["'self'"]
    assert told["style-src"] == [digest("p{color:red}")]
    assert told["script-src"] == ["'self'", digest("let one=1;")]
    assert told["base-uri"] == told["object-src"] == ["'none'"]


def test_a_page_without_a_script_has_no_empty_one(static: Path) -> None:
    (static / "js/reader.js").unlink()
    page = Wrapping(static)(DRAWN)
    assert "<script" not in page
    assert "script-src 'self';" in page


def test_nothing_unsafe_is_ever_allowed() -> None:
    for text in (policy(DRAWN), SITE):
        assert "unsafe" not in text


def test_a_form_may_go_where_it_says_and_nowhere_else() -> None:
    page = '<form method="post" action="https://news.example.org/join?list=1"><form action="../search/">'
    assert directives(policy(page))["form-action"] == ["'self'", "https://news.example.org"]


def test_structured_data_is_no_script() -> None:
    assert directives(policy('<script type="application/ld+json">{}</script>'))["script-src"] == ["'self'"]


def test_a_page_says_what_it_costs_in_whole_kilobytes_rounded_up(static: Path) -> None:
    page = Wrapping(static)(DRAWN)
    said = re.search(r'<data value="(\d+)">(\d+) KB</data>', page)
    assert said is not None
    assert int(said[2]) == 1
    assert abs(int(said[1]) - cost(page)) < 20
    assert Wrapping(static)(DRAWN) == page


def test_a_reader_sees_no_difference_after_spaces_went() -> None:
    assert lean("<p>a\n   <b>b</b>\n\n\n c  d</p>") == "<p>a\n<b>b</b>\nc  d</p>"
    assert lean("<pre>a\n  b</pre>\n\n\n<p>") == "<pre>a\n  b</pre>\n<p>"


def test_the_readers_script_and_the_sheets_of_the_pages_are_no_files(static: Path) -> None:
    assert list(published(static)) == ["icon.svg", "js/search.js"]


def test_a_files_name_changes_with_what_is_in_it(static: Path) -> None:
    before = asset(static, "js/search.js")
    assert re.fullmatch(r"static/js/search-[0-9a-f]{8}\.js", before)
    assert small(static / "js/search.js") == b"let two=2;"
    (static / "js/search.js").write_text("let two = 3;", "utf-8")
    assert asset(static, "js/search.js") != before
