"""What support may see of an office: versions, checks and counts in a few files, without anybody's data."""

import json
import platform
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop import __version__
from desktop.models.base import SCHEMA_REVISION
from desktop.models.errors import Unavailable
from desktop.models.journal import JournalEntry
from desktop.models.office import Office
from desktop.models.tables import metadata
from desktop.services.database import OFFICE_FILE, Database
from desktop.services.diagnostics import Check, diagnose
from desktop.services.due_dates import calendar_of
from desktop.services.schemes.storing import list_schemes
from desktop.services.unit_of_work import reading

LIBRARIES: Final = (
    *("SQLAlchemy", "alembic", "sqlcipher3", "PySide6-Essentials", "reportlab", "uharfbuzz"),
    *("pikepdf", "pypdfium2", "Pillow", "jdatetime", "holidays", "jsonschema"),
)
"""Libraries whose versions matter when something goes wrong."""


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One file of the bundle as it will be written; people see it before it is saved."""

    name: str
    text: str


def environment() -> dict[str, str | None]:
    """What the program runs on; no names of people, machines or folders."""
    return {
        "program": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "machine": platform.machine(),
        "sqlite": driver.sqlite_version,
        "tables": SCHEMA_REVISION,
        **{name: _version(name) for name in LIBRARIES},
    }


def support_bundle(database: Database, at: datetime) -> list[BundleFile]:
    """Every file of the bundle: environment, checks, how much the office holds, what is done in it."""
    checks = list(diagnose(database, at))
    with reading(database) as session:
        return [
            _file("environment", environment()),
            _file("checks", [_check(one) for one in checks]),
            _file("office", _office(session, database)),
            _file("journal", dict(_tags(session))),
        ]


def write_bundle(files: Sequence[BundleFile], path: Path) -> Path:
    """Write the files, as they were seen, into one zip; raises Unavailable("file.failed")."""
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
            for one in files:
                bundle.writestr(one.name, one.text)
    except OSError as error:
        raise Unavailable("file.failed", file=str(path), detail=error.strerror or "") from error
    return path


def _office(session: Session, database: Database) -> dict[str, Any]:
    calendar = calendar_of(session)
    return {
        "is_demo": session.get_one(Office, 1).is_demo,
        "bytes": (database.folder / OFFICE_FILE).stat().st_size,
        "rows": {
            table.name: session.scalar(select(func.count()).select_from(table))
            for table in metadata.sorted_tables
        },
        "schemes": {one.code: [v.code for v in one.versions] for one in list_schemes(session)},
        "weekend": sorted(calendar.weekend),
        "hours": [str(calendar.hours.opens), str(calendar.hours.closes)],
    }


def _tags(session: Session) -> Iterator[tuple[str, int]]:
    rows = session.execute(
        select(JournalEntry.tag, func.count()).group_by(JournalEntry.tag).order_by(JournalEntry.tag)
    )
    yield from ((tag, count) for tag, count in rows)


def _check(check: Check) -> dict[str, Any]:
    return {"code": check.code, "state": check.state.value, "values": check.values}


def _file(name: str, content: Any) -> BundleFile:
    return BundleFile(f"{name}.json", json.dumps(content, ensure_ascii=False, indent=2, default=str))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
