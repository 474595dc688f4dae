"""What is written down of the model says what the model says: the schemas, and the page for editors."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plugins.desk import main
from plugins.desk.guide_tables import samples
from plugins.desk.schema import schemas
from plugins.desk.schemas import FOLDER, PAGE, files
from plugins.model import BLOCK_TYPES, DOCUMENT_TYPES, RECORD_TYPES, Document
from plugins.source import documents, front

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = schemas()
FILES = files()
GUIDE = FILES[PAGE]
PAGE_KIND = next(kind for kind in DOCUMENT_TYPES if kind.kind == "page")
FRONT = f"---\ntitle: An example\nsummary: {'A block of the page for editors. ' * 2}\n---\n\n"
CODE = re.compile(r"```(\w+)\n(.*?)\n```", re.DOTALL)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_every_file_made_from_the_model_is_in_step_with_it(path: Path) -> None:
    assert (ROOT / path).is_file(), "make schemas"
    assert (ROOT / path).read_text("utf-8") == FILES[path], "make schemas"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == set(SCHEMAS)


def test_the_same_model_gives_the_same_bytes_whatever_the_day_and_the_process() -> None:
    asked = "from plugins.desk.schemas import files; print(hash(tuple(map(str, files().items()))), end='')"
    environments = ({"PYTHONHASHSEED": "0", "AS_OF": day} for day in ("2026-11-21", "2031-01-01"))
    told = {
        subprocess.run(
            [sys.executable, "-c", asked], cwd=ROOT, env={**os.environ, **found}, check=True, capture_output=True
        ).stdout
        for found in environments
    }
    assert len(told) == 1


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_points_only_at_what_it_holds_and_needs_only_what_it_names(name: str) -> None:
    schema = SCHEMAS[name]
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    text = json.dumps(schema)
    assert set(re.findall(r'"#/\$defs/([^"]+)"', text)) == set(schema.get("$defs", {}))
    for part in _objects(schema):
        assert set(part.get("required", [])) <= set(part["properties"])
        assert part["additionalProperties"] is False
    for pattern in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', text):
        re.compile(json.loads(pattern))


def _objects(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for inner in part for found in _objects(inner)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") == "object" and "properties" in part else []
    return own + [found for inner in part.values() for found in _objects(inner)]


@pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=lambda kind: kind.kind)
def test_a_schema_has_the_fields_that_an_editor_may_write_and_no_others(kind: type[Document]) -> None:
    schema = SCHEMAS[f"{kind.kind}.schema.json"]
    assert set(schema["properties"]) == {field.alias or name for name, field in kind.editor_fields().items()}
    needed = {name for name, info in kind.editor_fields().items() if info.is_required()}
    assert set(schema["required"]) == needed


@pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=lambda kind: kind.kind)
def test_the_page_names_every_field_and_its_examples_are_read_without_a_word(kind: type[Document]) -> None:
    part = GUIDE.partition(f"## {kind.label}: `content/{kind.folder}/`")[2].partition("\n## ")[0]
    for name in kind.editor_fields():
        where = GUIDE if name in Document.model_fields else part
        assert f"| `{kind.model_fields[name].alias or name}` |" in where
        assert kind.model_fields[name].description, f"{name} is not described"
        assert samples().first(kind, name)


@pytest.mark.parametrize("block", BLOCK_TYPES, ids=lambda block: block.name)
def test_the_page_shows_every_block(block: type[Any]) -> None:
    assert f"### `{block.name}`" in GUIDE
    assert f"/// {block.name}" in GUIDE


@pytest.mark.parametrize("record", RECORD_TYPES, ids=lambda record: record.kind)
def test_the_page_shows_every_data_file(record: type[Any]) -> None:
    assert f"### `{record.file}`" in GUIDE


def test_every_example_on_the_page_is_read_without_a_word() -> None:
    shown = CODE.findall(GUIDE)
    assert len(shown) > len(BLOCK_TYPES)
    for language, text in shown:
        lines = tuple(text.split("\n"))
        if language == "yaml":
            assert front.read("", list(lines), 1).problems == [], text
        elif text.startswith("---"):
            assert documents.read(PAGE_KIND, "pages/example.md", text.encode())[1] == [], text
        else:
            found, problems = documents.read(PAGE_KIND, "pages/example.md", f"{FRONT}{text}\n".encode())
            assert problems == [], text
            assert found
            assert len(found.body) == 1


def test_every_link_on_the_page_leads_to_one_of_its_headings() -> None:
    headings = re.findall(r"^#+ (.*)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= anchors


def test_check_says_which_file_is_late_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    assert main(["schemas"]) == 0
    assert main(["schemas", "--check"]) == 0
    (tmp_path / PAGE).write_text("something else", "utf-8")
    (tmp_path / FOLDER / "gone.schema.json").write_text("{}", "utf-8")
    capsys.readouterr()
    assert main(["schemas", "--check"]) == 1
    said = capsys.readouterr().err
    assert "docs/fields.md does not say what the model says." in said
    assert "schemas/gone.schema.json" in said
    assert (tmp_path / PAGE).read_text("utf-8") == "something else"
    assert main(["schemas"]) == 0
    assert main(["schemas", "--check"]) == 0
    assert not (tmp_path / FOLDER / "gone.schema.json").exists()


def test_what_editing_programs_are_told_names_every_schema_and_its_files() -> None:
    guide = (ROOT / "docs/editing.md").read_text("utf-8")
    told = dict(re.findall(r'"\./schemas/([\w-]+\.schema\.json)": \[?"(?:\./)?([^"]+)"', guide))
    kinds = {f"{kind.kind}.schema.json": f"content/{kind.folder}/*.md" for kind in DOCUMENT_TYPES}
    assert told == kinds | {
        f"{kind.file.partition('.')[0]}.schema.json": f"content/data/{kind.file}" for kind in RECORD_TYPES
    }
