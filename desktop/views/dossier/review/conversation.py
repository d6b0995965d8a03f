"""What was said about an item before: our remark beside the applicant's answer, round by round."""

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.models.vocabulary import Verdict
from desktop.views.dossier.review.card import Said
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Card

History = tuple[tuple[Said, Said | None], ...]
_BARS = {Verdict.REJECTED: "redSolid", Verdict.ACCEPTED: "greenSolid", Verdict.NOT_APPLICABLE: "borderStrong"}


class Conversation(QtWidgets.QWidget):
    """The newest exchange; earlier ones behind a link. Signals: `grown()` when more of it is shown."""

    grown = QtCore.Signal()

    def __init__(self, history: History, text: Texts) -> None:
        super().__init__()
        self._text, self._earlier = text, history[:-1]
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(6))
        if self._earlier:
            self._link = Link(text("card.earlier", count=len(self._earlier)))
            self._link.clicked.connect(self._show_earlier)
            self._column.addWidget(self._link, 0, QtCore.Qt.AlignmentFlag.AlignLeading)
        self._column.addLayout(_exchange(*history[-1], text))

    def _show_earlier(self) -> None:
        self._link.hide()
        for place, (ours, theirs) in enumerate(self._earlier):
            self._column.insertLayout(place, _exchange(ours, theirs, self._text))
        self.grown.emit()


def _exchange(ours: Said, theirs: Said | None, text: Texts) -> QtWidgets.QHBoxLayout:
    row = QtWidgets.QHBoxLayout()
    row.setSpacing(look().px(8))
    row.addWidget(_said(ours, _BARS.get(ours.verdict or Verdict.NOT_APPLICABLE, "borderStrong")), 1)
    if theirs is None:
        silent = Said(text("card.applicant"), "", text("card.no_answer"), None)
        row.addWidget(_said(silent, "border", ink="text3"), 1)
    else:
        row.addWidget(_said(theirs, "turqSolid"), 1)
    return row


def _said(said: Said, bar: str, ink: str = "text") -> QtWidgets.QWidget:
    box = Card(bar=bar)
    box.body.setSpacing(0)
    head = QtWidgets.QHBoxLayout()
    head.addWidget(Label(said.who, "caption", 600), 1)
    head.addWidget(Label(said.when, "micro", 400, "text3"))
    box.body.addLayout(head)
    box.body.addWidget(Label(said.text, "caption", 400, ink, wraps=True))
    box.body.addStretch(1)
    return box
