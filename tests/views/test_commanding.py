"""Keys reach the commands of the window, single or one after the other, and nothing while somebody types."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.views.commanding import Commanding
from desktop.views.screen import Command


class Counted:
    """Counts how often each command ran."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def __call__(self, code: str):
        return lambda: self.ran.append(code)


@pytest.fixture
def ran() -> Counted:
    return Counted()


@pytest.fixture
def window(qtbot, ran):
    window = QtWidgets.QWidget()
    window.list = QtWidgets.QListWidget(window)
    window.field = QtWidgets.QLineEdit(window)
    commands = [
        Command("next", "J", ran("next")),
        Command("number", "Y N", ran("number")),
        Command("main", "Ctrl+Enter", ran("main")),
        Command("closed", "C", ran("closed"), lambda: "not now"),
    ]
    window.commanding = Commanding(window, lambda: commands, lambda command: command.key)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.list.setFocus()
    return window


def test_a_letter_runs_its_command_when_a_list_has_the_keyboard(qtbot, window, ran):
    qtbot.keyClick(window.list, QtCore.Qt.Key.Key_J)
    assert ran.ran == ["next"]


def test_a_letter_typed_into_a_field_is_only_text(qtbot, window, ran):
    window.field.setFocus()
    qtbot.keyClicks(window.field, "jyn")
    assert ran.ran == []
    assert window.field.text() == "jyn"


def test_control_with_a_key_works_from_a_field_too(qtbot, window, ran):
    window.field.setFocus()
    qtbot.keyClick(window.field, QtCore.Qt.Key.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert ran.ran == ["main"]


def test_two_keys_one_after_the_other_are_one_command(qtbot, window, ran):
    qtbot.keyClicks(window.list, "yn")
    assert ran.ran == ["number"]


def test_a_key_that_does_not_follow_forgets_the_first(qtbot, window, ran):
    qtbot.keyClicks(window.list, "yj")
    assert ran.ran == []
    qtbot.keyClicks(window.list, "j")
    assert ran.ran == ["next"]


def test_a_closed_command_says_why_and_does_nothing(qtbot, window, ran):
    with qtbot.waitSignal(window.commanding.refused) as said:
        qtbot.keyClick(window.list, QtCore.Qt.Key.Key_C)
    assert said.args == ["not now"]
    assert ran.ran == []


def test_single_letters_can_be_switched_off(qtbot, window, ran):
    window.commanding.letters_act = False
    qtbot.keyClicks(window.list, "jyn")
    qtbot.keyClick(window.list, QtCore.Qt.Key.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert ran.ran == ["main"]
