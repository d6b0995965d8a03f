"""Erases what need not be kept, by the retention rules of the scheme, and only of ended dossiers (G-19)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.attachment import Attachment, AttachmentChunk
from desktop.models.document import Document
from desktop.models.dossier import Dossier, FieldValue
from desktop.models.errors import NotFound, ParvandehError, RuleBroken
from desktop.models.finding import EvidenceMark
from desktop.models.journal import JournalEntry
from desktop.models.notice import Notice
from desktop.models.physical_documents import Paper
from desktop.models.scheme_rules import DocumentRule, RetentionRule
from desktop.models.submission import TestAccount, Verification
from desktop.models.vocabulary import FieldType, Phase, PseudoRole, Role
from desktop.services import journal
from desktop.services.database import Database
from desktop.services.people import Actor, clock
from desktop.services.reserved_fields import named_fields
from desktop.services.unit_of_work import leave_no_trace, reading, writing

PURGED = "dossier:retention:purged"
CONTACTS = frozenset({FieldType.MOBILE, FieldType.EMAIL, FieldType.LANDLINE})
"""Types of fields by which a person can be reached."""


@dataclass(frozen=True, slots=True)
class RetentionDue:
    """Something of an ended dossier whose time to be kept is over."""

    dossier_id: int
    number: str
    what: str
    since: datetime
    """When the dossier ended."""
    by_hand: bool
    """Paper in the archive: the office destroys it, the program can only remind."""
    failure: str | None = None
    """Code of the error that kept it from being erased."""


def retention_due(session: Session, at: datetime) -> list[RetentionDue]:
    """What is due to be erased at `at`, longest ended first; what was erased already is left out."""
    rules = session.scalars(select(RetentionRule).order_by(RetentionRule.position)).all()
    due = [row for rule in rules for row in _due_by(session, rule, at)]
    return sorted(due, key=lambda row: (row.since, row.dossier_id))


def _due_by(session: Session, rule: RetentionRule, at: datetime) -> list[RetentionDue]:
    # A query per rule, so that the index by status and its moment finds only those whose time is over.
    rows = session.execute(
        select(Dossier.id, Dossier.number, Dossier.status_since).where(
            Dossier.status == rule.after,
            Dossier.status_since <= at - timedelta(days=rule.days),
            Dossier.scheme_version_id == rule.scheme_version_id,
            Dossier.phase == Phase.ENDED,
            ~exists().where(
                JournalEntry.chain == Dossier.id,
                JournalEntry.tag == PURGED,
                JournalEntry.content.contains(f'"{rule.what}"'),
            ),
        )
    )
    by_hand = rule.what not in ERASERS
    return [RetentionDue(dossier_id, number, rule.what, since, by_hand) for dossier_id, number, since in rows]


def purge_due(database: Database, at: datetime) -> Iterator[RetentionDue]:
    """Erase what is due and not by hand, a unit of work each; a failure comes back and stops no other."""
    with reading(database) as session:
        due = [row for row in retention_due(session, at) if not row.by_hand]
    for row in due:
        try:
            with writing(database) as session:
                purge(session, clock(at), row.dossier_id, row.what)
        except ParvandehError as error:
            yield replace(row, failure=error.code)
        else:
            yield row


def purge(session: Session, actor: Actor, dossier_id: int, what: str) -> None:
    """Erase one kind of thing of an ended dossier, on disk too; the journal tells what and how much.

    What must be destroyed by hand is only recorded, when a supervisor says it is done. Raises NotAllowed for
    anybody but supervisor and clock, RuleBroken("retention.not_due"), NotFound("retention.by_hand").
    """
    actor.demand(Role.SUPERVISOR, PseudoRole.SYSTEM)
    if actor.person_id is None and what not in ERASERS:
        raise NotFound("retention.by_hand", what=what)
    if (dossier_id, what) not in {(row.dossier_id, row.what) for row in retention_due(session, actor.at)}:
        raise RuleBroken("retention.not_due", what=what)
    erased = ERASERS[what](session, dossier_id) if what in ERASERS else 0
    leave_no_trace(session)
    journal.record(session, actor, PURGED, dossier_id, what=what, erased=erased)
    session.flush()


def _test_account(session: Session, dossier_id: int) -> int:
    kept = session.get(TestAccount, dossier_id)
    if kept is not None:
        session.delete(kept)
    return int(kept is not None)


def _identity_scans(session: Session, dossier_id: int) -> int:
    return _documents(session, dossier_id, "application")


def _file_documents(session: Session, dossier_id: int) -> int:
    return _documents(session, dossier_id, "file")


def _documents(session: Session, dossier_id: int, stage: str) -> int:
    documents = list(
        session.execute(
            select(Document.id, Document.attachment_id)
            .join(Dossier, Dossier.id == Document.dossier_id)
            .join(
                DocumentRule,
                (DocumentRule.scheme_version_id == Dossier.scheme_version_id)
                & (DocumentRule.code == Document.rule_code),
            )
            .where(Document.dossier_id == dossier_id, DocumentRule.stage == stage)
            # An older version points at the newer one, so the older goes first.
            .order_by(Document.id)
        )
    )
    for document_id, _ in documents:
        session.execute(delete(EvidenceMark).where(EvidenceMark.document_id == document_id))
        session.execute(update(Paper).where(Paper.document_id == document_id).values(document_id=None))
        session.execute(delete(Document).where(Document.id == document_id))
    for attachment_id in {attachment_id for _, attachment_id in documents}:
        _attachment_if_unused(session, attachment_id)
    return len(documents)


def _attachment_if_unused(session: Session, attachment_id: int) -> None:
    used = session.scalar(select(Document.id).where(Document.attachment_id == attachment_id).limit(1))
    if used is None:
        session.execute(delete(AttachmentChunk).where(AttachmentChunk.attachment_id == attachment_id))
        session.execute(delete(Attachment).where(Attachment.id == attachment_id))


def _contact_data(session: Session, dossier_id: int) -> int:
    dossier = session.get_one(Dossier, dossier_id)
    fields = named_fields(session, dossier.scheme_version_id)
    contacts = [code for code, field in fields.items() if field.type in CONTACTS]
    erased = session.execute(
        delete(FieldValue)
        .where(FieldValue.dossier_id == dossier_id, FieldValue.field_code.in_(contacts))
        .returning(FieldValue.id)
    ).all()
    session.execute(update(Verification).where(Verification.dossier_id == dossier_id).values(value=""))
    session.execute(update(Notice).where(Notice.dossier_id == dossier_id).values(recipient={}))
    # Another dossier of the same person that is not over still needs them.
    session.execute(
        update(Applicant)
        .where(
            Applicant.id == dossier.applicant_id,
            ~exists().where(Dossier.applicant_id == dossier.applicant_id, Dossier.phase != Phase.ENDED),
        )
        .values(mobile=None, email=None)
    )
    return len(erased)


ERASERS: dict[str, Callable[[Session, int], int]] = {
    "test_account": _test_account,
    "identity_scans": _identity_scans,
    "file_documents": _file_documents,
    "contact_data": _contact_data,
}
"""What a retention rule may name and the program can erase by itself; each gives how many rows went."""
