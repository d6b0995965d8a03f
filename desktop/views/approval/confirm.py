"""Asks before a decision that cannot be taken back: lists every row, and what is left out, with why."""

from collections.abc import Collection, Sequence

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.views.approval.choosing import Batch
from desktop.views.approval.lines import StackLine
from desktop.views.layouts import empty
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Choice, Dialog, Reason
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.notice import Notice

_WIDE, _LIST = 600, 300
DECIDE, LOOK_AGAIN = "decide", "look_again"


class DecisionDialog(QtCore.QObject):
    """Signals: `agreed(object, str)` the lines that are left and the note."""

    agreed = QtCore.Signal(object, str)

    def __init__(self, text: Texts, batch: Batch, follows: Sequence[str], over: QtWidgets.QWidget) -> None:
        super().__init__(over)
        self._text, self.lines = text, list(batch.included)
        self._excluded = batch.excluded
        self._dropped: list[str] = []
        self._body = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(6))
        self.dialog = self._dialog(batch, follows, over)
        self._fill()

    def open(self) -> None:
        """Ask; the safe side has the keyboard."""
        self.dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.answered.connect(self._answer)
        self.dialog.open()
        self.dialog.buttons[LOOK_AGAIN].setFocus()

    def drop(self, ids: Collection[int]) -> None:
        """These have changed while the question stood here: they drop out and are named."""
        gone = [line for line in self.lines if line.id in ids]
        if not gone:
            return
        self.lines = [line for line in self.lines if line.id not in ids]
        self._dropped += [line.name for line in gone]
        self._fill()
        button = self.dialog.buttons[DECIDE]
        button.set_text(self._text("decide_now", count=len(self.lines)))
        if not self.lines:
            self.dialog.set_why_not(DECIDE, self._text("nothing_left"))

    def wait_for_another_look(self) -> None:
        """Something dropped out: the person reads what is left and presses again."""
        for button in self.dialog.buttons.values():
            button.set_busy(busy=False)
        self.dialog.buttons[LOOK_AGAIN].setEnabled(True)

    def refuse(self, sentence: str) -> None:
        """Say why it was not done; what was written stays."""
        self.dialog.refuse(sentence)

    def close(self) -> None:
        """The decisions are on their way."""
        self.dialog.close()

    def _dialog(self, batch: Batch, follows: Sequence[str], over: QtWidgets.QWidget) -> Dialog:
        text, first = self._text, batch.included[0]
        if len(batch.included) == 1:
            title, verb = text("ask_one", action=first.verb, name=first.name), first.verb
        else:
            title, verb = (
                text("ask", count=len(batch.included)),
                text("decide_now", count=len(batch.included)),
            )
        return Dialog(
            title,
            [*follows, text("cannot_be_undone")],
            [
                Choice(DECIDE, verb, "danger" if first.ends else "primary", "stamp"),
                Choice(LOOK_AGAIN, text("look_again")),
            ],
            reason=self._reason(batch),
            body=self._body,
            stays=True,
            wide=_WIDE,
            parent=over,
        )

    def _reason(self, batch: Batch) -> Reason | None:
        line = batch.included[0]
        if len(batch.included) > 1 or line.asks_note == "none":
            return None
        return Reason(
            self._text("note"),
            self._text("note_goes_out" if line.ends else "note_stays"),
            required=line.asks_note == "required",
        )

    def _fill(self) -> None:
        empty(self._column)
        if self._dropped:
            said = self._text("dropped", count=len(self._dropped), names=self._dropped)
            self._column.addWidget(Notice("amber", said))
        if len(self.lines) > 1 or self._excluded:
            self._column.addWidget(self._list())

    def _list(self) -> QtWidgets.QWidget:
        inside = QtWidgets.QWidget()
        rows = QtWidgets.QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look().px(4))
        for line in self.lines:
            rows.addWidget(row_of("check", "greenFg", line, line.below))
        if self._excluded:
            rows.addWidget(Label(self._text("excluded", count=len(self._excluded)), "dense", 600))
        for line in self._excluded:
            rows.addWidget(row_of("alert", "amberFg", line, line.why))
        rows.addStretch(1)
        on_ground(inside, "surface")
        area = QtWidgets.QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        count = len(self.lines) + len(self._excluded)
        area.setFixedHeight(min(look().px(_LIST), look().px(46) * count + look().px(28)))
        return area

    def _answer(self, code: str, note: str) -> None:
        if code == DECIDE:
            self.agreed.emit(tuple(self.lines), note)


def row_of(icon: str, colour: str, line: StackLine, below: str) -> QtWidgets.QWidget:
    """A dossier with a sign, and what there is to say of it."""
    widget = QtWidgets.QWidget()
    row = QtWidgets.QHBoxLayout(widget)
    row.setContentsMargins(0, look().px(2), 0, look().px(2))
    row.setSpacing(look().px(8))
    row.addWidget(Icon(icon, colour, 14), 0, QtCore.Qt.AlignmentFlag.AlignTop)
    words = QtWidgets.QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(line.name, "dense", 600))
    words.addWidget(Label(below, "caption", 400, "text2", wraps=True))
    row.addLayout(words, 1)
    return widget
