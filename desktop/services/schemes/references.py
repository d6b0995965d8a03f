"""Rules about names: each given once, and every name spoken of is a name the same version gives."""

from datetime import date
from itertools import pairwise

from desktop.models.jalali import parse_date
from desktop.models.vocabulary import FieldType, Phase
from desktop.services.reserved_fields import RESERVED
from desktop.services.schemes import catalogue
from desktop.services.schemes.problems import Path, Problems
from desktop.services.schemes.sections import IDENTITY, NEEDED
from desktop.services.schemes.view import VersionView

_CHOICE_TYPES = (FieldType.CHOICE.value, FieldType.CHOICES.value)


def check_versions(versions: list[VersionView], problems: Problems) -> None:
    """Version codes differ and their days rise strictly, so that every day has one version."""
    seen: set[str] = set()
    for view in versions:
        _once(view.version.at("code"), view.version.text("code"), seen, problems)
    for earlier, later in pairwise(versions):
        first, second = (_day(view) for view in (earlier, later))
        if first and second and second[0] <= first[0]:
            problems.add(later.version.at("valid_from"), "dates_not_rising", f"> {first[1]}", second[1])


def check_names(view: VersionView, problems: Problems) -> None:
    """All rules of this module for one version."""
    _check_needed(view, problems)
    _check_given_once(view, problems)
    _check_spoken_of(view, problems)
    _check_fields(view, problems)
    _check_levels(view, problems)
    _check_retention(view, problems)


def _day(view: VersionView) -> tuple[date, str] | None:
    text = view.version.text("valid_from")
    try:
        return (parse_date(text), text) if text else None
    except ValueError:
        return None


def _once(path: Path, name: str | None, seen: set[str], problems: Problems) -> None:
    if name is not None and name in seen:
        problems.add(path, "duplicate", "", name)
    seen.add(name or "")


def _check_needed(view: VersionView, problems: Problems) -> None:
    for section in NEEDED:
        if view.missing(section):
            problems.add(view.version.at(section), "missing_key", section, "")


def _check_given_once(view: VersionView, problems: Problems) -> None:
    for section, keys in IDENTITY.items():
        seen: set[str] = set()
        for entry in view.entries(section):
            if entry.text(keys[0]) is not None:
                name = " ".join(filter(None, (entry.text(key) for key in keys)))
                _once(entry.at(keys[0]), name, seen, problems)


def _check_spoken_of(view: VersionView, problems: Problems) -> None:
    """Keys that name another table of the version."""
    for section, key, target in (
        ("field", "group", "field_group"),
        ("checklist_item", "group", "checklist_group"),
        ("document", "compares_with", "document"),
        ("verification", "field", "field"),
        ("level", "follows", "level"),
        ("reason", "item", "checklist_item"),
        ("transition", "to", "status"),
    ):
        known = view.names(target)
        for entry in view.entries(section):
            name = entry.text(key)
            if name is not None and name not in known:
                problems.unknown(entry.at(key), "unknown_name", known, name)
    for section, key, target in (
        ("transition", "from", "status"),
        ("level", "requires_items", "checklist_item"),
        ("checklist_item", "fields", "field"),
        ("checklist_item", "documents", "document"),
    ):
        known = view.names(target) | (RESERVED.keys() if target == "field" else set())
        for entry in view.entries(section):
            for path, name in entry.texts(key):
                if name not in known:
                    problems.unknown(path, "unknown_name", known, name)


def _check_fields(view: VersionView, problems: Problems) -> None:
    """Fields of choice have choices, each once, others none; no field has the code of a reserved one."""
    for entry in view.entries("field"):
        if entry.text("code") in RESERVED:
            problems.add(entry.at("code"), "reserved_code", "", entry.text("code"))
        wants_choices = entry.text("type") in _CHOICE_TYPES
        if wants_choices != bool(entry.entries("choices")):
            expected = "choices = [ … ]" if wants_choices else " | ".join(_CHOICE_TYPES)
            problems.add(entry.at("type"), "wrong_choices", expected, entry.text("type") or "")
        seen: set[str] = set()
        for choice in entry.entries("choices"):
            _once(choice.at("code"), choice.text("code"), seen, problems)


def _check_levels(view: VersionView, problems: Problems) -> None:
    """No level comes, directly or by others, after itself."""
    follows = {entry.text("code"): entry.text("follows") for entry in view.entries("level")}
    for entry in view.entries("level"):
        step, trail = entry.text("follows"), set[str | None]()
        while step is not None and step not in trail:
            trail.add(step)
            step = follows.get(step)
        if entry.text("code") in trail:
            problems.add(entry.at("follows"), "follows_itself", "", entry.text("code"))


def _check_retention(view: VersionView, problems: Problems) -> None:
    """Keeping is counted from an end: of the dossier or of the certificate's life."""
    ends = {
        entry.text("code") or ""
        for entry in view.entries("status")
        if entry.text("phase") == Phase.ENDED.value
    } | set(catalogue.CERTIFICATE_ENDS)
    for entry in view.entries("retention"):
        after = entry.text("after")
        if after is not None and after not in ends:
            problems.unknown(entry.at("after"), "unknown_name", ends, after)
