"""Every page is whole, says what it is, and runs nothing."""

from __future__ import annotations

import base64
import hashlib

import pytest

from tests.unit.checks.conftest import Told, page


def policy(text: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{text}">'


@pytest.mark.parametrize("text", [page().replace("</html>", ""), page()[:60], "", "   \n"])
def test_a_page_that_stops_before_its_end_is_found(told: Told, text: str) -> None:
    messages = [problem.message for problem in told({"index.html": text})]
    assert "This page stops before its end." in messages


def test_a_page_needs_a_title(told: Told) -> None:
    found = told({"index.html": page().replace("<title>Warm</title>", "<title> </title>")})
    assert [problem.message for problem in found] == ["This page has no title."]


def test_a_page_must_say_its_language(told: Told) -> None:
    found = told({"index.html": page(opening="<html>")})
    assert [problem.message for problem in found] == ["This page does not say its language."]


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        ("", "This page has no main heading (h1)."),
        ("<h1>One</h1><h1>Two</h1>", "This page has 2 main headings (h1)."),
    ],
)
def test_a_page_has_one_main_heading(told: Told, heading: str, message: str) -> None:
    assert [problem.message for problem in told({"index.html": page(heading=heading)})] == [message]


def test_two_parts_of_a_page_may_not_share_an_id(told: Told) -> None:
    found = told({"index.html": page('<p id="a"></p>\n<p id="a"></p>')})
    assert [(problem.line, problem.code) for problem in found] == [(6, "K01")]


def test_a_page_that_gives_another_ones_address_as_its_own_is_found(told: Told) -> None:
    home = "https://clnm.example.org"
    found = told(
        {
            "index.html": page("", f'<link rel="canonical" href="{home}/">'),
            "a/index.html": page("", f'<link rel="canonical" href="{home}/a/">'),
            "b/index.html": page("", f'<link rel="canonical" href="{home}/a/">'),
        }
    )
    assert [(problem.path, problem.code) for problem in found] == [("b/index.html", "K01")]


@pytest.mark.parametrize(
    "body",
    [
        "<script>track()</script>",
        '<script src="own.js"></script>',
        '<p onclick="track()">Warm</p>',
        '<a href="javascript:track()">Warm</a>',
        '<script type="module">track()</script>',
    ],
)
def test_no_page_runs_a_script_that_its_policy_does_not_name(told: Told, body: str) -> None:
    assert [problem.code for problem in told({"index.html": page(body), "own.js": ""})] == ["K03"]
    other = page(body, policy("script-src 'sha256-AAAA'"))
    assert [problem.code for problem in told({"index.html": other, "own.js": ""})] == ["K03"]


def test_a_page_runs_what_its_policy_names(told: Told) -> None:
    named = "sha256-" + base64.b64encode(hashlib.sha256(b"read()").digest()).decode()
    body = '<script>read()</script>\n<script src="own.js"></script>'
    assert told({"index.html": page(body, policy(f"script-src 'self' '{named}'")), "own.js": ""}) == []


def test_structured_data_is_no_script(told: Told) -> None:
    data = '<script type="application/ld+json">{"name": "Warm \\u003cand\\u003e dry"}</script>'
    assert told({"index.html": page(data)}) == []


def test_structured_data_that_cannot_be_read_is_found(told: Told) -> None:
    found = told({"index.html": page('<script type="application/ld+json">{"name": "Warm</script>')})
    assert [problem.code for problem in found] == ["K04"]
