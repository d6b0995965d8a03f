"""Opens the embedded office: one SQLite file, with the settings that keep it whole."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from desktop.models.base import SCHEMA_REVISION
from desktop.models.errors import NotFound, Unavailable

OFFICE_FILE = "office.db"
BUSY_MILLISECONDS = 10_000
PATIENCE_WITH_READERS_MILLISECONDS = 250
OLDEST_SAFE_SQLITE = (3, 51, 3)
"""Older libraries can corrupt a WAL database when two connections checkpoint at once."""


@dataclass(frozen=True, slots=True)
class Database:
    """An open office: `reading` begins ordinary transactions, `writing` takes the write lock at once."""

    folder: Path
    reading: Engine
    writing: Engine
    rules: dict[int, Any] = field(default_factory=dict)
    """Scheme versions already read; they never change once used."""

    def empty_write_ahead_log(self) -> None:
        """Cut the log in which erased values still stand; deleted cells themselves are overwritten at once.

        A reader elsewhere can hold the log open; then the next erasure, or the last to close, cuts it.
        """
        connection = self.writing.raw_connection()
        cursor = connection.cursor()
        try:
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_WITH_READERS_MILLISECONDS}")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
            connection.close()

    def close(self) -> None:
        """Close every connection of this process."""
        self.reading.dispose()


def open_office(folder: Path) -> Database:
    """Open the office in `folder`.

    Raises NotFound("office.missing") without a database there, Unavailable("office.newer"/"office.older")
    when its tables are not of this program, Unavailable("sqlite.unsafe") on a library known to corrupt files.
    """
    if not (folder / OFFICE_FILE).is_file():
        raise NotFound("office.missing", folder=str(folder))
    database = connect(folder)
    with database.reading.connect() as connection:
        _demand_revision(connection)
    return database


def connect(folder: Path) -> Database:
    """Connect to the database file in `folder` without asking what is in it; made when missing."""
    if driver.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise Unavailable("sqlite.unsafe", version=driver.sqlite_version)
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=_creator(folder / OFFICE_FILE),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        # Values may be identity numbers; an error's text ends up in reports.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return Database(folder, engine, engine.execution_options(takes_write_lock=True))


def _creator(path: Path) -> Callable[[], sqlite3.Connection]:
    def create() -> sqlite3.Connection:
        # isolation_level None: the driver starts no transactions of its own, `_begin` does.
        connection: sqlite3.Connection = driver.connect(
            str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_MILLISECONDS / 1000
        )
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            # Without it INSERT OR REPLACE deletes rows behind the back of the triggers that protect them.
            "recursive_triggers = ON",
            "trusted_schema = OFF",
            "secure_delete = ON",
            "cache_size = -65536",
            "mmap_size = 2000000000",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    return create


def _begin(connection: Connection) -> None:
    # A writer that reads first and then upgrades its lock can lose to another and fail; so it locks at once.
    takes_lock = connection.get_execution_options().get("takes_write_lock", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if takes_lock else "BEGIN")


def _demand_revision(connection: Connection) -> None:
    tables = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).scalar_one()
    found = (
        connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
        if tables
        else None
    )
    if found is None:
        raise NotFound("office.missing")
    if found != SCHEMA_REVISION:
        code = "office.newer" if found > SCHEMA_REVISION else "office.older"
        raise Unavailable(code, found=found, expected=SCHEMA_REVISION)
