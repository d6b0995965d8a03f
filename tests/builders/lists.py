"""An office with ninety dossiers in every state of their clock, and desks in the window to look at it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtWidgets

from desktop.models.vocabulary import Language
from desktop.services import claims
from desktop.services.database import OFFICE_FILE, Database, open_office
from desktop.services.people import actor_named, list_people
from desktop.services.unit_of_work import reading, run
from desktop.views.background import AtOnce
from desktop.views.commanding import Commanding
from desktop.views.desk import Desk, Place
from desktop.views.screen import Screen
from tests.builders.dossier_rows import NOW, a_row, office_with
from tests.builders.office import OFFICE_NAME

FREE, HELD, STANDING = 60, 30, 6
"""Dossiers nobody has, those in sara's hands, and among these so many whose clock stands."""

SeatAt = Callable[..., Desk]


@pytest.fixture(scope="session")
def prepared_lists(prepared_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of that office; only copied."""
    folder = tmp_path_factory.mktemp("lists")
    rows = [a_row(serial, **_differing(serial)) for serial in range(1, FREE + HELD + 1)]
    with office_with(prepared_office, folder, rows) as (database, _):
        with reading(database) as session:
            sara = actor_named(session, "sara", NOW)
        for dossier_id in range(STANDING + 1, HELD + 1):
            run(database, claims.claim, sara, dossier_id)
    return folder


@pytest.fixture
def lists_office(prepared_lists: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of it for one test."""
    folder = tmp_path / "lists"
    folder.mkdir()
    shutil.copyfile(prepared_lists / OFFICE_FILE, folder / OFFICE_FILE)
    database = open_office(folder)
    yield database
    database.close()


@pytest.fixture
def seat_at(qapp, lists_office: Database) -> Iterator[SeatAt]:
    """The desk of somebody of this office."""
    desks: list[Desk] = []

    def sit(username: str = "sara", language: Language = Language.PERSIAN) -> Desk:
        with reading(lists_office) as session:
            person = next(one for one in list_people(session) if one.username == username)
        place = Place(lists_office, OFFICE_NAME, is_demo=False)
        desk = Desk(place, person, AtOnce(), language, lambda: NOW)
        desks.append(desk)
        return desk

    yield sit
    for desk in desks:
        desk.deleteLater()


class Stage(QtWidgets.QWidget):
    """As much of a window as a screen needs to hear its keys and what changed."""

    def __init__(self, desk: Desk, screen: Screen) -> None:
        super().__init__()
        self.screen = screen
        self.refused: list[str] = []
        self.told: list[str] = []
        self.gone: list[object] = []
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(screen, 1)
        bar = screen.decision_bar()
        if bar is not None:
            column.addWidget(bar)
        self.commanding = Commanding(self, screen.commands, lambda command: command.key)
        self.commanding.refused.connect(self.refused.append)
        desk.messages.refused.connect(self.refused.append)
        desk.messages.told.connect(lambda sentence, *_: self.told.append(sentence))
        desk.gone.connect(self.gone.append)
        desk.changes.listen(self, self._hear)

    def _hear(self, changes: frozenset[tuple[str, int]]) -> None:
        if self.screen.interested_in(changes):
            self.screen.refresh()


def _differing(serial: int) -> dict[str, object]:
    name = {"applicant_name": f"متقاضی {serial:03}"}
    if serial <= STANDING:
        return name | {"status": "deficient", "status_since": NOW - timedelta(days=2)}
    return name | {"status_since": NOW - timedelta(hours=serial * 6)}
