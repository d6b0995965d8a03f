"""What changed since *my* last review: fields, papers, replies and verdicts, over all rounds (ENM-064)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.checklist import ChecklistItem
from desktop.models.document import Document
from desktop.models.dossier import Dossier, FieldValue
from desktop.models.errors import NotFound
from desktop.models.finding import Finding, ReviewBaseline
from desktop.models.scheme_rules import DocumentRule
from desktop.models.staff import Person
from desktop.models.submission import ItemReply, Submission
from desktop.models.vocabulary import FieldType, Phase, Verdict
from desktop.services.people import Actor
from desktop.services.reserved_fields import named_fields
from desktop.services.rules import Label


class Baseline(StrEnum):
    """Against what the present state is held."""

    MY_LAST_REVIEW = "my_last_review"
    PREVIOUS_ROUND = "previous_round"
    FIRST_VERSION = "first_version"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose value differs from the baseline's; None where there was, or is, no value."""

    code: str
    label: Label
    type: FieldType
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that came after the baseline, and the version it replaced, if any; both are kept."""

    rule: str
    label: Label
    old_document_id: int | None
    new_document_id: int
    new_name: str
    round: int


@dataclass(frozen=True, slots=True)
class ReplyChange:
    """An applicant's answer to a rejected item."""

    code: str
    title: Label
    text: str
    round: int


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A finding somebody else recorded after the baseline."""

    code: str
    title: Label
    old: Verdict | None
    new: Verdict
    remark: str
    person: str
    round: int


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed since the baseline; `since` is None when this person never reviewed."""

    baseline: Baseline
    since_round: int
    since: datetime | None
    fields: tuple[FieldChange, ...]
    documents: tuple[DocumentChange, ...]
    replies: tuple[ReplyChange, ...]
    verdicts: tuple[VerdictChange, ...]

    @property
    def count(self) -> int:
        """How many changes there are in all."""
        return len(self.fields) + len(self.documents) + len(self.replies) + len(self.verdicts)


def what_changed(
    session: Session, actor: Actor, dossier_id: int, baseline: Baseline = Baseline.MY_LAST_REVIEW
) -> Changes:
    """Hold the dossier against a baseline; who never reviewed it sees it against the first version."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    since_round, since = _since(session, actor, dossier, baseline)
    return Changes(
        baseline=baseline,
        since_round=since_round,
        since=since,
        fields=_fields(session, dossier, since_round),
        documents=_documents(session, dossier, since_round),
        replies=_replies(session, dossier, since_round),
        verdicts=_verdicts(session, actor, dossier, since),
    )


def _since(
    session: Session, actor: Actor, dossier: Dossier, baseline: Baseline
) -> tuple[int, datetime | None]:
    if baseline is Baseline.MY_LAST_REVIEW and actor.person_id is not None:
        mine = _my_last_review(session, actor.person_id, dossier)
        if mine is not None:
            return mine.round, mine.reviewed_at
    wanted = max(dossier.round - 1, 1) if baseline is Baseline.PREVIOUS_ROUND else 1
    received = session.scalar(
        select(Submission.received_at).where(Submission.dossier_id == dossier.id, Submission.round == wanted)
    )
    return wanted, None if baseline is Baseline.MY_LAST_REVIEW else received


def _my_last_review(session: Session, person_id: int, dossier: Dossier) -> ReviewBaseline | None:
    """The newest round this person has done with; the first verdict of a round hides none of its changes."""
    reviews = session.scalars(
        select(ReviewBaseline)
        .where(ReviewBaseline.dossier_id == dossier.id, ReviewBaseline.person_id == person_id)
        .order_by(ReviewBaseline.round.desc())
    ).all()
    finished = [row for row in reviews if row.round < dossier.round or dossier.phase is not Phase.REVIEW]
    return next(iter(finished or reviews), None)


def _fields(session: Session, dossier: Dossier, since_round: int) -> tuple[FieldChange, ...]:
    rounds = (
        select(FieldValue.field_code, FieldValue.value, FieldValue.replaced_at, Submission.round)
        .join(Submission, Submission.id == FieldValue.submission_id)
        .where(FieldValue.dossier_id == dossier.id)
        .order_by(FieldValue.id)
    )
    old: dict[str, str] = {}
    new: dict[str, str] = {}
    for code, value, replaced_at, given_in in session.execute(rounds):
        if given_in <= since_round:
            old[code] = value
        if replaced_at is None:
            new[code] = value
    return tuple(
        FieldChange(code, field.label, field.type, old.get(code), new.get(code))
        for code, field in named_fields(session, dossier.scheme_version_id).items()
        if old.get(code) != new.get(code)
    )


def _documents(session: Session, dossier: Dossier, since_round: int) -> tuple[DocumentChange, ...]:
    before = aliased(Document)
    before_round = aliased(Submission)
    old_of_rule = (
        select(func.max(before.id))
        .join(before_round, before_round.id == before.submission_id)
        .where(
            before.dossier_id == dossier.id,
            before.rule_code == Document.rule_code,
            before_round.round <= since_round,
        )
        .scalar_subquery()
    )
    rows = session.execute(
        select(Document, Submission.round, DocumentRule.label, old_of_rule)
        .join(Submission, Submission.id == Document.submission_id)
        .join(
            DocumentRule,
            and_(
                DocumentRule.scheme_version_id == dossier.scheme_version_id,
                DocumentRule.code == Document.rule_code,
            ),
        )
        .where(
            Document.dossier_id == dossier.id,
            Document.superseded_by_id.is_(None),
            Submission.round > since_round,
        )
        .order_by(DocumentRule.position, Document.id)
    )
    return tuple(
        DocumentChange(new.rule_code, label, old, new.id, new.file_name, given_in)
        for new, given_in, label, old in rows
    )


def _replies(session: Session, dossier: Dossier, since_round: int) -> tuple[ReplyChange, ...]:
    rows = session.execute(
        select(ItemReply.item_code, ChecklistItem.title, ItemReply.text, Submission.round)
        .join(Submission, Submission.id == ItemReply.submission_id)
        .join(
            ChecklistItem,
            and_(
                ChecklistItem.scheme_version_id == dossier.scheme_version_id,
                ChecklistItem.code == ItemReply.item_code,
            ),
        )
        .where(Submission.dossier_id == dossier.id, Submission.round > since_round)
        .order_by(ChecklistItem.position, Submission.round)
    )
    return tuple(ReplyChange(code, title, text, given_in) for code, title, text, given_in in rows)


def _verdicts(
    session: Session, actor: Actor, dossier: Dossier, since: datetime | None
) -> tuple[VerdictChange, ...]:
    if since is None:
        return ()
    earlier = aliased(Finding)
    old_verdict = (
        select(earlier.verdict)
        .where(
            earlier.dossier_id == dossier.id,
            earlier.item_code == Finding.item_code,
            earlier.recorded_at <= since,
            earlier.undone_at.is_(None),
            or_(earlier.superseded_at.is_(None), earlier.superseded_at > since),
        )
        .order_by(earlier.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Finding, ChecklistItem.title, Person.name, old_verdict)
        .join(
            ChecklistItem,
            and_(
                ChecklistItem.scheme_version_id == dossier.scheme_version_id,
                ChecklistItem.code == Finding.item_code,
            ),
        )
        .join(Person, Person.id == Finding.person_id)
        .where(
            Finding.dossier_id == dossier.id,
            Finding.superseded_at.is_(None),
            Finding.recorded_at > since,
            Finding.person_id != actor.person_id,
        )
        .order_by(ChecklistItem.position)
    )
    return tuple(
        VerdictChange(
            new.item_code,
            title,
            None if old is None else Verdict(old),
            new.verdict,
            new.remark,
            person,
            new.round,
        )
        for new, title, person, old in rows
    )
