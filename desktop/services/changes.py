"""What changed since *my* last review: fields, papers, replies and verdicts, over all rounds (ENM-064)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.base import Moment
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


def _my_last_review(session: Session, person_id: int, dossier: Dossier) -> Any:
    """The newest round this person has done with; the first verdict of a round hides none of its changes."""
    reviews = session.execute(_REVIEWS, {"dossier": dossier.id, "person": person_id}).all()
    finished = [row for row in reviews if row.round < dossier.round or dossier.phase is not Phase.REVIEW]
    return next(iter(finished or reviews), None)


def _fields(session: Session, dossier: Dossier, since_round: int) -> tuple[FieldChange, ...]:
    old: dict[str, str] = {}
    new: dict[str, str] = {}
    for code, value, replaced_at, given_in in session.execute(_VALUES, {"dossier": dossier.id}):
        if given_in <= since_round:
            old[code] = value
        if replaced_at is None:
            new[code] = value
    changed = {code for code in old | new if old.get(code) != new.get(code)}
    if not changed:
        return ()
    return tuple(
        FieldChange(code, field.label, field.type, old.get(code), new.get(code))
        for code, field in named_fields(session, dossier.scheme_version_id).items()
        if code in changed
    )


def _documents(session: Session, dossier: Dossier, since_round: int) -> tuple[DocumentChange, ...]:
    rows = session.execute(_DOCUMENTS, _asked(dossier, since_round))
    return tuple(DocumentChange(*row) for row in rows)


def _replies(session: Session, dossier: Dossier, since_round: int) -> tuple[ReplyChange, ...]:
    return tuple(ReplyChange(*row) for row in session.execute(_REPLIES, _asked(dossier, since_round)))


def _verdicts(
    session: Session, actor: Actor, dossier: Dossier, since: datetime | None
) -> tuple[VerdictChange, ...]:
    if since is None:
        return ()
    rows = session.execute(
        _VERDICTS,
        {
            "dossier": dossier.id,
            "version": dossier.scheme_version_id,
            "since": since,
            "person": actor.person_id,
        },
    )
    return tuple(
        VerdictChange(code, title, None if old is None else Verdict(old), *rest)
        for code, title, old, *rest in rows
    )


def _asked(dossier: Dossier, since_round: int) -> dict[str, int]:
    return {"dossier": dossier.id, "version": dossier.scheme_version_id, "since_round": since_round}


# --- the questions, built once: a page asks them at every turn

_DOSSIER: Any = bindparam("dossier")
_VERSION: Any = bindparam("version")
_SINCE_ROUND: Any = bindparam("since_round")
_SINCE: Any = bindparam("since", type_=Moment())
_BEFORE, _BEFORE_ROUND, _EARLIER = aliased(Document), aliased(Submission), aliased(Finding)

_REVIEWS = (
    select(ReviewBaseline.round, ReviewBaseline.reviewed_at)
    .where(ReviewBaseline.dossier_id == _DOSSIER, ReviewBaseline.person_id == bindparam("person"))
    .order_by(ReviewBaseline.round.desc())
)
_VALUES = (
    select(FieldValue.field_code, FieldValue.value, FieldValue.replaced_at, Submission.round)
    .join(Submission, Submission.id == FieldValue.submission_id)
    .where(FieldValue.dossier_id == _DOSSIER)
    .order_by(FieldValue.id)
)
_OLD_OF_RULE = (
    select(func.max(_BEFORE.id))
    .join(_BEFORE_ROUND, _BEFORE_ROUND.id == _BEFORE.submission_id)
    .where(
        _BEFORE.dossier_id == _DOSSIER,
        _BEFORE.rule_code == Document.rule_code,
        _BEFORE_ROUND.round <= _SINCE_ROUND,
    )
    .scalar_subquery()
)
# In the order of DocumentChange's fields.
_DOCUMENTS = (
    select(
        Document.rule_code,
        DocumentRule.label,
        _OLD_OF_RULE,
        Document.id,
        Document.file_name,
        Submission.round,
    )
    .join(Submission, Submission.id == Document.submission_id)
    .join(
        DocumentRule,
        and_(DocumentRule.scheme_version_id == _VERSION, DocumentRule.code == Document.rule_code),
    )
    .where(
        Document.dossier_id == _DOSSIER,
        Document.superseded_by_id.is_(None),
        Submission.round > _SINCE_ROUND,
    )
    .order_by(DocumentRule.position, Document.id)
)
_REPLIES = (
    select(ItemReply.item_code, ChecklistItem.title, ItemReply.text, Submission.round)
    .join(Submission, Submission.id == ItemReply.submission_id)
    .join(
        ChecklistItem,
        and_(ChecklistItem.scheme_version_id == _VERSION, ChecklistItem.code == ItemReply.item_code),
    )
    .where(Submission.dossier_id == _DOSSIER, Submission.round > _SINCE_ROUND)
    .order_by(ChecklistItem.position, Submission.round)
)
_OLD_VERDICT = (
    select(_EARLIER.verdict)
    .where(
        _EARLIER.dossier_id == _DOSSIER,
        _EARLIER.item_code == Finding.item_code,
        _EARLIER.recorded_at <= _SINCE,
        _EARLIER.undone_at.is_(None),
        or_(_EARLIER.superseded_at.is_(None), _EARLIER.superseded_at > _SINCE),
    )
    .order_by(_EARLIER.id.desc())
    .limit(1)
    .scalar_subquery()
)
# In the order of VerdictChange's fields.
_VERDICTS = (
    select(
        Finding.item_code,
        ChecklistItem.title,
        _OLD_VERDICT,
        Finding.verdict,
        Finding.remark,
        Person.name,
        Finding.round,
    )
    .join(
        ChecklistItem,
        and_(ChecklistItem.scheme_version_id == _VERSION, ChecklistItem.code == Finding.item_code),
    )
    .join(Person, Person.id == Finding.person_id)
    .where(
        Finding.dossier_id == _DOSSIER,
        Finding.superseded_at.is_(None),
        Finding.recorded_at > _SINCE,
        Finding.person_id != bindparam("person"),
    )
    .order_by(ChecklistItem.position)
)
