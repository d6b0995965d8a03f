"""The decision bar of the page: progress and what stands in the way, then the decisions."""

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.services.dossier_page import Standing
from desktop.services.step_natures import StepNature
from desktop.views.dossier.decision.choices import Offer
from desktop.views.dossier.decision.presenter import DecisionPresenter
from desktop.views.dossier.review.items import Progress
from desktop.views.layouts import empty
from desktop.views.theme.look import look
from desktop.views.widgets.button_base import Button
from desktop.views.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.views.widgets.decision_bar import DecisionBar
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.progress_strip import Tally

_WHY = 250


class PageDecisions(QtWidgets.QWidget):
    """Rebuilt only when something of it is different.

    Signals: `decided(object)` an Offer was pressed; `preview_wanted()`, `refer_wanted()`, `claim_wanted()`,
    `note_wanted()`.
    """

    decided = QtCore.Signal(object)
    preview_wanted = QtCore.Signal()
    refer_wanted = QtCore.Signal()
    claim_wanted = QtCore.Signal()
    note_wanted = QtCore.Signal()

    def __init__(self, presenter: DecisionPresenter, text: Texts) -> None:
        super().__init__()
        self._presenter, self._text = presenter, text
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[str, Button] = {}
        """By action; "refer", "preview", "claim" and "note" besides."""
        self._shown: object = None

    def show_bar(self, progress: Progress | None) -> None:
        """Show what can be decided now; nothing is rebuilt when nothing is different."""
        shown = (self._presenter.bar, self._presenter.page.standing, progress)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((code for code, button in self.buttons.items() if button.hasFocus()), None)
        empty(self._column)
        self.buttons = self._make_buttons()
        bar = DecisionBar([*self._tallies(progress), self._why()], list(self.buttons.values()))
        self._column.addWidget(bar)
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    # --- within

    def _make_buttons(self) -> dict[str, Button]:
        """From the quiet ones to the primary, which stands outermost."""
        presenter, bar = self._presenter, self._presenter.bar
        found: dict[str, Button] = {}
        if presenter.may_refer:
            found["refer"] = self._button(QuietButton, "refer", "S", "refer", self.refer_wanted)
        else:
            found["note"] = self._button(QuietButton, "note", "N", "note", self.note_wanted)
        if any(step.nature is StepNature.DEFICIENCY for step in presenter.page.steps):
            found["preview"] = self._button(SecondaryButton, "preview", "P", "paper", self.preview_wanted)
        for offer in bar.beside:
            found[offer.action] = self._offer(offer, SecondaryButton(offer.text, offer.icon))
        if presenter.page.standing is Standing.FREE:
            found["claim"] = self._button(PrimaryButton, "claim", "U", "hand", self.claim_wanted)
        elif bar.main is not None:
            main = PrimaryButton(bar.main.text, bar.main.icon, "Ctrl+Enter")
            found[bar.main.action] = self._offer(bar.main, main)
        return found

    def _button(
        self, kind: type[Button], code: str, key: str, icon: str, pressed: QtCore.SignalInstance
    ) -> Button:
        button = kind(self._text(f"decision.{code}"), icon, key)
        button.clicked.connect(pressed)
        return button

    def _offer(self, offer: Offer, button: Button) -> Button:
        button.set_reason(offer.reason)
        button.clicked.connect(lambda _checked=False: self.decided.emit(offer))
        return button

    def _tallies(self, progress: Progress | None) -> list[QtWidgets.QWidget]:
        if progress is None or not progress.total:
            return []
        number = self._presenter.words.formats.number
        rows = [
            ("check", "accepted", progress.accepted, "greenFg"),
            ("x", "rejected", progress.rejected, "redFg"),
            ("minus", "not_applicable", progress.not_applicable, "text2"),
            ("circle-dashed", "left_short", progress.left, "text2"),
        ]
        return [
            Tally(icon, self._text(f"decision.{code}", count=number(count)), colour, 500)
            for icon, code, count, colour in rows
            if count or code == "left_short"
        ]

    def _why(self) -> QtWidgets.QWidget:
        holder = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(holder)
        set_margins(row, 10, 0, 0, 0)
        row.setSpacing(look().px(6))
        why = self._presenter.bar.why
        if why:
            row.addWidget(Icon("info", "amberFg", 14))
            row.addWidget(
                _Why(why, "caption", 400, "amberFg", wraps=True), 1, QtCore.Qt.AlignmentFlag.AlignVCenter
            )
        return holder


class _Why(Label):
    """A reason that rather takes two lines than drive the decisions off the line."""

    def sizeHint(self) -> QtCore.QSize:
        wide = min(super().sizeHint().width(), look().px(_WHY))
        return QtCore.QSize(wide, self.heightForWidth(wide))
