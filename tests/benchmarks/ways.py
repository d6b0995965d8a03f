"""Ways to have the list of all dossiers: ours, and reading everything; and what each holds in memory.

`python -m tests.benchmarks.ways FOLDER WAY` prints the bytes one way holds, in a process of its own.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from desktop.services.database import Database, open_office
from desktop.services.people import Actor
from desktop.services.queues import QueueQuery, first_page, queue_ids, queue_rows
from desktop.services.unit_of_work import reading
from tests.benchmarks.offices import acting

PAGE = 50
EVERY_ROW = (
    "SELECT d.id, d.number, d.applicant_name, d.subject, d.kind, d.status, d.phase, d.round, d.due_at,"
    " d.status_since, d.scheme_version_id, p.name FROM dossier d LEFT JOIN person p ON p.id = d.claimed_by_id"
    " ORDER BY d.due_at IS NULL, d.due_at, d.id"
)


def page(database: Database, actor: Actor) -> Any:
    """The first page with the capped count."""
    with reading(database) as session:
        return first_page(session, actor, QueueQuery(), PAGE)


def page_and_ranks(database: Database, actor: Actor) -> Any:
    """The first page, and the rank snapshot a list needs to be scrolled to its end."""
    with reading(database) as session:
        return first_page(session, actor, QueueQuery(), PAGE), queue_ids(session, actor, QueueQuery())


def listed_anew(database: Database, actor: Actor, query: QueueQuery) -> Any:
    """The rank snapshot of another order or filter, and its first page."""
    with reading(database) as session:
        ids = queue_ids(session, actor, query)
        return ids, queue_rows(session, ids[:PAGE])


def every_row(database: Database, _: Actor) -> Any:
    """Every row in order, as the driver gives it."""
    return bare(database, EVERY_ROW)


def bare(database: Database, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
    """The rows of a statement by the driver alone."""
    connection = database.reading.raw_connection()
    try:
        return connection.driver_connection.execute(statement, values).fetchall()
    finally:
        connection.close()


WAYS = {way.__name__: way for way in (page, page_and_ranks, every_row)}


def bytes_held(folder: Path, way: str) -> int:
    """What one way holds in memory of its own, without the pages of the database file it shares."""
    command = [sys.executable, "-m", __spec__.name, str(folder), way]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _anonymous_bytes() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("RssAnon:")[1].split()[0]) * 1024


def _measure(folder: Path, way: str) -> None:
    database = open_office(folder)
    actor = acting(database, "golnaz")
    before = _anonymous_bytes()
    held = WAYS[way](database, actor)
    print(_anonymous_bytes() - before if held else 0)


if __name__ == "__main__":
    _measure(Path(sys.argv[1]), sys.argv[2])
