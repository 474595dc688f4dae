"""Measures generators in turn, round by round, so that what else the machine does falls on all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.corpus import Setting
from tests.bench.generators import ENVIRONMENT, Generator, clear, files
from tests.bench.running import Cost, cost, median
from tests.bench.scenarios import COLD, ONE_EDIT, Site, happen, laid, scenarios


@dataclass
class Measured:
    """What was measured of one corpus: each run's cost, and how many files of the output it changed."""

    setting: Setting
    costs: dict[tuple[str, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    changed: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def median(self, name: str, scenario: str) -> Cost | None:
        """Give the median cost of a generator in a scenario; nothing where it was not measured."""
        found = self.costs.get((name, scenario))
        return median(found) if found else None

    def one_edit(self, name: str) -> Cost | None:
        """Give the median cost after one edit of a document."""
        found = [one for scenario in ONE_EDIT for one in self.costs.get((name, scenario), ())]
        return median(found) if found else None


def measure(setting: Setting, generators: Sequence[Generator], folder: Path, rounds: int) -> Measured:
    """Build a corpus with each generator: cold, with nothing changed, after each edit; ``rounds`` times."""
    found = Measured(setting)
    sites = [laid(generator, folder / generator.name.replace(" ", "-").lower(), setting) for generator in generators]
    inputs = {site.folder: {path.name for path in site.folder.iterdir()} for site in sites}
    for number in range(rounds):
        for scenario in dict.fromkeys(name for site in sites for name in scenarios(site)):
            for site in sites:
                if scenario in scenarios(site):
                    _once(found, site, scenario, inputs[site.folder])
                    print(
                        f"  {setting.size} round {number + 1} {site.generator.name}, {scenario}: "
                        f"{found.costs[site.generator.name, scenario][-1].cpu:.2f} s CPU",
                        flush=True,
                    )
    return found


def _once(found: Measured, site: Site, scenario: str, inputs: set[str]) -> None:
    if scenario == COLD:
        clear(site.folder, inputs)
    else:
        happen(site, scenario)
    before = files(site.folder / "output")
    name = site.generator.name
    found.costs[name, scenario].append(cost(site.generator.build, site.folder, ENVIRONMENT))
    after = files(site.folder / "output")
    found.changed[name, scenario].append(
        sum(before.get(path) != after.get(path) for path in before.keys() | after.keys())
    )
