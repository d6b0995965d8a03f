"""One change with its tick: what kind, of what, from which value to which, and the items it concerns."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts
from desktop.views.dossier.review.changes import ShownChange
from desktop.views.dossier.review.code_tag import CodeTag
from desktop.views.theme.look import look
from desktop.views.widgets.changed_value import ChangedValue
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import from_start
from desktop.views.widgets.margins import set_margins

_BAR = 3
_OPEN = frozenset({QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter})


class ChangeEntry(QtWidgets.QWidget):
    """Signals: `ticked()`, `item_wanted(str)` the code of an item, `opened()` the change was chosen."""

    ticked = QtCore.Signal()
    item_wanted = QtCore.Signal(str)
    opened = QtCore.Signal()

    def __init__(self, change: ShownChange, text: Texts, *, is_seen: bool) -> None:
        super().__init__()
        self._change, self._is_seen = change, is_seen
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{change.title}، {change.body}")
        ringed(self, 0)
        row = QtWidgets.QHBoxLayout(self)
        set_margins(row, 11 + _BAR, 9, 14, 9)
        row.setSpacing(look().px(9))
        self.tick = QtWidgets.QCheckBox()
        self.tick.setChecked(is_seen)
        self.tick.setToolTip(text("changes.tick"))
        self.tick.setAccessibleName(f"{text('changes.tick')}: {change.title}")
        self.tick.toggled.connect(self._toggle)
        row.addWidget(self.tick, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        column = QtWidgets.QVBoxLayout()
        column.setSpacing(look().px(1))
        column.addLayout(self._head())
        self._body(column)
        row.addLayout(column, 1)

    def say_more(self, words: str) -> None:
        """Add what became known later."""
        self._words.setText(f"{self._change.body}. {words}")

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """A press anywhere leads to what changed."""
        if event.button() is QtCore.Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Space ticks, Enter leads to what changed."""
        if event.key() == QtCore.Qt.Key.Key_Space:
            self.tick.toggle()
        elif event.key() in _OPEN:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """A turquoise bar until it is ticked off, a line below."""
        painter, worn = QtGui.QPainter(self), look()
        bar = from_start(self.rect(), 0, worn.px(_BAR), rtl=worn.rtl)
        painter.fillRect(bar, worn.colour("border" if self._is_seen else "turqSolid"))
        painter.setPen(worn.colour("border"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _toggle(self, is_seen: bool) -> None:  # noqa: FBT001 - Qt hands it so
        self._is_seen = is_seen
        self.update()
        self.ticked.emit()

    def _head(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        row.addWidget(Icon(self._change.icon, "text3" if self._is_seen else "turqFg", 14))
        row.addWidget(Label(self._change.title, "dense", 500 if self._is_seen else 600), 1)
        for item in self._change.items[:3]:
            code = CodeTag(item)
            code.clicked.connect(lambda _checked=False, item=item: self.item_wanted.emit(item))
            row.addWidget(code)
        return row

    def _body(self, column: QtWidgets.QVBoxLayout) -> None:
        change = self._change
        self._words = Label(change.body, "dense", 400, "text2", wraps=True)
        column.addWidget(self._words)
        if change.old or change.new:
            told = f"{change.body}: {change.old} ← {change.new}"
            column.addWidget(ChangedValue(change.old, change.new, told))
        if change.warning:
            row = QtWidgets.QHBoxLayout()
            row.setSpacing(look().px(5))
            row.addWidget(Icon("alert", "amberFg", 14), 0, QtCore.Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(change.warning, "caption", 400, "amberFg", wraps=True), 1)
            column.addLayout(row)
