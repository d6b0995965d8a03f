"""Takes dossiers over from an older system by the hundred thousand, all or none."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Final

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop.models.base import Base
from desktop.models.dossier import Dossier
from desktop.models.errors import RuleBroken
from desktop.models.office import NumberSeries
from desktop.models.scheme import SchemeVersion
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.bulk_preparation import Preparation, Prepared, Values
from desktop.services.bulk_rows import DossierRow
from desktop.services.database import Database
from desktop.services.numbers import DOSSIERS
from desktop.services.people import Actor
from desktop.services.unit_of_work import writing

__all__ = ["AT_ONCE", "DossierRow", "load_dossiers"]

AT_ONCE: Final = 10_000
"""Dossiers between two signs of progress."""

_TRIGGER: Final = "dossier_search_of_a_new_dossier"
_INDEX: Final = (
    "INSERT INTO dossier_search (rowid, search) SELECT id, search FROM dossier WHERE id BETWEEN ? AND ?"
)


def load_dossiers(database: Database, actor: Actor, rows: Iterable[DossierRow]) -> Iterator[int]:
    """Take over dossiers that an older system had; yields how many are in, at every 10,000 and at the end.

    Each becomes a dossier with its applicant, the one move that brought it where it stands, its due date, a
    journal of its own that begins with this; numbers given afterwards go on after the highest. It is one
    transaction: an error, or giving up before the end, leaves nothing; nobody else can write meanwhile.
    Raises RuleBroken("load.row_refused") with row, number and field at a row that cannot be true, and
    RuleBroken("load.number_taken") at a second dossier of one number.
    """
    actor.demand(Role.ADMINISTRATOR)
    with writing(database) as session:
        preparation = Preparation(session, actor)
        remaining = iter(rows)
        with _indexed_in_bulk(session.connection()):
            while some := list(islice(remaining, AT_ONCE)):
                _write(session, preparation.prepare(some))
                yield preparation.taken
        _finish(session, actor, preparation)
    yield preparation.taken


@contextmanager
def _indexed_in_bulk(connection: Connection) -> Iterator[None]:
    """Without the trigger that indexes every new dossier by itself: many at once go in 8 times faster.

    It is dropped and made again inside the transaction, so nobody else ever meets an office without it.
    """
    question = (
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'dossier_search_of_a_new_dossier'"
    )
    made_by = connection.exec_driver_sql(question).scalar_one()
    connection.exec_driver_sql("DROP TRIGGER dossier_search_of_a_new_dossier")
    yield
    connection.exec_driver_sql(made_by)


def _write(session: Session, prepared: Prepared) -> None:
    connection = session.connection()
    try:
        for into, columns, values in prepared.tables():
            _insert(connection, into, columns, values)
    except IntegrityError as error:
        raise RuleBroken("load.number_taken", number=_number_taken(session, prepared)) from error
    stretch = (prepared.dossiers[0][0], prepared.dossiers[-1][0])
    connection.exec_driver_sql(_INDEX, stretch)


def _insert(connection: Connection, into: type[Base], columns: Sequence[str], values: Values) -> None:
    # The driver's own executemany: with types and defaults applied row by row this takes twice as long.
    if values:
        statement = insert(into).inline().compile(dialect=connection.dialect, column_keys=list(columns))
        connection.exec_driver_sql(str(statement), values)


def _number_taken(session: Session, prepared: Prepared) -> str | None:
    first, seen = prepared.dossiers[0][0], set[str]()
    for number in (values[1] for values in prepared.dossiers):
        before = select(Dossier.id).where(Dossier.number == number, Dossier.id < first)
        if number in seen or session.scalar(before) is not None:
            return str(number)
        seen.add(number)
    return None


def _finish(session: Session, actor: Actor, preparation: Preparation) -> None:
    for year, last in preparation.last_numbers.items():
        series = session.get(NumberSeries, (DOSSIERS, year))
        if series is None:
            session.add(NumberSeries(series=DOSSIERS, year=year, last=last))
        else:
            series.last = max(series.last, last)
    used = select(Dossier.scheme_version_id).distinct()
    session.execute(
        update(SchemeVersion)
        .where(SchemeVersion.used_at.is_(None), SchemeVersion.id.in_(used))
        .values(used_at=actor.at)
    )
    journal.record(session, actor, "dossier:files:taken_over", count=preparation.taken)
