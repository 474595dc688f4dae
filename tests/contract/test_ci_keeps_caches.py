"""What CI keeps between runs is what the press keeps, where it keeps it, for the same lock and the same schemas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.images.kept import FOLDER
from plugins.press.memory import memory_path

ROOT = Path(__file__).resolve().parents[2]
PICTURES, MEMORY = str(FOLDER), str(memory_path(Path("output")))
KEPT = {"check": [PICTURES, MEMORY], "publish": [PICTURES]}
"""What each workflow keeps: what publishes carries no words from run to run."""
OF_ONE_KIND = "${{ hashFiles('requirements/run.lock', 'schemas/**') }}"


def kept(workflow: str) -> dict[str, Any]:
    """Give the cache of pictures and memory that a workflow has."""
    flow = yaml.safe_load((ROOT / f".github/workflows/{workflow}.yml").read_text("utf-8"))
    steps = [step for job in flow["jobs"].values() for step in job["steps"]]
    caches = [step["with"] for step in steps if step.get("uses", "").startswith("actions/cache@")]
    (found,) = [cache for cache in caches if PICTURES in cache["path"]]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("workflow", KEPT)
def test_pictures_and_memory_are_kept_from_where_they_lie(workflow: str) -> None:
    assert kept(workflow)["path"].split() == KEPT[workflow]


@pytest.mark.parametrize("workflow", KEPT)
def test_they_come_back_for_the_same_lock_and_schemas_alone(workflow: str) -> None:
    found = kept(workflow)
    assert OF_ONE_KIND in found["restore-keys"]
    assert found["key"] == f"{found['restore-keys'].strip()}${{{{ github.run_id }}}}"
    assert (ROOT / "requirements/run.lock").is_file()
    assert list((ROOT / "schemas").glob("*.json"))
