"""The goals: each a figure of this run held against a threshold, with the parts it was worked out from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.bench.measuring import Measured
from tests.bench.running import Cost
from tests.bench.scenarios import COLD, NOTHING

OURS, PELICAN, ELEVENTY, HUGO = "CLNM Press", "Pelican", "Eleventy", "Hugo"
MIX, SMALL, LARGE = 10_000, 1_000, 100_000
LETTERS = 667


@dataclass
class Run:
    """All that one run of the bench has measured."""

    mixes: dict[int, Measured] = field(default_factory=dict)
    """By size."""
    letters: Measured | None = None
    watched: dict[tuple[str, int], float] = field(default_factory=dict)
    """Median seconds from a save to new bytes, by generator and size."""
    sample: dict[str, Cost] = field(default_factory=dict)
    """The sample site: its first build with the pictures kept, and one with nothing changed."""
    missing: dict[str, str] = field(default_factory=dict)

    def cost(self, size: int, name: str, scenario: str) -> Cost | None:
        """Give a median cost; nothing where it was not measured."""
        return self.mixes[size].median(name, scenario) if size in self.mixes else None

    def edit(self, size: int, name: str = OURS) -> Cost | None:
        """Give the median cost after one edit."""
        return self.mixes[size].one_edit(name) if size in self.mixes else None


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: the figure must be ``≥`` its threshold, or ``≤`` it."""

    words: str
    sign: str
    threshold: float
    figure: Callable[[Run], tuple[float, str] | None]
    """Gives the figure and its parts in words; nothing where something it needs was not measured."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A goal and what became of it."""

    goal: Goal
    figure: float | None
    parts: str

    @property
    def word(self) -> str:
        """Say met, missed or not measured; what was not measured is never met."""
        if self.figure is None:
            return "not measured"
        reached = self.figure >= self.goal.threshold if self.goal.sign == "≥" else self.figure <= self.goal.threshold
        return "met" if reached else "missed"


def verdicts(run: Run) -> Iterator[Verdict]:
    """Judge each goal by what was measured."""
    for goal in GOALS:
        found = goal.figure(run)
        yield Verdict(goal, found[0] if found else None, found[1] if found else "")


def _ratio(dear: Cost | None, cheap: Cost | None, by: str = "wall") -> tuple[float, str] | None:
    if dear is None or cheap is None:
        return None
    above, below = getattr(dear, by), getattr(cheap, by)
    return above / below, f"{above:.2f} s / {below:.2f} s {by}; CPU {dear.cpu:.2f} s / {cheap.cpu:.2f} s"


def _seconds(one: Cost | None) -> tuple[float, str] | None:
    return (one.cpu, f"{one.wall:.2f} s wall, {one.peak:.0f} MiB") if one else None


def _growth(run: Run) -> tuple[float, str] | None:
    large, small = run.cost(MIX, OURS, COLD), run.cost(SMALL, OURS, COLD)
    if large is None or small is None:
        return None
    each = large.cpu / MIX, small.cpu / SMALL
    return each[0] / each[1], f"{each[0] * 1000:.2f} ms / {each[1] * 1000:.2f} ms CPU a document"


def _peak(run: Run) -> tuple[float, str] | None:
    every = [one for scenario in (COLD, NOTHING, "body") if (one := run.cost(MIX, OURS, scenario))]
    return (max(one.peak for one in every), "the highest of cold, nothing changed and one edit") if every else None


def _changed(run: Run) -> tuple[float, str] | None:
    found = run.mixes[MIX].changed.get((OURS, "new")) if MIX in run.mixes else None
    return (max(found), "files written or removed") if found else None


def _watched(size: int) -> Callable[[Run], tuple[float, str] | None]:
    return lambda run: (run.watched[OURS, size] * 1000, "ms") if (OURS, size) in run.watched else None


def _watch_ratio(above: tuple[str, int], below: tuple[str, int]) -> Callable[[Run], tuple[float, str] | None]:
    def figure(run: Run) -> tuple[float, str] | None:
        if above not in run.watched or below not in run.watched:
            return None
        first, second = run.watched[above] * 1000, run.watched[below] * 1000
        return first / second, f"{first:.1f} ms / {second:.1f} ms"

    return figure


def _letters(run: Run) -> tuple[float, str] | None:
    return _ratio(run.letters.median(PELICAN, NOTHING), run.letters.one_edit(OURS)) if run.letters else None


def _kept(name: str) -> Callable[[Run], tuple[float, str] | None]:
    return lambda run: _seconds(run.sample.get(name))


def _unmeasured(run: Run) -> tuple[float, str] | None:  # noqa: ARG001 - a figure's signature
    return None


GOALS = (
    Goal(
        "one edit at 10,000: times faster than Hugo's whole build",
        "≥",
        8,
        lambda r: _ratio(r.cost(MIX, HUGO, NOTHING), r.edit(MIX)),
    ),
    Goal(
        "one edit at 10,000: times faster than Pelican",
        "≥",
        60,
        lambda r: _ratio(r.cost(MIX, PELICAN, NOTHING), r.edit(MIX)),
    ),
    Goal("nothing changed at 10,000: CPU seconds", "≤", 0.3, lambda r: _seconds(r.cost(MIX, OURS, NOTHING))),
    Goal(
        "nothing changed at 10,000: times faster than Hugo's whole build",
        "≥",
        20,
        lambda r: _ratio(r.cost(MIX, HUGO, NOTHING), r.cost(MIX, OURS, NOTHING)),
    ),
    Goal(
        "cold at 10,000: times faster than Pelican",
        "≥",
        3,
        lambda r: _ratio(r.cost(MIX, PELICAN, COLD), r.cost(MIX, OURS, COLD)),
    ),
    Goal(
        "cold at 10,000: times faster than Eleventy",
        "≥",
        1,
        lambda r: _ratio(r.cost(MIX, ELEVENTY, COLD), r.cost(MIX, OURS, COLD)),
    ),
    Goal("watch at 1,000: ms from a save to new bytes", "≤", 15, _watched(SMALL)),
    Goal("watch at 10,000: ms from a save to new bytes", "≤", 15, _watched(MIX)),
    Goal("watch: 10,000 against 1,000", "≤", 1.2, _watch_ratio((OURS, MIX), (OURS, SMALL))),
    Goal("watch at 10,000: times faster than `hugo server`", "≥", 50, _watch_ratio((HUGO, MIX), (OURS, MIX))),
    Goal("watch: ms from a save to the reloaded page in the browser", "≤", 150, _unmeasured),
    Goal(
        "one edit at 100,000: times faster than Hugo's whole build of 10,000",
        "≥",
        1,
        lambda r: _ratio(r.cost(MIX, HUGO, NOTHING), r.edit(LARGE)),
    ),
    Goal("one of 667 long issues: times faster than a second whole build", "≥", 40, _letters),
    Goal("growth: CPU a document at 10,000 against 1,000", "≤", 1.1, _growth),
    Goal("peak memory at 10,000: MiB", "≤", 150, _peak),
    Goal("newest of 10,000 added: files that change", "≤", 20, _changed),
    Goal("photo: times less CPU than sharp's defaults", "≥", 8, _unmeasured),
    Goal("sample site, first build with pictures kept: CPU seconds", "≤", 5, _kept(COLD)),
    Goal("sample site, nothing changed: CPU seconds", "≤", 0.3, _kept(NOTHING)),
)
