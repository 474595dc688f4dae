"""Each bad input comes to what a good product makes of it, in no more time than a file may take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.desk.check import problems
from plugins.model import Problem
from plugins.source import bounds
from tests.hostile.case import Case, Outcome, Promise
from tests.hostile.manifest import CASES
from tests.hostile.site import AS_OF, good_site
from tests.yardstick import settled, within

OVERHEAD = 40
"""Pieces of work for the site around an input; it takes two or three."""


@pytest.fixture(autouse=True, scope="module")
def _impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Stop what takes long sooner than a build would: the long version waits. What is to be loaded is loaded before."""
    content = tmp_path_factory.mktemp("first")
    good_site(content)
    with pytest.MonkeyPatch.context() as patch, settled():
        patch.setenv("AS_OF", AS_OF)
        problems(content)
        patch.setattr(bounds, "SECONDS", 0.08)
        yield


@pytest.fixture(scope="module")
def of_all(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """Give what is said of every input that can lie in one folder with others."""
    content = tmp_path_factory.mktemp("content")
    good_site(content)
    for case in CASES:
        if not case.alone:
            case.put(content)
    return problems(content)


def judge(case: Case, found: list[Problem]) -> None:
    """See that of an input what must be said was said, where somebody looks for it."""
    of_it = [problem for problem in found if case.place in problem.path]
    said = "\n".join(map(str, of_it)) or "nothing was said"
    assert not [problem for problem in of_it if problem.code == "F22" or "Traceback" in str(problem)], said
    assert all(problem.message and problem.fix and problem.code for problem in of_it), said
    stopping = [problem for problem in of_it if problem.stops]
    if case.outcome is Outcome.REFUSED:
        assert stopping, said
        assert case.line is None or case.line in {problem.line for problem in of_it}, said
    elif case.outcome is not Outcome.ENDED:
        assert not stopping, said
        assert case.outcome is not Outcome.CORRECTED or of_it, "there is no note"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES if not case.alone])
def test_among_others_each_input_is_refused_in_its_place_or_read(case: Case, of_all: list[Problem]) -> None:
    judge(case, of_all)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES if case.alone])
def test_alone_each_input_is_refused_in_its_place_or_read(case: Case, tmp_path: Path) -> None:
    good_site(tmp_path)
    case.put(tmp_path)
    with within(OVERHEAD, bounds.SECONDS):
        found = problems(tmp_path)
    judge(case, found)


def test_every_promise_is_tried_and_each_input_has_a_name_of_its_own() -> None:
    assert {case.promise for case in CASES} == set(Promise) - {Promise.WHOLE}
    assert [name for name, number in Counter(case.id for case in CASES).items() if number > 1] == []
    assert len(CASES) >= 1000
