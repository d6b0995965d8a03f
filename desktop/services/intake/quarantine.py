"""Quarantine: packages that could not be taken, whole and with the reason, until they are settled."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from desktop.models.attachment import CHUNK_BYTES
from desktop.models.errors import NotFound, RuleBroken, Unavailable
from desktop.models.intake_package import IntakePackage, QuarantineChunk
from desktop.models.vocabulary import IntakeState, Role
from desktop.services import journal
from desktop.services.intake.outcomes import Quarantined, findings_of
from desktop.services.intake.report import Report
from desktop.services.people import Actor
from desktop.services.unit_of_work import leave_no_trace


@dataclass(frozen=True, slots=True)
class QuarantineRow:
    """One package as the list of quarantine shows it."""

    id: int
    file_name: str
    package_id: str | None
    size: int
    received_at: datetime
    findings: int
    settled_at: datetime | None


def quarantine(
    session: Session, actor: Actor, file_name: str, report: Report, read: Callable[[], Iterable[bytes]]
) -> Quarantined:
    """Keep a package whole with its report; the same bytes once more are not kept twice.

    `read` gives the package's bytes in pieces of at most 1 MiB.
    """
    waiting = session.scalar(
        select(IntakePackage).where(
            IntakePackage.sha256 == report.sha256,
            IntakePackage.state == IntakeState.QUARANTINED,
            IntakePackage.settled_at.is_(None),
        )
    )
    if waiting is None:
        waiting = _keep(session, actor, file_name, report, read)
        rules = sorted({str(finding.rule) for finding in report.findings})
        journal.record(
            session,
            actor,
            "intake:package:quarantined",
            quarantine_id=waiting.id,
            sha256=report.sha256,
            rules=rules,
        )
    else:
        waiting.outcome = {"findings": _plain(report)}
    session.flush()
    return _quarantined(waiting)


def quarantined(session: Session, *, settled: bool = False) -> list[QuarantineRow]:
    """The packages in quarantine, oldest first; with `settled` also those that no longer wait."""
    wanted = select(IntakePackage).where(IntakePackage.state == IntakeState.QUARANTINED)
    if not settled:
        wanted = wanted.where(IntakePackage.settled_at.is_(None))
    return [
        QuarantineRow(
            row.id,
            row.file_name,
            row.package_id,
            row.size,
            row.received_at,
            len(row.outcome["findings"]),
            row.settled_at,
        )
        for row in session.scalars(wanted.order_by(IntakePackage.id))
    ]


def quarantine_report(session: Session, quarantine_id: int) -> Quarantined:
    """One package with everything that is wrong with it; raises NotFound("quarantine.unknown")."""
    return _quarantined(_waiting(session, quarantine_id, settled=True))


def quarantined_bytes(session: Session, quarantine_id: int) -> Iterator[bytes]:
    """The package as it came, in pieces of at most 1 MiB."""
    positions = session.scalars(
        select(QuarantineChunk.position)
        .where(QuarantineChunk.package_id == quarantine_id)
        .order_by(QuarantineChunk.position)
    ).all()
    for position in positions:
        yield session.execute(
            select(QuarantineChunk.content).where(
                QuarantineChunk.package_id == quarantine_id, QuarantineChunk.position == position
            )
        ).scalar_one()


def set_aside(session: Session, actor: Actor, quarantine_id: int, reason: str) -> None:
    """Settle a package that will never be taken; bytes and report stay.

    Raises NotAllowed, NotFound("quarantine.unknown"), RuleBroken("quarantine.settled") and
    RuleBroken("quarantine.reason_missing").
    """
    actor.demand(Role.SUPERVISOR)
    if not reason.strip():
        raise RuleBroken("quarantine.reason_missing")
    waiting = _waiting(session, quarantine_id)
    waiting.settled_at = actor.at
    journal.record(
        session, actor, "intake:package:set-aside", quarantine_id=quarantine_id, reason=reason.strip()
    )
    session.flush()


def settle(session: Session, actor: Actor, sha256: str) -> None:
    """Mark that a package which waited in quarantine has been taken after all; its bytes go.

    What they held is in the dossier now, and a lent account must be nowhere else (ENM-020).
    """
    rows = session.scalars(
        select(IntakePackage).where(
            IntakePackage.sha256 == sha256,
            IntakePackage.state == IntakeState.QUARANTINED,
            IntakePackage.settled_at.is_(None),
        )
    )
    for row in rows:
        row.settled_at = actor.at
        session.flush()
        session.execute(delete(QuarantineChunk).where(QuarantineChunk.package_id == row.id))
        leave_no_trace(session)
        journal.record(session, actor, "intake:package:released", quarantine_id=row.id)


def waiting_package(session: Session, quarantine_id: int) -> Quarantined:
    """A package that still waits; raises NotFound("quarantine.unknown"), RuleBroken("quarantine.settled")."""
    return _quarantined(_waiting(session, quarantine_id))


def pieces_of(path: Path) -> Iterator[bytes]:
    """The file's bytes in pieces of 1 MiB; raises Unavailable when it cannot be read."""
    try:
        with path.open("rb") as opened:
            while piece := opened.read(CHUNK_BYTES):
                yield piece
    except OSError as error:
        raise Unavailable("file.unreadable", file=str(path), detail=error.strerror or "") from error


def _waiting(session: Session, quarantine_id: int, *, settled: bool = False) -> IntakePackage:
    row = session.get(IntakePackage, quarantine_id)
    if row is None or row.state is not IntakeState.QUARANTINED:
        raise NotFound("quarantine.unknown", id=quarantine_id)
    if row.settled_at is not None and not settled:
        raise RuleBroken("quarantine.settled", id=quarantine_id)
    return row


def _keep(
    session: Session, actor: Actor, file_name: str, report: Report, read: Callable[[], Iterable[bytes]]
) -> IntakePackage:
    row = IntakePackage(
        package_id=report.package_id,
        sha256=report.sha256,
        file_name=file_name,
        size=report.size,
        state=IntakeState.QUARANTINED,
        received_at=actor.at,
        received_by_id=actor.person_id,
        outcome={"findings": _plain(report)},
    )
    session.add(row)
    session.flush()
    hashed = hashlib.sha256()
    for position, piece in enumerate(read()):
        hashed.update(piece)
        values = {"package_id": row.id, "position": position, "content": piece}
        session.execute(insert(QuarantineChunk), values)
    if hashed.hexdigest() != report.sha256:
        raise Unavailable("file.changed", file=file_name)
    return row


def _plain(report: Report) -> list[dict[str, object]]:
    """The findings as JSON keeps them, whatever a guard gave as a value."""
    rows: list[dict[str, object]] = json.loads(json.dumps(report.as_rows(), default=str))
    return rows


def _quarantined(row: IntakePackage) -> Quarantined:
    return Quarantined(
        row.id, row.file_name, row.sha256, row.size, row.package_id, findings_of(row.outcome["findings"])
    )
