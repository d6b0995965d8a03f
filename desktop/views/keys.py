"""Keys by their place on the keyboard, so that J is J under a Persian layout; signs by what they write."""

import sys
from collections.abc import Mapping
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

_ROWS: Final = {24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM", 10: "1234567890"}
SCAN_CODES: Final[Mapping[int, str]] = {
    first + place: letter for first, letters in _ROWS.items() for place, letter in enumerate(letters)
}
"""Scan codes of X11 and of Wayland through Qt: the kernel's plus eight, the same on every layout."""

_PLACES: Final[Mapping[int, str]] = {34: "[", 35: "]", 61: "/", 60: "."}
"""Signs whose keys write letters under a Persian layout; they count by place when they write no sign."""

_NAMED: Final[Mapping[QtCore.Qt.Key, str]] = {
    QtCore.Qt.Key.Key_Return: "Enter",
    QtCore.Qt.Key.Key_Enter: "Enter",
    QtCore.Qt.Key.Key_Escape: "Esc",
    QtCore.Qt.Key.Key_Space: "Space",
    QtCore.Qt.Key.Key_PageUp: "PgUp",
    QtCore.Qt.Key.Key_PageDown: "PgDn",
    QtCore.Qt.Key.Key_Left: "Left",
    QtCore.Qt.Key.Key_Right: "Right",
    QtCore.Qt.Key.Key_Up: "Up",
    QtCore.Qt.Key.Key_Down: "Down",
    QtCore.Qt.Key.Key_Home: "Home",
    QtCore.Qt.Key.Key_End: "End",
    QtCore.Qt.Key.Key_Delete: "Del",
    **{QtCore.Qt.Key(QtCore.Qt.Key.Key_F1.value + n): f"F{n + 1}" for n in range(12)},
}
_SIGNS: Final = {"؟": "?", "?": "?", "/": "/", "[": "[", "]": "]", "+": "+", "-": "-", "=": "=", ".": "."}
_PRINTED: Final = range(0x21, 0x7F)
_LETTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_TEXT = (
    QtWidgets.QLineEdit,
    QtWidgets.QTextEdit,
    QtWidgets.QPlainTextEdit,
    QtWidgets.QAbstractSpinBox,
)
_PRESSED = (QtWidgets.QAbstractButton, QtWidgets.QComboBox, QtWidgets.QTabBar)


def chord_of(event: QtGui.QKeyEvent) -> str:
    """The key as the key sheet writes it: "J", "Shift+X", "Ctrl+Enter"; empty for a bare modifier."""
    held = event.modifiers()
    sign = _SIGNS.get(event.text())
    control = bool(held & QtCore.Qt.KeyboardModifier.ControlModifier)
    name = sign if sign and not control else _name_of(event)
    if not name:
        return ""
    shift = bool(held & QtCore.Qt.KeyboardModifier.ShiftModifier) and not (sign and not control)
    alt = bool(held & QtCore.Qt.KeyboardModifier.AltModifier)
    return "Ctrl+" * control + "Alt+" * alt + "Shift+" * shift + name


def _name_of(event: QtGui.QKeyEvent) -> str:
    key = QtCore.Qt.Key(event.key())
    if key in _NAMED:
        return _NAMED[key]
    by_place = _letter_by_place(event)
    if by_place:
        return by_place
    code = event.key()
    return chr(code) if code in _PRINTED else ""


def _letter_by_place(event: QtGui.QKeyEvent) -> str:
    if sys.platform in {"win32", "darwin"}:
        letter = chr(event.nativeVirtualKey() & 0xFF).upper()
        return letter if letter in _LETTERS or letter.isdigit() else ""
    scan = event.nativeScanCode()
    return SCAN_CODES.get(scan) or _PLACES.get(scan, "")


def is_typing(widget: QtWidgets.QWidget | None) -> bool:
    """Whether keys go into a text there; single letters must not act then."""
    if isinstance(widget, QtWidgets.QComboBox):
        return widget.isEditable()
    if isinstance(widget, QtWidgets.QTextEdit | QtWidgets.QPlainTextEdit | QtWidgets.QLineEdit):
        return not widget.isReadOnly()
    return isinstance(widget, _TEXT)


_EDITING: Final = frozenset({f"Ctrl+{letter}" for letter in "ACVXYZ"} | {"Ctrl+Shift+Z"})
"""What every text understands: while somebody writes, they mean the text and not the dossier."""

TAKES_EVERY_KEY: Final = "takes_every_key"
"""Property of a widget that waits for any key, such as the one that gives a command another."""


def belongs_to_widget(chord: str, widget: QtWidgets.QWidget | None) -> bool:
    """Whether the widget with the keyboard needs this key itself: text, a button's Space, a list's arrows."""
    if widget is not None and widget.property(TAKES_EVERY_KEY):
        return True
    if chord in _EDITING and is_typing(widget):
        return True
    if chord.startswith(("Ctrl+", "Alt+")) or chord in {"Esc", *(f"F{n}" for n in range(1, 13))}:
        return False
    if is_typing(widget):
        return True
    return chord in {"Enter", "Space", "Up", "Down", "Left", "Right"} and isinstance(widget, _PRESSED)
