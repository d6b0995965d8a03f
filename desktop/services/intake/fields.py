"""Brings the values of a scheme's fields into the one form in which they are stored, or refuses them."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from desktop.models.identity_numbers import (
    is_national_id,
    normalize_landline,
    normalize_mobile,
    postal_code_problem,
)
from desktop.models.jalali import parse_date
from desktop.models.text import normalize_persian, western_digits
from desktop.models.vocabulary import ApplicantKind, FieldType
from desktop.services.intake.contents import FieldGiven
from desktop.services.intake.form import FieldAsked
from desktop.services.intake.report import Findings, Rule
from desktop.services.intake.strict_json import step

SEPARATOR = ","
"""Between the codes of several choices."""

_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,63}|xn--[a-z0-9-]{1,59})"
_DOMAIN_NAME = re.compile(_HOST)
_EMAIL = re.compile(r"[^\s@<>,;:\"()]{1,64}@" + _HOST, re.IGNORECASE)
_LONGEST_DOMAIN_NAME = 253


def normalized_fields(
    asked: Mapping[str, FieldAsked],
    kind: ApplicantKind,
    given: Mapping[str, FieldGiven],
    present: Mapping[str, str],
    findings: Findings,
) -> dict[str, str]:
    """The given values as stored, by field code; everything wrong is noted at $.fields.

    `present` are values that stand from earlier submissions: a required field may be missing if it has one.
    """
    values: dict[str, str] = {}
    for code, value in given.items():
        field = asked.get(code)
        if field is None or not field.is_asked_of(kind):
            findings.add(step("$.fields", code), Rule.UNKNOWN)
        elif (stored := normalized(field, value)) is None:
            findings.add(step("$.fields", code), _RULE_OF_TYPE[field.type], found=str(value)[:80])
        else:
            values[code] = stored
    for field in asked.values():
        where = step("$.fields", field.code)
        has_value = {**present, **values}.get(field.code)
        if field.required and field.is_asked_of(kind) and not has_value and findings.clean(where):
            findings.add(where, Rule.MISSING)
    return values


def normalized(field: FieldAsked, value: FieldGiven) -> str | None:
    """One value as stored; an empty text is no value and stays empty, None means that the rule is broken."""
    if value == "":
        return ""
    return _NORMALIZE[field.type](field, value)


def normalize_domain_name(text: str) -> str | None:
    """A domain name in small letters without a final dot, or None when it is none."""
    name = western_digits(text).strip().lower().removesuffix(".")
    return name if len(name) <= _LONGEST_DOMAIN_NAME and _DOMAIN_NAME.fullmatch(name) else None


def normalize_email(text: str) -> str | None:
    """An e-mail address with its domain in small letters, or None when it is none."""
    address = western_digits(text).strip()
    if not _EMAIL.fullmatch(address):
        return None
    mailbox, _, domain = address.rpartition("@")
    return f"{mailbox}@{domain.lower()}"


def _by_text(normalize: Callable[[str], str | None]) -> Callable[[FieldAsked, FieldGiven], str | None]:
    return lambda _, value: normalize(value) if isinstance(value, str) else None


def _national_id(text: str) -> str | None:
    return western_digits(text).strip() if is_national_id(text) else None


def _postal_code(text: str) -> str | None:
    return None if postal_code_problem(text) == "length" else western_digits(text).strip()


def _date(text: str) -> str | None:
    try:
        return parse_date(text).isoformat()
    except (ValueError, OverflowError):
        return None


def _choice(field: FieldAsked, value: FieldGiven) -> str | None:
    return value if isinstance(value, str) and value in field.choices else None


def _choices(field: FieldAsked, value: FieldGiven) -> str | None:
    if not isinstance(value, list) or not value or not field.choices.issuperset(value):
        return None
    return SEPARATOR.join(dict.fromkeys(value))


def _flag(_: FieldAsked, value: FieldGiven) -> str | None:
    return str(value).lower() if isinstance(value, bool) else None


def _number(_: FieldAsked, value: FieldGiven) -> str | None:
    if isinstance(value, bool | list):
        return None
    try:
        number = Decimal(western_digits(str(value)).strip())
    except InvalidOperation:
        return None
    return format(number, "f") if number.is_finite() and number.adjusted() < _LONGEST_NUMBER else None


_LONGEST_NUMBER = 18
_NORMALIZE: Mapping[FieldType, Callable[[FieldAsked, FieldGiven], str | None]] = {
    FieldType.TEXT: _by_text(lambda text: normalize_persian(text) or None),
    FieldType.EMAIL: _by_text(normalize_email),
    FieldType.MOBILE: _by_text(normalize_mobile),
    FieldType.LANDLINE: _by_text(normalize_landline),
    FieldType.POSTAL_CODE: _by_text(_postal_code),
    FieldType.DOMAIN_NAME: _by_text(normalize_domain_name),
    FieldType.NATIONAL_ID: _by_text(_national_id),
    FieldType.DATE: _by_text(_date),
    FieldType.CHOICE: _choice,
    FieldType.CHOICES: _choices,
    FieldType.FLAG: _flag,
    FieldType.NUMBER: _number,
}
_RULE_OF_TYPE: Mapping[FieldType, Rule] = {
    FieldType.TEXT: Rule.WRONG_TYPE,
    FieldType.EMAIL: Rule.EMAIL,
    FieldType.MOBILE: Rule.MOBILE,
    FieldType.LANDLINE: Rule.LANDLINE,
    FieldType.POSTAL_CODE: Rule.POSTAL_CODE,
    FieldType.DOMAIN_NAME: Rule.DOMAIN_NAME,
    FieldType.NATIONAL_ID: Rule.NATIONAL_ID,
    FieldType.DATE: Rule.DATE,
    FieldType.CHOICE: Rule.NOT_IN_LIST,
    FieldType.CHOICES: Rule.NOT_IN_LIST,
    FieldType.FLAG: Rule.WRONG_TYPE,
    FieldType.NUMBER: Rule.WRONG_TYPE,
}
