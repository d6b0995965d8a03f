"""Carries out what a step does besides moving the status; one function per name of the effect catalogue."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop.models.dossier import BarredReviewer, Dossier, WorkDone
from desktop.models.finding import Finding
from desktop.services import (
    answer_deadlines,
    blacklist,
    certificates,
    clearances,
    fees,
    lent_accounts,
    notices,
)
from desktop.services.people import Actor
from desktop.services.rules import Call

Parameters = Mapping[str, Any]
Effect = Callable[[Session, Actor, Dossier, Parameters, str | None], None]


def carry_out(session: Session, actor: Actor, dossier: Dossier, effect: Call, note: str | None) -> None:
    """Carry out one effect of a step on the dossier, in the step's own transaction."""
    EFFECTS_BY_NAME[effect.name](session, actor, dossier, effect.parameters, note)


def _open_round(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    dossier.round += 1


def _release_claim(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    dossier.claimed_by_id = dossier.claimed_at = None


def _send_notice(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    notices.write_notice(session, actor, dossier, parameters["kind"], note)


def _start_answer_deadline(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    answer_deadlines.start(session, actor, dossier)


def _stop_answer_deadline(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    dossier.answer_due_at = dossier.reminded_at = None


def _extend_answer_deadline(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    answer_deadlines.extend(session, actor, dossier, parameters["working_days"])


def _request_clearance(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    clearances.request(session, actor, dossier, parameters["authority"])


def _blacklist_person(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    blacklist.enter_person_of(session, actor, dossier, note)


def _record_decision(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    dossier.decided_by_id, dossier.decided_at = actor.known_id, actor.at


def _clear_decision(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    dossier.decided_by_id = dossier.decided_at = None


def _issue_certificate(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    asked = parameters["level"]
    certificates.issue(session, actor, dossier, dossier.level if asked == "requested" else asked)


def _purge_test_credentials(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    lent_accounts.purge(session, actor, dossier.id)


def _charge_fees(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    fees.charge(session, actor, dossier, parameters["on"])


def _bar_previous_reviewers(
    session: Session, actor: Actor, dossier: Dossier, parameters: Parameters, note: str | None
) -> None:
    reviewers = select(WorkDone.person_id).where(WorkDone.dossier_id == dossier.id, WorkDone.kind == "review")
    for person_id in session.scalars(reviewers):
        session.merge(BarredReviewer(dossier_id=dossier.id, person_id=person_id))
    # Fresh eyes judge everything anew; what was found before stays on record only.
    session.execute(
        update(Finding)
        .where(Finding.dossier_id == dossier.id, Finding.superseded_at.is_(None))
        .values(superseded_at=actor.at)
    )
    dossier.claimed_by_id = dossier.claimed_at = None


EFFECTS_BY_NAME: dict[str, Effect] = {
    "open_round": _open_round,
    "release_claim": _release_claim,
    "send_notice": _send_notice,
    "start_answer_deadline": _start_answer_deadline,
    "stop_answer_deadline": _stop_answer_deadline,
    "extend_answer_deadline": _extend_answer_deadline,
    "request_clearance": _request_clearance,
    "blacklist_person": _blacklist_person,
    "record_decision": _record_decision,
    "clear_decision": _clear_decision,
    "issue_certificate": _issue_certificate,
    "purge_test_credentials": _purge_test_credentials,
    "charge_fees": _charge_fees,
    "bar_previous_reviewers": _bar_previous_reviewers,
}
