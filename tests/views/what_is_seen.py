"""Goes through what a window shows and finds what must not be seen: codes, cut words, foreign digits."""

import re
from collections.abc import Iterator
from itertools import product

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.vocabulary import Language
from desktop.views.settings.key_settings import KeyButton
from desktop.views.widgets.button_base import Button
from desktop.views.widgets.chips import StatusChip
from desktop.views.widgets.key_cap import KeyCaps

CODE = re.compile(r"^[a-z]+(?:[._][a-z0-9]+)+$")
"""A code of the program: "queue.mine", "under_review"; names that people gave hold other signs too."""
NAME_OF_A_PLACE = re.compile(r"(\.example|\.ir|\.com|\.pdf|\.zip|\.png|\.jpg|\.jpeg|\.db|\.txt|\.toml)$")
SIGNS = "«»()[]{}“”\"'،؛:.…·—–-*\u2066\u2067\u2068\u2069\u200c\u200e\u200f"
ROWS_LOOKED_AT = 30
TOP = QtCore.QModelIndex()
KEY = re.compile(r"^\([0-9]\)$")
"""A key behind the name of a button; keys are what stands on the keyboard."""


def settle() -> None:
    """Let everything that waits happen."""
    for _ in range(4):
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
        QtWidgets.QApplication.processEvents()


def shown_in(window: QtWidgets.QWidget) -> list[QtWidgets.QWidget]:
    """Every widget of the window that is shown."""
    return [widget for widget in window.findChildren(QtWidgets.QWidget) if widget.isVisible()]


def said_in(window: QtWidgets.QWidget) -> Iterator[str]:
    """Every text the window shows or reads out."""
    for widget in shown_in(window):
        if isinstance(widget, KeyCaps | KeyButton):
            continue
        if isinstance(widget, QtWidgets.QLabel | QtWidgets.QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QtWidgets.QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QtWidgets.QAbstractItemView):
            yield from _said_by(widget.model())
        if isinstance(widget, QtWidgets.QLineEdit):
            yield widget.placeholderText()
        yield widget.accessibleName()
        yield widget.toolTip()


def _said_by(model: QtCore.QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    roles = (QtCore.Qt.ItemDataRole.DisplayRole, QtCore.Qt.ItemDataRole.AccessibleTextRole)
    # Qt keeps the number of columns of a list from callers: there is one.
    columns = 1 if isinstance(model, QtCore.QAbstractListModel) else model.columnCount(TOP)
    for row, column in product(range(min(model.rowCount(TOP), ROWS_LOOKED_AT)), range(columns)):
        for role in roles:
            said = model.index(row, column).data(role)
            if isinstance(said, str):
                yield said


def words_wrong_in(window: QtWidgets.QWidget, language: Language) -> Iterator[str]:
    """Texts with codes of the program, or with European digits in a language that has its own."""
    for said in sorted(set(said_in(window))):
        wrong = codes_in(said) or (language is not Language.ENGLISH and foreign_digits_in(said))
        if wrong:
            yield f"{wrong} in «{said}»"


def codes_in(said: str) -> list[str]:
    """Words that are codes of the program."""
    words = (word.strip(SIGNS) for word in said.split())
    return [word for word in words if CODE.match(word) and not NAME_OF_A_PLACE.search(word)]


def foreign_digits_in(said: str) -> list[str]:
    """Words with European digits that are no Latin tokens."""
    return [
        word
        for word in re.split(r"[\s\u2066-\u2069]+", said)
        if re.search(r"[0-9]", word) and not re.search(r"[A-Za-z]", word) and not KEY.match(word)
    ]


def cut_in(window: QtWidgets.QWidget) -> Iterator[str]:
    """Buttons and chips whose words have no room; a button may leave out its key."""
    for widget in shown_in(window):
        if _is_scrolled(widget):
            continue
        if not isinstance(widget, Button | StatusChip):
            continue
        wanted, height = widget.sizeHint().width(), widget.sizeHint().height()
        if isinstance(widget, Button) and widget.text():
            wanted = widget._content_width(with_key=False) + 2 * widget._pad()
        if wanted > widget.width() + 1 or height > widget.height() + 1 or not _is_whole(widget):
            yield f"{type(widget).__name__} «{_name_of(widget)}»: {wanted} in {_place_of(widget)}"


def nameless_in(window: QtWidgets.QWidget) -> Iterator[str]:
    """Buttons without words, fields and lists that a screen reader has no name for."""
    kinds = (QtWidgets.QAbstractButton, QtWidgets.QLineEdit, QtWidgets.QTextEdit, QtWidgets.QPlainTextEdit)
    for widget in shown_in(window):
        if not isinstance(widget, kinds) or type(widget).__module__.startswith("PySide6"):
            continue
        read = QtGui.QAccessible.queryAccessibleInterface(widget)
        if read is None or not read.text(QtGui.QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def _is_scrolled(widget: QtWidgets.QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QtWidgets.QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _is_whole(widget: QtWidgets.QWidget) -> bool:
    """Whether no parent cuts a part of it off."""
    parent, rect = widget.parentWidget(), widget.geometry()
    while parent is not None and not widget.isWindow():
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(rect):
            return False
        if parent.isWindow():
            return True
        rect.translate(parent.pos())
        parent = parent.parentWidget()
    return True


def _name_of(widget: QtWidgets.QWidget) -> str:
    said = widget.text() if isinstance(widget, QtWidgets.QLabel | QtWidgets.QAbstractButton) else ""
    return said or widget.accessibleName()


def _place_of(widget: QtWidgets.QWidget) -> str:
    parents = []
    parent = widget.parentWidget()
    while parent is not None and len(parents) < 3:
        parents.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{widget.width()}×{widget.height()} ({' < '.join(parents)})"
