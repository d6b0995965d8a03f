"""The account lent for testing the shop: hidden until asked for, and every look at it is journalled."""

from PySide6 import QtGui, QtWidgets

from desktop.services import lent_accounts
from desktop.services.dossier_page import Standing
from desktop.services.lent_accounts import LentAccount
from desktop.services.wording import isolate
from desktop.views.desk import Desk
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.layouts import empty
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, SecondaryButton
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Section, SectionHeader


class LentAccountSection(Section):
    """Only who has the dossier in hand may look."""

    def __init__(self, desk: Desk, presenter: DossierPresenter, *, is_lent: bool) -> None:
        self._text = presenter.words.of("dossier")
        super().__init__(SectionHeader(self._text("info.account"), "key"))
        self._desk, self._presenter = desk, presenter
        self._rows = QtWidgets.QVBoxLayout()
        self.body.addLayout(self._rows)
        self.button = SecondaryButton(self._text("info.show_account"), "eye", small=True)
        self.button.clicked.connect(self._toggle)
        self._is_shown = False
        if not is_lent:
            self.button.hide()
            self._say("info.no_account")
            return
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        in_hand = presenter.review.page.standing is Standing.IN_HAND
        self.button.set_reason(None if in_hand else self._text("why.not_in_hand"))
        self._say("info.account_hidden")

    def _toggle(self) -> None:
        if self._is_shown:
            self._is_shown = False
            empty(self._rows)
            self._say("info.account_hidden")
            self.button.set_text(self._text("info.show_account"))
            return
        dossier_id = self._presenter.dossier_id
        self._desk.write(
            lambda session, actor: lent_accounts.read(session, actor, dossier_id), self._show, owner=self
        )

    def _show(self, account: LentAccount) -> None:
        self._is_shown = True
        empty(self._rows)
        rows = [("username", account.username), ("password", account.password)]
        rows += [("account_note", account.note)] if account.note else []
        for code, value in rows:
            self._rows.addLayout(
                self._row(self._text(f"info.{code}"), value, may_copy=code != "account_note")
            )
        self.button.set_text(self._text("info.hide_account"))

    def _row(self, label: str, value: str, *, may_copy: bool) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        words = Label(label, "dense", 400, "text3")
        words.setMinimumWidth(look().px(84))
        row.addWidget(words)
        row.addWidget(Label(isolate(value), "dense"), 1)
        if may_copy:
            copy = IconButton("copy", f"{self._text('info.copy')}: {label}", small=True)
            copy.clicked.connect(lambda: QtGui.QGuiApplication.clipboard().setText(value))
            row.addWidget(copy)
        return row

    def _say(self, code: str) -> None:
        self._rows.addWidget(Label(self._text(code), "caption", 400, "text3", wraps=True))
