"""Which documents one dossier needs: conditions are answered once per submission, so guards stay plain.

The facts are those a document rule may name; one that is unknown of an applicant makes its condition false.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from desktop.models.document import DocumentRequirement
from desktop.models.jalali import age_years
from desktop.models.vocabulary import ApplicantKind, DocumentLevel, DossierKind
from desktop.services.applicants import NewApplicant
from desktop.services.intake.form import DocumentAsked, Form

Facts = Mapping[str, Any]

_HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "is": lambda fact, value: bool(fact == value),
    "in": lambda fact, values: fact in values,
    "below": lambda fact, limit: bool(fact < limit),
    "at_least": lambda fact, limit: bool(fact >= limit),
}


def facts_of(
    form: Form,
    applicant: NewApplicant,
    kind: DossierKind,
    level: str | None,
    fields: Mapping[str, str],
    services: Iterable[str],
    has_proxy: bool,  # noqa: FBT001 - a fact of the applicant, named at every call
    submitted_on: date,
) -> Facts:
    """The facts of one submission; the age counts in full Jalali years on the day of submission (C-37)."""
    natural = applicant.kind is ApplicantKind.NATURAL_PERSON and applicant.birth_date is not None
    return {
        "applicant_kind": applicant.kind.value,
        "is_foreign": applicant.is_foreign,
        "has_proxy": has_proxy,
        "sex": applicant.sex,
        "age_years": age_years(applicant.birth_date, submitted_on)
        if natural and applicant.birth_date
        else None,
        "needs_licence": any(form.services.get(service, False) for service in services),
        "activity_type": fields.get("activity_type"),
        "dossier_kind": kind.value,
        "level": level,
    }


def applies(rule: DocumentAsked, facts: Facts) -> bool:
    """Whether the rule asks anything of a dossier with these facts (C-23…C-25, C-36)."""
    if rule.level is DocumentLevel.OFF:
        return False
    if rule.applicant_kinds and facts["applicant_kind"] not in rule.applicant_kinds:
        return False
    return all(_condition_holds(condition, facts) for condition in rule.conditions)


def _condition_holds(condition: Mapping[str, Any], facts: Facts) -> bool:
    fact = facts[condition["fact"]]
    comparisons = [name for name in _HOLDS if name in condition]
    return fact is not None and all(_HOLDS[name](fact, condition[name]) for name in comparisons)


def settle_requirements(
    session: Session, dossier_id: int, form: Form, facts: Facts, *, is_first: bool
) -> None:
    """Set the dossier's requirements as they follow from the facts of its newest submission."""
    if not is_first:
        session.connection().execute(
            delete(DocumentRequirement).where(DocumentRequirement.dossier_id == dossier_id)
        )
    rows = [
        {
            "dossier_id": dossier_id,
            "rule_code": rule.code,
            "position": rule.position,
            "stage": rule.stage,
            "level": rule.level,
            "one_of": rule.one_of,
            "forms": list(rule.forms),
            "compares_with": rule.compares_with,
        }
        for rule in form.documents.values()
        if applies(rule, facts)
    ]
    if rows:
        session.connection().execute(insert(DocumentRequirement), rows)
