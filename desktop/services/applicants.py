"""Applicants as packages describe them: a row a person, overwritten by what he says next, never silently."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.text import normalize_persian
from desktop.models.vocabulary import ApplicantKind
from desktop.services import journal, reserved_fields
from desktop.services.people import Actor


@dataclass(frozen=True, slots=True)
class NewApplicant:
    """An applicant as a package describes him; known again by the identity number."""

    kind: ApplicantKind
    identity_number: str
    name: str
    birth_date: date | None = None
    sex: str | None = None
    is_foreign: bool = False
    mobile: str | None = None
    email: str | None = None
    user_id: str | None = None
    managing_director: dict[str, str] | None = None


def values_of(applicant: NewApplicant | Applicant) -> dict[str, str]:
    """What he says of himself, by reserved field code; not the identity number, which never changes.

    A portal user that is not named stays the one it was, so it is left out.
    """
    director = applicant.managing_director or {}
    values = {
        reserved_fields.APPLICANT_NAME: applicant.name,
        reserved_fields.APPLICANT_BIRTH_DATE: applicant.birth_date.isoformat()
        if applicant.birth_date
        else "",
        reserved_fields.APPLICANT_SEX: applicant.sex or "",
        reserved_fields.APPLICANT_MOBILE: applicant.mobile or "",
        reserved_fields.APPLICANT_EMAIL: applicant.email or "",
        reserved_fields.DIRECTOR_NAME: str(director.get("name", "")),
        reserved_fields.DIRECTOR_NATIONAL_ID: str(director.get("national_id", "")),
    }
    return values | ({reserved_fields.APPLICANT_USER_ID: applicant.user_id} if applicant.user_id else {})


def enter_applicant(session: Session, given: NewApplicant) -> tuple[Applicant, list[str]]:
    """The row of this person, new or brought up to date, and the codes of what changed in a known one."""
    known = session.scalar(select(Applicant).where(Applicant.identity_number == given.identity_number))
    if known is not None:
        return known, overwrite(known, given)
    applicant = Applicant(kind=given.kind, identity_number=given.identity_number)
    _take_over(applicant, given)
    session.add(applicant)
    session.flush()
    return applicant, []


def overwrite(applicant: Applicant, given: NewApplicant) -> list[str]:
    """Take over what he says now; gives the reserved codes of the values that changed."""
    before = values_of(applicant)
    _take_over(applicant, given)
    return [code for code, value in values_of(applicant).items() if value != before.get(code, "")]


def journal_change(session: Session, actor: Actor, dossier_id: int, codes: list[str]) -> None:
    """Tell, in the dossier whose package brought it, which data changed; the values stand in its fields."""
    if codes:
        journal.record(session, actor, "dossier:applicant:changed", dossier_id, fields=codes)


def _take_over(applicant: Applicant, given: NewApplicant) -> None:
    applicant.name = normalize_persian(given.name)
    applicant.birth_date, applicant.sex, applicant.is_foreign = given.birth_date, given.sex, given.is_foreign
    applicant.mobile, applicant.email = given.mobile, given.email
    applicant.user_id = given.user_id or applicant.user_id
    applicant.managing_director = given.managing_director
