"""What an older system has to tell of a dossier, and which of it the office would not believe."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.models.identity_numbers import is_foreigner_code, is_legal_national_id, is_national_id
from desktop.models.vocabulary import ApplicantKind, DossierKind

_NUMBER: Final = re.compile(r"1[34]\d\d/\d{5,7}", re.ASCII)


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One dossier as an older system knew it, standing in `status` since `status_since`.

    `number` as this office writes it (1402/00017), `identity_number` in Western digits; moments have a zone.
    """

    number: str
    scheme_version_id: int
    kind: DossierKind
    level: str | None
    applicant_kind: ApplicantKind
    identity_number: str
    applicant_name: str
    subject: str
    title: str
    status: str
    round: int
    opened_at: datetime
    status_since: datetime


def faulty_field(row: DossierRow) -> str | None:
    """The first field that cannot be true whatever the scheme says, or None."""
    moments = (row.opened_at, row.status_since)
    if not _NUMBER.fullmatch(row.number):
        return "number"
    if not _can_be_of(row.applicant_kind, row.identity_number):
        return "identity_number"
    if not row.applicant_name.strip():
        return "applicant_name"
    if not row.subject.strip():
        return "subject"
    if row.round < 0:
        return "round"
    is_late = all(moment.tzinfo for moment in moments) and row.opened_at <= row.status_since
    return None if is_late else "status_since"


def _can_be_of(kind: ApplicantKind, number: str) -> bool:
    if not number.isascii():
        return False
    if kind is ApplicantKind.LEGAL_PERSON:
        return is_legal_national_id(number)
    return is_national_id(number) or is_foreigner_code(number)
