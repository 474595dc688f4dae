"""The form's settings come from the model, and what it saves leaves untouched lines as they were."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.desk.admin.config import config
from plugins.desk.admin.desk import tidied
from plugins.desk.admin.installed import CACHE, FILES, HERE
from plugins.desk.admin.kept import kept
from plugins.model import DOCUMENT_TYPES
from plugins.source import documents, front
from tests.samples import text
from tests.unit.desk.conftest import ROOT, Ask

KINDS = {kind.kind: kind for kind in DOCUMENT_TYPES}
SETTINGS = config({"provider": ["clnm"], "area": ["northbridge"]}, "/admin/api")
CONTENT = Path(__file__).resolve().parents[3] / "content"


def collection(kind: str) -> dict[str, Any]:
    return next(one for one in SETTINGS["collections"] if one["name"] == kind)


def field(kind: str, name: str) -> dict[str, Any]:
    return next(one for one in collection(kind)["fields"] if one["name"] == name)


def test_each_kind_has_its_folder_and_each_of_its_fields_a_hint() -> None:
    assert [one["folder"] for one in SETTINGS["collections"]] == [f"content/{kind.folder}" for kind in DOCUMENT_TYPES]
    for kind in DOCUMENT_TYPES:
        names = {one["name"] for one in collection(kind.kind)["fields"]}
        wanted = {info.alias or name for name, info in kind.editor_fields().items()} - {"translations", "example"}
        assert names == wanted | {"body"}
        assert all(one["hint"] for one in collection(kind.kind)["fields"])


def test_what_must_be_there_is_asked_for_first_and_words_of_a_list_are_offered() -> None:
    needed = [one["required"] for one in collection("story")["fields"]]
    assert needed == sorted(needed, reverse=True)
    assert {"label": "Pseudonym (pseudonym)", "value": "pseudonym"} in field("story", "identity")["options"]
    assert field("event", "organiser")["options"] == ["clnm"]
    assert field("story", "image")["widget"] == "image"
    assert field("story", "consent")["widget"] == "object"
    assert field("newsletter", "issue") | {"value_type": "int"} == field("newsletter", "issue")


def test_a_new_piece_begins_as_a_draft_that_shows_no_place() -> None:
    assert field("story", "status")["default"] == "draft"
    assert field("story", "location_shown")["default"] == "none"
    consent = {one["name"]: one for one in field("story", "consent")["fields"]}
    assert "default" not in consent["status"]
    assert consent["under_18_when_given"]["default"] is True
    assert field("story", "other_people_checked")["default"] is False


@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_lets_the_content_that_there_is_through(kind: str) -> None:
    patterns = {one["name"]: one["pattern"][0] for one in collection(kind)["fields"] if "pattern" in one}
    for path in (CONTENT / KINDS[kind].folder).glob("*.md"):
        lines = path.read_text("utf-8").splitlines()
        values = front.read("", lines[1 : lines.index("---", 1)], 2).values
        for name in patterns.keys() & values.keys():
            assert re.search(patterns[name], values[name]), (path, name)


def saved(before: str, **changes: Any) -> str:
    """Give a file as a form might save it: sorted, quoted and folded as a general writer likes."""
    lines = before.splitlines()
    close = lines.index("---", 1)
    values = front.read("", lines[1:close], 2).values | changes
    written = yaml.safe_dump(values, sort_keys=True, width=40, default_style='"', allow_unicode=True)
    return f"---\n{written}---\n{chr(10).join(lines[close + 1 :]).strip()}\n"


@pytest.mark.parametrize("path", sorted(CONTENT.glob("*/*.md")), ids=lambda path: path.stem)
def test_nothing_changes_where_nothing_was_changed(path: Path) -> None:
    kind = next(kind for kind in DOCUMENT_TYPES if kind.folder == path.parent.name)
    before = path.read_text("utf-8")
    assert kept(kind, before, saved(before)) == before


def test_one_change_is_one_line_and_notes_stay() -> None:
    before = text("event").replace("start:", "# when it begins\nstart:")
    after = kept(KINDS["event"], before, saved(before, venue="The new hall: upstairs"))
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert changed == ['venue: "The new hall: upstairs"']
    assert "# when it begins\n" in after


@pytest.mark.parametrize(("mark", "ends"), [("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
def test_what_a_program_does_to_every_line_stays(mark: str, ends: str) -> None:
    plain = text("event", body="One.\n\nTwo.")
    before = mark + plain.replace("\n", ends)
    assert kept(KINDS["event"], before, saved(plain)) == before
    after = kept(KINDS["event"], before, saved(plain, venue="The new hall"))
    assert after == before.replace("venue: Mill Rooms", "venue: The new hall")


def test_a_file_of_an_older_encoding_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "pages/a.md"
    path.parent.mkdir()
    path.write_bytes(text("page", body="It’s £5.").encode("cp1252"))
    asked = {"action": "persistEntry", "params": {"dataFiles": [{"path": "content/pages/a.md", "raw": text("page")}]}}
    with pytest.raises(ValueError, match="decode"):
        tidied(asked, tmp_path)


def test_what_somebody_agreed_to_is_withdrawn_and_not_deleted() -> None:
    kinds = {one["name"] for one in SETTINGS["collections"] if not one["delete"]}
    assert kinds == {"story", "person"}


def test_a_new_file_is_written_as_editors_write_and_empty_fields_are_left_out() -> None:
    values = {"title": "Moving in: what I learned", "summary": "x" * 60, "areas": [], "image": "", "themes": ["home"]}
    raw = f"---\n{yaml.safe_dump(values)}---\nHello.\n"
    after = kept(KINDS["page"], "", raw)
    assert 'title: "Moving in: what I learned"\n' in after
    assert "image" not in after
    assert "areas" not in after
    document, problems = documents.read(KINDS["page"], "pages/a.md", after.replace("themes: [home]\n", "").encode())
    assert document, problems


def test_only_what_is_saved_into_a_kind_s_folder_is_tidied(tmp_path: Path) -> None:
    raw = text("page")
    asked = {"action": "persistEntry", "params": {"dataFiles": [{"path": "content/pages/a.md", "raw": raw}]}}
    assert tidied(json.loads(json.dumps(asked)), tmp_path)["params"]["dataFiles"][0]["raw"].startswith("---\n")
    other = {"action": "persistEntry", "params": {"dataFiles": [{"path": "../x.md", "raw": "as it is"}]}}
    assert tidied(json.loads(json.dumps(other)), tmp_path) == other
    assert tidied({"action": "getEntry", "params": {"path": "x"}}, tmp_path) == {
        "action": "getEntry",
        "params": {"path": "x"},
    }


def test_every_package_of_the_form_has_its_digest_and_none_its_place() -> None:
    lock = json.loads((HERE / FILES[1]).read_text("utf-8"))
    own = json.loads((HERE / FILES[0]).read_text("utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for one in packages.values())
    assert {name: packages[f"node_modules/{name}"]["version"] for name in own["dependencies"]} == own["dependencies"]


@pytest.fixture
def keeper(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the form be there already, and something that never ends stand for what keeps its files."""
    done = project / CACHE / "installed"
    done.parent.mkdir(parents=True)
    done.write_bytes((HERE / FILES[1]).read_bytes())
    node = project / "bin/node"
    node.parent.mkdir()
    node.write_text(
        f"#!/bin/sh\necho $$ > {project}/began && mv {project}/began {project}/keeper\nexec sleep 600\n", "utf-8"
    )
    node.chmod(0o755)
    monkeypatch.setenv("PATH", f"{node.parent}{os.pathsep}{os.environ['PATH']}")
    return project / "keeper"


IN_THE_BACKGROUND = ("sh", "-c", "trap '' INT; exec \"$@\"", "sh")
"""A shell lets a program in the background overlook SIGINT."""


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_the_form_ends_in_peace_and_so_does_what_keeps_its_files(keeper: Path, told: signal.Signals) -> None:
    running = subprocess.Popen(
        [*IN_THE_BACKGROUND, sys.executable, "-m", "plugins.desk", "admin", "--port", "0"],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    with running:
        assert running.stdout
        assert next(line for line in running.stdout if line.startswith("Open http://127.0.0.1:"))
        while not keeper.exists():
            assert running.poll() is None
        running.send_signal(told)
        try:
            assert running.wait(60) == 0
        finally:
            running.kill()
        assert running.stdout.read().endswith("\nStopped.\n")
    with pytest.raises(ProcessLookupError):
        os.kill(int(keeper.read_text("utf-8")), 0)


def test_without_node_it_says_what_is_missing(
    project: Path, ask: Ask, keeper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (keeper.parent / "bin/node").unlink()
    monkeypatch.setenv("PATH", str(project / "bin"))
    answer = ask("admin", "--port", "0")
    assert answer.code == 2
    assert "needs Node.js" in answer.err
