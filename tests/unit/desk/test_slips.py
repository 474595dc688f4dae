"""What somebody writes who has never seen such a file: each slip is named in its place, and its way out works."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.model import DOCUMENT_TYPES
from plugins.source import documents
from tests.samples import text
from tests.unit.desk.conftest import Ask

KINDS = {kind.kind: kind for kind in DOCUMENT_TYPES}
PAGE = text("page", body="It was cold.")
TITLE = "title: A first cold week"


def page(fields: str = "", body: str = "It was cold.") -> tuple[str, str]:
    return "page", text("page", body=body).replace(TITLE, f"{TITLE}\n{fields}".rstrip())


def kind(name: str, old: str, new: str) -> tuple[str, str]:
    whole = text(name)
    assert old in whole, whole
    return name, whole.replace(old, new, 1)


SLIPS: dict[str, tuple[tuple[str, str], str, str]] = {
    "no colon": (kind("page", TITLE, "title A first cold week"), "title A", "Change it to: title: A first cold week"),
    "another word for a field": (kind("page", "summary:", "description:"), "description", "Did you mean “summary”?"),
    "a picture with its folder": (
        page("image: content/images/keys-1.png"), "image", "Change it to: keys-1.png"),
    "a picture as the camera calls it": (page("image: IMG 2031 (2).JPG"), "image", "Change it to: img-2031-2.jpg"),
    "yes for a picture's right": (
        page("image: keys-1.png\nimage_alt: Two keys\nimage_consent: yes"), "image_consent", "illustration, stock, or"),
    "two words in one": (page("themes: money and college"), "themes", "[money, college]"),
    "hashtags": (page('themes: "#money #college"'), "themes", "[money, college]"),
    "stars for a list": (page("themes:\n* money\n* college"), "* money", "Change it to: - money"),
    "hyphens without a space": (page("themes:\n-money\n-college"), "-money", "Change it to: - money"),
    "a comma after a word": (page("themes: [money , Mental Health]"), "themes", "Did you mean “mental-health”?"),
    "a space in a reference": (page('related: "story: first-keys"'), "related", "a colon, and its file name"),
    "tags": (page("tags: money"), "tags", "Use themes:"),
    "a weekday and no year": (page("date: Friday 4th December"), "date", "year-month-day"),
    "next Friday": (page("date: next Friday"), "date", "2026-10-31"),
    "a block with a colon": (page(body="/// quote: Ari\n\nHi.\n///"), "/// quote", "Change it to: /// quote | Ari"),
    "a block without its bar": (
        page(body="/// story first-keys\n///"), "/// story", "Change it to: /// story | first-keys"),
    "a block in two words": (page(body="/// Get help\n///"), "/// Get", "Change it to: /// get-help"),
    "a link in two parts": (page(body="[The list] (https://example.org/a)"), "[The list]", "without a space"),
    "a link to a file": (page(body="[Ana](stories/first-keys.md)"), "[Ana]", "story:first-keys"),
    "a link to a built page": (page(body="[Ana](../events/winter-meet-up/)"), "[Ana]", "event:winter-meet-up"),
    "a help line with a capital": (page(body="Ring {support: Childline}."), "Ring", "Write: {support: childline}"),
    "a help line without a colon": (page(body="Ring {support childline}."), "Ring", "Write: {support: childline}"),
    "consent that is only a word": (
        ("story", text("story", consent=None).replace("\n---\n\n", "\nconsent: yes\n---\n\n")), "consent",
        "ref: CR-2026-014"),
    "consent without its indent": (
        ("story", text("story").replace("\n  ", "\n")), "ref:",
        "It belongs under consent:, so put two spaces before it."),
    "a postcode in small letters": (kind("event", "venue:", "postcode: nb12ab\nvenue:"), "postcode", "NB1 2AB"),
    "a name round an address": (
        kind("event", "events@example.org", "Us <events@example.org>"), "contact_email", "@"),
    "a stroke in a number": (
        kind("event", "contact_email: events@example.org", "contact_phone: 01632/960114"), "contact_phone",
        "01632 960"),
    "a hyphen for a colon": (kind("page", TITLE, "title - A first cold week"), "title -", f"Change it to: {TITLE}"),
    "an equals sign for a colon": (kind("page", TITLE, "Title = A first cold week"), "Title =", f"to: {TITLE}"),
    "a colon of another alphabet": (
        kind("page", TITLE, "title\uff1aA first cold week"), "title\uff1a", f"to: {TITLE}"),
    "bold names": (kind("page", TITLE, "**Title:** A first cold week"), "**Title", f"Change it to: {TITLE}"),
    "a text folded as elsewhere": (kind("page", TITLE, "title: >\n  A first cold week"), "title", "to: title: |"),
    "an apostrophe in single quotes": (kind("page", TITLE, "title: 'It's my week'"), "title", 'title: "It\'s my week"'),
    "brackets round it all": (
        ("page", "---\n{title: A cold week, summary: It was cold.}\n---\n\nHi.\n"), "{title", "Take the brackets"),
    "a page without its kind": (page(body="[Us](about-us)"), "[Us]", "page:about-us"),
    "a day that there is not": (page("date: 31/11/2026"), "date", "Look at a calendar"),
    "a block inside another": (
        page(body="/// details | Who?\n\n/// quote | Ari\n\nHi.\n///\n\nMore.\n///"), "/// details",
        "One block cannot stand inside another."),
    "a block's end of two strokes": (page(body="// quote | Ari\n\nHi.\n//"), "//", "Change it to: /// quote | Ari"),
    "another kind's fields": (("event", text("story")), "---", "Move the file to stories/."),
    "curly quotes in a list that lacks a letter": (
        page("themes: [“money”, “colege”]"), "themes", "Did you mean “college”?"),
    "a list without its end": (page("themes: [money, college"), "themes", "Change it to: themes: [money, college]"),
    "semicolons between words": (page("themes: money; college"), "themes", "[money, college]"),
    "a title in brackets": (kind("page", TITLE, "title: [New] A cold week"), "title", 'title: "[New] A cold week"'),
    "no top part": (("page", "# My story\n\nIt was cold.\n"), "# My", "clnm new begins such a file"),
    "hyphens with spaces round them": (
        ("page", PAGE.replace("---\n", " --- \n")), "---", "Make --- the first line"),
    "a Tab before a field": (page("\tdate: 2026-11-20"), "date", "Take out what stands before its name."),
    "spaces before a field": (page("  date: 2026-11-20"), "date", "Take out what stands before its name."),
    "a text that goes on below": (
        kind("page", "who helped, and", "who helped,\nand"), "and what", "put it at the end of that"),
    "brackets the wrong way round": (
        page(body="(Our list)[https://example.org/a]"), "(Our list)", "Write [Our list](https://example.org/a)"),
    "curly quotes round an address": (
        page(body="[Our list](“https://example.org/a”)"), "[Our list]", "no quote marks round it"),
    "an address without its beginning": (
        page(body="[Our list](www.example.org/a)"), "[Our list]", "Write https://www.example.org/a"),
    "a picture as elsewhere": (
        page(body="![Two keys](images/My Keys.jpg)"), "![Two", "/// figure | my-keys.jpg\n        alt: Two keys\n"),
    "four spaces before a text": (page(body="Hello.\n\n    I moved in."), "I moved", "Take the spaces"),
    "a heading underlined": (page(body="My heading\n==========\n\nHi."), "====", "take it out"),
    "a camera's name for a picture": (
        page("image: keys-1.png\nimage_alt: IMG_2031\nimage_consent: illustration"), "image_alt", "Describe what"),
    "a table without its line": (page(body="| Day | Time |\n| Monday | 4pm |"), "| Day", "Put a line under"),
    "another word for ready": (page("status: published"), "status", "Did you mean “ready”?"),
    "a building": (kind("event", "mode: in-person", "mode: face to face"), "mode", "Did you mean “in-person”?"),
    "a yes that ends first": (
        kind("story", "expires: 2028-09-30", "expires: 2026-09-01"), "expires", "Look at both days"),
    "in a pub": (kind("event", "mode: in-person", "mode: in a pub"), "mode", "in-person, online, both"),
}  # fmt: skip
MENDED = frozenset(
    [
        "no colon",
        "a hyphen for a colon",
        "an equals sign for a colon",
        "a colon of another alphabet",
        "bold names",
        "a text folded as elsewhere",
        "an apostrophe in single quotes",
        "stars for a list",
        "hyphens without a space",
        "a block with a colon",
        "a link in two parts",
        "consent without its indent",
        "a postcode in small letters",
        "a name round an address",
        "a stroke in a number",
        "a list without its end",
        "semicolons between words",
        "a title in brackets",
        "hyphens with spaces round them",
        "a Tab before a field",
        "spaces before a field",
        "brackets the wrong way round",
        "curly quotes round an address",
        "an address without its beginning",
    ]
)
"""Those of which nothing is left after ``--fix``."""
LOUD = "Help!!! It was cold??? We were == 3 people, ~ 20 degrees: {one} [two] and that is it."


def put(project: Path, slip: tuple[str, str]) -> Path:
    path = project / f"content/{KINDS[slip[0]].folder}/keys.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(slip[1], "utf-8")
    (project / "content/data/providers.yml").write_text("clnm:\n  name: CLNM\n  about: Young people.\n", "utf-8")
    return path


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_on_its_line_with_what_to_write(name: str, ask: Ask, project: Path) -> None:
    slip, begins, says = SLIPS[name]
    path = put(project, slip)
    line = next(at for at, text in enumerate(slip[1].splitlines(), 1) if text.lstrip().startswith(begins))
    said = ask("check").err
    place = f"content/{path.parent.name}/keys.md:{line}: "
    told = said.split(place)[1:]
    assert any(says in part.split("\ncontent/")[0] for part in told), said
    for word in ("invalid", "illegal", "failed to parse", "yaml", "schema"):
        assert word not in said.lower()


@pytest.mark.parametrize("name", sorted(MENDED))
def test_a_slip_with_one_way_out_is_mended(name: str, ask: Ask, project: Path) -> None:
    slip = SLIPS[name][0]
    path = put(project, slip)
    assert "mended: " in ask("check", "--fix").out
    _, problems = documents.read(KINDS[slip[0]], f"{KINDS[slip[0]].folder}/keys.md", path.read_bytes())
    assert [str(problem) for problem in problems if problem.stops] == []


STRAYS = {
    "stories/keys.docx": "Copy the words out of it into a plain text file, keys.md",
    "stories/keys.md.txt": "Rename it to keys.md.",
    "stories/2026/keys.md": "Move it: stories/keys.md",
    "Story/keys.md": "Move it to stories/.",
    "stories/keys-1.jpg": "Move it to content/images.",
    "stories/keys.md~": "Delete it",
    "stories/~$keys.docx": "Close it, then delete this.",
}


@pytest.mark.parametrize("name", STRAYS)
def test_a_file_in_the_wrong_place_is_told_where_it_belongs(name: str, ask: Ask, project: Path) -> None:
    path = project / "content" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"It was cold.")
    said = ask("check").err
    assert f"content/{name}: " in said
    assert STRAYS[name] in said
    assert said.count("[F19]") == 1


def test_curly_quotes_in_a_list_are_read_as_straight_ones(ask: Ask, project: Path) -> None:
    put(project, page("themes: [“money”, “college”]"))
    assert ask("check").code == 0


def test_a_list_of_several_lines_an_item_may_stand_at_the_edge(ask: Ask, project: Path) -> None:
    agenda = "agenda:\n- time: 16:00\n  title: Hello\n- time: 17:00\n  title: Soup\nvenue:"
    put(project, kind("event", "venue:", agenda))
    assert ask("check").code == 0


def test_loud_marks_and_brackets_are_no_slips(ask: Ask, project: Path) -> None:
    put(project, page(body=LOUD))
    assert "[F23]" not in ask("check").err


def test_a_block_that_is_almost_one_is_told_once(ask: Ask, project: Path) -> None:
    put(project, page(body="/// quote: Ari\n\nHi.\n///"))
    assert ask("check").err.count("[F20]") == 1
