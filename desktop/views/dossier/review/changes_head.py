"""What stands over the changes: the two moments compared, and how much of the difference was seen."""

from datetime import datetime

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Words
from desktop.services.changes import Baseline
from desktop.services.dossier_page import DossierPage
from desktop.services.review_desk import ReviewDesk
from desktop.services.wording import in_tehran
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins

_ENDS = 168
"""Room for the two ends of what is compared, beside how much of it was seen."""


class ChangesHead(QtWidgets.QWidget):
    """Two lines over the list; `closed()` when it stands in a drawer that is to go."""

    closed = QtCore.Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words, self._text = words, words.of("dossier")
        self._lay_out()

    def show_ends(self, page: DossierPage, desk: ReviewDesk) -> None:
        """Say what is compared with what."""
        changes = desk.changes
        mine = changes.baseline is Baseline.MY_LAST_REVIEW and changes.since is not None
        self._title.setText(self._text("changes.title" if mine else "changes.title_other"))
        since = changes.since or desk.sent_at.get(changes.since_round)
        moved = page.details.round > changes.since_round
        self._arrow.setVisible(moved)
        self._to.setVisible(moved)
        ends = (since, changes.since_round), (desk.sent_at.get(page.details.round), page.details.round)
        self._from.setToolTip(" — ".join(self._moment(*end) for end in ends))
        # Long names of months leave no room for day and round of both ends.
        for say in (self._moment, self._day, self._round):
            first, last = (say(*end) for end in ends)
            self._from.setText(first)
            self._to.setText(last)
            if self._from.sizeHint().width() + self._to.sizeHint().width() <= look().px(_ENDS):
                break

    def show_seen(self, seen: int, count: int) -> None:
        """Say how many of the changes are ticked off."""
        self.seen.setText(self._text("changes.seen", seen=seen, count=count))
        self.seen.setVisible(count > 0)

    def set_drawer(self, *, is_drawer: bool) -> None:
        """Whether there is something to close."""
        self._close.setVisible(is_drawer)

    # --- within

    def _moment(self, moment: datetime | None, number: int) -> str:
        if moment is None:
            return self._round(moment, number)
        return self._text("changes.from_to", day=self._day(moment, number), round=number)

    def _day(self, moment: datetime | None, number: int) -> str:
        if moment is None:
            return self._round(moment, number)
        return self._words.formats.day_and_month(in_tehran(moment).date())

    def _round(self, _moment: datetime | None, number: int) -> str:
        return self._text("changes.round", round=number)

    def _lay_out(self) -> None:
        head = QtWidgets.QVBoxLayout(self)
        set_margins(head, 14, 9, 14, 9)
        head.setSpacing(0)
        first, second = QtWidgets.QHBoxLayout(), QtWidgets.QHBoxLayout()
        first.setSpacing(look().px(7))
        self._title, self.seen = Label("", "h2", 600, "turqFg"), Label("", "caption", 600, "turqFg")
        self._close = IconButton("x", self._text("changes.close"), "C", small=True)
        self._close.clicked.connect(self.closed)
        self._close.hide()
        first.addWidget(Icon("swap", "turqFg"))
        first.addWidget(self._title, 1)
        first.addWidget(self._close)
        second.setSpacing(look().px(6))
        self._from, self._to = Label("", "caption", 400, "text2"), Label("", "caption", 400, "text2")
        self._arrow = Icon("forward", "text3", 12)
        for widget in (self._from, self._arrow, self._to):
            second.addWidget(widget)
        second.addStretch(1)
        second.addWidget(self.seen)
        head.addLayout(first)
        head.addLayout(second)
