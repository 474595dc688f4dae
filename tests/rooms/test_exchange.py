"""``offers.json`` keeps to the published fields of Open Referral UK, whatever an offer has or lacks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from plugins.exchange import artefacts
from plugins.library import Library
from plugins.view import Site
from tests import samples
from tests.rooms.shelves import printed
from tests.unit.view import looking

SCHEMA = json.loads((Path(__file__).parent / "open_referral_uk.json").read_text("utf-8"))


def made(library: Library, site: Site) -> Any:
    """Make the file, hold it to its fields, and read it back."""
    found = json.loads(printed(artefacts(library, site, Path("no theme")), library)["offers.json"])
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(SCHEMA, format_checker=checker).validate(found)
    return found


def test_the_sample_offers_keep_to_the_published_fields(sample: Library, site: Site) -> None:
    found = made(sample, site)
    assert found["total_items"] == len(found["contents"]) == 10
    ids = [part["id"] for service in found["contents"] for part in (service, *service["service_areas"])]
    assert len(ids) == len(set(ids))
    (tax,) = (one for one in found["contents"] if one["url"].endswith("/offers/council-tax-merecombe/"))
    assert [area["extent"] for area in tax["service_areas"]] == ["E06000902"]
    assert (tax["minimum_age"], tax["maximum_age"], tax["assured_date"]) == (18, 20, "2026-11-19")
    assert "whoever looked after them" in tax["description"]


@pytest.mark.parametrize(
    "changed",
    [
        {"provider": "unheard-of"},
        {"ongoing": None, "valid_until": "2027-01-31", "valid_from": "2026-11-01", "limited": "first 50"},
        {"link": None, "contact_email": "team@example.org"},
        {"link": None, "contact_phone": "01632 960 001", "cost": "£10 a year"},
        {"where_rule": "residence-only", "residence_areas": "[nowhere]"},
    ],
)
def test_an_offer_with_less_or_more_keeps_to_them_too(changed: dict[str, Any], site: Site) -> None:
    (service,) = made(looking.library(samples.document("offer", "a", **changed)), site)["contents"]
    assert None not in service.values()


def test_what_has_ended_is_not_exchanged(site: Site) -> None:
    library = looking.library(samples.document("offer", "a", ongoing=None, valid_until="2026-11-01"))
    assert list(artefacts(library, site, Path("no theme"))) == []


def test_an_offer_keeps_its_id_when_its_words_change(site: Site) -> None:
    ids = {
        made(looking.library(samples.document("offer", "a", title=title)), site)["contents"][0]["id"]
        for title in ("One title", "Another title")
    }
    assert len(ids) == 1
