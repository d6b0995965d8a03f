"""A dossier in its second round on the reviewer's desk, and its page in a frame or in the whole window."""

import shutil
from dataclasses import replace

import pytest
from PySide6 import QtWidgets

from desktop.models.vocabulary import Verdict
from desktop.services import notes, review
from desktop.services.database import OFFICE_FILE, open_office
from desktop.views.dossier.screen import DossierScreen
from desktop.views.main_window import MainWindow
from desktop.views.navigation import route
from tests.builders.enamad import Case

REJECTED = {
    "B6": "تلفن ثابت پاسخ داده نشد.",
    "B7": "صفحهٔ امضای مالک در اجاره‌نامه نیست.",
    "C4": "مهلت انصراف کوتاه است.",
    "T3": "هزینهٔ ارسال گفته نشده است.",
}
LEFT = ("O1", "O2", "B6", "B7", "T3", "C4")
"""What wants a look in the second round: the four rejections, and two items whose document was replaced."""


@pytest.fixture(scope="session")
def prepared_round_two(prepared_enamad, tmp_path_factory):
    """Four items were rejected, the applicant has answered, the reviewer has it in hand; only copied."""
    folder = tmp_path_factory.mktemp("round-two")
    shutil.copyfile(prepared_enamad / OFFICE_FILE, folder / OFFICE_FILE)
    case = Case(open_office(folder), folder / "packages").submitted().claimed().judged(**REJECTED)
    case.step("announce_deficiency").later(days=2).resubmitted().claimed()
    case.by("colleague", notes.write_note, case.dossier_id, "پروندهٔ پارسال را هم ببینید.")
    case.office.close()
    return case


@pytest.fixture
def case(prepared_round_two, tmp_path):
    """The same, in an office of this test's own."""
    folder = tmp_path / "round-two"
    folder.mkdir()
    shutil.copyfile(prepared_round_two.office.folder / OFFICE_FILE, folder / OFFICE_FILE)
    office = open_office(folder)
    yield replace(prepared_round_two, office=office, scratch=folder / "packages")
    office.close()


@pytest.fixture
def almost_done(case):
    """All but B7 and C4 are judged again; T3 stands rejected."""

    def judge(session, actor):
        for row in review.checklist_of(session, case.dossier_id):
            if row.code == "T3":
                review.judge(session, actor, case.dossier_id, "T3", Verdict.REJECTED, "هنوز گفته نمی‌شود.")
            elif row.code not in {"B7", "C4"}:
                review.judge(session, actor, case.dossier_id, row.code, Verdict.ACCEPTED)

    case.by("reviewer", judge)
    return case


@pytest.fixture
def shown(qtbot, worn, desk_of, case):
    """Show the page to somebody, without the window round it."""
    frames = []

    def show(username="reviewer", size=(1600, 900), desk=None, **arguments):
        at_desk = desk or desk_of(username)
        screen = DossierScreen(at_desk, route("dossier", id=case.dossier_id, **arguments))
        # As the window does.
        at_desk.changes.listen(
            screen, lambda changes: screen.refresh() if screen.interested_in(changes) else None
        )
        frame = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(screen, 1)
        column.addWidget(screen.decision_bar())
        qtbot.addWidget(frame, before_close_func=lambda _: screen.close_screen())
        frames.append(frame)
        frame.resize(*size)
        frame.show()
        qtbot.waitExposed(frame)
        return screen

    return show


@pytest.fixture
def in_window(qtbot, worn, desk_of, case):
    """Sit down before the whole window with the page open; gives window and screen."""

    def sit(username="reviewer", size=(1600, 1000), **named):
        arguments = named.pop("arguments", {})
        window = MainWindow(desk_of(username, **named), route("dossier", id=case.dossier_id, **arguments))
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        window.screen_shown.first_focus().setFocus()
        return window, window.screen_shown

    return sit
