"""However the work of the press is broken off, it is told in words, and the code is not 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk import building
from plugins.desk.project import project
from plugins.model import Problem
from plugins.press import CannotMake
from plugins.press.endings import told_plainly
from plugins.press.plan import Clash
from plugins.press.runs import STOPPED, whole_run
from plugins.press.staging import StagingArea
from tests.samples import lay

ROOT = Path(__file__).resolve().parents[3]
PROBLEM = Problem(path="images/door.png", line=0, field="", message="It is no picture.")


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (CannotMake(PROBLEM), 1, "content/images/door.png: It is no picture."),
        (Clash("index.html"), "Two rooms would both write index.html. Nothing was published.", ""),
        (OSError(28, "No space left"), "The output could not be written: [Errno 28] No space left", ""),
    ],
    ids=["a file", "a clash", "a full disk"],
)
def test_what_ends_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], error: BaseException, code: int | str, told: str
) -> None:
    with pytest.raises(SystemExit) as ended, told_plainly([], "content", tmp_path):
        raise error
    assert ended.value.code == code
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("robots.txt", "robots.txt is a folder, and a file has to be there. Take the folder away, and build again."),
        ("stories/a.html", "stories is a file, and a folder has to be there. Take the file away, and build again."),
    ],
)
def test_what_is_in_the_way_is_named(tmp_path: Path, path: str, told: str) -> None:
    output = tmp_path / "output"
    (output / "robots.txt").mkdir(parents=True)
    (output / "stories").touch()
    stage = StagingArea.of(output)
    stage.begin()
    stage.put(path, b"words")
    with pytest.raises(SystemExit, match=f"/{told}$"), told_plainly([], "content", tmp_path / "theme"):
        stage.out(path, output)


def test_what_ctrl_and_c_ends_is_no_whole_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, whole_run(tmp_path / "output"):
        raise KeyboardInterrupt
    assert ended.value.code == STOPPED
    assert "Stopped." in capsys.readouterr().err
    with whole_run(tmp_path / "output"):
        pass  # nobody holds it any more


def test_a_fault_of_ours_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), told_plainly([], "content", tmp_path):
        raise ZeroDivisionError


def test_a_build_in_which_pelican_was_stopped_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path)
    settings = (ROOT / "pelicanconf.py").read_text("utf-8").replace('"theme"', f'"{ROOT / "theme"}"')
    (tmp_path / "pelicanconf.py").write_text(settings, "utf-8")
    monkeypatch.setattr(building, "by_pelican", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        building.build(project(str(tmp_path / "pelicanconf.py")))
