"""The window of the documents officer on one dossier whose papers have been asked for."""

import shutil
from dataclasses import replace

import pytest
from PySide6 import QtWidgets

from desktop.services.database import OFFICE_FILE, open_office
from desktop.views.main_window import MainWindow
from desktop.views.navigation import route
from tests.builders.enamad import Case


@pytest.fixture(scope="session")
def prepared_papers(prepared_enamad, tmp_path_factory):
    """A dossier whose papers are awaited; only copied."""
    folder = tmp_path_factory.mktemp("papers")
    shutil.copyfile(prepared_enamad / OFFICE_FILE, folder / OFFICE_FILE)
    case = Case(open_office(folder), folder / "packages").submitted().claimed().judged().verified().cleared()
    case.step("approve_checklist").paid()
    case.office.close()
    return case


@pytest.fixture
def case(prepared_papers, tmp_path):
    """The same, in an office of this test's own."""
    folder = tmp_path / "papers"
    folder.mkdir()
    shutil.copyfile(prepared_papers.office.folder / OFFICE_FILE, folder / OFFICE_FILE)
    office = open_office(folder)
    yield replace(prepared_papers, office=office, scratch=folder / "packages")
    office.close()


@pytest.fixture
def at_desk(qtbot, worn, desk_of):
    """Sit down at the desk of papers in a window that is shown; gives the window and the screen."""

    def sit(username="officer", size=(1600, 1000), now=None, **arguments):
        window = MainWindow(desk_of(username, now=now), route("papers", **arguments))
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        for _ in range(4):
            QtWidgets.QApplication.processEvents()
        return window, window.screen_shown

    return sit
