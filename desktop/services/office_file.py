"""Looks at an office's database file as a file: its pages, its references, its tables and protections."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError

from desktop.models.base import SCHEMA_REVISION
from desktop.models.migrations.running import upgrade
from desktop.services.database import connect

UNREADABLE = frozenset({"file.damaged", "file.schema"})
"""Findings after which nothing else the file says is worth reading."""
MOST_FINDINGS = 100
"""Of one kind; a badly damaged file has as many as it has pages."""


@dataclass(frozen=True, slots=True)
class OfficeFinding:
    """Something that is not as it should be; the face makes its sentence."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)


def file_findings(connection: Connection) -> list[OfficeFinding]:
    """Damaged pages, broken references, tables and protections that are not as the migrations made them."""
    try:
        return [*_damage(connection), *_broken_references(connection), *_schema_differences(connection)]
    except DatabaseError as error:
        return [OfficeFinding("file.damaged", {"detail": str(error.orig)})]


def quick_findings(connection: Connection) -> list[OfficeFinding]:
    """The same without reading every index and reference: seconds for a large office instead of minutes."""
    try:
        return [*_damage(connection, "quick_check"), *_schema_differences(connection)]
    except DatabaseError as error:
        return [OfficeFinding("file.damaged", {"detail": str(error.orig)})]


def _damage(connection: Connection, check: str = "integrity_check") -> Iterator[OfficeFinding]:
    for line in connection.exec_driver_sql(f"PRAGMA {check}({MOST_FINDINGS})").scalars():
        if line != "ok":
            yield OfficeFinding("file.damaged", {"detail": line})


def _broken_references(connection: Connection) -> Iterator[OfficeFinding]:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST_FINDINGS)
    for table, row, parent, _ in broken:
        yield OfficeFinding("file.reference", {"table": table, "row": row, "parent": parent})


def _schema_differences(connection: Connection) -> Iterator[OfficeFinding]:
    found, expected = _schema(connection), _fresh_schema()
    for name in sorted(found.keys() | expected.keys()):
        if found.get(name) != expected.get(name):
            yield OfficeFinding("file.schema", {"name": name, "missing": name not in found})


def _schema(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")
    return {row.name: row.sql for row in rows if not row.name.startswith("sqlite_")}


def _fresh_schema() -> dict[str, str]:
    with TemporaryDirectory() as folder:
        database = connect(Path(folder))
        try:
            with database.writing.begin() as connection:
                upgrade(connection, SCHEMA_REVISION)
                return _schema(connection)
        finally:
            database.close()
