"""What the office has found out besides the form: verifications, enquiries, fees, the lent account, kin."""

from datetime import date

from PySide6 import QtWidgets

from desktop.models.vocabulary import ClearanceResult, Role
from desktop.services import clearances, fees, verifications
from desktop.services.clearances import ClearanceRow
from desktop.services.dossier_information import Information
from desktop.services.dossier_page import Standing
from desktop.services.fees import FeeRow
from desktop.services.verifications import VerificationRow
from desktop.services.wording import isolate
from desktop.views.desk import Desk
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.dossier.tabs.forms import AnswerForm, PaymentForm
from desktop.views.dossier.tabs.lent_account import LentAccountSection
from desktop.views.navigation import route
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link, SecondaryButton
from desktop.views.widgets.chips import StatusChip
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Section, SectionHeader

_RESULTS = {
    ClearanceResult.PENDING: ("amber", "clock"),
    ClearanceResult.GRANTED: ("green", "check"),
    ClearanceResult.REFUSED: ("red", "x"),
}
_ASKING = {Role.REVIEWER, Role.SUPERVISOR}
_PAYING = {Role.CLERK, Role.REVIEWER, Role.DOCUMENTS_OFFICER}


class OfficeFindings(QtWidgets.QWidget):
    """One section for each."""

    def __init__(self, desk: Desk, presenter: DossierPresenter, data: Information) -> None:
        super().__init__()
        self._desk, self._presenter = desk, presenter
        self._words, self._text = presenter.words, presenter.words.of("dossier")
        self._roles = set(desk.person.roles)
        self.buttons: dict[str, SecondaryButton] = {}
        """By what they are for: "verify:email", "answer:…", "pay:…"."""
        self.form: AnswerForm | PaymentForm | None = None
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._verifications(data))
        column.addWidget(self._clearances(data))
        column.addWidget(self._fees(data))
        self.account = LentAccountSection(desk, presenter, is_lent=data.has_lent_account)
        column.addWidget(self.account)
        column.addWidget(self._kindred(data))
        column.addStretch(1)

    # --- verifications

    def _verifications(self, data: Information) -> QtWidgets.QWidget:
        counting = [row for row in data.verifications if row.counts]
        done = sum(row.verified_at is not None for row in counting)
        counted = self._text("info.counted", count=done, needed=len(counting))
        section = Section(SectionHeader(self._text("info.verifications"), "shield-check", counted))
        for row in data.verifications:
            section.body.addLayout(self._verification(row))
        return section

    def _verification(self, row: VerificationRow) -> QtWidgets.QHBoxLayout:
        line, text = _line(), self._text
        label = Label(self._words.label(row.label), "dense", 500 if row.counts else 400)
        if row.counts:
            label.setToolTip(text("info.counts"))
        line.addWidget(label, 1)
        if row.verified_at is not None:
            when = self._words.formats.when(row.verified_at, self._desk.now())
            line.addWidget(StatusChip("green", "check", text("info.verified", when=when)))
            return line
        line.addWidget(StatusChip("grey", "circle-dashed", text("info.not_verified")))
        in_hand = self._presenter.review.page.standing is Standing.IN_HAND
        if Role.REVIEWER in self._roles and in_hand:
            button = self._button(f"verify:{row.kind}", "info.verify")
            button.clicked.connect(lambda _checked=False: self._verify(row.kind))
            line.addWidget(button)
        return line

    def _verify(self, kind: str) -> None:
        dossier_id = self._presenter.dossier_id
        self._presenter.line.write(
            lambda session, actor: verifications.record_verification(session, actor, dossier_id, kind),
            lambda _: None,
        )

    # --- enquiries

    def _clearances(self, data: Information) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self._text("info.clearances"), "building"))
        if not data.clearances:
            section.body.addWidget(Label(self._text("info.no_clearances"), "dense", 400, "text3"))
        newest = {row.authority: row for row in data.clearances}
        for row in data.clearances:
            section.body.addLayout(self._clearance(row, is_newest=newest[row.authority] is row))
        return section

    def _clearance(self, row: ClearanceRow, *, is_newest: bool) -> QtWidgets.QVBoxLayout:
        block, line, text, formats = QtWidgets.QVBoxLayout(), _line(), self._text, self._words.formats
        authority = self._words.word("authority", row.authority)
        line.addWidget(Label(authority, "dense", 500), 1)
        family, icon = _RESULTS[row.result]
        line.addWidget(StatusChip(family, icon, self._words.word("clearance_result", row.result)))
        block.addLayout(line)
        said = text("info.asked", when=formats.when(row.asked_at, self._desk.now()))
        if row.answered_at is not None:
            when = formats.when(row.answered_at, self._desk.now())
            said = f"{said} — {text('info.answered', when=when, reference=isolate(row.reference))}"
        block.addWidget(Label(said, "caption", 400, "text3", wraps=True))
        if is_newest and row.result is ClearanceResult.PENDING and self._roles & _ASKING:
            button = self._button(f"answer:{row.authority}", "info.answer")
            button.clicked.connect(lambda _checked=False: self._ask_answer(row.authority, authority))
            block.addLayout(_at_start(button))
        return block

    def _ask_answer(self, code: str, authority: str) -> None:
        dossier_id = self._presenter.dossier_id

        def go(result: ClearanceResult, reference: str) -> None:
            self._presenter.line.write(
                lambda session, actor: clearances.record_answer(
                    session, actor, dossier_id, code, result, reference
                ),
                lambda _: None,
            )

        self.form = AnswerForm(authority, self._words, self, go)

    # --- fees

    def _fees(self, data: Information) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self._text("info.fees"), "cash"))
        if not data.fees:
            section.body.addWidget(Label(self._text("info.no_fees"), "dense", 400, "text3"))
        for row in data.fees:
            section.body.addLayout(self._fee(row))
            for payment in data.payments:
                if payment.fee == row.code:
                    words = self._text(
                        "info.payment",
                        amount=payment.amount_rial,
                        day=payment.paid_on,
                        reference=payment.reference,
                        person=payment.person,
                    )
                    section.body.addWidget(Label(words, "caption", 400, "text3", wraps=True))
        return section

    def _fee(self, row: FeeRow) -> QtWidgets.QHBoxLayout:
        line, text = _line(), self._text
        line.addWidget(Label(self._words.label(row.label), "dense", wraps=True), 1)
        if row.informative:
            line.addWidget(StatusChip("grey", "info", text("info.paid_elsewhere")))
            return line
        line.addWidget(Label(text("info.fee", amount=row.amount_rial), "dense", 500))
        if not row.owed_rial:
            line.addWidget(StatusChip("green", "check", text("info.paid")))
            return line
        line.addWidget(StatusChip("amber", "cash", text("info.owed", amount=row.owed_rial)))
        if self._roles & _PAYING:
            button = self._button(f"pay:{row.code}", "info.pay")
            button.clicked.connect(lambda _checked=False: self._ask_payment(row))
            line.addWidget(button)
        return line

    def _ask_payment(self, row: FeeRow) -> None:
        dossier_id, code = self._presenter.dossier_id, row.code

        def go(amount: int, day: date, reference: str) -> None:
            self._presenter.line.write(
                lambda session, actor: fees.record_payment(
                    session, actor, dossier_id, code, amount, day, reference
                ),
                lambda _: None,
            )

        self.form = PaymentForm(row, self._words, self._desk.now(), self, go)

    # --- kin

    def _kindred(self, data: Information) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self._text("info.kindred"), "folder"), lined=False)
        if not data.kindred:
            words = Label(self._text("info.no_kindred"), "dense", 400, "text3", wraps=True)
            section.body.addWidget(words)
        for kin in data.kindred:
            line = _line()
            link = Link(isolate(self._words.formats.id(kin.number)))
            link.clicked.connect(lambda _checked=False, id_=kin.id: self._desk.go(route("dossier", id=id_)))
            line.addWidget(link)
            said = self._text(
                "info.kin", name=kin.applicant_name, subject=kin.subject, status=kin.status_label
            )
            line.addWidget(Label(said, "dense", wraps=True), 1)
            kinship = self._words.word("kinship", kin.kinship)
            line.addWidget(Label(kinship, "caption", 400, "text3"))
            section.body.addLayout(line)
        return section

    def _button(self, code: str, words: str) -> SecondaryButton:
        button = self.buttons[code] = SecondaryButton(self._text(words), small=True)
        return button


def _line() -> QtWidgets.QHBoxLayout:
    line = QtWidgets.QHBoxLayout()
    line.setSpacing(look().px(8))
    return line


def _at_start(widget: QtWidgets.QWidget) -> QtWidgets.QHBoxLayout:
    line = _line()
    line.addWidget(widget)
    line.addStretch(1)
    return line
