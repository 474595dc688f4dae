"""What a part of the bench measured is kept; what was not measured is never called met."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.goals import GOALS, HUGO, MIX, OURS, Run, verdicts
from tests.bench.keeping import keep, kept, parts
from tests.bench.measuring import Measured
from tests.bench.parts import PARTS, measured
from tests.bench.running import Cost
from tests.bench.scenarios import COLD, NOTHING
from tests.bench.table import WHY, lines


def found(edit: float = 1.0) -> Measured:
    """Give what might have been measured of one round."""
    one = Measured(commit="abc1234 of 2026-11-22", versions={HUGO: "0.168.0"}, loads=[0.5])
    one.costs[OURS, COLD] = [Cost(30.0, 16.0, 140.0)]
    one.costs[OURS, NOTHING] = [Cost(0.2, 0.2, 30.0)]
    one.costs[OURS, "body"] = [Cost(edit, edit, 100.0)]
    one.costs[HUGO, NOTHING] = [Cost(10.0, 10.0, 900.0)]
    one.changed[OURS, "body"] = [9]
    one.phases[COLD] = "phase  wall  CPU"
    return one


def test_what_is_kept_is_what_was_measured(tmp_path: Path) -> None:
    assert kept(MIX, tmp_path) == Measured()
    keep(MIX, found(), tmp_path)
    assert kept(MIX, tmp_path) == found()
    assert parts(tmp_path) == [MIX]


def test_every_goal_names_parts_that_there_are() -> None:
    assert {part for goal in GOALS for part in goal.parts} == set(PARTS)


def test_what_was_not_measured_is_not_met() -> None:
    assert {verdict.word for verdict in verdicts(Run())} == {"not measured"}
    known = {verdict.goal.words: verdict.word for verdict in verdicts(Run({MIX: found()}))}
    assert known["one edit at 10,000: times faster than Hugo's whole build"] == "met"
    assert known["one edit at 10,000: times faster than Pelican"] == "not measured"


def test_a_goal_that_is_missed_leads_to_why_and_to_the_phases() -> None:
    report = "\n".join(lines(Run({MIX: found(edit=5.0)}, {"Eleventy": "There is no Node.js."})))
    assert f"| 2.00 | missed ([why]({WHY}), [phases](#{MIX})) | 10.00 s / 5.00 s wall" in report
    assert f"`python -m tests.bench {MIX}`" in report
    assert "Commit abc1234 of 2026-11-22; rounds: 1" in report
    assert "**Eleventy was not measured" in report


@pytest.mark.parametrize("part", ["mix", "mix-0", "photo-3", "nothing-10"])
def test_a_part_that_there_is_not_is_refused(tmp_path: Path, part: str) -> None:
    with pytest.raises(ValueError, match="There is no part"):
        measured(part, Measured(), (), tmp_path, 1)
