"""The office every test works in: a copy of a prepared database file, thrown away afterwards.

`office` is an open `Database`; work in it as the program does: `with writing(office) as session`.
"""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from desktop.models.attachment import CHUNK_BYTES, Attachment, AttachmentChunk
from desktop.models.office import NumberSeries
from desktop.services.database import OFFICE_FILE, Database, open_office
from desktop.services.journal import record
from desktop.services.numbers import CERTIFICATES, DOSSIERS
from desktop.services.office import create_office
from desktop.services.people import clock
from desktop.services.unit_of_work import writing
from tests.builders.rows import one_row_each

OFFICE_NAME = {
    "fa": "دبیرخانهٔ نماد آزمایشی",
    "ar": "أمانة الرمز التجريبية",
    "en": "Trial Trust Mark Office",
}
MADE_AT = datetime(2026, 3, 21, 5, 30, tzinfo=UTC)
"""1405/01/01, 9 o'clock in Tehran."""


@pytest.fixture(scope="session")
def prepared_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office nobody works in; only copied."""
    folder = tmp_path_factory.mktemp("prepared")
    create_office(folder, OFFICE_NAME, MADE_AT)
    return folder


@pytest.fixture
def office(prepared_office: Path, tmp_path: Path) -> Iterator[Database]:
    """An office of this test's own."""
    with _a_copy(prepared_office, tmp_path / "office") as database:
        yield database


@pytest.fixture(scope="session")
def prepared_kept_office(prepared_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office with something in every table; only copied."""
    folder = tmp_path_factory.mktemp("kept") / "office"
    with _a_copy(prepared_office, folder) as database:
        _fill(database)
    return folder


@pytest.fixture
def kept_office(prepared_kept_office: Path, tmp_path: Path) -> Iterator[Database]:
    """An office of this test's own with something in every table and all of it in order."""
    with _a_copy(prepared_kept_office, tmp_path / "office") as database:
        yield database


@contextmanager
def _a_copy(prepared: Path, folder: Path) -> Iterator[Database]:
    folder.mkdir()
    shutil.copyfile(prepared / OFFICE_FILE, folder / OFFICE_FILE)
    database = open_office(folder)
    yield database
    database.close()


def _fill(database: Database) -> None:
    with database.writing.begin() as connection:
        one_row_each(connection, without={"journal_entry", "journal_head"})
    with writing(database) as session:
        session.add_all(NumberSeries(series=series, year=1405, last=1) for series in (DOSSIERS, CERTIFICATES))
        _receive(session, bytes(range(256)) * 5000)
        for chain in (None, 1):
            for tag in ("trial:thing:begun", "trial:thing:ended"):
                record(session, clock(MADE_AT), tag, chain)


def _receive(session: Session, content: bytes) -> None:
    received = Attachment(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type="image/png",
        pages=1,
        flags=[],
        received_at=MADE_AT,
    )
    session.add(received)
    session.flush()
    for position, start in enumerate(range(0, len(content), CHUNK_BYTES)):
        chunk = content[start : start + CHUNK_BYTES]
        session.add(AttachmentChunk(attachment_id=received.id, position=position, content=chunk))
