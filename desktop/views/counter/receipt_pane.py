"""What the counter gives for a package that was taken: the receipt, and the way to the dossier."""

from collections.abc import Callable
from datetime import datetime

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts, Words
from desktop.services.intake.outcomes import Receipt
from desktop.views.layouts import empty
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import PrimaryButton
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Card

_WIDE, _MARK = 460, 40


class ReceiptPane(QtWidgets.QWidget):
    """Shows one receipt."""

    def __init__(self, words: Words, text: Texts, open_dossier: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._text = words, text
        on_ground(self, "surface")
        self.card = Card(bar="greenSolid")
        self.card.setMaximumWidth(look().px(_WIDE))
        self.open = PrimaryButton(text("open_dossier"), icon="folder", key="Enter")
        self.open.clicked.connect(lambda *_: open_dossier())
        self._facts = QtWidgets.QVBoxLayout()
        self._title = Label("", "h1", wraps=True)
        margin = look().px(16)
        self.card.body.setContentsMargins(margin, margin, margin, margin)
        self.card.body.setSpacing(look().px(10))
        self.card.body.addWidget(Icon("circle-check", "greenFg", _MARK), 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.card.body.addWidget(self._title)
        self.card.body.addLayout(self._facts)
        self.card.body.addWidget(self.open, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        row = QtWidgets.QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 4)
        row.addStretch(1)
        whole = QtWidgets.QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(row)
        whole.addStretch(3)

    def show_receipt(self, receipt: Receipt) -> None:
        """Show what the applicant may take away."""
        formats, text = self._words.formats, self._text
        self._title.setText(text(f"receipt.{receipt.purpose}", number=receipt.dossier))
        empty(self._facts)
        rows = [
            (text("receipt.number"), formats.id(receipt.dossier)),
            (text("receipt.round"), formats.number(receipt.round)),
            (text("receipt.files"), formats.number(receipt.files)),
            (text("receipt.received"), formats.moment(datetime.fromisoformat(receipt.received_at))),
            (text("receipt.package"), receipt.package_id),
        ]
        self._facts.addWidget(Facts(rows, labels_wide=120))
