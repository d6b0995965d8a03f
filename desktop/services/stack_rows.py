"""Rows of the manager's stack: chain, evidence and exceptions, whether he may decide, and if not why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from desktop.models.dossier import BarredReviewer, Dossier, FieldValue
from desktop.models.vocabulary import DossierKind, Phase, Role
from desktop.services.cautions import Caution, cautions_about
from desktop.services.due_states import DueState, due_states
from desktop.services.intake.entering import TITLE_FIELD
from desktop.services.people import Actor
from desktop.services.rules import Label, Rules, rules_of
from desktop.services.stack_chain import Chain, chains_of
from desktop.services.stack_evidence import CountedEvidence, counted_evidence
from desktop.services.steps import StepAnswer, steps_open_to

RECORDS_DECISION: Final = "record_decision"
"""The effect by which a step is the decision itself."""

_IDS: Any = bindparam("ids", expanding=True)
_ROWS: Final = select(
    Dossier.id,
    Dossier.number,
    Dossier.applicant_name,
    Dossier.subject,
    Dossier.kind,
    Dossier.level,
    Dossier.status,
    Dossier.phase,
    Dossier.round,
    Dossier.version,
    Dossier.due_at,
    Dossier.status_since,
    Dossier.scheme_version_id,
).where(Dossier.id.in_(_IDS))
_TITLES: Final = select(FieldValue.dossier_id, FieldValue.value).where(
    FieldValue.dossier_id.in_(_IDS), FieldValue.field_code == TITLE_FIELD, FieldValue.replaced_at.is_(None)
)


class StackException(StrEnum):
    """Why a dossier wants a look of its own and is not decided together with others."""

    REFUSAL_PROPOSED = "refusal_proposed"
    CHANGED_SINCE = "changed_since"
    RETURNED_BEFORE = "returned_before"
    REEXAMINED = "reexamined"
    EARLIER_REFUSAL = "earlier_refusal"
    DUPLICATE_SUBJECT = "duplicate_subject"


class StackStanding(StrEnum):
    """How a row may be decided."""

    READY = "ready"
    SINGLY = "singly"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class StackRow:
    """A dossier awaiting a decision, as one manager's stack shows it."""

    id: int
    number: str
    title: str
    """Name of the business, or of the applicant where the scheme has none."""
    applicant_name: str
    subject: str
    scheme: str
    scheme_title: Label
    kind: DossierKind
    level: Label | None
    status: str
    status_label: Label
    family: str
    icon: str
    round: int
    version: int
    due: DueState
    chain: Chain
    evidence: CountedEvidence
    exceptions: tuple[StackException, ...]
    decision: StepAnswer | None
    """The deciding step of this status, open or closed with every reason; None when it is not for him."""

    @property
    def standing(self) -> StackStanding:
        """Whether he may decide it together with others, only by itself, or not at all."""
        if self.decision is None or not self.decision.is_open:
            return StackStanding.CLOSED
        return StackStanding.SINGLY if self.exceptions else StackStanding.READY


def stack_rows(session: Session, actor: Actor, ids: Sequence[int]) -> list[StackRow]:
    """The rows of these dossiers in the order of `ids`; what awaits no decision any more is left out."""
    actor.demand(Role.MANAGER, Role.AUDITOR)
    found = {row.id: row for row in session.execute(_ROWS, {"ids": list(ids)})}
    rows = [found[one] for one in ids if one in found and found[one].phase is Phase.DECISION]
    rules = {row.id: rules_of(session, row.scheme_version_id) for row in rows}
    dues = due_states(session, rows, actor.at)
    chains = chains_of(session, actor, rules)
    evidence = counted_evidence(session, {one: len(its.item_codes) for one, its in rules.items()})
    exceptions = _exceptions(session, rows, rules, chains)
    titles = dict(session.execute(_TITLES, {"ids": list(rules)}).all())
    return [
        _stack_row(
            row,
            rules[row.id],
            titles.get(row.id) or row.applicant_name,
            dues[row.id],
            chains[row.id],
            evidence[row.id],
            exceptions[row.id],
            _decision(session, actor, row, rules[row.id]),
        )
        for row in rows
    ]


def _stack_row(
    row: Row[*tuple[Any, ...]],
    rules: Rules,
    title: str,
    due: DueState,
    chain: Chain,
    evidence: CountedEvidence,
    exceptions: tuple[StackException, ...],
    decision: StepAnswer | None,
) -> StackRow:
    status = rules.statuses[row.status]
    return StackRow(
        id=row.id,
        number=row.number,
        title=title,
        applicant_name=row.applicant_name,
        subject=row.subject,
        scheme=rules.scheme,
        scheme_title=rules.title,
        kind=row.kind,
        level=rules.levels.get(row.level) if row.level else None,
        status=row.status,
        status_label=status.label,
        family=status.family,
        icon=status.icon,
        round=row.round,
        version=row.version,
        due=due,
        chain=chain,
        evidence=evidence,
        exceptions=exceptions,
        decision=decision,
    )


def _decision(session: Session, actor: Actor, row: Row[*tuple[Any, ...]], rules: Rules) -> StepAnswer | None:
    deciding = {
        step.action
        for step in rules.steps_from(row.status)
        if any(effect.name == RECORDS_DECISION for effect in step.effects)
    }
    answers = [one for one in steps_open_to(session, actor, row.id) if one.action in deciding]
    return next((one for one in answers if one.is_open), answers[0] if answers else None)


def _exceptions(
    session: Session,
    rows: Sequence[Row[*tuple[Any, ...]]],
    rules: Mapping[int, Rules],
    chains: Mapping[int, Chain],
) -> dict[int, tuple[StackException, ...]]:
    ids = [row.id for row in rows]
    cautions = cautions_about(session, ids)
    barred = select(BarredReviewer.dossier_id).where(BarredReviewer.dossier_id.in_(ids))
    reexamined = set(session.scalars(barred))
    return {
        row.id: tuple(
            word
            for word, applies in (
                (StackException.REFUSAL_PROPOSED, not _may_issue(rules[row.id], row.status)),
                (StackException.CHANGED_SINCE, chains[row.id].has_voided),
                (StackException.RETURNED_BEFORE, chains[row.id].was_returned),
                (StackException.REEXAMINED, row.id in reexamined),
                (StackException.EARLIER_REFUSAL, Caution.EARLIER_REFUSAL in cautions.get(row.id, ())),
                (StackException.DUPLICATE_SUBJECT, Caution.DUPLICATE_SUBJECT in cautions.get(row.id, ())),
            )
            if applies
        )
        for row in rows
    }


def _may_issue(rules: Rules, status: str) -> bool:
    """Whether the decision of this status can be a yes: a step from it leads to what is in force."""
    return any(rules.statuses[step.to_status].phase is Phase.IN_FORCE for step in rules.steps_from(status))
