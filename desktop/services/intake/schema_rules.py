"""Holds package.json against the shipped JSON Schema; the library's messages become places and rules."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from desktop.services.intake.report import Findings, Rule
from desktop.services.intake.strict_json import step

SCHEMA_FILE = Path(__file__).parents[3] / "resources" / "intake" / "package.schema.json"

_RULES = {
    "type": (Rule.WRONG_TYPE, "expected"),
    "const": (Rule.NOT_IN_LIST, "allowed"),
    "enum": (Rule.NOT_IN_LIST, "allowed"),
    "pattern": (Rule.WRONG_FORM, "pattern"),
    "minLength": (Rule.TOO_SHORT, "limit"),
    "minItems": (Rule.TOO_SHORT, "limit"),
    "maxLength": (Rule.TOO_LONG, "limit"),
    "maxItems": (Rule.TOO_LONG, "limit"),
    "maxProperties": (Rule.TOO_LONG, "limit"),
    "uniqueItems": (Rule.REPEATED, "unique"),
    "anyOf": (Rule.WRONG_TYPE, "expected"),
}
_LONGEST_SHOWN = 80


def check_schema(document: Any, findings: Findings) -> None:
    """Note every rule of the schema that `document` breaks."""
    for error in _validator().iter_errors(document):
        path = "$"
        for key in error.absolute_path:
            path = step(path, key)
        _note(path, error, findings)


@cache
def _validator() -> Any:
    return Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def _note(path: str, error: Any, findings: Findings) -> None:
    if error.validator == "required":
        for name in error.validator_value:
            if name not in error.instance:
                findings.add(step(path, name), Rule.MISSING)
    elif error.validator == "additionalProperties":
        for name in error.instance.keys() - error.schema["properties"].keys():
            findings.add(step(path, name), Rule.UNKNOWN)
    elif error.validator == "not":
        findings.add(path, Rule.MUST_BE_ABSENT)
    elif "propertyNames" in error.absolute_schema_path:
        findings.add(step(path, str(error.instance)), Rule.UNKNOWN)
    else:
        rule, name = _RULES[error.validator]
        asked = "text, number, flag or list of texts" if error.validator == "anyOf" else error.validator_value
        findings.add(path, rule, **{name: asked, "found": _shown(error.instance)})


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    safe = text if text.isprintable() else text.encode("unicode_escape").decode("ascii")
    return safe if len(safe) <= _LONGEST_SHOWN else safe[: _LONGEST_SHOWN - 1] + "…"
