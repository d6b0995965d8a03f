"""The start half of the notice: whom it is for, by when he must answer, and its items one under the other."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts, Words
from desktop.services.notice_desk import NoticeDesk, NoticeItem
from desktop.services.wording import in_tehran, isolate
from desktop.views.layouts import empty
from desktop.views.notice.item_card import ItemCard
from desktop.views.notice.question import MOST_NAMED
from desktop.views.notice.remarks import Remarks
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence


class ListPane(QtWidgets.QScrollArea):
    """Signals: `typed(code, text)`, `left()`, `item_wanted(code)`, `dossier_wanted()`."""

    typed = QtCore.Signal(str, str)
    left = QtCore.Signal()
    item_wanted = QtCore.Signal(str)
    dossier_wanted = QtCore.Signal()

    def __init__(self, words: Words, text: Texts) -> None:
        super().__init__()
        self._words, self._text = words, text
        self.cards: dict[str, ItemCard] = {}
        self._shape: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(text("items"))
        inside = QtWidgets.QWidget()
        on_ground(inside, "surface")
        column = QtWidgets.QVBoxLayout(inside)
        set_margins(column, 16, 12, 16, 16)
        column.setSpacing(look().px(10))
        self._head, self._cards = QtWidgets.QVBoxLayout(), QtWidgets.QVBoxLayout()
        for part in (self._head, self._cards):
            part.setSpacing(look().px(10))
            column.addLayout(part)
        column.addStretch(1)
        self.setWidget(inside)

    def show_notice(self, notice: NoticeDesk, remarks: Remarks, condition: str | None) -> None:
        """Show the notice; cards whose items are the same stay, and what is typed in them."""
        empty(self._head)
        self._show_head(notice, remarks, condition)
        shape = (notice.may_edit, [(one.row.code, one.open_since, one.is_confirmed) for one in notice.items])
        if shape != self._shape:
            self._shape = shape
            self._make_cards(notice, remarks)
        for code, card in self.cards.items():
            card.show_remark(remarks.text_of(code))
        self.show_remarks(remarks)

    def show_remarks(self, remarks: Remarks) -> None:
        """Show anew what may be wrong with the remarks and which are in the letter."""
        for code, card in self.cards.items():
            card.show_doubts(remarks.doubts(code))
            card.show_pending(pending=remarks.is_pending(code))
            card.show_blank(blank=code in remarks.blank)

    def focus_remark(self, code: str | None = None) -> None:
        """Give the keyboard to a remark, the first when none is named."""
        card = self.cards.get(code) if code is not None else next(iter(self.cards.values()), None)
        if card is not None and card.field is not None:
            card.field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(card)

    def _show_head(self, notice: NoticeDesk, remarks: Remarks, condition: str | None) -> None:
        text, details = self._text, notice.page.details
        if notice.unjudged and notice.may_edit:
            left = [isolate(code) for code in notice.unjudged]
            code = "unjudged" if len(left) <= MOST_NAMED else "many_unjudged"
            link = (text("go_to_items"), self.dossier_wanted.emit)
            self._head.addWidget(Notice("red", text(code, count=len(left), items=left), [link]))
        if condition is not None:
            self._head.addWidget(Notice("amber", condition))
        self._head.addWidget(Label(text("head", name=details.applicant_name), "h1", wraps=True))
        self._head.addWidget(self._facts(notice))
        doubtful = [isolate(code) for code in remarks.doubtful()] if notice.may_edit else []
        if doubtful:
            self._head.addWidget(Notice("amber", text("doubtful", count=len(doubtful), items=doubtful)))

    def _facts(self, notice: NoticeDesk) -> QtWidgets.QWidget:
        text, details, formats = self._text, notice.page.details, self._words.formats
        number = text("number_and_subject", number=details.number, subject=details.subject)
        round_ = text("round", round=details.round, cap=notice.round_cap)
        rows = [(text("fact.dossier"), number), (text("fact.round"), round_)]
        if notice.step is not None:
            day = formats.date_full(in_tehran(notice.page.answer_until).date())
            rows.append((text("fact.answer"), text("answer_until", count=notice.answer_days, day=day)))
        rows.append((text("fact.items"), text("items_count", count=len(notice.items))))
        return Facts(rows, 96)

    def _make_cards(self, notice: NoticeDesk, remarks: Remarks) -> None:
        empty(self._cards)
        self.cards = {}
        if not notice.items:
            nothing = EmptyState(self._text("empty"), self._text("go_to_items"), "", self.dossier_wanted.emit)
            self._cards.addWidget(nothing)
        for item in notice.items:
            card = self._card(notice, item, remarks.text_of(item.row.code))
            self.cards[item.row.code] = card
            self._cards.addWidget(card)

    def _card(self, notice: NoticeDesk, item: NoticeItem, remark: str) -> ItemCard:
        canned: Sequence[tuple[str, str]] | None = None
        if notice.may_edit:
            reasons = notice.page.guide.reasons_for(item.row.code)
            said = [self._words.label(reason.text) for reason in reasons]
            canned = list(zip(said, said, strict=True))
        card = ItemCard(item, remark, self._words, self._text, canned)
        card.typed.connect(self.typed)
        card.left.connect(self.left)
        card.document_wanted.connect(self.item_wanted)
        return card
