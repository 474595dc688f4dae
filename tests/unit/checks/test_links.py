"""Everything a page points at is there, and nothing is fetched from anybody else."""

from __future__ import annotations

import pytest

from tests.unit.checks.conftest import Told, page

HOME = "https://clnm.example.org"


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{HOME}{url}">'


def test_nothing_is_said_of_a_site_where_every_address_leads_somewhere(told: Told) -> None:
    body = """
      <a href="../">Home</a> <a href="./">Here</a> <a href="/stories/">All</a> <a href="../stories">All</a>
      <a href="#part">Part</a> <a href="#top">Top</a> <a href="ana/?from=email#end">Ana</a>
      <a href="ana/%61.txt">Text</a>
      <a href="https://elsewhere.example.org/page">Out</a> <a href="mailto:team@example.org">Write</a>
      <a href="tel:116123">Ring</a>
      <img src="../images/a-600.webp" srcset="../images/a-600.webp 600w, /images/a.webp 1200w">
      <h2 id="part">Part</h2>
    """
    found = told(
        {
            "index.html": page('<a href="stories/ana/#end">Ana</a>', canonical("/")),
            "stories/index.html": page(body, canonical("/stories/")),
            "stories/ana/index.html": page('<p id="end"></p>', canonical("/stories/ana/")),
            "stories/ana/a.txt": "words",
            "404.html": page(f'<a href="{HOME}/stories/ana/#end">Ana</a> <a href="{HOME}">Home</a>'),
            "images/a.webp": b"",
            "images/a-600.webp": b"",
        }
    )
    assert found == []


def test_a_link_to_a_page_that_is_not_there_is_found_with_its_line(told: Told) -> None:
    found = told({"index.html": page('<p>One</p>\n<a href="storys/">All</a>'), "stories/index.html": page()})
    assert [(problem.path, problem.line, problem.code) for problem in found] == [("index.html", 6, "A06")]
    assert "storys/index.html, which is not there" in found[0].message
    assert found[0].fix == "Did you mean stories/index.html?"


def test_a_link_to_a_part_that_is_not_there_is_found(told: Told) -> None:
    found = told({"index.html": page('<a href="ana/#ends">Ana</a>'), "ana/index.html": page('<p id="end"></p>')})
    assert [problem.message for problem in found] == ["There is no “#ends” on /ana/."]
    assert found[0].fix == "Did you mean #end?"


def test_a_whole_address_of_the_site_itself_is_looked_up_too(told: Told) -> None:
    found = told({"index.html": page(f'<a href="{HOME}/gone/">Gone</a>', canonical("/")), "b/index.html": page()})
    assert [problem.code for problem in found] == ["A06"]


def test_a_site_under_a_folder_of_its_host_is_followed_there(told: Told) -> None:
    head = f'<link rel="canonical" href="{HOME}/sub/">'
    there = f'<a href="/sub/a/">A</a> <a href="{HOME}/sub/a/">A</a> <a href="{HOME}/another-site/">Another</a>'
    assert told({"index.html": page(there, head), "a/index.html": page()}) == []


def test_a_link_that_climbs_out_of_the_site_is_found(told: Told) -> None:
    found = told({"a/index.html": page('<a href="../../secret/">Up</a>')})
    assert "leads out of the site" in found[0].message


@pytest.mark.parametrize(
    "body",
    [
        '<img src="gone.jpg" alt="">',
        '<img src="there.webp" srcset="there.webp 600w, gone.jpg 1200w" alt="">',
        '<picture><source srcset="gone.jpg"><img src="there.webp" alt=""></picture>',
        '<p style="background: url(gone.jpg)"></p>',
        '<video poster="gone.jpg"></video>',
    ],
)
def test_a_picture_that_is_not_there_is_found(told: Told, body: str) -> None:
    found = told({"index.html": page(body), "there.webp": b""})
    assert [problem.code for problem in found] == ["A06"]
    assert "gone.jpg" in found[0].message


def test_the_picture_for_social_media_must_be_there(told: Told) -> None:
    head = canonical("/") + f'<meta property="og:image" content="{HOME}/images/gone.jpg">'
    assert [problem.code for problem in told({"index.html": page("", head)})] == ["A06"]


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://elsewhere.example.org/a.jpg" alt="">',
        '<img src="//elsewhere.example.org/a.jpg" alt="">',
        '<iframe src="https://elsewhere.example.org/"></iframe>',
        '<video src="https://elsewhere.example.org/a.mp4"></video>',
        '<picture><source srcset="https://elsewhere.example.org/a.jpg"></picture>',
        '<link rel="stylesheet" href="https://elsewhere.example.org/a.css">',
        '<link rel="preconnect" href="https://elsewhere.example.org/">',
        "<p style=\"background: url('https://elsewhere.example.org/a.jpg')\"></p>",
        '<style>@import "https://elsewhere.example.org/a.css";</style>',
    ],
)
def test_nothing_may_be_fetched_from_another_host(told: Told, body: str) -> None:
    found = told({"index.html": page(body, canonical("/"))})
    assert [problem.code for problem in found] == ["K02"]


def test_a_script_of_another_host_is_refused_as_a_script_and_as_a_fetch(told: Told) -> None:
    found = told({"index.html": page('<script src="https://elsewhere.example.org/a.js"></script>')})
    assert {problem.code for problem in found} == {"K02", "K03"}


def test_style_sheets_are_followed_as_pages_are(told: Told) -> None:
    sheet = '/* url(not-read.css) */ @import url("there.css"); @import "gone.css"; p { background: url(//x.example/a) }'
    found = told({"static/site.css": sheet, "static/there.css": ""})
    assert [(problem.path, problem.code) for problem in found] == [
        ("static/site.css", "A06"),
        ("static/site.css", "K02"),
    ]


def test_one_address_is_named_once_on_a_page(told: Told) -> None:
    assert len(told({"index.html": page('<a href="gone/">One</a> <a href="gone/">Two</a>')})) == 1


def test_a_link_without_an_address_is_found(told: Told) -> None:
    assert [problem.code for problem in told({"index.html": page('<a href="">Nowhere</a>')})] == ["A05"]


def test_a_link_that_is_no_address_at_all_is_found(told: Told) -> None:
    assert [problem.code for problem in told({"index.html": page('<a href="https://[broken">Broken</a>')})] == ["A05"]
