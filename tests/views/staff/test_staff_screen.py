"""The administrator's page of people, by keyboard and mouse."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Role
from desktop.services.people import list_people
from desktop.services.unit_of_work import reading
from desktop.views.navigation import route
from desktop.views.staff.handing_dialog import HandingDialog
from desktop.views.staff.hiring_dialog import HiringDialog
from desktop.views.staff.screen import StaffScreen
from desktop.views.widgets.buttons import DestructiveButton, SecondaryButton
from desktop.views.widgets.dialog import Dialog


@pytest.fixture
def administrator(desk_of, worn):
    return desk_of("administrator")


@pytest.fixture
def screen(qtbot, administrator):
    screen = StaffScreen(administrator, route("staff"))
    administrator.changes.listen(screen, lambda _: screen.refresh())
    qtbot.addWidget(screen)
    screen.resize(1300, 800)
    screen.show()
    return screen


def people(case) -> dict[str, object]:
    with reading(case.office) as session:
        return {person.username: person for person in list_people(session)}


def choose(screen, case, username: str) -> None:
    assert screen.list.choose(people(case)[username].id)
    # What was built anew is shown when Qt is back in its loop.
    QtWidgets.QApplication.processEvents()


def press(qtbot, screen, kind, words: str) -> None:
    button = next(
        one for one in screen.findChildren(kind) if one.text().startswith(words) and one.isVisible()
    )
    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)


def test_everybody_is_in_the_list_with_his_roles(screen, case):
    rows = [screen.list.table.row(place) for place in range(screen.list.table.rowCount())]
    assert {row.cells[0].second for row in rows} == set(people(case))
    reviewer = next(row for row in rows if row.cells[0].second == "reviewer")
    assert reviewer.cells[1].text == "کارشناس"


def test_the_arrows_walk_through_people_and_the_side_follows(qtbot, screen):
    screen.list.setFocus()
    first = screen.list.chosen_key
    qtbot.keyClick(screen.list, QtCore.Qt.Key.Key_Down)
    assert screen.list.chosen_key != first


def test_somebody_new_is_entered_only_with_name_user_name_and_role(qtbot, screen, case, administrator):
    dialog = HiringDialog(administrator, screen._presenter, screen)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.buttons["hire"].isEnabled()
    dialog.name.setText("کارمند تازه")
    qtbot.keyClicks(dialog.username, "newcomer")
    assert not dialog.buttons["hire"].isEnabled()
    dialog.roles.findChildren(QtWidgets.QCheckBox)[0].click()
    qtbot.mouseClick(dialog.buttons["hire"], QtCore.Qt.MouseButton.LeftButton)
    assert people(case)["newcomer"].roles == (Role.CLERK,)


def test_roles_are_saved_by_their_button(qtbot, screen, case):
    choose(screen, case, "clerk")
    boxes = {box.text(): box for box in screen.panel.findChildren(QtWidgets.QCheckBox) if box.isVisible()}
    boxes["سرپرست"].click()
    press(qtbot, screen, SecondaryButton, "ثبت نقش‌ها")
    assert people(case)["clerk"].roles == (Role.CLERK, Role.SUPERVISOR)


def test_the_last_administrator_keeps_his_role_and_is_told_why(qtbot, screen, case):
    choose(screen, case, "administrator")
    box = next(
        box
        for box in screen.panel.findChildren(QtWidgets.QCheckBox)
        if box.isVisible() and box.text() == "مدیر سامانه"
    )
    box.click()
    press(qtbot, screen, SecondaryButton, "ثبت نقش‌ها")
    assert people(case)["administrator"].roles == (Role.ADMINISTRATOR,)


def test_who_holds_dossiers_is_not_disabled_until_they_are_handed_on(qtbot, screen, case, administrator):
    case.submitted().claimed()
    screen.refresh()
    choose(screen, case, "reviewer")
    refused = []
    administrator.messages.refused.connect(refused.append)
    screen._presenter.disable()
    assert "۱ پرونده" in refused[0]
    dialog = HandingDialog(administrator, screen._presenter, 1, screen)
    qtbot.addWidget(dialog)
    dialog.colleague.choose("colleague")
    dialog.answered.emit("give", "مرخصی بلندمدت")
    screen._presenter.disable()
    assert not people(case)["reviewer"].active


def test_disabling_asks_first_and_the_safe_side_does_nothing(qtbot, screen, case):
    choose(screen, case, "colleague")
    press(qtbot, screen, DestructiveButton, "غیرفعال")
    dialog = next(one for one in screen.findChildren(Dialog) if one.isVisible())
    qtbot.mouseClick(dialog.buttons["no"], QtCore.Qt.MouseButton.LeftButton)
    assert people(case)["colleague"].active
