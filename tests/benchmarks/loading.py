"""Bulk load beside the driver's own executemany of the same rows, already checked and folded."""

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from desktop.services import bulk_load
from desktop.services.bulk_preparation import Preparation, Prepared
from desktop.services.bulk_rows import DossierRow
from desktop.services.database import Database
from tests.benchmarks.invented import invented_rows
from tests.benchmarks.measuring import Ratio, within
from tests.benchmarks.offices import acting, enamad_version, furnished_office


def loaded(folder: Path, dossiers: int) -> tuple[Database, Ratio]:
    """An office with so many dossiers, and what loading them cost beside the bare driver.

    Both take the same stretch of 10,000 rows by turns, each into an office and a transaction of its own, with
    the same tables, indexes and triggers.
    """
    office, other = furnished_office(folder / "ours"), furnished_office(folder / "other")
    stretch: list[DossierRow] = []
    ours = taken = 0.0
    loading = bulk_load.load_dossiers(office, acting(office, "golnaz"), _handed_over(stretch))
    rows = invented_rows(dossiers, enamad_version(office))
    with Session(other.writing) as session:
        preparation = Preparation(session, acting(other, "golnaz"))
        connection = session.connection()
        for _ in range(0, dossiers, bulk_load.AT_ONCE):
            stretch[:] = islice(rows, bulk_load.AT_ONCE)
            prepared = preparation.prepare(stretch)
            ours += _timed(lambda: next(loading))
            taken += _timed(lambda prepared=prepared: _executemany(connection, prepared))
        stretch.clear()
        ours += _timed(lambda: list(loading))
        taken += _timed(session.commit)
    other.close()
    name = f"bulk load of {dossiers:,} dossiers"
    return office, within(name, ours, "executemany of the same folded rows", taken, bar=1.3)


def _handed_over(stretch: Sequence[DossierRow]) -> Iterator[DossierRow]:
    while stretch:
        yield from list(stretch)


def _executemany(connection: Connection, prepared: Prepared) -> None:
    for table, columns, values in prepared.tables():
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table.__tablename__} ({', '.join(columns)}) VALUES ({marks})"
        connection.connection.driver_connection.executemany(statement, values)


def _timed(work) -> float:
    # Not `timed`: a collection of the heap between a hundred stretches would be most of the time.
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
