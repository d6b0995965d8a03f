"""What became of every row of a batch, shown when not all of them were decided."""

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts, Words
from desktop.models.errors import RuleBroken
from desktop.services.steps import Refusal
from desktop.views.approval.confirm import row_of
from desktop.views.approval.deciding import Decision
from desktop.views.approval.writing import FOUR_EYES
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Choice, Dialog

_WIDE, _MOST_HIGH, _ROW = 560, 340, 46


def results_dialog(words: Words, decision: Decision, over: QtWidgets.QWidget | None) -> Dialog:
    """A row for each dossier: decided, refused with the reason, or not come to."""
    text = words.of("approval")
    inside = QtWidgets.QWidget()
    rows = QtWidgets.QVBoxLayout(inside)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(look().px(4))
    for line, result in decision.refused:
        said = reason_of(words, text, result.refusal) if result.refusal else ""
        rows.addWidget(row_of("x", "redFg", line, said))
    for line in decision.untouched:
        rows.addWidget(row_of("minus", "text3", line, text("result.untouched")))
    for line in decision.approved:
        rows.addWidget(row_of("check", "greenFg", line, text("result.done", action=line.verb)))
    rows.addStretch(1)
    on_ground(inside, "surface")
    area = QtWidgets.QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setFixedHeight(min(look().px(_MOST_HIGH), look().px(_ROW) * len(decision.lines) + look().px(8)))
    title = text("result.title", count=len(decision.approved), of=len(decision.lines))
    return Dialog(title, (), [Choice("seen", text("result.seen"))], body=area, wide=_WIDE, parent=over)


def reason_of(words: Words, text: Texts, refusal: Refusal) -> str:
    """Why one dossier was not decided."""
    if refusal.code == FOUR_EYES:
        return text("closed.own")
    return words.error(RuleBroken(refusal.code, **refusal.values))
