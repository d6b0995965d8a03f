"""Rules of single values that no pattern can say: check digits, calendars, the order of moments."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from desktop.models.identity_numbers import (
    is_legal_national_id,
    is_national_id,
    normalize_mobile,
)
from desktop.models.jalali import in_tehran, parse_date
from desktop.services.intake.report import Findings, Rule

BIRTH_DATE = "$.applicant.birth_date"
SHOWN = 40
"""Letters of a wrong value that a report repeats."""

_CHECKS: tuple[tuple[tuple[str, ...], Rule, Callable[[str], bool]], ...] = (
    (("applicant", "national_id"), Rule.NATIONAL_ID, is_national_id),
    (("applicant", "legal_national_id"), Rule.LEGAL_NATIONAL_ID, is_legal_national_id),
    (("applicant", "managing_director", "national_id"), Rule.NATIONAL_ID, is_national_id),
    (("applicant", "proxy", "national_id"), Rule.NATIONAL_ID, is_national_id),
    (("applicant", "mobile"), Rule.MOBILE, lambda text: normalize_mobile(text) is not None),
)


def check_values(document: dict[str, Any], findings: Findings) -> None:
    """Note values with a wrong check digit, no day of the calendar, or a moment after the submission.

    Places where the schema found something already are passed over.
    """
    for keys, rule, holds in _CHECKS:
        value = _at(document, *keys)
        where = ".".join(("$", *keys))
        if isinstance(value, str) and not holds(value) and findings.clean(where):
            findings.add(where, rule, found=value[:SHOWN])
    submitted = _check_moments(document, findings)
    _check_birth_date(_at(document, "applicant", "birth_date"), submitted, findings)


def _at(document: Any, *keys: str) -> Any:
    for key in keys:
        document = document.get(key) if isinstance(document, dict) else None
    return document


def _check_moments(document: dict[str, Any], findings: Findings) -> datetime | None:
    submitted = _moment("$.submitted_at", document.get("submitted_at"), findings)
    for path, value in _earlier_moments(document):
        moment = _moment(path, value, findings)
        if moment and submitted and moment > submitted:
            findings.add(path, Rule.AFTER_SUBMISSION, found=value, submitted_at=document["submitted_at"])
    return submitted


def _earlier_moments(document: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "$.terms.accepted_at", _at(document, "terms", "accepted_at")
    verifications = document.get("verifications")
    for position, one in enumerate(verifications if isinstance(verifications, list) else ()):
        yield f"$.verifications[{position}].verified_at", _at(one, "verified_at")


def _moment(path: str, value: Any, findings: Findings) -> datetime | None:
    if not isinstance(value, str) or not findings.clean(path):
        return None
    try:
        moment = datetime.fromisoformat(value)
        in_tehran(moment)
    except (ValueError, OverflowError):
        findings.add(path, Rule.MOMENT, found=value[:SHOWN])
        return None
    return moment if moment.tzinfo else None


def _check_birth_date(value: Any, submitted: datetime | None, findings: Findings) -> None:
    if not isinstance(value, str) or not findings.clean(BIRTH_DATE):
        return
    try:
        born = parse_date(value)
    except (ValueError, OverflowError):
        findings.add(BIRTH_DATE, Rule.DATE, found=value[:SHOWN])
        return
    if submitted and born > in_tehran(submitted).date():
        findings.add(BIRTH_DATE, Rule.AFTER_SUBMISSION, found=value)
