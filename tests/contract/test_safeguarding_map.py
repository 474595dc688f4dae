"""The page about safeguarding names every rule once, and only tests that exist."""

from __future__ import annotations

import re

from tests.site.press import ROOT

PAGE = (ROOT / "docs/safeguarding.md").read_text("utf-8")


def test_every_rule_is_there_once_and_in_order() -> None:
    assert re.findall(r"^\| (SG-\d\d) \|", PAGE, re.MULTILINE) == [f"SG-{number:02d}" for number in range(1, 51)]


def test_every_test_it_names_is_there() -> None:
    named = re.findall(r"`([\w/]+\.py)`(?:: `(test_\w+)`)?", PAGE)
    assert named
    for path, name in named:
        written = (ROOT / "tests" / path).read_text("utf-8")
        assert not name or f"def {name}(" in written, f"{path}: {name}"
