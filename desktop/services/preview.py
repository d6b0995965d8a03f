"""What the pane beside a queue shows of the chosen dossier, in one call: whether it is the one to open."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.finding import InternalNote
from desktop.models.staff import Person
from desktop.models.submission import Verification
from desktop.models.vocabulary import ApplicantKind, FieldType, SubjectKind, Verdict
from desktop.services.changes import Changes, what_changed
from desktop.services.desk_rows import DeskRow, desk_rows
from desktop.services.dossiers import FieldRow, fields_of
from desktop.services.identity import masked
from desktop.services.notes import NoteRow
from desktop.services.people import Actor
from desktop.services.reserved_fields import APPLICANT_GROUP
from desktop.services.review import checklist_of
from desktop.services.rules import Label, rules_of
from desktop.services.scheme_guide import SchemeGuide, guide_of
from desktop.services.timeline import TimelineEntry, newest_of
from desktop.services.verifications import verifications_of
from desktop.services.warnings_about import Warned, warnings_about

EVENTS: Final = (
    *("dossier:file:opened", "dossier:file:taken_over", "dossier:step:taken", "dossier:step:undone"),
    *("dossier:claim:taken", "dossier:claim:released", "dossier:claim:reassigned", "dossier:claim:put_back"),
    *("dossier:packet:received", "dossier:clearance:answered", "dossier:payment:recorded"),
)
"""What moves a dossier; single verdicts and what only accompanies a step are left to its page."""

SHOWN_EVENTS: Final = 3
SHOWN_FACTS: Final = 3
_CHOSEN: Final = frozenset({FieldType.CHOICE, FieldType.CHOICES})


@dataclass(frozen=True, slots=True)
class ChecklistBar:
    """How far the checklist is judged."""

    accepted: int
    rejected: int
    not_applicable: int
    unjudged: int

    @property
    def of(self) -> int:
        """All items."""
        return self.accepted + self.rejected + self.not_applicable + self.unjudged


@dataclass(frozen=True, slots=True)
class Proof:
    """A contact or control that is verified, or has to be; `is_void` was verified until its value changed."""

    kind: str
    label: Label
    counts: bool
    is_verified: bool
    is_void: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A dossier beside its queue."""

    row: DeskRow
    scheme_version: str
    subject_kind: SubjectKind
    applicant_kind: ApplicantKind
    identity_number: str
    """Masked; `reveal_identity` shows the whole."""
    level_label: Label | None
    facts: tuple[FieldRow, ...]
    """The first fields of choice, which tell at a glance what kind of business it is."""
    guide: SchemeGuide
    """Names for the choices and codes in facts, changes and events."""
    changes: Changes
    checklist: ChecklistBar
    proofs: tuple[Proof, ...]
    warnings: tuple[Warned, ...]
    note: NoteRow | None
    """The newest internal note."""
    events: tuple[TimelineEntry, ...]
    """What moved the dossier last, newest first."""


def preview_of(session: Session, actor: Actor, dossier_id: int) -> Preview:
    """The preview of a dossier for this person; raises NotFound("dossier.unknown")."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    rules = rules_of(session, dossier.scheme_version_id)
    applicant = session.get_one(Applicant, dossier.applicant_id)
    (row,) = desk_rows(session, actor, [dossier_id])
    return Preview(
        row=row,
        scheme_version=rules.version,
        subject_kind=rules.subject_kind,
        applicant_kind=applicant.kind,
        identity_number=masked(applicant.identity_number),
        level_label=rules.levels.get(dossier.level or ""),
        facts=_facts(session, dossier),
        guide=guide_of(session, dossier.scheme_version_id),
        changes=what_changed(session, actor, dossier_id),
        checklist=_checklist(session, dossier_id),
        proofs=_proofs(session, dossier_id),
        warnings=warnings_about(session, dossier_id),
        note=_newest_note(session, dossier_id),
        events=tuple(newest_of(session, dossier_id, EVENTS, SHOWN_EVENTS)),
    )


def _facts(session: Session, dossier: Dossier) -> tuple[FieldRow, ...]:
    fields = fields_of(session, dossier.id, dossier.scheme_version_id)
    chosen = (row for row in fields if row.type in _CHOSEN and row.group != APPLICANT_GROUP)
    return tuple(islice(chosen, SHOWN_FACTS))


def _checklist(session: Session, dossier_id: int) -> ChecklistBar:
    count = Counter(row.verdict for row in checklist_of(session, dossier_id))
    return ChecklistBar(
        accepted=count[Verdict.ACCEPTED],
        rejected=count[Verdict.REJECTED],
        not_applicable=count[Verdict.NOT_APPLICABLE],
        unjudged=count[None],
    )


def _proofs(session: Session, dossier_id: int) -> tuple[Proof, ...]:
    voided = select(Verification.kind).where(
        Verification.dossier_id == dossier_id, Verification.voided_at.is_not(None)
    )
    void = set(session.scalars(voided))
    return tuple(
        Proof(
            kind=row.kind,
            label=row.label,
            counts=row.counts,
            is_verified=row.verified_at is not None,
            is_void=row.verified_at is None and row.kind in void,
        )
        for row in verifications_of(session, dossier_id)
    )


def _newest_note(session: Session, dossier_id: int) -> NoteRow | None:
    newest = session.execute(
        select(Person.name, InternalNote.text, InternalNote.written_at)
        .join(Person, Person.id == InternalNote.person_id)
        .where(InternalNote.dossier_id == dossier_id)
        .order_by(InternalNote.id.desc())
        .limit(1)
    ).first()
    return None if newest is None else NoteRow(*newest)
