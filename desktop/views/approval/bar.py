"""The bar under the stack: how much is marked, what of it is left out and why, and the two decisions."""

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.views.approval.choosing import Batch
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.views.widgets.decision_bar import DecisionBar
from desktop.views.widgets.label import Label

_HEIGHT, _NAMED = 60, 2


class BatchBar(QtWidgets.QWidget):
    """Signals: `decided()`, `returned()`."""

    decided = QtCore.Signal()
    returned = QtCore.Signal()

    def __init__(self, text: Texts) -> None:
        super().__init__()
        self._text = text
        self.first, self.second = Label("", "dense", 600), Label("", "caption", 400, "text2")
        words = QtWidgets.QWidget()
        lines = QtWidgets.QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(self.first)
        lines.addWidget(self.second)
        lines.addStretch(1)
        words.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Preferred)
        self.back = SecondaryButton(text("command.return"), "refer", "R")
        self.decide = PrimaryButton(text("decide_none"), "stamp", "Ctrl+Enter")
        self.back.clicked.connect(lambda _checked: self.returned.emit())
        self.decide.clicked.connect(lambda _checked: self.decided.emit())
        row = QtWidgets.QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(DecisionBar([words], [self.back, self.decide], _HEIGHT))
        self.setFixedHeight(look().px(_HEIGHT))

    def show_batch(self, batch: Batch, marked: int, why_not: str | None, why_not_return: str | None) -> None:
        """Show what one press would decide."""
        self.first.setText(self._headline(batch, marked))
        self.second.setText(self._left_out(batch, marked) if marked else why_not or self._text("each_alone"))
        self.second.set_colour("amberFg" if why_not and not marked else "text2")
        self.decide.set_text(self._verb(batch))
        self.decide.set_reason(why_not)
        self.back.set_reason(why_not_return)

    def _headline(self, batch: Batch, marked: int) -> str:
        if marked:
            return self._text("marked", count=marked)
        here = (*batch.included, *batch.excluded)
        return here[0].name if here else self._text("nothing_chosen")

    def _left_out(self, batch: Batch, marked: int) -> str:
        if not batch.excluded:
            return self._text("each_alone")
        count = len(batch.excluded)
        names = [line.name for line in batch.excluded[:_NAMED]]
        if count > _NAMED:
            return self._text("left_out_many", count=count, ready=marked - count)
        return self._text("left_out", names=names, count=count, ready=marked - count)

    def _verb(self, batch: Batch) -> str:
        if len(batch.included) == 1:
            return self._text("decide_one", action=batch.included[0].verb)
        return (
            self._text("decide", count=len(batch.included)) if batch.included else self._text("decide_none")
        )
