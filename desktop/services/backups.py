"""Backs an office up while it is worked in, and puts a backup in place again; each whole or not at all."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DatabaseError

from desktop.models.errors import NeedsConfirmation, NotFound, RuleBroken, Unavailable
from desktop.models.tables import metadata
from desktop.services.database import OFFICE_FILE, Database, open_office
from desktop.services.durable_files import put_in_place, put_over, sha256_of, unfinished_beside
from desktop.services.office import demand_no_office, move_aside
from desktop.services.office_check import OfficeReport, checked
from desktop.services.office_file import UNREADABLE


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was read again and found equal to the office at one moment."""

    path: Path
    size: int
    """Bytes."""
    sha256: str
    counts: dict[str, int]
    """Rows per table."""


@dataclass(frozen=True, slots=True)
class Restored:
    """An office made from a backup."""

    path: Path
    report: OfficeReport
    kept_aside: Path | None
    """Where the office that was there before is kept."""


def backup(database: Database, target: Path) -> BackupMade:
    """Write the office as it stands at one moment to `target`, one file that needs nothing beside it.

    Nobody has to stop working. The copy is read again and compared before it gets its name; its SHA-256 is
    written beside it as the tool sha256sum reads it. Raises RuleBroken("backup.exists"), never writing over a
    file, NotFound("backup.folder_missing"), Unavailable("backup.unverified", "disk.full" or "disk.failed").
    """
    target = target.absolute()
    if not target.parent.is_dir():
        raise NotFound("backup.folder_missing", folder=str(target.parent))
    if target.exists():
        raise RuleBroken("backup.exists", path=str(target))
    with unfinished_beside(target) as aside, _driver_failures():
        copy = aside / target.name
        counts = _copy(database, copy)
        _demand_equal(copy, counts)
        made = BackupMade(target, copy.stat().st_size, sha256_of(copy), counts)
        _put_with_sum(copy, made)
    return made


def restore(
    source: Path, folder: Path, *, aside_at: datetime | None = None, consent: bool = False
) -> Restored:
    """Make the office in `folder` from the backup `source`, after checking all of it.

    An office already there is refused with RuleBroken("office.exists"), unless `aside_at` says under which
    moment's name it is kept; then nobody may have it open: Unavailable("office.in_use"). Raises
    NotFound("backup.missing"), RuleBroken("backup.damaged"), Unavailable("office.newer" or "office.older").
    NeedsConfirmation("backup.unsound", findings=…): the file is whole, but what it holds was not in order
    when it was made; `consent` accepts that.
    """
    if not source.is_file():
        raise NotFound("backup.missing", path=str(source))
    if aside_at is None:
        demand_no_office(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with unfinished_beside(folder / OFFICE_FILE) as aside:
        copy = aside / OFFICE_FILE
        shutil.copyfile(source, copy)
        _demand_sum(source, copy)
        _demand_all_pages(copy)
        report = _looked_over(aside)
        if not report.is_sound and not consent:
            raise NeedsConfirmation("backup.unsound", findings=[finding.code for finding in report.findings])
        kept = _give_place(copy, folder, aside_at)
    return Restored(folder / OFFICE_FILE, report, kept)


def sum_of(backup_file: Path) -> Path:
    """Where the SHA-256 of a backup is written."""
    return backup_file.with_name(f"{backup_file.name}.sha256")


def _copy(database: Database, copy: Path) -> dict[str, int]:
    with database.reading.connect() as connection, closing(driver.connect(str(copy))) as made:
        connection.begin()
        source: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
        # The first read fixes the moment: what others commit later is in neither the counts nor the copy.
        counts = _counts(source)
        source.backup(made)
        made.execute("PRAGMA journal_mode = DELETE")
    return counts


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    # Names come from our own tables, never from outside.
    counting = {name: f'SELECT count(*) FROM "{name}"' for name in metadata.tables}  # noqa: S608
    return {name: connection.execute(count).fetchone()[0] for name, count in counting.items()}


def _demand_equal(copy: Path, counts: dict[str, int]) -> None:
    with closing(driver.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as made:
        damage = [line for (line,) in made.execute("PRAGMA integrity_check(1)") if line != "ok"]
        if damage or _counts(made) != counts:
            raise Unavailable("backup.unverified", detail=" ".join(damage))


def _put_with_sum(copy: Path, made: BackupMade) -> None:
    written = copy.with_name("sum")
    written.write_text(f"{made.sha256}  {made.path.name}\n", encoding="utf-8", newline="\n")
    # A sum left of an earlier backup of this name would condemn the new one if we were stopped in between.
    sum_of(made.path).unlink(missing_ok=True)
    try:
        put_in_place(copy, made.path)
    except FileExistsError:
        raise RuleBroken("backup.exists", path=str(made.path)) from None
    put_over(written, sum_of(made.path))


def _demand_sum(source: Path, copy: Path) -> None:
    beside = sum_of(source)
    if beside.is_file():
        expected = beside.read_text(encoding="utf-8", errors="replace")[:64]
        if sha256_of(copy) != expected:
            raise RuleBroken("backup.damaged", path=str(source), rule="sha256")


def _demand_all_pages(copy: Path) -> None:
    # SQLite itself overlooks a last page that is cut short, as long as nobody asks for it.
    with copy.open("rb") as file:
        header = file.read(100)
    page = int.from_bytes(header[16:18], "big")
    size = (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
    if not header.startswith(b"SQLite format 3\0") or copy.stat().st_size != size:
        raise RuleBroken("backup.damaged", rule="pages")


def _looked_over(folder: Path) -> OfficeReport:
    try:
        database = open_office(folder)
    except (NotFound, DatabaseError) as error:
        raise RuleBroken("backup.damaged", rule="no_office") from error
    try:
        report = checked(database)
    finally:
        database.close()
    if any(finding.code in UNREADABLE for finding in report.findings):
        raise RuleBroken("backup.damaged", rule=report.findings[0].code)
    return report


def _give_place(copy: Path, folder: Path, aside_at: datetime | None) -> Path | None:
    if aside_at is not None and (folder / OFFICE_FILE).exists():
        kept = move_aside(folder, aside_at)
        put_over(copy, folder / OFFICE_FILE)
        return kept
    demand_no_office(folder)
    try:
        put_in_place(copy, folder / OFFICE_FILE)
    except FileExistsError:
        raise RuleBroken("office.exists", folder=str(folder)) from None
    return None


@contextmanager
def _driver_failures() -> Iterator[None]:
    try:
        yield
    except (DatabaseError, driver.Error) as error:
        code = "disk.full" if "full" in str(error) else "disk.failed"
        raise Unavailable(code, detail=str(error)) from error
