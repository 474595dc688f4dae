"""The postcode file is made from districts: a county is all of its own, and what reaches further is marked."""

from __future__ import annotations

import gzip

from plugins.model import Authority
from plugins.source import records
from tools.derive_outcodes import COUNTIES, districts, outcodes, written

ROWS = (("M1  1AE", "E08000003"), ("M3  5AA", "E08000006"), ("M3  4AA", "E08000003"), ("GU1 1AA", "E07000209"))


def test_an_outcode_that_reaches_into_a_council_without_a_page_is_marked() -> None:
    found = outcodes({"E08000003": districts("E08000003")}, iter(ROWS))
    assert found == {"E08000003": {"outcodes": ["M1", "M3"], "shared": ["M3"]}}


def test_one_that_two_councils_with_pages_share_is_in_both_and_marked_in_none() -> None:
    wanted = {code: districts(code) for code in ("E08000003", "E08000006")}
    found = outcodes(wanted, iter(ROWS))
    assert [row["outcodes"] for row in found.values()] == [["M1", "M3"], ["M3"]]
    assert not any(row["shared"] for row in found.values())


def test_a_county_is_known_by_its_districts() -> None:
    assert len(districts("E10000030")) == 11
    assert outcodes({"E10000030": districts("E10000030")}, iter(ROWS))["E10000030"]["outcodes"] == ["GU1"]
    every = [code for county in COUNTIES for code in districts(county)]
    assert len(COUNTIES) == 21
    assert len(every) == len(set(every)) == 164


def test_what_is_written_reads_back_and_says_where_it_is_from() -> None:
    example = Authority(id="e06000902", outcodes=("MC1",), example=True)
    text = written(outcodes({"E08000003": districts("E08000003")}, iter(ROWS)), [example], "2026-11-22")
    found, problems = records.read(Authority, "data/outcodes.yml", text.encode())
    assert not problems
    assert {record.id: record.example for record in found} == {"e08000003": False, "e06000902": True}
    assert "Open Government Licence 3.0" in text
    assert "2026-11-22" in text
    assert len(gzip.compress(text.encode())) <= 12_000
