"""The rows a desk shows of a queue: all that is needed to choose the next dossier, by a few statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.staff import Person
from desktop.models.vocabulary import DossierKind, Phase
from desktop.services.cautions import Caution, cautions_about
from desktop.services.change_counts import change_counts
from desktop.services.due_states import DueState, due_states
from desktop.services.people import Actor
from desktop.services.rules import Label, rules_of
from desktop.services.seen import is_followed_by, is_unread_by

_PERSON: Any = bindparam("person")
_ROWS: Final = (
    select(
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
        Dossier.claimed_by_id,
        Dossier.claimed_at,
        Person.name.label("holder"),
        is_unread_by(_PERSON).label("unread"),
        is_followed_by(_PERSON).label("followed"),
    )
    .join(Person, Person.id == Dossier.claimed_by_id, isouter=True)
    .where(Dossier.id.in_(bindparam("ids", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A dossier as one person's desk shows it."""

    id: int
    number: str
    applicant_name: str
    subject: str
    scheme: str
    scheme_title: Label
    kind: DossierKind
    level: str | None
    status: str
    status_label: Label
    phase: Phase
    family: str
    icon: str
    round: int
    version: int
    unread: bool
    followed: bool
    changes: int
    """Changes since this person's last review, as `what_changed` counts them."""
    due: DueState
    at_desk_since: datetime
    """Since when its holder has it; of one nobody holds, since when it stands in its status."""
    holder: str | None
    is_mine: bool
    cautions: frozenset[Caution]
    returned: bool
    """It came back from the applicant at least once (X-07)."""


def desk_rows(session: Session, actor: Actor, ids: Sequence[int]) -> list[DeskRow]:
    """The rows of these dossiers for this person, in the order of `ids`; one that is gone is left out."""
    found = {row.id: row for row in session.execute(_ROWS, {"ids": list(ids), "person": actor.known_id})}
    rows = [found[number] for number in ids if number in found]
    changes = change_counts(session, actor, rows)
    dues = due_states(session, rows, actor.at)
    cautions = cautions_about(session, found)
    nothing: frozenset[Caution] = frozenset()
    return [
        _desk_row(session, actor, row, changes.get(row.id, 0), dues[row.id], cautions.get(row.id, nothing))
        for row in rows
    ]


def _desk_row(
    session: Session,
    actor: Actor,
    row: Row[*tuple[Any, ...]],
    changes: int,
    due: DueState,
    cautions: frozenset[Caution],
) -> DeskRow:
    rules = rules_of(session, row.scheme_version_id)
    status = rules.statuses[row.status]
    return DeskRow(
        id=row.id,
        number=row.number,
        applicant_name=row.applicant_name,
        subject=row.subject,
        scheme=rules.scheme,
        scheme_title=rules.title,
        kind=row.kind,
        level=row.level,
        status=row.status,
        status_label=status.label,
        phase=row.phase,
        family=status.family,
        icon=status.icon,
        round=row.round,
        version=row.version,
        unread=bool(row.unread),
        followed=bool(row.followed),
        changes=changes,
        due=due,
        at_desk_since=row.claimed_at or row.status_since,
        holder=row.holder,
        is_mine=row.claimed_by_id == actor.person_id,
        cautions=cautions,
        returned=row.round > 1,
    )
