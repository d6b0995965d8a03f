"""The door of the office for intake packages: each is taken whole, or refused whole into quarantine."""

from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop.models.errors import RuleBroken
from desktop.models.intake_package import IntakePackage
from desktop.models.vocabulary import IntakeState, Role
from desktop.services.intake.entering import enter
from desktop.services.intake.outcomes import Outcome, Receipt, Refused
from desktop.services.intake.package import Package, inspect, inspect_bytes
from desktop.services.intake.quarantine import (
    pieces_of,
    quarantine,
    quarantined_bytes,
    settle,
    waiting_package,
)
from desktop.services.intake.report import Finding, Report, Rule
from desktop.services.people import Actor


def take(session: Session, actor: Actor, path: Path) -> Outcome:
    """Take the package at `path`: it opens or resubmits a dossier whole, or goes whole to quarantine.

    A package that was taken before gives its old receipt. The actor is a clerk, a supervisor, or
    `people.applicant(now)` where a portal drops packages. Raises NotAllowed, and NotFound or Unavailable when
    the file cannot be read; never anything for what the file holds.
    """
    return take_judged(session, actor, path.name, inspect(path), lambda: pieces_of(path))


def take_again(session: Session, actor: Actor, quarantine_id: int) -> Outcome:
    """Try a package in quarantine once more, after what stood in its way was mended in the office.

    Raises NotAllowed, NotFound("quarantine.unknown") and RuleBroken("quarantine.settled").
    """
    actor.demand(Role.CLERK, Role.SUPERVISOR)
    waiting = waiting_package(session, quarantine_id)
    judged = inspect_bytes(b"".join(quarantined_bytes(session, quarantine_id)))
    return take_judged(
        session, actor, waiting.file_name, judged, lambda: quarantined_bytes(session, quarantine_id)
    )


def take_judged(
    session: Session,
    actor: Actor,
    file_name: str,
    judged: Package | Report,
    read: Callable[[], Iterable[bytes]],
) -> Outcome:
    """Take a package that has been judged already; `read` gives its bytes should it go to quarantine."""
    if actor.person_id is not None:
        actor.demand(Role.CLERK, Role.SUPERVISOR)
    if isinstance(judged, Report):
        return quarantine(session, actor, file_name, judged, read)
    try:
        receipt = _taken_before(session, judged) or _enter(session, actor, file_name, judged)
    except Refused as refused:
        report = Report(judged.sha256, judged.size, refused.findings, judged.contents.package_id)
        return quarantine(session, actor, file_name, report, read)
    settle(session, actor, judged.sha256)
    return receipt


def _taken_before(session: Session, package: Package) -> Receipt | None:
    """The receipt this package got; the same id with other contents is refused."""
    outcome = session.scalar(
        select(IntakePackage.outcome).where(
            IntakePackage.package_id == package.contents.package_id,
            IntakePackage.state == IntakeState.TAKEN,
        )
    )
    if outcome is None:
        return None
    receipt = Receipt(**outcome)
    if receipt.contents_sha256 != package.contents_sha256:
        values = {"dossier": receipt.dossier, "received_at": receipt.received_at}
        raise Refused((Finding("$.package_id", Rule.PACKAGE_ID_USED, values),))
    return receipt


def _enter(session: Session, actor: Actor, file_name: str, package: Package) -> Receipt:
    try:
        with session.begin_nested():
            return enter(session, actor, file_name, package)
    except IntegrityError:
        # Somebody else took the same package between our question and our answer.
        receipt = _taken_before(session, package)
        if receipt is None:
            raise
        return receipt
    except RuleBroken as refused:
        raise Refused((Finding("", refused.code, refused.values),)) from refused
