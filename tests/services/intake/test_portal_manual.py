"""The manual for portals says what the program does; every rule, flag and limit, and its examples."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from desktop.services import people
from desktop.services.intake import limits
from desktop.services.intake.judgement import Flag
from desktop.services.intake.outcomes import Receipt
from desktop.services.intake.package import Package, inspect_bytes
from desktop.services.intake.report import Rule
from desktop.services.intake.schema_rules import SCHEMA_FILE
from desktop.services.intake.taking import take
from desktop.services.unit_of_work import run
from tests.builders.applications import NOW, an_application, packed, send_back
from tests.builders.packages import a_picture, package_bytes

MANUAL = (Path(__file__).parents[3] / "docs" / "portal.md").read_text(encoding="utf-8")
SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def example(name: str) -> tuple[dict, dict[str, tuple[str, bytes]]]:
    """An example of the manual with the files it names."""
    written = re.search(rf"<!-- example: {name} -->\n```json\n(.*?)```", MANUAL, re.DOTALL)
    document = json.loads(written[1])
    files = {
        one["file"]: (one["rule"], a_picture("JPEG", (40 + number, 30)))
        for number, one in enumerate(document["documents"], len(name))
    }
    document["documents"] = an_application(files)["documents"]
    return document, files


def test_every_rule_and_flag_is_explained():
    told = set(re.findall(r"`([a-z0-9_]+)`", MANUAL))
    assert {*map(str, Rule), *map(str, Flag)} - told == set()


def test_the_limits_are_the_ones_that_hold():
    mebibytes = {limits.PACKAGE_BYTES, limits.UNPACKED_BYTES, limits.FILE_BYTES, limits.CONTENTS_BYTES}
    told = [f"{size // limits.MEBIBYTE} MiB" for size in mebibytes]
    told += [f"{limits.PIXELS // 10**6} million pixels", f"{limits.TOTAL_PIXELS // 10**6} million pixels"]
    told += [f"{limits.FRAMES} frames", f"{limits.PDF_PAGES} pages", f"{limits.NAME_LETTERS} letters"]
    told += [f"| {limits.FILES} |", f"| {limits.RATIO} |", f"nested {limits.DEPTH} deep"]
    told += [f"more than {limits.RATIO_FROM_BYTES // limits.MEBIBYTE} MiB", f"{limits.SUBMISSION_DAYS} days"]
    assert [limit for limit in told if limit not in MANUAL] == []


def test_the_examples_are_taken(enamad, tmp_path):
    portal = people.applicant(NOW)
    document, files = example("open")
    first = run(enamad, take, portal, packed(tmp_path, document, files))
    assert isinstance(first, Receipt), first
    send_back(enamad, first.dossier, "O2")
    document, files = example("resubmit")
    later = replace(portal, at=NOW + timedelta(days=8))
    second = run(enamad, take, later, packed(tmp_path, document, files))
    assert isinstance(second, Receipt), second
    assert (second.dossier, second.round) == (first.dossier, 2)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def nameless(schema: object, path: str = "") -> list[str]:
    if not isinstance(schema, dict):
        return []
    found = [
        f"{path}.{name}"
        for name, value in schema.get("properties", {}).items()
        if set(value) & {"type", "$ref", "enum"} and not {"title", "description"} <= set(value)
    ]
    return found + [one for name, inner in schema.items() for one in nameless(inner, f"{path}.{name}")]


def test_every_value_of_the_schema_has_a_title_and_a_description():
    assert nameless(SCHEMA) == []


@pytest.mark.parametrize("name", ["open", "resubmit"])
def test_the_examples_are_valid_by_the_shipped_schema(name):
    assert list(Draft202012Validator(SCHEMA).iter_errors(example(name)[0])) == []


@given(st.sampled_from(sorted(SCHEMA["required"])))
def test_what_the_schema_requires_is_missed(key):
    document, files = example("open")
    del document[key]
    report = inspect_bytes(package_bytes(document, files))
    assert not isinstance(report, Package)
    assert (f"$.{key}", "missing") in {(one.where, one.rule) for one in report.findings}
