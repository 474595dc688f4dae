"""Problems as programs read them: JSON, SARIF for code hosts, and GitHub's annotations on the lines of a change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from plugins.desk.explain import codes, page_of
from plugins.model import Level, Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF = {Level.ERROR: "error", Level.OVERDUE: "error", Level.WARNING: "note"}
_GITHUB = {Level.ERROR: "error", Level.OVERDUE: "warning", Level.WARNING: "notice"}


def as_json(problems: Sequence[Problem]) -> str:
    """Write problems as a JSON list, in their order; line and column count from 1, and 0 is the whole file or line."""
    return json.dumps([_plain(problem) for problem in problems], ensure_ascii=False, indent=2)


def _plain(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "level": str(problem.level),
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "field": problem.field,
        "message": problem.message,
        "fix": problem.fix,
    }


def as_sarif(problems: Sequence[Problem]) -> str:
    """Write problems as one run of a tool (SARIF 2.1.0, OASIS)."""
    rules = [_rule(code) for code in sorted({problem.code for problem in problems if problem.code})]
    driver = {"name": "clnm", "rules": rules}
    run = {"tool": {"driver": driver}, "results": [_result(problem) for problem in problems]}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    page = codes()[code]
    return {
        "id": code,
        "shortDescription": {"text": page["name"]},
        "fullDescription": {"text": page["why"].strip()},
        "help": {"text": page_of(code, page)},
    }


def _result(problem: Problem) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.path)}}
    if problem.line:
        column = {"startColumn": problem.column} if problem.column else {}
        place["region"] = {"startLine": problem.line, **column}
    return {
        **({"ruleId": problem.code} if problem.code else {}),
        "level": _SARIF[problem.level],
        "message": {"text": _said(problem)},
        "locations": [{"physicalLocation": place}],
    }


def as_github(problems: Sequence[Problem]) -> str:
    """Write problems as workflow commands, which GitHub shows on the lines of a pull request."""
    return "\n".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    given = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{name}={_escaped(str(value), property_=True)}" for name, value in given.items() if value)
    return f"::{_GITHUB[problem.level]} {properties}::{_escaped(_said(problem))}"


def _escaped(text: str, *, property_: bool = False) -> str:
    for raw, written in (
        ("%", "%25"),
        ("\r", "%0D"),
        ("\n", "%0A"),
        *(((":", "%3A"), (",", "%2C")) if property_ else ()),
    ):
        text = text.replace(raw, written)
    return text


def _said(problem: Problem) -> str:
    what = f"{problem.field}: {problem.message}" if problem.field else problem.message
    return f"{what}\n{problem.fix}".rstrip()
