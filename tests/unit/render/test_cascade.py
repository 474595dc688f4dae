"""A sheet is bundled once, for as long as nothing that it imports has changed."""

from __future__ import annotations

from pathlib import Path

import lightningcss
import pytest

from plugins.render import cascade


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "css/parts").mkdir(parents=True)
    (tmp_path / "css/parts/box.css").write_text("@import 'line.css';\n.box { color: red }\n", "utf-8")
    (tmp_path / "css/parts/line.css").write_text(".line { color: red }\n", "utf-8")
    main = tmp_path / "css/main.css"
    main.write_text('@import url("parts/box.css") layer(blocks);\n', "utf-8")
    return main


def _never(*_: object, **__: object) -> str:
    raise AssertionError


def test_what_was_bundled_is_not_bundled_again(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = cascade.bundled(sheet)
    assert ".line" in first
    assert "@layer blocks" in first
    with monkeypatch.context() as patch:
        patch.setattr(lightningcss, "bundle_css", _never)
        assert cascade.bundled(sheet) == first


@pytest.mark.parametrize("name", ["main.css", "parts/box.css", "parts/line.css"])
def test_a_change_anywhere_is_seen(sheet: Path, name: str) -> None:
    before, path = cascade.bundled(sheet), sheet.parent / name
    path.write_text(path.read_text("utf-8") + ".new { color: blue }\n", "utf-8")
    assert ".new" in cascade.bundled(sheet)
    assert ".new" not in before


@pytest.mark.parametrize("harm", [b"", b"nothing", bytes(64)])
def test_a_damaged_one_is_bundled_again(sheet: Path, harm: bytes) -> None:
    first = cascade.bundled(sheet)
    (kept,) = cascade.FOLDER.iterdir()
    kept.write_bytes(harm or kept.read_bytes()[:-1])
    assert cascade.bundled(sheet) == first


def test_a_sheet_may_import_itself(sheet: Path) -> None:
    sheet.write_text("@import 'main.css';\n.once { color: red }\n", "utf-8")
    assert cascade.bundled(sheet).count(".once") == 1
