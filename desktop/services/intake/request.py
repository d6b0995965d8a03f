"""Holds a package against the form of its scheme version; what is left is a request as it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.models.identity_numbers import normalize_mobile
from desktop.models.jalali import parse_date
from desktop.models.text import fold, normalize_persian, western_digits
from desktop.models.vocabulary import SubjectKind
from desktop.services.applicants import NewApplicant
from desktop.services.intake.contents import ApplicantGiven, Contents, VerificationGiven
from desktop.services.intake.fields import (
    normalize_domain_name,
    normalize_email,
    normalized,
    normalized_fields,
)
from desktop.services.intake.form import Form, VerificationAsked
from desktop.services.intake.report import Findings, Rule
from desktop.services.intake.strict_json import step


@dataclass(frozen=True, slots=True)
class Verified:
    """A verification as stored."""

    asked: VerificationAsked
    value: str
    verified_at: datetime


@dataclass(frozen=True, slots=True)
class Request:
    """What the applicant asks for and gives, every value in the form in which it is stored."""

    applicant: NewApplicant
    subject: str
    level: str | None
    fields: dict[str, str]
    services: tuple[str, ...] | None
    """None when the package says nothing about them."""
    verified: tuple[Verified, ...]


def request_of(form: Form, contents: Contents, present: Mapping[str, str], findings: Findings) -> Request:
    """The request in the package; everything the scheme does not accept is noted.

    `present` are field values that stand from earlier submissions.
    """
    applicant = applicant_of(contents.applicant)
    fields = normalized_fields(form.fields, applicant.kind, contents.fields, present, findings)
    _check_codes(form, contents, findings)
    return Request(
        applicant=applicant,
        subject=_subject(form, contents.subject, findings),
        level=contents.level,
        fields=fields,
        services=contents.services,
        verified=_verified(form, contents, {**present, **fields}, findings),
    )


def applicant_of(given: ApplicantGiven) -> NewApplicant:
    """The applicant as stored; his values have passed the rules of the package already."""
    identity = given.foreigner_code if given.is_foreign else given.national_id or given.legal_national_id
    director = given.managing_director
    named = director and {
        "name": normalize_persian(director.name),
        "national_id": western_digits(director.national_id),
    }
    return NewApplicant(
        kind=given.kind,
        identity_number=western_digits(identity or "").strip(),
        name=normalize_persian(given.name),
        birth_date=parse_date(given.birth_date) if given.birth_date else None,
        sex=given.sex,
        is_foreign=given.is_foreign,
        mobile=normalize_mobile(given.mobile),
        email=normalize_email(given.email) or given.email,
        user_id=given.user_id,
        managing_director=named or None,
    )


def _check_codes(form: Form, contents: Contents, findings: Findings) -> None:
    if contents.level is not None and contents.level not in form.levels:
        findings.add("$.level", Rule.NOT_IN_LIST, allowed=list(form.levels), found=contents.level)
    for position, code in enumerate(contents.services or ()):
        if code not in form.services:
            findings.add(f"$.services[{position}]", Rule.NOT_IN_LIST, found=code)
    scans = [rule.code for rule in form.documents.values() if rule.comes_as_scan]
    for position, document in enumerate(contents.documents):
        if document.rule not in scans:
            where = f"$.documents[{position}].rule"
            findings.add(where, Rule.NOT_IN_LIST, allowed=scans, found=document.rule)


def _subject(form: Form, given: str, findings: Findings) -> str:
    if form.subject_kind is not SubjectKind.DOMAIN_NAME:
        return normalize_persian(given)
    name = normalize_domain_name(given)
    if name is None:
        findings.add("$.subject", Rule.DOMAIN_NAME, found=given[:80])
    return name or given


def _verified(
    form: Form, contents: Contents, fields: Mapping[str, str], findings: Findings
) -> tuple[Verified, ...]:
    """The verifications whose value is the one that stands in the fields (ENM-052)."""
    verified: dict[str, Verified] = {}
    for position, given in enumerate(contents.verifications):
        where = f"$.verifications[{position}]"
        asked = form.verifications.get(given.kind)
        if asked is None:
            findings.add(step(where, "kind"), Rule.NOT_IN_LIST, allowed=list(form.verifications))
        elif given.kind in verified:
            findings.add(step(where, "kind"), Rule.REPEATED, found=given.kind)
        else:
            value = _verified_value(form, asked, given, fields)
            verified[given.kind] = Verified(asked, value or "", given.verified_at)
            if value is None:
                findings.add(step(where, "value"), Rule.VERIFIED_VALUE, field=asked.field_code)
    return tuple(verified.values())


def _verified_value(
    form: Form, asked: VerificationAsked, given: VerificationGiven, fields: Mapping[str, str]
) -> str | None:
    """The field's own value when the verified one is the same; without a field, what was verified."""
    if asked.field_code is None:
        return normalize_persian(given.value) or None
    stands = fields.get(asked.field_code) or None
    value = normalized(form.fields[asked.field_code], given.value)
    return stands if stands and value and fold(value) == fold(stands) else None
