"""A build does no more than its change asks for: wide bounds at a small size, which hold on any machine.

What the goals say is measured by ``make bench``.
"""

from __future__ import annotations

import pytest

from tests.bench.corpus import Setting
from tests.bench.generators import generators
from tests.bench.measuring import Measured, Sitting, measure
from tests.bench.running import Cost
from tests.bench.scenarios import COLD, NOTHING, ONE_EDIT

SMALL, LARGE = 40, 120
NOISE = 1.25
"""By so much do the CPU seconds of two equal builds differ on a busy machine."""
OURS = "CLNM Press"


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Measured]:
    """Measure two sizes, one round each."""
    ours, _ = generators(["ours"])
    found = {size: Measured() for size in (SMALL, LARGE)}
    for size, measured in found.items():
        measure(Setting(size), Sitting(ours, tmp_path_factory.mktemp(f"of-{size}"), 1, measured, lambda: None))
    return found


def found(builds: dict[int, Measured], scenario: str, size: int = LARGE) -> Cost:
    """Give what a scenario cost."""
    one = builds[size].median(OURS, scenario)
    assert one
    return one


@pytest.mark.slow
def test_with_nothing_changed_a_build_is_no_more_work_than_a_cold_one(builds: dict[int, Measured]) -> None:
    assert found(builds, NOTHING).cpu < found(builds, COLD).cpu * NOISE
    assert builds[LARGE].changed[OURS, NOTHING] == [0]


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [*ONE_EDIT, "new", "deleted"])
def test_after_an_edit_a_build_is_no_more_work_than_a_cold_one(builds: dict[int, Measured], scenario: str) -> None:
    assert found(builds, scenario).cpu < found(builds, COLD).cpu * NOISE


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [*ONE_EDIT, "new", "new, without a name"])
def test_an_edit_changes_a_small_part_of_the_site(builds: dict[int, Measured], scenario: str) -> None:
    changed = builds[LARGE].changed
    assert 0 < changed[OURS, scenario][0] < changed[OURS, COLD][0] / 10


@pytest.mark.slow
def test_the_text_of_a_story_is_in_few_files(builds: dict[int, Measured]) -> None:
    changed = {size: measured.changed[OURS, "body"][0] for size, measured in builds.items()}
    assert changed[LARGE] <= changed[SMALL] + 1, "a longer site has no more of it"
    assert changed[LARGE] <= 20
