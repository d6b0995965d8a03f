"""What may be wrong, before support is called: checks of file, disk, clock, calendar, schemes."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import exists, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from desktop.models.jalali import in_tehran
from desktop.models.journal import JournalEntry
from desktop.models.staff import Person, PersonRole
from desktop.models.vocabulary import Role
from desktop.services.calendar_editing import known_until
from desktop.services.database import OFFICE_FILE, Database
from desktop.services.office_file import quick_findings
from desktop.services.schemes.storing import list_schemes
from desktop.services.unit_of_work import reading

MEBIBYTE: Final = 1 << 20
LITTLE_ROOM: Final = 1024 * MEBIBYTE
NO_ROOM: Final = 100 * MEBIBYTE
CALENDAR_AHEAD: Final = timedelta(days=90)
"""Due dates reach so far; beyond the known calendar they are only guesses."""

CLOCKS_APART: Final = timedelta(minutes=2)
"""So much a clock may be set back without anything being wrong."""

LONG_LOG: Final = 256 * MEBIBYTE
"""A write-ahead log as long as this is held open by somebody who never stops reading."""


class CheckState(StrEnum):
    """How a check came out."""

    GOOD = "good"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; the face has its sentence and hint by `code` and state, filled by `values`."""

    code: str
    state: CheckState
    values: dict[str, Any] = field(default_factory=dict)


CODES: Final = ("file", "log", "room", "clock", "calendar", "schemes", "administrator")
"""The checks in their order."""


def diagnose(database: Database, at: datetime) -> Iterator[Check]:
    """Look at one thing after the other; nothing is changed, and a failing check stops no other."""
    yield _file(database)
    yield _log(database)
    yield _room(database)
    for code, check in _INSIDE.items():
        try:
            with reading(database) as session:
                yield check(session, at)
        except DatabaseError as error:
            yield Check(code, CheckState.FAULT, {"detail": type(error).__name__})


def _file(database: Database) -> Check:
    with database.reading.connect() as connection:
        findings = quick_findings(connection)
    state = CheckState.FAULT if findings else CheckState.GOOD
    size = (database.folder / OFFICE_FILE).stat().st_size
    return Check("file", state, {"bytes": size, "findings": [one.code for one in findings]})


def _log(database: Database) -> Check:
    log = database.folder / f"{OFFICE_FILE}-wal"
    size = log.stat().st_size if log.exists() else 0
    return Check("log", CheckState.WARNING if size > LONG_LOG else CheckState.GOOD, {"bytes": size})


def _room(database: Database) -> Check:
    free = shutil.disk_usage(database.folder).free
    # A backup or a restored office needs as much again as the office itself.
    wanted = max(LITTLE_ROOM, (database.folder / OFFICE_FILE).stat().st_size)
    enough = CheckState.WARNING if free < wanted else CheckState.GOOD
    state = CheckState.FAULT if free < NO_ROOM else enough
    return Check("room", state, {"bytes": free, "wanted": wanted})


def _clock(session: Session, at: datetime) -> Check:
    """Nobody can have acted later than now: else this machine's clock has been set back."""
    newest = session.scalar(select(JournalEntry.at).order_by(JournalEntry.id.desc()).limit(1))
    behind = timedelta() if newest is None else max(newest - at, timedelta())
    state = CheckState.FAULT if behind > CLOCKS_APART else CheckState.GOOD
    return Check("clock", state, {"now": at, "newest": newest, "minutes": behind // timedelta(minutes=1)})


def _calendar(session: Session, at: datetime) -> Check:
    today, until = in_tehran(at).date(), known_until(session)
    if until is None or until < today:
        state = CheckState.FAULT
    else:
        state = CheckState.WARNING if until < today + CALENDAR_AHEAD else CheckState.GOOD
    return Check("calendar", state, {"until": until})


def _schemes(session: Session, at: datetime) -> Check:
    today, known = in_tehran(at).date(), list_schemes(session)
    in_force = [one.code for one in known if any(version.valid_from <= today for version in one.versions)]
    state = CheckState.GOOD if in_force else CheckState.FAULT
    return Check("schemes", state, {"schemes": in_force, "count": len(in_force)})


def _administrator(session: Session, at: datetime) -> Check:  # noqa: ARG001 - checks are called alike
    governs = exists().where(
        Person.active, PersonRole.person_id == Person.id, PersonRole.role == Role.ADMINISTRATOR
    )
    return Check("administrator", CheckState.GOOD if session.scalar(select(governs)) else CheckState.FAULT)


_INSIDE: Final[dict[str, Callable[[Session, datetime], Check]]] = {
    "clock": _clock,
    "calendar": _calendar,
    "schemes": _schemes,
    "administrator": _administrator,
}
