"""The manager's stack: evidence per dossier, and approval of one or many, each a unit of work of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, StatusChange
from desktop.models.errors import NotFound, ParvandehError, RuleBroken
from desktop.models.finding import Finding
from desktop.models.scheme import Status
from desktop.models.staff import Person
from desktop.models.vocabulary import Phase, Role, Verdict
from desktop.services.blacklist import BlacklistHit, hits_of
from desktop.services.clearances import ClearanceRow, clearances_of
from desktop.services.database import Database
from desktop.services.fees import FeeRow, fees_of
from desktop.services.people import Actor
from desktop.services.physical_documents import PaperRow, papers_of
from desktop.services.rules import rules_of
from desktop.services.steps import Refusal, StepAnswer, steps_open_to, take_step
from desktop.services.unit_of_work import writing
from desktop.services.verifications import VerificationRow, verifications_of


@dataclass(frozen=True, slots=True)
class Hand:
    """One person's hand in a dossier: which step, in which role, when."""

    action: str
    role: str
    person: str
    at: datetime
    round: int
    note: str | None


@dataclass(frozen=True, slots=True)
class JudgedItems:
    """How one person judged the items that stand."""

    person: str
    accepted: int
    rejected: int
    not_applicable: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a manager needs to see before deciding (who judged what, when, rounds, papers)."""

    dossier_id: int
    number: str
    applicant_name: str
    subject: str
    level: str | None
    round: int
    version: int
    items: int
    unjudged: int
    judged: tuple[JudgedItems, ...]
    hands: tuple[Hand, ...]
    papers: tuple[PaperRow, ...]
    verifications: tuple[VerificationRow, ...]
    clearances: tuple[ClearanceRow, ...]
    fees: tuple[FeeRow, ...]
    blacklist_hits: tuple[BlacklistHit, ...]
    steps: tuple[StepAnswer, ...]
    """The steps open to this manager, with the reasons of the closed ones."""


@dataclass(frozen=True, slots=True)
class ApprovalResult:
    """What became of one dossier of a batch; `refusal` is None when it was approved."""

    dossier_id: int
    number: str
    refusal: Refusal | None


def stack(session: Session, actor: Actor) -> list[int]:
    """Ids of the dossiers that await a decision, longest waiting first."""
    actor.demand(Role.MANAGER)
    # By status, since that is what the index begins with; the phase alone would read every dossier.
    deciding = select(Status.code).where(Status.phase == Phase.DECISION)
    waiting = select(Dossier.id).where(Dossier.status.in_(deciding), Dossier.phase == Phase.DECISION)
    return list(session.scalars(waiting.order_by(Dossier.due_at.is_(None), Dossier.due_at, Dossier.id)))


def evidence(session: Session, actor: Actor, dossier_id: int) -> Evidence:
    """Everything the decision rests on, and whether this manager may take it."""
    actor.demand(Role.MANAGER, Role.AUDITOR)
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    judged = _judged(session, dossier_id)
    items = len(rules_of(session, dossier.scheme_version_id).item_codes)
    return Evidence(
        dossier_id=dossier.id,
        number=dossier.number,
        applicant_name=dossier.applicant_name,
        subject=dossier.subject,
        level=dossier.level,
        round=dossier.round,
        version=dossier.version,
        items=items,
        unjudged=items - sum(row.accepted + row.rejected + row.not_applicable for row in judged),
        judged=judged,
        hands=_hands(session, dossier_id),
        papers=tuple(papers_of(session, dossier_id)),
        verifications=tuple(verifications_of(session, dossier_id)),
        clearances=tuple(clearances_of(session, dossier_id)),
        fees=tuple(fees_of(session, dossier_id)),
        blacklist_hits=tuple(hits_of(session, dossier_id)),
        steps=tuple(steps_open_to(session, actor, dossier_id)),
    )


def decide_many(
    database: Database,
    actor: Actor,
    dossier_ids: Iterable[int],
    action: str,
    note: str | None = None,
    versions: Mapping[int, int] | None = None,
) -> Iterator[ApprovalResult]:
    """Take one deciding step with each dossier; each is a unit of work with its own journal entry.

    A refusal does not stop the others; it comes back with its code. `versions` are the states the manager had
    before him, by dossier: one that has changed since is refused.
    """
    actor.demand(Role.MANAGER)
    for dossier_id in dossier_ids:
        number = str(dossier_id)
        try:
            with writing(database) as session:
                number = _number(session, dossier_id)
                take_step(session, actor, dossier_id, action, note, (versions or {}).get(dossier_id))
        except ParvandehError as error:
            yield ApprovalResult(dossier_id, number, Refusal(error.code, error.values))
        else:
            yield ApprovalResult(dossier_id, number, None)


def _number(session: Session, dossier_id: int) -> str:
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    if dossier.phase is not Phase.DECISION:
        raise RuleBroken("decision.not_at_desk", number=dossier.number, status=dossier.status)
    return dossier.number


def _judged(session: Session, dossier_id: int) -> tuple[JudgedItems, ...]:
    rows = session.execute(
        select(Person.name, Finding.verdict, Finding.recorded_at)
        .join(Person, Person.id == Finding.person_id)
        .where(Finding.dossier_id == dossier_id, Finding.superseded_at.is_(None))
        .order_by(Person.name, Finding.recorded_at)
    ).all()
    judged = []
    for person, findings in groupby(rows, key=itemgetter(0)):
        verdicts = list(findings)
        count = Counter(verdict for _, verdict, _ in verdicts)
        judged.append(
            JudgedItems(
                person,
                accepted=count[Verdict.ACCEPTED],
                rejected=count[Verdict.REJECTED],
                not_applicable=count[Verdict.NOT_APPLICABLE],
                last_at=verdicts[-1][2],
            )
        )
    return tuple(judged)


def _hands(session: Session, dossier_id: int) -> tuple[Hand, ...]:
    rows = session.execute(
        select(StatusChange, Person.name)
        .join(Person, Person.id == StatusChange.person_id)
        .where(StatusChange.dossier_id == dossier_id, StatusChange.undone_at.is_(None))
        .order_by(StatusChange.id)
    )
    return tuple(Hand(row.action, row.role, name, row.at, row.round, row.note) for row, name in rows)
