"""What is said of a theme that cannot be drawn with."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.press.broken import in_theme
from tests.property.small_site import Site
from tests.site.forge import Forge
from tests.sites import taken


def test_a_fault_outside_the_theme_is_not_called_one_of_it(tmp_path: Path) -> None:
    assert in_theme(ZeroDivisionError("division by zero"), tmp_path) is None
    assert in_theme(FileNotFoundError(2, "No such file", str(tmp_path.parent / "elsewhere.html")), tmp_path) is None


def test_a_file_of_the_theme_that_is_not_there_is_named(tmp_path: Path) -> None:
    problem = in_theme(FileNotFoundError(2, "No such file", str(tmp_path / "static/tokens.css")), tmp_path)
    assert problem
    assert problem.path == f"{tmp_path.name}/static/tokens.css"
    assert problem.stops


@pytest.mark.slow
def test_a_build_names_the_line_of_a_broken_template_and_leaves_the_output(
    forge: Forge, small_home: Site, tmp_path: Path
) -> None:
    site = taken(small_home, tmp_path)
    before = site.output()
    base = "theme/templates/base.html"
    site.put(base, site.files[base].replace(b"</", b"{{ nothing.there }}</", 1))
    ended = forge.run(site.root)
    assert ended.code == 1
    assert "theme/templates/base.html:" in ended.said
    assert "Traceback" not in ended.said
    assert site.output() == before
