"""Turns what an older system tells of dossiers into rows of this office's tables, ready for the driver."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.base import Base
from desktop.models.dossier import Dossier, StatusChange
from desktop.models.errors import RuleBroken
from desktop.models.journal import JournalEntry, JournalHead
from desktop.models.scheme import SchemeVersion
from desktop.models.text import fold, normalize_persian, sort_key
from desktop.models.vocabulary import RUNNING_PHASES, Role
from desktop.services.bulk_rows import DossierRow, faulty_field
from desktop.services.due_dates import calendar_of
from desktop.services.journal import FIRST_HASH, hash_of
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.search import search_text

ACTION: Final = "take_over"
"""The one move in the history of such a dossier."""
ROLE: Final = Role.ADMINISTRATOR.value
FOREIGNER_DIGITS: Final = 12
TAG: Final = "dossier:file:taken_over"

_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

Values = list[tuple[Any, ...]]


_APPLICANT: Final = ("id", "kind", "identity_number", "name", "is_foreign")
_DOSSIER: Final = (
    *("id", "number", "scheme_version_id", "kind", "level", "applicant_id", "applicant_name", "subject"),
    *("subject_folded", "status", "phase", "round", "opened_at", "status_since", "due_at", "version"),
    *("sort_key", "search"),
)
_CHANGE: Final = ("dossier_id", "at", "action", "to_status", "phase", "role", "person_id", "round")
_ENTRY: Final = ("chain", "sequence", "at", "person_id", "tag", "content", "previous_hash", "hash")
_HEAD: Final = ("chain", "length", "hash")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows of some dossiers, table by table, as tuples the driver takes."""

    applicants: Values = field(default_factory=list)
    dossiers: Values = field(default_factory=list)
    changes: Values = field(default_factory=list)
    entries: Values = field(default_factory=list)
    heads: Values = field(default_factory=list)

    def tables(self) -> Iterator[tuple[type[Base], Sequence[str], Values]]:
        """Each table with its columns and rows, in the order in which they may be written."""
        yield Applicant, _APPLICANT, self.applicants
        yield Dossier, _DOSSIER, self.dossiers
        yield StatusChange, _CHANGE, self.changes
        yield JournalEntry, _ENTRY, self.entries
        yield JournalHead, _HEAD, self.heads


@dataclass(frozen=True, slots=True)
class _Status:
    """A status of a scheme version, as far as the rows need it."""

    scheme: str
    version: str
    phase: str
    working_days: int | None
    """The office's time limit where its clock runs."""


class Preparation:
    """Prepares one stretch of dossiers after another; keeps the applicants met and the ids given so far."""

    def __init__(self, session: Session, actor: Actor) -> None:
        self._actor = actor
        self._calendar = calendar_of(session)
        self._statuses = _statuses(session)
        known = session.execute(select(Applicant.identity_number, Applicant.id))
        self._applicants: dict[str, int] = dict(known.all())
        self._last_applicant = max(self._applicants.values(), default=0)
        self._last_dossier = session.scalar(select(func.max(Dossier.id))) or 0
        self.taken = 0
        self.last_numbers: dict[int, int] = {}
        """The highest dossier number met, by Jalali year."""

    def prepare(self, rows: Sequence[DossierRow]) -> Prepared:
        """The rows of these dossiers; raises RuleBroken("load.row_refused") with row, number and field."""
        prepared = Prepared()
        for row in rows:
            self.taken += 1
            status = self._statuses.get((row.scheme_version_id, row.status))
            fault = faulty_field(row) or (None if status else "status")
            if status is None or fault:
                raise RuleBroken("load.row_refused", row=self.taken, number=row.number, field=fault)
            self._add(prepared, row, status)
        return prepared

    def _add(self, prepared: Prepared, row: DossierRow, status: _Status) -> None:
        self._last_dossier = dossier_id = self._last_dossier + 1
        since, acting = stored(row.status_since), self._actor.person_id
        name, subject = normalize_persian(row.applicant_name), normalize_persian(row.subject)
        prepared.dossiers.append(
            (
                dossier_id,
                row.number,
                row.scheme_version_id,
                row.kind.value,
                row.level,
                self._applicant_id(prepared, row, name),
                name,
                subject,
                fold(subject),
                row.status,
                status.phase,
                row.round,
                stored(row.opened_at),
                since,
                self._due_at(row, status),
                1,
                sort_key(name),
                search_text(row.number, name, subject, row.title, row.identity_number),
            )
        )
        prepared.changes.append(
            (dossier_id, since, ACTION, row.status, status.phase, ROLE, acting, row.round)
        )
        self._journal(prepared, dossier_id, row, status)
        year, serial = int(row.number[:4]), int(row.number[5:])
        if serial > self.last_numbers.get(year, 0):
            self.last_numbers[year] = serial

    def _applicant_id(self, prepared: Prepared, row: DossierRow, name: str) -> int:
        known = self._applicants.get(row.identity_number)
        if known is None:
            self._last_applicant = known = self._last_applicant + 1
            self._applicants[row.identity_number] = known
            is_foreign = len(row.identity_number) == FOREIGNER_DIGITS
            prepared.applicants.append(
                (known, row.applicant_kind.value, row.identity_number, name, is_foreign)
            )
        return known

    def _due_at(self, row: DossierRow, status: _Status) -> str | None:
        if status.working_days is None:
            return None
        return stored(self._calendar.add_working_days(row.status_since, status.working_days))

    def _journal(self, prepared: Prepared, dossier_id: int, row: DossierRow, status: _Status) -> None:
        actor = self._actor
        content = _CANONICAL.encode(
            {
                "number": row.number,
                "scheme": status.scheme,
                "version": status.version,
                "kind": row.kind.value,
                "to": row.status,
                "round": row.round,
            }
        )
        link = hash_of(FIRST_HASH, dossier_id, 1, actor.at, actor.person_id, TAG, content)
        prepared.entries.append(
            (dossier_id, 1, stored(actor.at), actor.person_id, TAG, content, FIRST_HASH, link)
        )
        prepared.heads.append((dossier_id, 1, link))


def stored(moment: datetime) -> str:
    """A moment as the embedded database keeps it."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _statuses(session: Session) -> dict[tuple[int, str], _Status]:
    every = [rules_of(session, version) for version in session.scalars(select(SchemeVersion.id))]
    return {
        (rules.version_id, status.code): _Status(
            rules.scheme,
            rules.version,
            status.phase.value,
            status.sla_working_days if status.phase in RUNNING_PHASES else None,
        )
        for rules in every
        for status in rules.statuses.values()
    }
