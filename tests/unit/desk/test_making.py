"""Building, publishing and making editions, each with the product's own theme, in a process of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.samples import text
from tests.site.forge import Forge
from tests.site.press import Built
from tests.sites import copied, once
from tests.unit.desk.conftest import ROOT, TODAY, Answer

PAGES = ("privacy", "complain-about-data", "get-help", "contact")
PROVIDERS = "clnm:\n  name: CLNM\n  about: Young people leaving care.\n"


Clnm = Callable[..., Answer]


def write(folder: Path) -> None:
    """Write a small site: an issue, one that is still to come, and a few pages."""
    for name in ("newsletters", "pages", "stories", "events", "offers", "data"):
        (folder / name).mkdir(parents=True)
    (folder / "data/providers.yml").write_text(PROVIDERS, "utf-8")
    for name, kind in (("stories/ana", "story"), ("events/meet", "event"), ("offers/hat", "offer")):
        (folder / f"{name}.md").write_text(text(kind), "utf-8")
    for slug in PAGES:
        (folder / f"pages/{slug}.md").write_text(text("page"), "utf-8")
    (folder / "newsletters/2026-12.md").write_text(text("newsletter"), "utf-8")
    later = text("newsletter", issue="15", month="2027-03", date="2027-03-01", send_on="2027-03-02 10:00")
    (folder / "newsletters/2027-03.md").write_text(later, "utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give the content of a site that nobody has built."""
    write(tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def built(forge: Forge, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the content of the same site, built."""

    def fill(folder: Path) -> None:
        write(folder / "content")
        answer = asked(forge, folder / "content", "build")
        assert answer.code == 0, answer.out

    return copied(once(tmp_path_factory, "making", fill), tmp_path) / "content"


def asked(forge: Forge, content: Path, *words: str) -> Answer:
    """Ask the desk as an editor does, in the folder of the product; what it makes goes beside the content."""
    words = (*words, "--content", str(content), "--output", str(content.parent / "output"))
    ended = forge.run(ROOT, *words, as_of=TODAY)
    return Answer(ended.code, ended.said, ended.said)


@pytest.fixture
def clnm(forge: Forge) -> Clnm:
    """Give a way to ask the desk."""
    return lambda content, *words: asked(forge, content, *words)


def test_a_build_says_which_file_to_open(clnm: Clnm, content: Path) -> None:
    answer = clnm(content, "build")
    assert answer.code == 0, answer.err
    index = content.parent / "output/index.html"
    assert index.is_file()
    assert f"Open {index.as_uri()}" in answer.out
    assert "make serve" in answer.out
    assert "articles" not in answer.out


def test_a_build_that_must_stop_gives_1_and_leaves_what_was_there(clnm: Clnm, built: Path) -> None:
    before = Built(0, "", built.parent / "output").files()
    page = built / "pages/privacy.md"
    page.write_text(page.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    answer = clnm(built, "build")
    assert answer.code == 1
    assert "There is no field called “titel”" in answer.err
    assert "Traceback" not in answer.err
    assert "Open" not in answer.out
    assert Built(0, "", built.parent / "output").files() == before


def test_a_published_site_was_checked_and_holds_no_editions(clnm: Clnm, content: Path) -> None:
    answer = clnm(content, "publish")
    assert answer.code == 0, answer.err
    assert f"Every page was checked. The site lies in {content.parent / 'output'}/." in answer.out
    assert not (content.parent / "output/editions").exists()


def test_sample_content_is_published_only_as_a_demo(clnm: Clnm, content: Path) -> None:
    (content / "pages/privacy.md").write_text(text("page", example="true"), "utf-8")
    refused = clnm(content, "publish")
    assert refused.code == 1
    assert "This is sample content" in refused.err
    assert not (content.parent / "output/index.html").exists()
    shown = clnm(content, "publish", "--demo")
    assert shown.code == 0, shown.err
    assert "as a demo" in shown.out


def test_what_the_checks_object_to_must_not_go_online(clnm: Clnm, content: Path) -> None:
    settings = (ROOT / "publishconf.py").read_text("utf-8")
    settings += f'\nLARGEST_SITE = 1000\nTHEME = "{ROOT / "theme"}"\n'
    (content.parent / "otherconf.py").write_text(settings, "utf-8")
    answer = clnm(content, "publish", "--settings", str(content.parent / "otherconf.py"))
    assert answer.code == 1
    assert "1,000 is the most that publishconf.py allows" in answer.err
    assert "Do not put this online" in answer.err
    assert not (content.parent / "output").exists()


@pytest.mark.parametrize("issue", ["2026-12", "14", ""])
def test_the_files_of_an_edition_are_named(clnm: Clnm, built: Path, issue: str) -> None:
    answer = clnm(built, "edition", *([issue] if issue else []))
    assert answer.code == 0, answer.err
    folder = built.parent / "output/editions/2026-12"
    named = [Path(line) for line in answer.out.splitlines() if line.startswith("/")]
    assert named == [folder / "2026-12.eml", folder / "edition.html", folder / "edition.txt"]
    assert all(path.is_file() for path in named)
    assert f"Open {(folder / 'preview.html').as_uri()}" in answer.out


def test_an_edition_is_weighed(clnm: Clnm, built: Path) -> None:
    said = clnm(built, "edition", "2026-12").out
    assert re.search(r"from +CLNM News <hello@clnm.example.org>, answers to news@example.org", said)
    assert re.search(r"size +[\d,]+ bytes of HTML of 90,000, \d+\.\d times its words; the message [\d,]+", said)
    assert re.search(r"support +\d+ gaps in 26 mail programs, \d at the most \([a-z.-]+\), as of 20", said)
    assert re.search(r"contrast +\d+\.\d to 1 in light, \d+\.\d to 1 in dark", said)
    assert re.search(r"signature +none: CLNM_DKIM_KEY is not set", said)


def test_an_edition_is_handed_to_a_sender_until_the_next_build(clnm: Clnm, built: Path) -> None:
    folder = built.parent / "output/editions/2026-12/for-listmonk"
    answer = clnm(built, "edition", "2026-12", "--for", "listmonk")
    assert answer.code == 0, answer.err
    assert f"{folder / 'edition.html'}\n" in answer.out
    assert "{{ UnsubscribeURL }}" in (folder / "edition.txt").read_text("utf-8")
    clnm(built, "build")
    assert not folder.exists()


def test_a_sender_that_nobody_knows_is_refused_before_anything_is_built(clnm: Clnm, content: Path) -> None:
    answer = clnm(content, "edition", "2026-12", "--for", "mailchip")
    assert answer.code == 2
    assert "We do not know the tags of “mailchip”. Use one of: listmonk (listmonk), mailchimp (Mailchimp)" in answer.err
    assert not (content.parent / "output").exists()


def test_an_edition_before_its_day_says_how_to_see_it(clnm: Clnm, built: Path) -> None:
    answer = clnm(built, "edition", "2027-03")
    assert answer.code == 1
    assert "does not appear before 2027-03-01. To see it now: AS_OF=2027-03-01" in answer.err


def test_there_is_no_edition_of_an_issue_that_is_not_there(clnm: Clnm, built: Path) -> None:
    answer = clnm(built, "edition", "2030-01")
    assert answer.code == 2
    assert "There is no issue “2030-01”. The issues are: 2026-12 (14), 2027-03 (15)." in answer.err
