"""Damage as it comes from outside the program: past every protection, past the references, past the pages."""

from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from desktop.services.database import OFFICE_FILE

PAGE = 4096


def change_past_protections(folder: Path, table: str, statement: str) -> None:
    """Run a statement on `table` without its triggers and without foreign keys; the triggers come back."""
    with closing(driver.connect(str(folder / OFFICE_FILE), isolation_level=None)) as office:
        triggers = office.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
        for name, _ in triggers:
            office.execute(f"DROP TRIGGER {name}")
        office.execute(statement)
        for _, made in triggers:
            office.execute(made)


def tear_pages(path: Path, first: int = 10, pages: int = 1) -> None:
    """Overwrite some pages of a closed database file."""
    content = bytearray(path.read_bytes())
    content[first * PAGE : (first + pages) * PAGE] = b"\xa5" * (pages * PAGE)
    path.write_bytes(content)
