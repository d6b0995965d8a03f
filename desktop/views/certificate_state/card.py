"""The card that says what a certificate is worth: a large word with its icon, from when to when, and why."""

from PySide6 import QtGui, QtWidgets

from desktop.language.window import Words
from desktop.services.certificate_page import CertificatePage
from desktop.views.certificate_state.wording import TEXTS, state_chip, why
from desktop.views.theme.look import look
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.strokes import box

_BAR = 4


class StateCard(QtWidgets.QWidget):
    """One certificate's state."""

    def __init__(self, page: CertificatePage, words: Words) -> None:
        super().__init__()
        chip = state_chip(page.row.state, words)
        self._family = chip.family
        self.sentence = why(page, words)
        self.setAccessibleName(f"{chip.word}. {self.sentence}")
        column = QtWidgets.QVBoxLayout(self)
        set_margins(column, 14 + _BAR, 12, 14, 12)
        column.setSpacing(look().px(6))
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(look().px(9))
        head.addWidget(Icon(chip.icon, f"{chip.family}Fg", 22))
        head.addWidget(Label(chip.word, "h1", 700, f"{chip.family}Fg"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(Label(self.sentence, "body", 500, wraps=True))
        column.addWidget(self._span(page, words))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The ground of the state's family, its colour at the start."""
        painter, worn = QtGui.QPainter(self), look()
        family = worn.family(self._family)
        box(painter, self.rect(), family.bg)
        wide = worn.px(_BAR)
        left = self.width() - wide if worn.rtl else 0
        painter.fillRect(left, 0, wide, self.height(), family.fg)

    def _span(self, page: CertificatePage, words: Words) -> QtWidgets.QWidget:
        formats, row = words.formats, page.row
        sentence = words.of(TEXTS)(
            "span", first=formats.date_long(row.issued_on), last=formats.date_long(row.last_valid_day)
        )
        return Label(sentence, "dense", 400, "text2", wraps=True)
