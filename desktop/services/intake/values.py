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

_CHECKS: tuple[tuple[tuple[str, ...], Rule, Callable[[str], bool]], ...] = (
    (("applicant", "national_id"), Rule.NATIONAL_ID, is_national_id),
    (("applicant", "legal_national_id"), Rule.LEGAL_NATIONAL_ID, is_legal_national_id),
    (("applicant", "managing_director", "national_id"), Rule.NATIONAL_ID, is_national_id),
    (("applicant", "proxy", "national_id"), Rule.NATIONAL_ID, is_national_id),
    (("applicant", "mobile"), Rule.MOBILE, lambda text: normalize_mobile(text) is not None),
)


def check_values(document: dict[str, Any], findings: Findings) -> None:
    """Note values with a wrong check digit, no day of the calendar, or a moment after the submission.

    Values of the wrong type were noted by the schema and are passed over here.
    """
    for keys, rule, holds in _CHECKS:
        value = _at(document, *keys)
        if isinstance(value, str) and not holds(value):
            findings.add(".".join(("$", *keys)), rule, found=value[:40])
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
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        in_tehran(moment)
    except (ValueError, OverflowError):
        findings.add(path, Rule.MOMENT, found=value[:40])
        return None
    return moment if moment.tzinfo else None


def _check_birth_date(value: Any, submitted: datetime | None, findings: Findings) -> None:
    if not isinstance(value, str):
        return
    try:
        born = parse_date(value)
    except (ValueError, OverflowError):
        findings.add("$.applicant.birth_date", Rule.DATE, found=value[:40])
        return
    if submitted and born > in_tehran(submitted).date():
        findings.add("$.applicant.birth_date", Rule.AFTER_SUBMISSION, found=value)
