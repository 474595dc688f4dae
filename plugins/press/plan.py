"""The plan: every path that rooms want a file at, with what they want there, or that it is as it was planned before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from plugins.press.artefact import Artefact, Batch, Drawn, Wanted
from plugins.press.manifest import Batched, Manifest


class Clash(Exception):  # noqa: N818 - it names what happened
    """Two rooms made the same file."""


class Planned:
    """A batch that is as it was planned before; its files are worked out when one of them must be looked at."""

    def __init__(self, batch: Batch) -> None:
        """Take the batch."""
        self._batch = batch
        self._rest: Iterator[Artefact | Drawn] | None = None
        self._files: dict[str, Artefact | Drawn] = {}

    def file(self, path: str) -> Artefact | Drawn:
        """Give what is wanted at a path; what comes after it in the batch can wait. Raises KeyError for none."""
        self._rest = self._rest or iter(self._batch.files())
        while path not in self._files:
            one = next(self._rest, None)
            if one is None:
                raise KeyError(path)
            self._files[one.path] = one
        return self._files[path]


@dataclass(slots=True)
class Plan:
    """What is wanted, by path, and what was known before."""

    manifest: Manifest
    files: dict[str, Artefact | Drawn | Planned] = field(default_factory=dict)
    batches: dict[str, Batched] = field(default_factory=dict)
    new: list[Batch] = field(default_factory=list)
    """The batches that are not as they were planned before."""

    def one(self, path: str) -> Artefact | Drawn:
        """Give what is wanted at a path, worked out."""
        found = self.files[path]
        return found.file(path) if isinstance(found, Planned) else found

    def get_ready(self) -> None:
        """Load what is new is made with."""
        for batch in self.new:
            if batch.get_ready:
                batch.get_ready()


def plan(wanted: Iterable[Wanted], manifest: Manifest) -> Plan:
    """Put what rooms want by path. Raises Clash where two would be the same file, whatever its letter case."""
    found = Plan(manifest)
    for one in wanted:
        if not isinstance(one, Batch):
            _put(found, {one.path: one})
            continue
        before = manifest.batches.get(one.name)
        if before and before.key == one.key and manifest.records.keys() >= set(before.paths):
            found.batches[one.name] = before
            _put(found, dict.fromkeys(before.paths, Planned(one)))
        else:
            found.new.append(one)
            files = tuple(one.files())
            found.batches[one.name] = Batched(one.key, tuple(file.path for file in files))
            for file in files:
                _put(found, {file.path: file})
    _stop_at_clashes(found.files)
    return found


def _put(found: Plan, files: dict[str, Artefact | Drawn] | dict[str, Planned]) -> None:
    for path in found.files.keys() & files.keys():
        raise Clash(path)
    found.files.update(files)


def _stop_at_clashes(paths: Collection[str]) -> None:
    if len({path.casefold() for path in paths}) == len(paths):
        return
    taken: set[str] = set()
    for path in paths:
        folded = path.casefold()
        if folded in taken:
            raise Clash(path)
        taken.add(folded)
