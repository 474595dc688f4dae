"""The cascade as one sheet."""

from __future__ import annotations

from pathlib import Path

import tinycss2

from plugins.assets.cascade import bundled
from tests.site.press import ROOT


def test_imports_stand_in_their_place_in_their_layer_and_their_medium(tmp_path: Path) -> None:
    (tmp_path / "blocks").mkdir()
    (tmp_path / "site.css").write_text(
        "/* first */ @layer base, blocks;\n"
        '@import url("base.css") layer(base);\n@import url("blocks/card.css") layer(blocks) print;\n'
    )
    (tmp_path / "base.css").write_text("a { color: red }\n")
    (tmp_path / "blocks/card.css").write_text("b { color: blue }\n")
    assert bundled(tmp_path / "site.css").split() == [
        "@layer",
        "base,",
        "blocks;",
        "@layer",
        "base",
        "{",
        "a",
        "{",
        "color:",
        "red",
        "}",
        "}",
        "@media",
        "print",
        "{",
        "@layer",
        "blocks",
        "{",
        "b",
        "{",
        "color:",
        "blue",
        "}",
        "}",
        "}",
    ]


def test_the_whole_theme_is_one_sheet_that_parses_and_holds_every_other() -> None:
    folder = ROOT / "theme/static/css"
    text = bundled(folder / "site.css")
    assert "@import" not in text
    assert not [rule for rule in tinycss2.parse_stylesheet(text) if rule.type == "error"]
    for sheet in folder.rglob("*.css"):
        if sheet.name != "site.css":
            last = [line for line in bundled(sheet).splitlines() if line.strip(" }")][-1]
            assert last in text, f"{sheet.name} is not imported by site.css"
