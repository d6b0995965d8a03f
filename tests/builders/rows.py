"""One row in every table, made from the columns alone: for tests of what the database itself allows."""

import hashlib
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop.models.tables import metadata

AT = datetime(2026, 5, 10, 8, 0, tzinfo=UTC)
CONTENT = b"content"
FITTING: dict[tuple[str, str], Any] = {
    ("evidence_mark", "left_edge"): 0.25,
    ("evidence_mark", "top_edge"): 0.25,
    ("evidence_mark", "width"): 0.5,
    ("evidence_mark", "height"): 0.5,
    ("attachment", "size"): len(CONTENT),
    ("attachment_chunk", "position"): 0,
    ("attachment", "sha256"): hashlib.sha256(CONTENT).hexdigest(),
    ("dossier", "phase"): "review",
    ("dossier", "number"): "1405/00001",
    ("certificate", "number"): "1405/00001",
    ("held_act", "status_change_id"): 1,
    ("intake_package", "package_id"): "x",
    ("intake_package", "dossier_id"): 1,
}
"""Values where the plain one would break a rule of the table."""


def one_row_each(connection: Connection, without: Collection[str] = ()) -> None:
    """Fill every empty table with one row; everything refers to the row with id 1."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in metadata.sorted_tables:
        filled = connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        if not filled and table.name not in without:
            connection.execute(table.insert().values(one_row(table)))


def one_row(table: sa.Table) -> dict[str, Any]:
    """Values for every column that must have one."""
    return {
        column.name: FITTING.get((table.name, column.name), plain_value(column))
        for column in table.columns
        if not column.nullable or (table.name, column.name) in FITTING
    }


def plain_value(column: sa.Column[Any]) -> Any:
    """A value of the column's type, the same for every row."""
    if isinstance(column.type, sa.Enum):
        return column.type.enums[0]
    return {} if isinstance(column.type, sa.JSON) else _PLAIN[_python_type(column)]


def other_value(column: sa.Column[Any], present: Any) -> Any:
    """A value of the column's type other than the present one."""
    if isinstance(column.type, sa.Enum):
        return next(word for word in column.type.enums if word != present)
    if isinstance(column.type, sa.JSON):
        return {"other": 1}
    return _OTHER[_python_type(column)]


def _python_type(column: sa.Column[Any]) -> type:
    return getattr(column.type, "impl_instance", column.type).python_type


_PLAIN: dict[type, Any] = {
    int: 1,
    str: "x",
    bool: True,
    bytes: CONTENT,
    float: 0.5,
    datetime: AT,
    date: AT.date(),
}
_OTHER: dict[type, Any] = {
    int: 2,
    str: "y",
    bool: False,
    bytes: b"another",
    float: 0.125,
    datetime: AT.replace(year=2027),
    date: AT.date().replace(year=2027),
}
