"""What a scheme says, as frozen values: the shape the reader gives and the store takes.

Every version is complete in itself: what the file says once for all is written into each of them.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date

from desktop.models.vocabulary import (
    ApplicantKind,
    DocumentForm,
    DocumentLevel,
    DossierKind,
    Family,
    FieldType,
    Phase,
    PseudoRole,
    Role,
    SubjectKind,
)

Scalar = str | int | bool


@dataclass(frozen=True, slots=True)
class Label:
    """One text in the three languages of the office, always in this order."""

    fa: str
    ar: str
    en: str

    def as_dict(self) -> dict[str, str]:
        """The form in which labels are stored."""
        return {"fa": self.fa, "ar": self.ar, "en": self.en}


@dataclass(frozen=True, slots=True)
class Status:
    """A place in the course of a dossier; `applicant_sees` is what is shown outside meanwhile (C-07)."""

    code: str
    label: Label
    phase: Phase
    family: Family
    icon: str
    initial: bool
    sla_working_days: int | None
    applicant_sees: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A guard or an effect with the parameters the scheme gives it."""

    name: str
    parameters: tuple[tuple[str, Scalar], ...]

    def as_dict(self) -> dict[str, Scalar]:
        """The parameters by name."""
        return dict(self.parameters)


@dataclass(frozen=True, slots=True)
class Transition:
    """One step of one role from one status; an entry of the file with several of both gives several."""

    from_status: str
    action: str
    to_status: str
    role: Role | PseudoRole
    label: Label
    guards: tuple[Call, ...]
    effects: tuple[Call, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a field of choice."""

    code: str
    label: Label


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A heading under which fields stand together."""

    code: str
    label: Label


@dataclass(frozen=True, slots=True)
class Field:
    """A value the applicant gives besides the identity every dossier has."""

    code: str
    label: Label
    type: FieldType
    required: bool
    group: str
    choices: tuple[Choice, ...]
    applicant_kinds: tuple[ApplicantKind, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the business; a `licence_authority` means that its licence is needed (ENM-045…047)."""

    code: str
    label: Label
    licence_authority: Label | None


@dataclass(frozen=True, slots=True)
class ChecklistGroup:
    """A heading of the checklist."""

    code: str
    label: Label


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing the reviewer judges; `official_code` is the authority's own index where it is known.

    `fields` and `documents` are what he holds against it: shown beside the item, and a change of one of them
    is a change of the item.
    """

    code: str
    group: str
    title: Label
    how_to_check: Label
    evidence: Label
    required: bool
    official_code: str | None
    fields: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One fact a document rule depends on; `operator` is one of is, in, below, at_least."""

    fact: str
    operator: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """A document asked for; rules with the same `one_of` stand for each other (C-24).

    A paper is compared with its scan: the document of the rule `compares_with` names.
    """

    code: str
    label: Label
    stage: str
    applicant_kinds: tuple[ApplicantKind, ...]
    forms: tuple[DocumentForm, ...]
    level: DocumentLevel
    one_of: str | None
    compares_with: str | None
    when: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class VerificationRule:
    """Something proved about the applicant's contact data; those that count open the gates of C-08."""

    kind: str
    label: Label
    field: str | None
    counts: bool


@dataclass(frozen=True, slots=True)
class ClearanceRule:
    """An outside authority that is asked, and what its refusal brings (ENM-009…011)."""

    authority: str
    label: Label
    on_refusal: str


@dataclass(frozen=True, slots=True)
class FeeRule:
    """A line of the tariff in rial; informative lines are told, not collected (C-02)."""

    code: str
    label: Label
    amount_rial: int
    informative: bool
    charged_on: str


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the certificate; it may demand a level before it and items to be accepted (C-26)."""

    code: str
    label: Label
    stars: int
    follows: str | None
    requires_items: tuple[str, ...]
    parallel: bool


@dataclass(frozen=True, slots=True)
class LetterRule:
    """A letter or notice of this scheme, for one kind of applicant or for both."""

    kind: str
    label: Label
    applicant_kind: ApplicantKind | None


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """How many calendar days after an event something may be kept (G-19)."""

    what: str
    after: str
    days: int


@dataclass(frozen=True, slots=True)
class Reason:
    """A canned reason for rejecting one item, or any item."""

    code: str
    item: str | None
    text: Label


@dataclass(frozen=True, slots=True)
class VersionDefinition:
    """All rules of one scheme from one day on; a dossier keeps the version it was opened under."""

    code: str
    valid_from: date
    applicant_kinds: tuple[ApplicantKind, ...]
    dossier_kinds: tuple[DossierKind, ...]
    validity_months: int
    parameters: tuple[tuple[str, Scalar], ...]
    statuses: tuple[Status, ...]
    transitions: tuple[Transition, ...]
    field_groups: tuple[FieldGroup, ...]
    fields: tuple[Field, ...]
    services: tuple[Service, ...]
    checklist_groups: tuple[ChecklistGroup, ...]
    checklist_items: tuple[ChecklistItem, ...]
    documents: tuple[DocumentRule, ...]
    verifications: tuple[VerificationRule, ...]
    clearances: tuple[ClearanceRule, ...]
    fees: tuple[FeeRule, ...]
    levels: tuple[Level, ...]
    letters: tuple[LetterRule, ...]
    retention: tuple[RetentionRule, ...]
    reasons: tuple[Reason, ...]

    def digest(self) -> str:
        """SHA-256 of the content, the same however the file was laid out."""
        content = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(content.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SchemeDefinition:
    """One authority's rules through time; versions are in the order of their days."""

    code: str
    title: Label
    subject_kind: SubjectKind
    subject_label: Label
    versions: tuple[VersionDefinition, ...]
