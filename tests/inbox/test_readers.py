"""One issue, several editions: each for its readers, with files, an id and a size of its own; the web shows all."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from plugins.editions import artefacts
from plugins.library import Library
from plugins.model import Channel, Newsletter
from plugins.model.readers import Readers
from plugins.view import Site, Viewpoint, document
from tests import samples
from tests.inbox.letters import letter, shelved
from tests.rooms.shelves import looked_at

BY_AUDIENCE = {"audience": "[young-people, lhp-staff]", "editions_by": "audience"}
BY_AREA = {"areas": "[merecombe, northbridge]", "editions_by": "areas"}
NOTICE = "/// notice | Only for {name}\n    readers: {name}\n\nRead this.\n///\n\n"


def issue(*names: str, **changed: Any) -> Library:
    """Shelve an issue with a block for each of these readers, and one for all."""
    body = "For all.\n\n" + "".join(NOTICE.format(name=name) for name in names)
    areas = [samples.document("area", slug, title=f"The {slug} project") for slug in ("merecombe", "northbridge")]
    return samples.library(samples.document("newsletter", body=body, **changed), *areas)


def texts(library: Library, site: Site, theme: Path) -> dict[str, str]:
    """Give the plain text of each edition, by its readers."""
    made = (
        artefact
        for artefact in looked_at(artefacts(library, site, theme), library)
        if artefact.path.endswith("/edition.txt")
    )
    return {artefact.path.split("/")[-2]: artefact.make().decode() for artefact in made}


def test_each_audience_gets_its_own_blocks_and_those_for_all(site: Site, theme: Path) -> None:
    found = texts(issue("young-people", "lhp-staff", **BY_AUDIENCE), site, theme)
    assert set(found) == {"young-people", "lhp-staff"}
    for readers, text in found.items():
        assert "For all." in text
        assert [name for name in found if f"ONLY FOR {name.upper()}" in text.upper()] == [readers]


def test_each_area_gets_its_own_and_nobody_elsewhere_goes_without(site: Site, theme: Path) -> None:
    found = texts(issue("merecombe", "northbridge", "elsewhere", **BY_AREA), site, theme)
    assert set(found) == {"merecombe", "northbridge", "elsewhere"}
    for readers, text in found.items():
        assert [name for name in found if f"ONLY FOR {name.upper()}" in text.upper()] == [readers]
    assert "The merecombe project" in found["merecombe"]


def test_audiences_and_areas_multiply(site: Site, theme: Path) -> None:
    both = {**BY_AUDIENCE, **BY_AREA, "editions_by": "[audience, areas]"}
    found = texts(issue("lhp-staff", "merecombe", **both), site, theme)
    assert set(found) == {
        f"{who}-{where}" for who in ("young-people", "lhp-staff") for where in ("merecombe", "northbridge", "elsewhere")
    }
    assert {name for name, text in found.items() if "Only for lhp-staff".upper() in text.upper()} == {
        "lhp-staff-merecombe",
        "lhp-staff-northbridge",
        "lhp-staff-elsewhere",
    }
    assert "ONLY FOR MERECOMBE" in found["young-people-merecombe"].upper()


def test_an_issue_that_does_not_say_so_has_one_edition(site: Site, theme: Path) -> None:
    library = issue(audience="[young-people, lhp-staff]", areas="[merecombe]")
    assert set(texts(library, site, theme)) == {"2026-12"}


def test_the_web_shows_every_block(site: Site) -> None:
    library = issue("young-people", "lhp-staff", **BY_AUDIENCE)
    entry = library.on(Channel.WEB).get("newsletter:2026-12")
    assert entry is not None
    shown = repr(document(entry, Viewpoint.on_page(library, site, entry.url)).blocks)
    assert "Only for young-people" in shown
    assert "Only for lhp-staff" in shown


def test_a_heading_goes_with_what_stands_under_it(site: Site, theme: Path) -> None:
    body = (
        f"## For staff\n\n{NOTICE.format(name='lhp-staff')}## For all\n\nHello.\n\n## And this\n\n### And that\n\nBye."
    )
    found = texts(samples.library(samples.document("newsletter", body=body, **BY_AUDIENCE)), site, theme)
    assert "FOR STAFF" in found["lhp-staff"]
    assert "FOR STAFF" not in found["young-people"]
    for text in found.values():
        assert "AND THIS" in text
        assert "And that" in text


@pytest.fixture(scope="module")
def march() -> Library:
    """Give the sample issue that goes to young people and to staff."""
    return shelved("2027-03")


def test_the_march_issue_hides_what_is_made_from_staff_and_shows_them_numbers(
    march: Library, site: Site, theme: Path
) -> None:
    young, staff = (letter_for(march, site, theme, who) for who in ("young-people", "lhp-staff"))
    assert "Something to make" in young
    assert "Something to make" not in staff
    assert "Our year of asking" in staff
    assert "Our year of asking" not in young


def letter_for(library: Library, site: Site, theme: Path, who: str) -> str:
    entry = library.on(Channel.EMAIL).get("newsletter:2027-03")
    assert entry is not None
    assert isinstance(entry.document, Newsletter)
    assert Readers(who) in entry.document.editions
    made = {artefact.path: artefact for artefact in looked_at(artefacts(library, site, theme), library)}
    return made[f"editions/2027-03/{who}/edition.html"].make().decode()


def test_each_edition_is_a_message_of_its_own(march: Library, site: Site, theme: Path) -> None:
    made = {artefact.path: artefact for artefact in looked_at(artefacts(march, site, theme), march)}
    mails = [made[f"editions/2027-03/{who}/2027-03-{who}.eml"] for who in ("young-people", "lhp-staff")]
    assert len({message_from_bytes(mail.make())["Message-ID"] for mail in mails}) == 2
    first = letter(march, site, theme, "2027-03")
    assert f'href="{first.view.web_url}"' in first.html


@pytest.mark.parametrize(
    ("readers", "changed", "told"),
    [
        ("lhp-staf", BY_AUDIENCE, "This issue has no edition for “lhp-staf”"),
        ("merecombe", BY_AUDIENCE, "This issue has no edition for “merecombe”"),
        ("lhp-staff", {}, "Add editions_by: audience"),
        ("elsewhere", {}, "This issue has no edition for “elsewhere”"),
    ],
)
def test_a_block_for_readers_without_an_edition_is_named(readers: str, changed: dict[str, str], told: str) -> None:
    found = [str(problem) for problem in issue(readers, **changed).problems() if problem.field == "readers"]
    assert len(found) == 1
    assert told in found[0]
    assert "newsletters/2026-12.md:" in found[0]


def test_only_newsletters_are_sent_to_some_and_not_to_others() -> None:
    page = samples.document("page", body=NOTICE.format(name="lhp-staff"))
    found = [str(problem) for problem in samples.library(page).problems() if problem.field == "readers"]
    assert "Only newsletters are sent to some readers" in found[0]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"editions_by": "audience"}, "does not name two or more"),
        ({"editions_by": "audience", "audience": "[everyone, lhp-staff]"}, "does not name two or more"),
        ({"editions_by": "areas"}, "the issue names none"),
        ({"editions_by": "region"}, "“region” is not one of the words for this"),
    ],
)
def test_an_issue_that_cannot_be_split_is_named(changed: dict[str, str], told: str) -> None:
    assert told in "\n".join(str(problem) for problem in samples.problems("newsletter", **changed))
