"""The certificate under the cursor: what it is worth and why, what it says, its life, the way to its page."""

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts, Words
from desktop.services.certificate_page import CertificatePage
from desktop.services.wording import isolate
from desktop.views.certificate_state.card import StateCard
from desktop.views.certificate_state.life import LifeLine
from desktop.views.certificate_state.wording import life_line
from desktop.views.layouts import empty
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link, PrimaryButton
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.section import Section, SectionHeader

WIDE = 400


class CertificatePreview(QtWidgets.QScrollArea):
    """Signals: `open_wanted()`, `dossier_wanted(int)`."""

    open_wanted = QtCore.Signal()
    dossier_wanted = QtCore.Signal(int)

    def __init__(self, words: Words, text: Texts) -> None:
        super().__init__()
        self._words, self._text = words, text
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(look().px(WIDE))
        self.setAccessibleName(text("preview"))
        inside = QtWidgets.QWidget()
        on_ground(inside, "surface")
        self._column = QtWidgets.QVBoxLayout(inside)
        set_margins(self._column, 16, 12, 16, 12)
        self._column.setSpacing(look().px(10))
        self.setWidget(inside)
        self.show_certificate(None)

    def show_certificate(self, page: CertificatePage | None) -> None:
        """Show a certificate, or that none is chosen."""
        empty(self._column)
        if page is None:
            self._column.addWidget(EmptyState(self._text("preview.nothing")))
            return
        self._column.addWidget(self._head(page))
        self._column.addWidget(StateCard(page, self._words))
        self._column.addLayout(self._buttons())
        self._column.addWidget(self._facts(page))
        self._column.addWidget(self._life(page))
        self._column.addStretch(1)

    def _head(self, page: CertificatePage) -> QtWidgets.QWidget:
        head = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        number = isolate(self._words.formats.id(page.row.number))
        column.addWidget(Label(page.row.holder, "h2", wraps=True))
        line = self._text("preview.line", number=number, subject=page.row.subject)
        column.addWidget(Label(line, "dense", 400, "text2", wraps=True))
        return head

    def _buttons(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        self.open = PrimaryButton(self._text("open"), key="Enter", small=True)
        self.open.clicked.connect(self.open_wanted)
        row.addWidget(self.open)
        row.addStretch(1)
        return row

    def _facts(self, page: CertificatePage) -> QtWidgets.QWidget:
        words, text, row = self._words, self._text, page.row
        level = text("no_level") if row.level is None else words.label(row.level)
        dossier = Link(isolate(words.formats.id(row.dossier_number)))
        dossier.clicked.connect(lambda: self.dossier_wanted.emit(row.dossier_id))
        return Facts(
            [
                (text("fact.scheme"), words.label(page.scheme_title)),
                (text("fact.level"), level),
                (text("fact.symbol_code"), isolate(page.symbol_code)),
                (text("fact.issued_by"), page.issued_by),
                (text("fact.dossier"), dossier),
            ],
            96,
        )

    def _life(self, page: CertificatePage) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self._text("life"), "history"), lined=False)
        section.body.addWidget(LifeLine(life_line(page, self._words)))
        return section
