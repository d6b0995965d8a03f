"""Runs the migrations from the program itself: no ini file, no shell, one connection in one transaction."""

from io import StringIO
from pathlib import Path

from sqlalchemy.engine import Connection


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the tables to `revision`.

    The caller holds the write lock (`Database.writing`) and commits: a second program waits for the lock and
    then finds nothing left to do, a crash leaves the revision before.
    """
    _in_one_transaction(connection)
    _run("upgrade", revision, connection=connection)


def downgrade(connection: Connection, revision: str) -> None:
    """Take the tables back to `revision` under the same transaction rules as `upgrade`."""
    _in_one_transaction(connection)
    _run("downgrade", revision, connection=connection)


def as_sql(dialect: str, revision: str = "head") -> str:
    """The statements `upgrade` would run on an empty database of `dialect`, for people to read."""
    output = StringIO()
    _run("upgrade", revision, sql=True, dialect=dialect, output=output)
    return output.getvalue()


def _in_one_transaction(connection: Connection) -> None:
    # Outside a transaction Alembic would commit every step of its own accord.
    if not connection.in_transaction():
        connection.begin()


def _run(direction: str, revision: str, *, sql: bool = False, **given: object) -> None:
    # Alembic takes as long to import as SQLAlchemy, and most commands never migrate anything.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes=given)
    # A percent sign in the path would be read as an interpolation of the ini format.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    getattr(command, direction)(config, revision, sql=sql)
