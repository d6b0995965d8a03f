"""«۲ از ۴»: which page is shown; another number may be typed in any digits."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts
from desktop.services import wording
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.label import Label

_ROOM: Final = 18
_HEIGHT: Final = 26


class PageField(QtWidgets.QWidget):
    """The number of the page and how many there are. Signals: `chosen(int)` when one was typed."""

    chosen = QtCore.Signal(int)

    def __init__(self, texts: Texts, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.shown = (0, 0)
        """The page, and how many there are."""
        self.field = _Field()
        self.field.setAccessibleName(texts("page_field"))
        self.field.setToolTip(texts("page_field"))
        self.field.setFont(face("dense").font)
        self.field.setFixedHeight(look().px(_HEIGHT))
        self.field.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
        self.field.returnPressed.connect(self._typed)
        self.field.editingFinished.connect(self._restore)
        self._of = Label(role="dense", colour="text2")
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(4))
        row.addWidget(self.field)
        row.addWidget(self._of)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)
        self.field.setAlignment(QtCore.Qt.AlignmentFlag.AlignHCenter)
        self.setEnabled(False)

    def show_page(self, page: int, count: int) -> None:
        """Say another page."""
        before, self.shown = self.shown[1], (page, count)
        if count != before:
            widest = self._texts("number", number=max(count, 10))
            self.field.setFixedWidth(face("dense").metrics.horizontalAdvance(widest) + look().px(_ROOM))
            self._of.setText(self._texts("of", count=count) if count else "")
            self.setEnabled(count > 0)
        self._restore()

    def _typed(self) -> None:
        digits = wording.western_digits(self.field.text()).strip()
        if digits.isascii() and digits.isdecimal() and 0 < int(digits) <= self.shown[1]:
            self.chosen.emit(int(digits))
        self._restore()

    def _restore(self) -> None:
        self.field.setText(self._texts("number", number=self.shown[0]) if self.shown[1] else "")


class _Field(QtWidgets.QLineEdit):
    """Looks like words until it is pointed at or typed into."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self._dress(framed=False)

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        """Show that it can be typed into."""
        super().enterEvent(event)
        self._dress(framed=self.isEnabled())

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Look like words again."""
        super().leaveEvent(event)
        self._dress(framed=self.hasFocus())

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """All of it is typed over."""
        super().focusInEvent(event)
        self._dress(framed=True)
        QtCore.QTimer.singleShot(0, self, self.selectAll)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Look like words again."""
        super().focusOutEvent(event)
        self._dress(framed=False)

    def _dress(self, *, framed: bool) -> None:
        self.setFrame(framed)
        palette = self.palette()
        ground = look().colour("surface") if framed else QtGui.QColor(QtCore.Qt.GlobalColor.transparent)
        palette.setColor(QtGui.QPalette.ColorRole.Base, ground)
        self.setPalette(palette)
