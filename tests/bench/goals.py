"""The goals: each a figure of this run held against a threshold, with the parts it was worked out from."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.bench import photo
from tests.bench.measuring import Measured
from tests.bench.running import Cost
from tests.bench.scenarios import COLD, NOTHING, ONE_EDIT

OURS, PELICAN, ELEVENTY, HUGO = "CLNM Press", "Pelican", "Eleventy", "Hugo"
MIX, SMALL, LARGE, LETTERS = "mix-10000", "mix-1000", "mix-100000", "letters-667"
WATCH, WATCH_SMALL, OPENED = "watch-10000", "watch-1000", "opened-1000"


@dataclass
class Run:
    """All that is kept of the bench's parts."""

    parts: dict[str, Measured] = field(default_factory=dict)
    """By name."""
    missing: dict[str, str] = field(default_factory=dict)

    def cost(self, part: str, name: str, scenario: str) -> Cost | None:
        """Give a median cost; nothing where it was not measured."""
        return self.parts[part].median(name, scenario) if part in self.parts else None

    def edit(self, part: str, name: str = OURS) -> Cost | None:
        """Give the median cost after one edit."""
        return self.parts[part].one_edit(name) if part in self.parts else None

    def figure(self, part: str, name: str) -> float | None:
        """Give the median of a figure that is no run of a program."""
        found = self.parts[part].figures.get(name) if part in self.parts else None
        return statistics.median(found) if found else None


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: the figure must be ``≥`` its threshold, or ``≤`` it."""

    words: str
    sign: str
    threshold: float
    parts: tuple[str, ...]
    """Those of the bench that it is worked out from."""
    figure: Callable[[Run], tuple[float, str] | None]
    """Gives the figure and what it is worked out from in words; nothing where something was not measured."""


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
    each = large.cpu / 10_000, small.cpu / 1_000
    return each[0] / each[1], f"{each[0] * 1000:.2f} ms / {each[1] * 1000:.2f} ms CPU a document"


def _peak(run: Run) -> tuple[float, str] | None:
    every = [one for scenario in (COLD, NOTHING, *ONE_EDIT) if (one := run.cost(MIX, OURS, scenario))]
    return (max(one.peak for one in every), "of the largest process: cold, unchanged, one edit") if every else None


def _changed(run: Run) -> tuple[float, str] | None:
    found = run.parts[MIX].changed.get((OURS, "new")) if MIX in run.parts else None
    return (max(found), "files written or removed") if found else None


def _ms(part: str) -> Callable[[Run], tuple[float, str] | None]:
    def figure(run: Run) -> tuple[float, str] | None:
        found = run.figure(part, OURS)
        return (found * 1000, "ms") if found is not None else None

    return figure


def _figures(above: tuple[str, str], below: tuple[str, str]) -> Callable[[Run], tuple[float, str] | None]:
    def figure(run: Run) -> tuple[float, str] | None:
        first, second = run.figure(*above), run.figure(*below)
        return (first / second, f"{first:.4f} s / {second:.4f} s") if first and second else None

    return figure


def _bytes(run: Run) -> tuple[float, str] | None:
    found = {kind: run.figure("photo", photo.DEARER.format(kind)) for kind in ("AVIF", "JPEG")}
    known = {kind: more for kind, more in found.items() if more is not None}
    return (max(known.values()), ", ".join(f"{kind} {more:.2f}" for kind, more in known.items())) if known else None


def _compared(part: str, name: str, scenario: str, mine: str = "") -> Callable[[Run], tuple[float, str] | None]:
    """Hold another's scenario of a part against our own; ``mine`` is ours, or one edit where it is empty."""

    def figure(run: Run) -> tuple[float, str] | None:
        return _ratio(run.cost(part, name, scenario), run.cost(part, OURS, mine) if mine else run.edit(part))

    return figure


GOALS = (
    Goal(
        "one edit at 10,000: times faster than Hugo's whole build",
        "≥",
        8,
        (MIX,),
        _compared(MIX, HUGO, NOTHING),
    ),
    Goal("one edit at 10,000: times faster than Pelican", "≥", 60, (MIX,), _compared(MIX, PELICAN, NOTHING)),
    Goal(
        "nothing changed at 10,000: CPU seconds", "≤", 0.3, (MIX,), lambda run: _seconds(run.cost(MIX, OURS, NOTHING))
    ),
    Goal(
        "nothing changed at 10,000: times faster than Hugo's whole build",
        "≥",
        20,
        (MIX,),
        _compared(MIX, HUGO, NOTHING, NOTHING),
    ),
    Goal("cold at 10,000: times faster than Pelican", "≥", 3, (MIX,), _compared(MIX, PELICAN, COLD, COLD)),
    Goal("cold at 10,000: times faster than Eleventy", "≥", 1, (MIX,), _compared(MIX, ELEVENTY, COLD, COLD)),
    Goal("watch at 1,000: ms from a save to new bytes", "≤", 15, (WATCH_SMALL,), _ms(WATCH_SMALL)),
    Goal("watch at 10,000: ms from a save to new bytes", "≤", 15, (WATCH,), _ms(WATCH)),
    Goal("watch: 10,000 against 1,000", "≤", 1.2, (WATCH, WATCH_SMALL), _figures((WATCH, OURS), (WATCH_SMALL, OURS))),
    Goal("watch at 10,000: times faster than `hugo server`", "≥", 50, (WATCH,), _figures((WATCH, HUGO), (WATCH, OURS))),
    Goal(
        "watch at 1,000: ms from a save to the reloaded page in the browser",
        "≤",
        150,
        (OPENED,),
        _ms(OPENED),
    ),
    Goal(
        "one edit at 100,000: times faster than Hugo's whole build of 10,000",
        "≥",
        1,
        (LARGE, MIX),
        lambda run: _ratio(run.cost(MIX, HUGO, NOTHING), run.edit(LARGE)),
    ),
    Goal(
        "one of 667 long issues: times faster than Pelican's second whole build",
        "≥",
        40,
        (LETTERS,),
        _compared(LETTERS, PELICAN, NOTHING),
    ),
    Goal("growth: CPU a document at 10,000 against 1,000", "≤", 1.1, (MIX, SMALL), _growth),
    Goal("peak memory at 10,000: MiB", "≤", 150, (MIX,), _peak),
    Goal("newest of 10,000 added: files that change", "≤", 20, (MIX,), _changed),
    Goal(
        "photo: times less CPU than sharp's defaults",
        "≥",
        8,
        ("photo",),
        _figures(("photo", photo.SHARP), ("photo", photo.OURS)),
    ),
    Goal("photo: bytes for each of sharp's, equally like the photo", "≤", 1.15, ("photo",), _bytes),
    Goal(
        "sample site, first build with pictures kept: CPU seconds",
        "≤",
        5,
        ("sample",),
        lambda run: _seconds(run.cost("sample", OURS, COLD)),
    ),
    Goal(
        "sample site, nothing changed: CPU seconds",
        "≤",
        0.3,
        ("sample",),
        lambda run: _seconds(run.cost("sample", OURS, NOTHING)),
    ),
)
