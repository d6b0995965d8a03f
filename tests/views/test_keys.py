"""Letters count by their place on the keyboard, signs by what they write."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.keys import belongs_to_widget, chord_of, is_typing

QT = QtCore.Qt
NONE, SHIFT, CONTROL, ALT = (
    QT.KeyboardModifier.NoModifier,
    QT.KeyboardModifier.ShiftModifier,
    QT.KeyboardModifier.ControlModifier,
    QT.KeyboardModifier.AltModifier,
)


def pressed(key: int, text: str = "", held: QT.KeyboardModifier = NONE, scan: int = 0) -> QtGui.QKeyEvent:
    return QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, key, held, scan, 0, 0, text)


@pytest.mark.parametrize(
    ("event", "chord"),
    [
        (pressed(0x062A, "ت", scan=44), "J"),
        (pressed(0x0646, "ن", scan=45), "K"),
        (pressed(0x0637, "ط", scan=53), "X"),
        (pressed(0x0637, "ط", SHIFT, scan=53), "Shift+X"),
        (pressed(QT.Key.Key_J, "j", scan=44), "J"),
        (pressed(QT.Key.Key_J, "j"), "J"),
        (pressed(0x06F1, "۱", scan=10), "1"),
        (pressed(0x06F1, "!", SHIFT, scan=10), "Shift+1"),
        (pressed(0x062C, "ج", scan=34), "["),
    ],
)
def test_a_letter_is_its_place_on_the_keyboard_whatever_the_layout_writes(event, chord):
    assert chord_of(event) == chord


@pytest.mark.parametrize(
    ("event", "chord"),
    [
        (pressed(0x061F, "؟", SHIFT, scan=61), "?"),
        (pressed(QT.Key.Key_Question, "?", SHIFT, scan=61), "?"),
        (pressed(QT.Key.Key_Slash, "/", scan=61), "/"),
        (pressed(QT.Key.Key_Plus, "+", SHIFT, scan=21), "+"),
        (pressed(QT.Key.Key_Return, "\r"), "Enter"),
        (pressed(QT.Key.Key_Return, "\r", CONTROL), "Ctrl+Enter"),
        (pressed(QT.Key.Key_K, "\x0b", CONTROL, scan=45), "Ctrl+K"),
        (pressed(QT.Key.Key_J, "\n", CONTROL | SHIFT, scan=44), "Ctrl+Shift+J"),
        (pressed(QT.Key.Key_Left, "", ALT), "Alt+Left"),
        (pressed(QT.Key.Key_F6, "", SHIFT), "Shift+F6"),
        (pressed(QT.Key.Key_Shift, "", SHIFT), ""),
    ],
)
def test_signs_and_named_keys_are_written_as_on_the_key_sheet(event, chord):
    assert chord_of(event) == chord


def test_a_text_field_keeps_its_letters_and_gives_away_what_is_held_with_control(qtbot):
    field = QtWidgets.QLineEdit()
    qtbot.addWidget(field)
    assert is_typing(field)
    assert belongs_to_widget("J", field)
    assert belongs_to_widget("?", field)
    assert not belongs_to_widget("Ctrl+K", field)
    assert not belongs_to_widget("Esc", field)


def test_a_text_that_cannot_be_changed_keeps_no_letters(qtbot):
    field = QtWidgets.QPlainTextEdit(readOnly=True)
    qtbot.addWidget(field)
    assert not belongs_to_widget("J", field)


def test_a_button_keeps_space_and_enter_for_itself(qtbot):
    button = QtWidgets.QPushButton()
    qtbot.addWidget(button)
    assert belongs_to_widget("Space", button)
    assert belongs_to_widget("Enter", button)
    assert not belongs_to_widget("J", button)
