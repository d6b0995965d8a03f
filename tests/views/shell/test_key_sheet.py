"""The sheet of keys holds every key that does something now, and can be narrowed."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.views.navigation import route
from desktop.views.shell.key_sheet import KeySheet
from desktop.views.widgets.key_cap import KeyCaps
from tests.builders.windows import opened

KEY = QtCore.Qt.Key


@pytest.fixture
def window(open_window):
    return open_window("administrator", route("staff"))


@pytest.fixture
def sheet(qtbot, window):
    qtbot.keyClick(window.screen_shown.list, KEY.Key_Question, QtCore.Qt.KeyboardModifier.ShiftModifier)
    return opened(KeySheet)


def rows(sheet) -> dict[str, QtWidgets.QWidget]:
    """The rows of the sheet by what is said in them."""
    found = {}
    for caps in sheet.findChildren(KeyCaps):
        row = caps.parentWidget().parentWidget()
        said = [one.text() for one in row.findChildren(QtWidgets.QLabel) if not isinstance(one, KeyCaps)]
        found[said[0]] = row
    return found


def test_every_command_with_a_key_stands_on_the_sheet(window, sheet):
    wanted = {
        window.name_of(one)
        for one in window.commands()
        if window.key_of(one) and not one.code.endswith("_too")
    }
    assert wanted == set(rows(sheet))


def test_a_few_letters_narrow_the_sheet(window, sheet):
    said = window.desk.words.of("shell")("command.palette")
    sheet.field.setText(said)
    assert [name for name, row in rows(sheet).items() if row.isVisible()] == [said]


def test_a_key_of_ones_own_choice_stands_there(window, qtbot):
    window.desk.preferences.set("keys", {"next": "L"})
    window.panels.open("keys")
    row = rows(opened(KeySheet))[window.desk.words.of("staff")("command.next")]
    assert row.findChild(KeyCaps).accessibleName() == "L"


def test_a_press_of_its_button_opens_it(window, qtbot):
    button = next(
        one
        for one in window.top.findChildren(QtWidgets.QAbstractButton)
        if one.accessibleName() == window.desk.words.of("shell")("keys")
    )
    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)
    assert opened(KeySheet) is not None
