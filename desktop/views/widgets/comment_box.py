"""Where a reviewer writes: what goes out to the applicant and what stays inside can never be confused."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.button_base import Dress
from desktop.views.widgets.buttons import QuietButton
from desktop.views.widgets.canned_texts import SIGN, Canned, CannedTexts
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.own_words import own
from desktop.views.widgets.strokes import box
from desktop.views.widgets.text_field import TextField

MOST = 500
"""How many letters a remark may have when nobody says otherwise."""

_GROWS = 4
_LARGE = 1.5
"""The text scale from which tabs and the word about saving no longer fit one line."""


class CommentBox(QtWidgets.QWidget):
    """Two texts behind two tabs.

    Signals: `changed(str)` the remark, `note_changed(str)` the note, `submitted()` with Ctrl+Enter.
    """

    changed = QtCore.Signal(str)
    note_changed = QtCore.Signal(str)
    submitted = QtCore.Signal()

    def __init__(
        self,
        remark: str = "",
        note: str = "",
        canned: Sequence[Canned] = (),
        *,
        most: int = MOST,
        rows: int = 2,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most, self._inside, self._wrong = most, False, False
        self.remark_field = TextField(
            remark, rows=rows, most_rows=rows + _GROWS, placeholder=_hint(canned), bare=True
        )
        self.note_field = TextField(
            note, rows=rows, most_rows=rows + _GROWS, placeholder=own("write_note"), bare=True
        )
        self.remark_field.setAccessibleName(own("remark"))
        self.note_field.setAccessibleName(own("note"))
        self._texts = QtWidgets.QStackedLayout()
        for field, signal in ((self.remark_field, self.changed), (self.note_field, self.note_changed)):
            ringed(field, around=self)
            field.edited.connect(self._count)
            field.edited.connect(signal)
            field.submitted.connect(self.submitted)
            self._texts.addWidget(field)
        self._canned = CannedTexts(self.remark_field, canned)
        self._lay_out(has_canned=bool(canned))
        self._show(inside=False)

    def remark(self) -> str:
        """What goes out."""
        return self.remark_field.value()

    def note(self) -> str:
        """What stays inside."""
        return self.note_field.value()

    def is_too_long(self) -> bool:
        """Whether the remark has more letters than it may."""
        return len(self.remark()) > self._most

    def write_remark(self) -> None:
        """Give the keyboard to what goes out."""
        self._show(inside=False)
        self.remark_field.setFocus()

    def write_note(self) -> None:
        """Give the keyboard to what stays inside."""
        self._show(inside=True)
        self.note_field.setFocus()

    def show_note(self) -> None:
        """Show what stays inside."""
        self._show(inside=True)

    def show_saved(self, clock: str) -> None:
        """Say when it was saved, such as 11:24; empty while it is not."""
        self._saved.setText(own("saved_at", clock=clock) if clock else "")
        self._saved_sign.setVisible(bool(clock))

    def set_error(self, sentence: str | None) -> None:
        """Why the remark is not enough; None when it is."""
        self._wrong = sentence is not None
        self._error.setText(sentence or "")
        self._error_row.setVisible(self._wrong)
        self.remark_field.setAccessibleDescription(sentence or "")
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Solid for what goes out, dashed on another ground for what stays inside."""
        worn, painter = look(), QtGui.QPainter(self)
        outline = worn.colour("redSolid" if self._wrong else "borderStrong")
        ground = worn.colour("surface2" if self._inside else "surface")
        box(painter, self.rect(), ground, outline, dashed=self._inside)
        painter.setPen(worn.colour("border"))
        under = self._head.height() + 1
        painter.drawLine(2, under, self.width() - 3, under)

    def _lay_out(self, *, has_canned: bool) -> None:
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._head = self._make_head()
        column.addWidget(self._head)
        column.addLayout(self._texts)
        self._error_row = self._make_error()
        column.addWidget(self._error_row)
        column.addLayout(self._make_foot(has_canned=has_canned))

    def _make_head(self) -> QtWidgets.QWidget:
        head = QtWidgets.QWidget()
        is_large = look().scale >= _LARGE
        row = Flow(head, below=0) if is_large else QtWidgets.QHBoxLayout(head)
        set_margins(row, 4, 3, 10, 3)
        self.remark_tab = _Tab(own("remark"), "eye")
        self.note_tab = _Tab(own("note"), "lock")
        self.remark_tab.clicked.connect(self.write_remark)
        self.note_tab.clicked.connect(self.write_note)
        row.addWidget(self.remark_tab)
        row.addWidget(self.note_tab)
        if isinstance(row, QtWidgets.QHBoxLayout):
            row.addStretch(1)
            self._add_saved(row)
        return head

    def _make_error(self) -> QtWidgets.QWidget:
        line = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(line)
        set_margins(row, 10, 0, 10, 4)
        row.setSpacing(look().px(5))
        self._error = Label("", "caption", 400, "redFg", wraps=True)
        row.addWidget(Icon("alert", "redFg", 14), 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error, 1)
        line.hide()
        return line

    def _make_foot(self, *, has_canned: bool) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        set_margins(row, 6, 0, 10, 5)
        row.setSpacing(look().px(8))
        self._offer = QuietButton(own("canned"), key=SIGN, small=True)
        self._offer.clicked.connect(self._canned.open)
        self._has_canned = has_canned
        self._counter = Label("", "caption", 400, "text3")
        row.addWidget(self._offer)
        row.addStretch(1)
        if look().scale >= _LARGE:
            self._add_saved(row)
        row.addWidget(self._counter)
        return row

    def _add_saved(self, row: QtWidgets.QHBoxLayout) -> None:
        self._saved_sign = Icon("check", "greenFg", 12)
        self._saved = Label("", "micro", 400, "greenFg")
        row.addWidget(self._saved_sign)
        row.addWidget(self._saved)
        self._saved_sign.hide()

    def _show(self, *, inside: bool) -> None:
        self._inside = inside
        self._texts.setCurrentWidget(self.note_field if inside else self.remark_field)
        self.remark_tab.setChecked(not inside)
        self.note_tab.setChecked(inside)
        self._offer.setVisible(self._has_canned and not inside)
        self._count()
        self.update()

    def _count(self) -> None:
        written = self.note() if self._inside else self.remark()
        self._counter.setText(own("counted", count=len(written), most=self._most))
        self._counter.set_colour("redFg" if len(written) > self._most else "text3")


def _hint(canned: Sequence[Canned]) -> str:
    return f"{own('write_remark')} {own('canned_hint')}" if canned else own("write_remark")


class _Tab(QuietButton):
    """One of the two tabs: its own icon, word and line."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__(words, icon, small=True)
        self.setCheckable(True)

    def _dress(self) -> Dress:
        if self.isChecked():
            return Dress("", "", "accent", "accent")
        return super()._dress()
