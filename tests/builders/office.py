"""The office every test works in: a copy of a prepared database file, thrown away afterwards.

`office` is an open `Database`; work in it as the program does: `with writing(office) as session`.
"""

import hashlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

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
    folder = tmp_path / "office"
    folder.mkdir()
    shutil.copyfile(prepared_office / OFFICE_FILE, folder / OFFICE_FILE)
    database = open_office(folder)
    yield database
    database.close()


@pytest.fixture
def kept_office(office: Database) -> Database:
    """An office with something in every table and all of it in order."""
    with office.writing.begin() as connection:
        one_row_each(connection, without={"journal_entry", "journal_head"})
    content = bytes(range(256)) * 5000
    with writing(office) as session:
        session.add_all(NumberSeries(series=series, year=1405, last=1) for series in (DOSSIERS, CERTIFICATES))
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
        for chain in (None, 1):
            for tag in ("trial:thing:begun", "trial:thing:ended"):
                record(session, clock(MADE_AT), tag, chain)
    return office
