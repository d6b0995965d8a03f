"""Makes an office, a folder with one database file, whole or not at all; and moves one aside for another."""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as driver
from sqlalchemy.orm import Session

from desktop.models.errors import RuleBroken, Unavailable
from desktop.models.migrations.running import upgrade
from desktop.models.office import Office
from desktop.services.database import OFFICE_FILE, connect
from desktop.services.durable_files import UNFINISHED, put_in_place, unfinished_beside
from desktop.services.unit_of_work import writing

COMPANIONS = ("-wal", "-shm", "-journal")
"""Files SQLite keeps beside a database; they belong to that one and would damage another."""


def create_office(
    folder: Path,
    name: Mapping[str, str],
    at: datetime,
    *,
    is_demo: bool = False,
    furnish: Callable[[Session], None] | None = None,
) -> None:
    """Make an office called `name` (texts fa, ar, en) in `folder`, which is made when missing.

    What `furnish` enters is there from the first moment. Raises RuleBroken("office.exists") when an office is
    there, however late it came; never writes over it.
    """
    demand_no_office(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with unfinished_beside(folder / OFFICE_FILE) as aside:
        _make(aside, Office(id=1, name=dict(name), is_demo=is_demo, created_at=at), furnish)
        try:
            put_in_place(aside / OFFICE_FILE, folder / OFFICE_FILE)
        except FileExistsError:
            raise RuleBroken("office.exists", folder=str(folder)) from None


def demand_no_office(folder: Path) -> None:
    """Raise RuleBroken("office.exists"), or ("office.leftovers") over companions of a lost database."""
    place = folder / OFFICE_FILE
    if place.exists():
        raise RuleBroken("office.exists", folder=str(folder))
    for companion in _companions(place):
        raise RuleBroken("office.leftovers", path=str(companion))


def move_aside(folder: Path, at: datetime) -> Path:
    """Keep the office of `folder` under a name with the moment `at`; the caller replaces its own name.

    Raises Unavailable("office.in_use") while somebody has it open, RuleBroken("office.exists") when the new
    name is taken. A damaged office is moved as it is, with its companions.
    """
    place = folder / OFFICE_FILE
    kept = place.with_name(f"office-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}.db")
    if kept.exists():
        raise RuleBroken("office.exists", path=str(kept))
    _keep_or_close(place, kept)
    try:
        # With two names for a moment, there is no moment without an office.
        os.link(place, kept)
    except OSError:
        place.rename(kept)
    return kept


def _make(folder: Path, office: Office, furnish: Callable[[Session], None] | None) -> None:
    database = connect(folder)
    try:
        with database.writing.begin() as connection:
            upgrade(connection)
        with writing(database) as session:
            session.add(office)
            if furnish is not None:
                furnish(session)
    finally:
        database.close()


def _companions(place: Path) -> list[Path]:
    named = [place.with_name(place.name + ending) for ending in COMPANIONS]
    return [path for path in named if path.exists()]


def _keep_or_close(place: Path, kept: Path) -> None:
    # A file too damaged to be closed loses its companions by the mere attempt, so they are copied first.
    with TemporaryDirectory(prefix=UNFINISHED, dir=place.parent) as folder:
        copies = [Path(shutil.copy2(path, Path(folder) / path.name)) for path in _companions(place)]
        if _close_for_all(place):
            return
        for copy in copies:
            copy.rename(kept.with_name(kept.name + copy.name.removeprefix(place.name)))
    for companion in _companions(place):
        companion.unlink()


def _close_for_all(place: Path) -> bool:
    # Leaving WAL needs the file for oneself and writes back everything that was still beside it.
    try:
        with closing(driver.connect(str(place), isolation_level=None, timeout=2)) as office:
            office.execute("PRAGMA journal_mode = DELETE")
    except driver.OperationalError as error:
        code = "office.in_use" if "locked" in str(error) else "disk.failed"
        raise Unavailable(code, path=str(place), detail=str(error)) from error
    except driver.DatabaseError:
        return False
    return True
