"""A page is a pure function of its view: built twice, anywhere, the sample site is the same to the byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.site.press import NOW, ROOT, Built, SiteFolder, sample_site


def test_two_folders_get_the_same_bytes(home: Path, built_sample: Built, tmp_path: Path) -> None:
    again = sample_site(tmp_path / "elsewhere and with a space", drawn=home).build()
    assert again.code == 0, again.said
    assert again.files() == built_sample.files()


def test_another_time_zone_language_and_hash_seed_make_no_difference(built_sample: Built, sample: SiteFolder) -> None:
    output = sample.root / "output"
    environment = os.environ | {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "AS_OF": NOW}
    command = [sys.executable, "-m", "plugins.desk", "build", "--content", str(sample.content), "--output", str(output)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert Built(0, "", output).files() == built_sample.files()


def test_a_second_build_in_place_writes_nothing(sample: SiteFolder) -> None:
    first = sample.build()
    before = {path: (first.output / path).stat().st_mtime_ns for path in first.files()}
    second = sample.build()
    assert "0 files written" in second.said
    assert "0 removed" in second.said
    assert {path: (second.output / path).stat().st_mtime_ns for path in second.files()} == before


def test_after_an_edit_only_what_shows_it_is_written_and_it_equals_a_clean_build(
    sample: SiteFolder,
) -> None:
    first = sample.build()
    before = first.files()
    sample.change("stories/first-radiator.md", "\n## ", "\nOne more line.\n\n## ")
    after = sample.build().files()
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert "stories/first-radiator/index.html" in changed
    allowed = ("stories/first-radiator/", "feeds/", "search/", "sw.js")
    assert [path for path in changed if not path.startswith(allowed)] == []
    assert sample.build(output="clean").files() == after


def test_a_changed_template_or_file_lost_by_accident_is_made_again(sample: SiteFolder) -> None:
    first = sample.build()
    (first.output / "about/index.html").unlink()
    (first.output / "contact/index.html").write_text("scribbled over")
    again = sample.build()
    assert "2 files written" in again.said
    assert again.files() == sample.build(output="clean").files()
