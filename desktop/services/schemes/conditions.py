"""Rules about documents: conditions that can be true, alternatives that meet, scans to compare with."""

from desktop.models.vocabulary import PAPER_FORMS, ApplicantKind, DocumentForm, DossierKind
from desktop.services.schemes import catalogue
from desktop.services.schemes.problems import Path, Problems
from desktop.services.schemes.shape import type_name
from desktop.services.schemes.view import Entry, VersionView

_TYPE_WORDS = {str: "string", int: "integer", bool: "boolean"}
_ALL_OPERATORS = ("is", "in", "below", "at_least")
_PAPER = {form.value for form in PAPER_FORMS}


def check_documents(view: VersionView, problems: Problems) -> None:
    """All rules of this module for one version."""
    words = _words_of_facts(view)
    stages: dict[str, str] = {}
    for entry in view.entries("document"):
        for condition in entry.entries("when"):
            _check_condition(condition, words, problems)
        _check_alternatives(entry, stages, problems)
        _check_scan(entry, view, problems)


def _words_of_facts(view: VersionView) -> dict[str, set[str]]:
    """The values a fact in words can have under this version."""
    activities = {
        choice.text("code") or ""
        for field in view.entries("field")
        if field.text("code") == "activity_type"
        for choice in field.entries("choices")
    }
    return {
        "applicant_kind": {kind.value for kind in ApplicantKind},
        "dossier_kind": {kind.value for kind in DossierKind},
        "sex": set(catalogue.SEXES),
        "level": view.names("level"),
        "activity_type": activities,
    }


def _check_condition(entry: Entry, words: dict[str, set[str]], problems: Problems) -> None:
    """Exactly one comparison, one that suits the fact, with values the fact can have."""
    fact = entry.text("fact") or ""
    if fact not in catalogue.FACTS:
        return
    kind = catalogue.FACTS[fact]
    given = [operator for operator in _ALL_OPERATORS if operator in entry.table]
    if len(given) != 1 or given[0] not in catalogue.OPERATORS[kind]:
        problems.add(entry.path, "wrong_condition", " | ".join(catalogue.OPERATORS[kind]), " ".join(given))
        return
    value, path = entry.table[given[0]], entry.at(given[0])
    values = value if isinstance(value, list) else [value]
    for index, one in enumerate(values):
        place = (*path, index) if isinstance(value, list) else path
        _check_fact_value(place, one, kind, words.get(fact), problems)


def _check_fact_value(
    path: Path, value: object, kind: type, words: set[str] | None, problems: Problems
) -> None:
    if type(value) is not kind:
        problems.add(path, "wrong_type", _TYPE_WORDS[kind], type_name(value))
    elif isinstance(value, str) and words is not None and value not in words:
        problems.unknown(path, "unknown_name", words, value)


def _check_alternatives(entry: Entry, stages: dict[str, str], problems: Problems) -> None:
    """Documents that stand for each other are asked for at the same stage."""
    group, stage = entry.text("one_of"), entry.text("stage")
    if group is None or stage is None:
        return
    if stages.setdefault(group, stage) != stage:
        problems.add(entry.at("stage"), "out_of_place", stages[group], stage)


def _check_scan(entry: Entry, view: VersionView, problems: Problems) -> None:
    """Only paper is compared with a scan, and only with a document that comes as one."""
    name = entry.text("compares_with")
    if name is None:
        return
    forms = {form for _, form in entry.texts("forms")}
    if not forms & _PAPER:
        problems.add(
            entry.at("compares_with"), "out_of_place", " | ".join(sorted(_PAPER)), " | ".join(sorted(forms))
        )
    for other in view.entries("document"):
        other_forms = {form for _, form in other.texts("forms")}
        if other.text("code") == name and DocumentForm.SCAN.value not in other_forms:
            problems.add(entry.at("compares_with"), "out_of_place", DocumentForm.SCAN.value, name)
