"""The manager's window on dossiers that have come the whole way to his desk."""

import shutil
from dataclasses import replace

import pytest
from PySide6 import QtWidgets

from desktop.services.database import OFFICE_FILE, open_office
from desktop.views.main_window import MainWindow
from desktop.views.navigation import route
from tests.builders.enamad import Case


@pytest.fixture(scope="session")
def prepared_stack(prepared_enamad, tmp_path_factory):
    """Two dossiers await the decision: of a natural person and of a company; only copied."""
    folder = tmp_path_factory.mktemp("stack")
    shutil.copyfile(prepared_enamad / OFFICE_FILE, folder / OFFICE_FILE)
    first = Case(open_office(folder), folder / "packages").with_manager()
    second = replace(first, packages=1).submitted(legal_person=True).claimed().judged().verified().cleared()
    second.step("approve_checklist").paid().papers_received("44710002").papers_judged()
    second.step("accept_documents", by="officer")
    first.office.close()
    return first, second


@pytest.fixture
def stacked(prepared_stack, tmp_path):
    """The same two, in an office of this test's own."""
    folder = tmp_path / "stack"
    folder.mkdir()
    shutil.copyfile(prepared_stack[0].office.folder / OFFICE_FILE, folder / OFFICE_FILE)
    office = open_office(folder)
    now = prepared_stack[1].now
    yield [replace(one, office=office, scratch=folder / "packages", now=now) for one in prepared_stack]
    office.close()


@pytest.fixture
def case(stacked):
    """The first of them: desks are made on its office."""
    return stacked[0]


@pytest.fixture
def at_desk(qtbot, worn, desk_of):
    """Sit down at the manager's desk in a window that is shown; gives the window and the screen."""

    def sit(username="manager", size=(1600, 1000), **named):
        window = MainWindow(desk_of(username, **named), route("approval"))
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        window.screen_shown.rows.setFocus()
        for _ in range(3):
            QtWidgets.QApplication.processEvents()
        return window, window.screen_shown

    return sit
