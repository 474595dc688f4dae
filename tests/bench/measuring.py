"""Measures generators in turn, round by round, so that what else the machine does falls on all of them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.corpus import Setting
from tests.bench.generators import ENVIRONMENT, Generator, clear, files
from tests.bench.running import Cost, cost, median, said
from tests.bench.scenarios import COLD, LARGE, NOTHING, ONE_EDIT, Site, happen, laid, scenarios

PROFILED = (COLD, ONE_EDIT[0], NOTHING)
"""What our own press is asked to say the phases of, after the rounds; of a large site without the first."""


@dataclass
class Measured:
    """What was measured of one part: each run's cost, how many files of the output it changed, and other figures."""

    commit: str = ""
    """Of the code that was measured, with its day."""
    versions: dict[str, str] = field(default_factory=dict)
    """Of the generators, by name."""
    loads: list[float] = field(default_factory=list)
    """How many programs wanted a processor when each round began."""
    costs: dict[tuple[str, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    """By generator and scenario."""
    changed: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    figures: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Whatever is no run of a program, such as seconds from a save to new bytes; by name."""
    phases: dict[str, str] = field(default_factory=dict)
    """What our press says of its phases, by scenario."""

    @property
    def rounds(self) -> int:
        """Give how many rounds are over."""
        return len(self.loads)

    def median(self, name: str, scenario: str) -> Cost | None:
        """Give the median cost of a generator in a scenario; nothing where it was not measured."""
        found = self.costs.get((name, scenario))
        return median(found) if found else None

    def one_edit(self, name: str) -> Cost | None:
        """Give the median cost after one edit of a document."""
        found = [one for scenario in ONE_EDIT for one in self.costs.get((name, scenario), ())]
        return median(found) if found else None


@dataclass(frozen=True)
class Sitting:
    """One part being measured: by whom, in which folder, and how many rounds there must be in the end."""

    generators: Sequence[Generator]
    folder: Path
    rounds: int
    found: Measured
    """What is known already; it grows."""
    keep: Callable[[], None]
    """To be called whenever a round is over."""


def measure(setting: Setting, sitting: Sitting) -> None:
    """Build a corpus with each generator, cold, unchanged and after each edit, until there are enough rounds."""
    found, folder, generators = sitting.found, sitting.folder, sitting.generators
    sites = [laid(generator, folder / generator.name.replace(" ", "-").lower(), setting) for generator in generators]
    inputs = {site.folder: {path.name for path in site.folder.iterdir()} for site in sites}
    for number in range(found.rounds, sitting.rounds):
        load = os.getloadavg()[0]
        of_round = Measured()
        for scenario in dict.fromkeys(name for site in sites for name in scenarios(site)):
            for site in sites:
                if scenario in scenarios(site):
                    _once(of_round, site, scenario, inputs[site.folder])
                    _tell(number + 1, of_round, site, scenario)
        _join(found, of_round, load)
        sitting.keep()
    for site in sites:
        if site.generator.profile and not found.phases:
            found.phases |= _phases(site, inputs[site.folder])
            sitting.keep()


def _once(found: Measured, site: Site, scenario: str, inputs: set[str]) -> None:
    before = _ready(site, scenario, inputs)
    name = site.generator.name
    found.costs[name, scenario].append(cost(site.generator.build, site.folder, ENVIRONMENT))
    after = files(site.folder / "output")
    found.changed[name, scenario].append(
        sum(before.get(path) != after.get(path) for path in before.keys() | after.keys())
    )


def _ready(site: Site, scenario: str, inputs: set[str]) -> dict[str, tuple[int, int]]:
    """Let happen to a site what a scenario wants; give the files of its output."""
    if scenario == COLD:
        clear(site.folder, inputs)
    else:
        happen(site, scenario)
    return files(site.folder / "output")


def _join(found: Measured, of_round: Measured, load: float) -> None:
    """Put a round that is over to those before it."""
    for pair, costs in of_round.costs.items():
        found.costs[pair] += costs
        found.changed[pair] += of_round.changed[pair]
    found.loads.append(load)


def _phases(site: Site, inputs: set[str]) -> dict[str, str]:
    tables = {}
    for scenario in PROFILED if site.setting.size < LARGE else PROFILED[1:]:
        _ready(site, scenario, inputs)
        lines = said([*site.generator.build, *site.generator.profile], site.folder, ENVIRONMENT).splitlines()
        first = next(number for number, line in enumerate(lines) if line.startswith("phase "))
        last = next(number for number, line in enumerate(lines) if line.startswith("together "))
        tables[scenario] = "\n".join(lines[first : last + 1])
    return tables


def _tell(number: int, found: Measured, site: Site, scenario: str) -> None:
    name = site.generator.name
    one = found.costs[name, scenario][-1]
    print(f"  round {number}, {name}, {scenario}: {one.cpu:.2f} s CPU, {one.wall:.2f} s wall", flush=True)
