"""One small demo office for all tests of this folder; they only read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from desktop.services.database import Database, open_office
from desktop.services.unit_of_work import reading
from tests.builders.demo import a_demo_office


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo office with one dossier of each course."""
    return a_demo_office(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def demo(demo_folder: Path) -> Iterator[Database]:
    """That office, open."""
    database = open_office(demo_folder)
    yield database
    database.close()


@pytest.fixture
def session(demo: Database) -> Iterator[Session]:
    """A reading session in it."""
    with reading(demo) as opened:
        yield opened
