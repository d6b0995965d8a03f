"""The office every test works in: a copy of a prepared database file, thrown away afterwards.

`office` is an open `Database`; work in it as the program does: `with writing(office) as session`.
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.services.database import OFFICE_FILE, Database, open_office
from desktop.services.office import create_office

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
