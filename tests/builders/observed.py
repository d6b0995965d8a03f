"""Everything an office shows of its dossiers, row by row: to see that what was taken back left nothing."""

from typing import Any

from desktop.models.tables import metadata
from desktop.services.database import Database

TRACES = {"journal_entry", "journal_head", "held_act"}
"""Tables that tell what was done; all others tell how things stand."""
LEFT_OUT = {("dossier", "version")}
"""It only ever grows, so that nobody's older view passes for the newest."""
GONE = {"status_change": "undone_at IS NOT NULL", "notice": "state = 'withdrawn'"}
"""Rows that stay on record and count for nothing."""


def observed(office: Database, *without: str) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table that tells how things stand, but those `without`."""
    seen = {}
    with office.reading.connect() as connection:
        for table in metadata.sorted_tables:
            if table.name in TRACES.union(without):
                continue
            columns = [one.name for one in table.columns if (table.name, one.name) not in LEFT_OUT]
            rows = connection.exec_driver_sql(
                f"SELECT {', '.join(columns)} FROM {table.name} WHERE NOT ({GONE.get(table.name, '0')})"
            )
            seen[table.name] = sorted((tuple(row) for row in rows), key=repr)
    return seen
