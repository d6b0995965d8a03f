"""What a letter is about, as plain values given by the caller; letters never ask the database."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.vocabulary import ApplicantKind, SubjectKind


class LetterKind(StrEnum):
    """Letters the office writes; the applicant's kind picks between L1 and L2."""

    COMMITMENT_LETTER = "commitment_letter"
    """L1 for a natural person, L2 for a legal person."""
    CERTIFICATE = "certificate"
    """L7."""
    DEFICIENCY_NOTICE = "deficiency_notice"
    """L8."""


@dataclass(frozen=True)
class RejectedItem:
    """One checklist item that was not accepted, and the remark the applicant is to see (ENM-061)."""

    code: str
    title: str
    remark: str


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """Everything letters may say; a letter refuses to be made when a fact it names is missing.

    Names and labels are given in the letter's language where they have one.
    """

    office_name: str
    applicant_kind: ApplicantKind
    holder_name: str
    """The person's name, or the company's."""
    identity_number: str
    """National id of a natural person, foreigners' inclusive code, or legal national id of a company."""
    is_foreign: bool = False
    managing_director: str | None = None
    managing_director_id: str | None = None
    scheme: str | None = None
    """Code of the scheme, whose own wording goes before the one for all."""
    scheme_title: str | None = None
    subject_kind: SubjectKind = SubjectKind.DOMAIN_NAME
    domain: str | None = None
    """What the dossier is about; of an eNamad dossier its domain name."""
    user_id: str | None = None
    dossier_number: str | None = None
    round: int | None = None
    written_on: date | None = None
    """The day the letter is written."""
    po_box: str | None = None
    """Where originals are sent (ENM-071), from the scheme's parameters."""
    rejected_items: tuple[RejectedItem, ...] = ()
    answer_due: date | None = None
    """The last day of the answer deadline."""
    certificate_number: str | None = None
    level_label: str | None = None
    stars: int | None = None
    issued_on: date | None = None
    last_valid_day: date | None = None
    symbol_code: str | None = None
    signatory_name: str | None = None
