"""Dialogs name what they do, stay on the safe side, and take no decision without its reason."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.widgets.buttons import DestructiveButton
from desktop.views.widgets.dialog import Choice, Dialog, Reason

pytestmark = pytest.mark.usefixtures("worn")

_REVOKE, _STAY = Choice("revoke", "ابطال نماد", "danger"), Choice("stay", "انصراف")
_SEND, _GO_ON = Choice("send", "ارسال اعلام نقص", "primary"), Choice("go_on", "ادامهٔ بررسی")
_CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


def _opened(qtbot, *choices: Choice, **rest) -> tuple[Dialog, list[tuple[str, str]]]:
    told: list[tuple[str, str]] = []
    dialog = Dialog("نماد ابطال شود؟", ["این کار واگرد ندارد."], choices, **rest)
    qtbot.addWidget(dialog)
    dialog.answered.connect(lambda *answer: told.append(answer))
    dialog.open()
    QtWidgets.QApplication.processEvents()
    return dialog, told


def test_what_cannot_be_undone_begins_on_the_safe_button(qtbot):
    dialog, _ = _opened(qtbot, _REVOKE, _STAY, reason=Reason("دلیل"))
    assert dialog.focusWidget() is dialog.buttons["stay"]


def test_a_plain_question_begins_on_what_was_asked_for(qtbot):
    dialog, _ = _opened(qtbot, _SEND, _GO_ON)
    assert dialog.focusWidget() is dialog.buttons["send"]


def test_the_main_button_stands_outermost_at_the_end(qtbot):
    dialog, _ = _opened(qtbot, _SEND, _GO_ON)
    assert dialog.buttons["send"].x() < dialog.buttons["go_on"].x()  # right to left


def test_without_its_reason_nothing_is_done_and_the_field_says_so(qtbot, keyboard):
    dialog, told = _opened(qtbot, _REVOKE, _STAY, reason=Reason("دلیل"))
    qtbot.keyClick(dialog, QtCore.Qt.Key.Key_Return, _CONTROL)
    field = dialog.focusWidget()
    assert told == []
    assert dialog.isVisible()
    assert field.accessibleDescription() == "دلیل را بنویسید؛ بدون آن این کار انجام نمی‌شود."
    keyboard(field, "درخواست دادگاه")
    assert field.accessibleDescription() == ""
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Return, _CONTROL)
    assert told == [("revoke", "درخواست دادگاه")]
    assert not dialog.isVisible()


def test_the_red_button_is_armed_by_the_reason(qtbot):
    dialog, _ = _opened(qtbot, _REVOKE, _STAY, reason=Reason("دلیل"))
    button = dialog.buttons["revoke"]
    assert isinstance(button, DestructiveButton)
    assert not button._armed
    dialog.focusNextChild()
    dialog._field.setPlainText("دلیل")
    assert button._armed


def test_enter_alone_commits_nothing(qtbot):
    dialog, told = _opened(qtbot, _SEND, _GO_ON)
    qtbot.keyClick(dialog, QtCore.Qt.Key.Key_Return)
    assert told == []


def test_ctrl_enter_makes_the_main_choice_from_the_safe_button_too(qtbot):
    dialog, told = _opened(qtbot, _SEND, _GO_ON)
    dialog.buttons["go_on"].setFocus()
    qtbot.keyClick(dialog.buttons["go_on"], QtCore.Qt.Key.Key_Return, _CONTROL)
    assert told == [("send", "")]


def test_esc_answers_nothing(qtbot):
    dialog, told = _opened(qtbot, _SEND, _GO_ON)
    qtbot.keyClick(dialog, QtCore.Qt.Key.Key_Escape)
    assert (told, dialog.isVisible()) == ([], False)


def test_the_safe_side_needs_no_reason(qtbot):
    dialog, told = _opened(qtbot, _REVOKE, _STAY, reason=Reason("دلیل"))
    qtbot.mouseClick(dialog.buttons["stay"], QtCore.Qt.MouseButton.LeftButton)
    assert told == [("stay", "")]


def test_a_refused_decision_keeps_the_dialog_and_what_was_written(qtbot):
    dialog, told = _opened(qtbot, _REVOKE, _STAY, reason=Reason("دلیل", text="حکم"), stays=True)
    qtbot.mouseClick(dialog.buttons["revoke"], QtCore.Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.buttons["revoke"], QtCore.Qt.MouseButton.LeftButton)
    assert told == [("revoke", "حکم")]
    assert dialog.isVisible()
    dialog.refuse("پرونده در دست کسی دیگر است.")
    assert dialog.reason() == "حکم"
    qtbot.mouseClick(dialog.buttons["revoke"], QtCore.Qt.MouseButton.LeftButton)
    assert told == [("revoke", "حکم")] * 2


def test_a_choice_that_cannot_be_made_says_why(qtbot):
    dialog, told = _opened(qtbot, _SEND, _GO_ON)
    dialog.set_why_not("send", "دو بند مانده است.")
    qtbot.keyClick(dialog, QtCore.Qt.Key.Key_Return, _CONTROL)
    assert (told, dialog.buttons["send"].toolTip()) == ([], "دو بند مانده است.")


def test_ask_waits_for_the_answer(qtbot):
    dialog = Dialog("ارسال شود؟", (), [_SEND, _GO_ON])
    qtbot.addWidget(dialog)
    QtCore.QTimer.singleShot(0, dialog.buttons["send"].click)
    assert dialog.ask() == "send"


def test_the_title_is_the_window_title_for_those_who_hear_it(qtbot):
    dialog, _ = _opened(qtbot, _SEND, _GO_ON)
    interface = QtGui.QAccessible.queryAccessibleInterface(dialog)
    assert interface.text(QtGui.QAccessible.Text.Name) == "نماد ابطال شود؟"
