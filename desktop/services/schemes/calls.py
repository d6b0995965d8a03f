"""Rules about guards and effects: they exist, have their parameters, and name what the version has."""

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.models.effects import EFFECTS
from desktop.models.guards import GUARDS
from desktop.services.schemes import catalogue
from desktop.services.schemes.problems import Path, Problems
from desktop.services.schemes.shape import type_name
from desktop.services.schemes.view import Entry, VersionView

GUARD_PARAMETERS: Mapping[str, Mapping[str, type]] = {
    name: guard.parameters for name, guard in GUARDS.items()
}
_TYPE_WORDS = {str: "string", int: "integer", bool: "boolean"}


def check_calls(view: VersionView, problems: Problems) -> None:
    """All rules of this module for one version."""
    names = _names(view)
    for transition in view.entries("transition"):
        for entry in transition.entries("guards"):
            _check_call(entry, "guard", GUARD_PARAMETERS, names, problems)
            _check_counts(entry, view, problems)
        for entry in transition.entries("effects"):
            _check_call(entry, "effect", EFFECTS, names, problems)
    _check_used(view, problems)


def _names(view: VersionView) -> dict[tuple[str, str], set[str]]:
    """What may be named by which parameter of which guard or effect."""
    charges = view.names("fee", "charged_on")
    stages = view.names("document", "stage")
    authorities = view.names("clearance", "authority")
    return {
        ("documents_present", "stage"): stages,
        ("documents_accepted", "stage"): stages,
        ("four_eyes", "work"): set(catalogue.WORKS),
        ("fee_paid", "kind"): charges,
        ("clearance_granted", "authority"): authorities,
        ("clearance_pending", "authority"): authorities,
        ("clearance_refused", "authority"): authorities,
        ("field_is", "field"): view.names("field"),
        ("parameter_on", "name"): _flags(view),
        ("send_notice", "kind"): view.names("letter", "kind"),
        ("request_clearance", "authority"): authorities,
        ("issue_certificate", "level"): view.names("level") | {catalogue.REQUESTED_LEVEL},
        ("charge_fees", "on"): charges,
    }


def _flags(view: VersionView) -> set[str]:
    """Parameters that are on or off."""
    return {
        name
        for entry in view.entries("parameters")
        for name, value in entry.table.items()
        if type(value) is bool
    }


def _check_call(
    entry: Entry,
    key: str,
    known: Mapping[str, Mapping[str, type]],
    names: Mapping[tuple[str, str], set[str]],
    problems: Problems,
) -> None:
    """One guard or effect with its parameters."""
    name = entry.text(key)
    if name is None:
        return
    if name not in known:
        problems.unknown(entry.at(key), "unknown_name", known, name)
        return
    parameters = known[name]
    for given in entry.table:
        if given != key and given not in parameters:
            problems.unknown(entry.at(given), "unknown_key", parameters, given)
    for parameter, kind in parameters.items():
        _check_parameter(entry, parameter, kind, names.get((name, parameter)), problems)


def _check_parameter(
    entry: Entry, parameter: str, kind: type, names: Iterable[str] | None, problems: Problems
) -> None:
    value: Any = entry.table.get(parameter)
    path, given = entry.at(parameter), type(value)
    if value is None:
        problems.add(path, "missing_key", f"{parameter} = {_TYPE_WORDS[kind]}", "")
    elif given is not kind:
        problems.add(path, "wrong_type", _TYPE_WORDS[kind], type_name(value))
    elif kind is int and value < 1:
        problems.add(path, "too_small", 1, value)
    elif names is not None and value not in names:
        problems.unknown(path, "unknown_name", names, value)


def _check_counts(entry: Entry, view: VersionView, problems: Problems) -> None:
    """Guards no dossier could pass: more verifications than count, a choice that is not offered."""
    asked = entry.number("n")
    if entry.text("guard") == "verifications_at_least" and asked is not None:
        counted = sum(rule.flag("counts") for rule in view.entries("verification"))
        if asked > counted:
            problems.add(entry.at("n"), "too_large", counted, asked)
    value = entry.text("value")
    if entry.text("guard") == "field_is" and value is not None:
        for field in view.entries("field"):
            choices = {choice.text("code") or "" for choice in field.entries("choices")}
            if field.text("code") == entry.text("field") and choices and value not in choices:
                problems.unknown(entry.at("value"), "unknown_name", choices, value)


def _check_used(view: VersionView, problems: Problems) -> None:
    """Fees that no step charges and authorities that no step asks would wait for ever."""
    for section, key, effect, parameter in (
        ("fee", "charged_on", "charge_fees", "on"),
        ("clearance", "authority", "request_clearance", "authority"),
    ):
        used = {
            call.text(parameter)
            for transition in view.entries("transition")
            for call in transition.entries("effects")
            if call.text("effect") == effect
        }
        for entry in view.entries(section):
            name = entry.text(key)
            if name is not None and name not in used:
                hint = f'{{effect = "{effect}", {parameter} = "{name}"}}'
                problems.add(entry.at(key), "never_used", hint, name)


def check_parameters(view: VersionView, problems: Problems) -> None:
    """Known parameters have their type; a scheme's own are flags that some step asks about."""
    asked = {
        call.text("name")
        for transition in view.entries("transition")
        for call in transition.entries("guards")
        if call.text("guard") == "parameter_on"
    }
    for entry in view.entries("parameters"):
        for name, value in entry.table.items():
            _check_setting(entry.at(name), name, value, asked, problems)


def _check_setting(path: Path, name: str, value: object, asked: set[str | None], problems: Problems) -> None:
    kind = catalogue.PARAMETERS.get(name, bool if name in asked else None)
    if kind is None:
        problems.unknown(path, "unknown_key", catalogue.PARAMETERS, name)
    elif type(value) is not kind:
        problems.add(path, "wrong_type", _TYPE_WORDS[kind], type_name(value))
    elif isinstance(value, str) and not value.strip():
        problems.add(path, "empty_text", "", value)
    elif type(value) is int and value < 0:
        problems.add(path, "too_small", 0, value)
