"""Makes an office: a folder with one database file, whole or not there at all."""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.models.errors import RuleBroken
from desktop.models.migrations.running import upgrade
from desktop.models.office import Office
from desktop.services.database import OFFICE_FILE, Database, connect
from desktop.services.unit_of_work import writing


def create_office(folder: Path, name: Mapping[str, str], at: datetime, *, is_demo: bool = False) -> None:
    """Make an office called `name` (texts fa, ar, en) in `folder`, which is made when missing.

    Raises RuleBroken("office.exists") when one is there; never writes over it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / OFFICE_FILE).exists():
        raise RuleBroken("office.exists", folder=str(folder))
    with TemporaryDirectory(prefix=".new-office-", dir=folder) as unfinished:
        database = connect(Path(unfinished))
        try:
            _furnish(database, Office(id=1, name=dict(name), is_demo=is_demo, created_at=at))
        finally:
            database.close()
        os.link(Path(unfinished) / OFFICE_FILE, folder / OFFICE_FILE)


def _furnish(database: Database, office: Office) -> None:
    with database.writing.begin() as connection:
        upgrade(connection)
    with writing(database) as session:
        session.add(office)
