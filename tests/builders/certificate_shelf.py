"""An office with one certificate of every state, and its screens on a stage; prepared once, only copied."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6 import QtWidgets
from sqlalchemy import insert, select

from desktop.models.certificate import Certificate
from desktop.models.jalali import in_tehran
from desktop.models.vocabulary import CertificateState, Language
from desktop.services.database import OFFICE_FILE, open_office
from desktop.services.unit_of_work import writing
from desktop.views.navigation import Route
from desktop.views.screen import Screen
from tests.builders.enamad import Case
from tests.builders.lists import Stage

OTHERS = {
    2: (CertificateState.VALID, 9),
    3: (CertificateState.VALID, -1),
    4: (CertificateState.SUSPENDED, 100),
    5: (CertificateState.REVOKED, 100),
    6: (CertificateState.CANCELLED, 100),
}
"""Id of a certificate → its state as stored, and how many days from today its last valid day is."""

PutOnStage = Callable[..., Stage]


@pytest.fixture(scope="session")
def prepared_shelf(prepared_enamad, tmp_path_factory):
    """The case's own certificate, 1405/00001, and one of every other state beside it."""
    folder = tmp_path_factory.mktemp("shelf")
    shutil.copyfile(prepared_enamad / OFFICE_FILE, folder / OFFICE_FILE)
    case = Case(open_office(folder), folder / "packages").with_manager().step("approve", by="manager")
    today = in_tehran(case.now).date()
    with writing(case.office) as session:
        first = dict(session.execute(select(Certificate.__table__)).mappings().one())
        for serial, (state, days) in OTHERS.items():
            other = {
                "id": serial,
                "number": f"1405/{serial:05}",
                "symbol_code": f"CODE{serial}",
                "state": state,
            }
            last = {"last_valid_day": today + timedelta(days=days)}
            session.execute(insert(Certificate.__table__), first | other | last)
    case.office.close()
    return case


@pytest.fixture
def case(prepared_shelf, tmp_path):
    """The same in an office of this test's own."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    shutil.copyfile(prepared_shelf.office.folder / OFFICE_FILE, folder / OFFICE_FILE)
    office = open_office(folder)
    yield replace(prepared_shelf, office=office, scratch=folder / "packages")
    office.close()


@pytest.fixture
def on_stage(qtbot, worn, desk_of) -> PutOnStage:
    """Open a screen: `on_stage(CertificateScreen, route("certificate", id=1), "manager")`."""

    def put(
        made: type[Screen],
        place: Route,
        username: str = "reviewer",
        language: Language = Language.PERSIAN,
        wide: int = 1500,
    ) -> Stage:
        desk = desk_of(username, language)
        stage = Stage(desk, made(desk, place))
        qtbot.addWidget(stage)
        stage.resize(wide, 900)
        stage.show()
        stage.activateWindow()
        stage.screen.first_focus().setFocus()
        settle()
        return stage

    return put


def settle() -> None:
    """Let Qt do what it has put off."""
    for _ in range(4):
        QtWidgets.QApplication.processEvents()
