"""Each bad input, alone, through the command that editors type: it stops and writes nothing, or does no harm."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.source import bounds
from tests.hostile.case import Case, Outcome
from tests.hostile.judging import furniture, harms
from tests.hostile.manifest import CASES
from tests.hostile.site import AS_OF, good_site
from tests.site.forge import ROOT, Forge
from tests.site.press import Built
from tests.yardstick import piece

PIECES = 200
"""Pieces of work that a whole build takes at most, beside the time that one bad file may."""

pytestmark = pytest.mark.slow


@dataclass
class Project:
    """A folder as an editor has it, with a good site that was built before."""

    root: Path
    forge: Forge
    known: frozenset[str]
    files: dict[str, bytes]

    def build(self, case: Case) -> tuple[int, str, float]:
        """Build with a bad input among the good content; give the exit code, what was said, and the work it took."""
        shutil.copytree(self.root / "good", self.root / "content", dirs_exist_ok=True)
        case.put(self.root / "content")
        ended = self.forge.run(self.root, as_of=AS_OF)
        return ended.code, ended.said, ended.seconds

    def output(self) -> dict[str, bytes]:
        """Give every file of the site."""
        return Built(0, "", self.root / "output").files()

    def start_again(self) -> None:
        """Put back the good content, and the site that was built of it."""
        shutil.rmtree(self.root / "content")
        for name in ("output", ".output.press"):
            shutil.rmtree(self.root / name)
            shutil.copytree(self.root / f"built{name}", self.root / name)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Build the good site once."""
    root = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "pelicanconf.py", root)
    shutil.copytree(ROOT / "theme", root / "theme")
    good_site(root / "good")
    shutil.copytree(root / "good", root / "content")
    with Forge() as forge:
        first = forge.run(root, as_of=AS_OF)
        assert first.code == 0, first.said
        for name in ("output", ".output.press"):
            shutil.copytree(root / name, root / f"built{name}")
        yield Project(root, forge, furniture(root / "output"), Built(0, "", root / "output").files())


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES])
def test_each_input_is_refused_whole_or_does_no_harm(case: Case, project: Project) -> None:
    code, said, seconds = project.build(case)
    after = project.output()
    found = list(harms(project.root / "output", project.known, project.files)) if code == 0 else []
    project.start_again()

    assert "Traceback" not in said
    assert "[F22]" not in said
    assert seconds < bounds.SECONDS + PIECES * piece(), said
    assert found == []
    assert code == {Outcome.REFUSED: 1, Outcome.ENDED: code}.get(case.outcome, 0), said
    if code:
        assert after == project.files
        assert case.place in said, said
        assert case.line is None or re.search(rf"{re.escape(case.place)}:{case.line}: ", said), said
    if case.outcome is Outcome.CORRECTED:
        assert f"note: content/{case.place}" in said, said
    for words in filter(None, [case.hides]):
        assert not [name for name, data in after.items() if words.encode() in data]
