"""The content model as JSON Schema (draft 7), for editing programs that check what is typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from plugins.model import DOCUMENT_TYPES, RECORD_TYPES, Document, Record

DIALECT = "http://json-schema.org/draft-07/schema#"
DAY = r"^\d{4}-\d{2}-\d{2}$"
MOMENT = r"^\d{4}-\d{2}-\d{2}[T ]+\d{1,2}:\d{2}(:00)?$"


class _AsTyped(GenerateJsonSchema):
    """Describes values as they are typed, before the model has turned them into others."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave null out: a field without a value is left out, or it is a mistake."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Name a default only where it says something."""
        found = super().default_schema(schema)
        if found.get("default") in (None, [], {}):
            found.pop("default", None)
        return found

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """Let lists be written with commas, and yes stand for true."""
        found = self.generate_inner(schema["schema"])
        if found.get("type") == "array":
            return {"anyOf": [found, {"type": "string"}]}
        if found.get("type") == "boolean":
            return {"enum": [True, False, "true", "false", "yes", "no"]}
        return found

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's signature
        """Write a day as editors do."""
        return {"type": "string", "pattern": DAY}

    def datetime_schema(self, schema: core_schema.DatetimeSchema) -> JsonSchemaValue:  # noqa: ARG002 - see above
        """Write a day and a time as editors do."""
        return {"type": "string", "pattern": MOMENT}

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:  # noqa: ARG002 - see above
        """Take what has a class of its own as the words it is read from."""
        return {"type": "string"}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - see above
        """Leave titles out: they would only repeat the names."""
        return False


def schemas() -> dict[str, dict[str, Any]]:
    """Give each schema by its file's name: one for each kind, one for each data file."""
    found = {f"{kind.kind}.schema.json": _of_kind(kind) for kind in DOCUMENT_TYPES}
    return found | {f"{kind.file.partition('.')[0]}.schema.json": _of_file(kind) for kind in RECORD_TYPES}


def _of_kind(kind: type[Document]) -> dict[str, Any]:
    schema = _without(kind, set(kind.model_fields) - set(kind.editor_fields()))
    return {"$schema": DIALECT, **schema, "title": kind.label}


def _of_file(kind: type[Record]) -> dict[str, Any]:
    record = _without(kind, {"id"})
    whole = {"$schema": DIALECT, "title": kind.file, "description": record.pop("description", ""), "type": "object"}
    definitions = {"$defs": record.pop("$defs")} if "$defs" in record else {}
    names = {"pattern": r"^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$"}
    return {**whole, "propertyNames": names, "additionalProperties": record, **definitions}


def _without(kind: type[BaseModel], names: Iterable[str]) -> dict[str, Any]:
    """Describe a class but for the fields that no editor writes, and without what only those used."""
    schema: dict[str, Any] = kind.model_json_schema(schema_generator=_AsTyped)
    for name in names:
        schema["properties"].pop(name, None)
    schema["required"] = [name for name in schema.get("required", []) if name in schema["properties"]]
    definitions = schema.pop("$defs", {})
    used: dict[str, Any] = {}
    waiting = _references(schema)
    while waiting:
        name = waiting.pop()
        if name not in used:
            used[name] = definitions[name]
            waiting |= _references(used[name])
    return {**schema, **({"$defs": dict(sorted(used.items()))} if used else {})}


def _references(schema: object) -> set[str]:
    return set(re.findall(r"'#/\$defs/([^']+)'", repr(schema)))
