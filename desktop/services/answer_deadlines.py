"""The deadline of the applicant to answer: set when a dossier goes back, extended by a supervisor (G-06)."""

from datetime import datetime

from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import RuleBroken
from desktop.services.due_dates import calendar_of
from desktop.services.people import Actor
from desktop.services.rules import rules_of

ANSWER_WORKING_DAYS = 10
REMINDER_WORKING_DAYS_BEFORE = 3
"""Both used where a scheme version does not say."""


def deadline_from(session: Session, dossier: Dossier, at: datetime) -> datetime:
    """The moment by which the applicant would have to answer if the dossier went back to him at `at`."""
    days = rules_of(session, dossier.scheme_version_id).number(
        "answer_deadline_working_days", ANSWER_WORKING_DAYS
    )
    return calendar_of(session).add_working_days(at, days)


def start(session: Session, actor: Actor, dossier: Dossier) -> None:
    """Set the moment by which the applicant must have answered, in working days from now."""
    dossier.answer_due_at = deadline_from(session, dossier, actor.at)
    dossier.reminded_at = None


def extend(session: Session, actor: Actor, dossier: Dossier, working_days: int) -> None:
    """Give the applicant more working days, counted from the old deadline or from now if that has passed."""
    if dossier.answer_due_at is None:
        raise RuleBroken("deadline.none", number=dossier.number)
    begin = max(dossier.answer_due_at, actor.at)
    dossier.answer_due_at = calendar_of(session).add_working_days(begin, working_days)
    dossier.reminded_at = None


def reminder_due(session: Session, dossier: Dossier) -> datetime | None:
    """When the applicant should be reminded, or nothing when he has been or no answer is awaited."""
    if dossier.answer_due_at is None or dossier.reminded_at is not None:
        return None
    rules = rules_of(session, dossier.scheme_version_id)
    days = rules.number("reminder_working_days_before", REMINDER_WORKING_DAYS_BEFORE)
    return calendar_of(session).add_working_days(dossier.answer_due_at, -days)
