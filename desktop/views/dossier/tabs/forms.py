"""Small forms of the tab of information: an authority's answer, a payment from its receipt."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6 import QtWidgets

from desktop.language.window import Words
from desktop.models.vocabulary import ClearanceResult
from desktop.services.fees import FeeRow
from desktop.services.wording import in_tehran, western_digits
from desktop.views.calendars.almanac import Almanac
from desktop.views.calendars.date_field import DateField
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.form_field import ChoiceField, FormField, LineField

GO, STAY = "go", "stay"


class AnswerForm:
    """Asks what an authority answered; `go(result, reference)`."""

    def __init__(
        self,
        authority: str,
        words: Words,
        parent: QtWidgets.QWidget,
        go: Callable[[ClearanceResult, str], object],
    ) -> None:
        text = words.of("dossier")
        answers = (ClearanceResult.GRANTED, ClearanceResult.REFUSED)
        self.result = ChoiceField([(one.value, words.word("clearance_result", one)) for one in answers])
        self.reference = LineField()
        body = _column(
            FormField(text("info.answer_result"), self.result, required=True),
            FormField(text("info.answer_reference"), self.reference, required=True),
        )
        choices = [
            Choice(GO, text("info.answer_verb"), "primary"),
            Choice(STAY, text("question.cancel")),
        ]
        title = text("info.answer_title", authority=authority)
        self.dialog = Dialog(title, [text("info.answer_told")], choices, body=body, parent=parent)
        self.dialog.ask_for(
            lambda code, _: (
                go(ClearanceResult(self.result.code()), self.reference.value()) if code == GO else None
            )
        )


class PaymentForm:
    """Asks for a payment; `go(amount, day, reference)`."""

    def __init__(
        self,
        fee: FeeRow,
        words: Words,
        now: datetime,
        parent: QtWidgets.QWidget,
        go: Callable[[int, date, str], object],
    ) -> None:
        text = words.of("dossier")
        today = in_tehran(now).date()
        self.amount = LineField(str(fee.owed_rial), latin=True)
        self.day = DateField(Almanac(words, today), today)
        self.reference = LineField(latin=True)
        body = _column(
            FormField(text("info.pay_amount"), self.amount, required=True),
            FormField(text("info.pay_day"), self.day, required=True),
            FormField(text("info.pay_reference"), self.reference, required=True),
        )
        choices = [Choice(GO, text("info.pay_verb"), "primary"), Choice(STAY, text("question.cancel"))]
        title = text("info.pay_title", fee=words.label(fee.label))
        self.dialog = Dialog(title, (), choices, body=body, parent=parent)
        self._go, self._today = go, today
        self.dialog.ask_for(self._answered)

    def _answered(self, code: str, _reason: str) -> None:
        if code == GO:
            digits = "".join(sign for sign in western_digits(self.amount.value()) if sign.isdigit())
            self._go(int(digits or 0), self.day.day() or self._today, self.reference.value())


def _column(*fields: QtWidgets.QWidget) -> QtWidgets.QWidget:
    holder = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(10))
    for field in fields:
        column.addWidget(field)
    holder.setFocusProxy(fields[0])
    return holder
