"""What a theme's folder holds is known by its bytes, wherever they lie."""

from __future__ import annotations

from pathlib import Path

from plugins.render.assets import folder_digest


def test_what_changes_behind_a_link_is_another_theme(tmp_path: Path) -> None:
    theme, shared = tmp_path / "theme", tmp_path / "shared"
    theme.mkdir()
    shared.mkdir()
    (shared / "base.html").write_text("One.")
    (theme / "templates").symlink_to("../shared")
    (shared / "again").symlink_to("../theme")
    before = folder_digest(theme)
    assert folder_digest(theme) == before
    (shared / "base.html").write_text("Two.")
    assert folder_digest(theme) != before
