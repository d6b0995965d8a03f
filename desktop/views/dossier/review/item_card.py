"""The card of the item at hand: how to check it, what was said before, the verdict, remark and evidence."""

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.models.vocabulary import Verdict
from desktop.views.dossier.review.card import Card
from desktop.views.dossier.review.conversation import Conversation
from desktop.views.dossier.review.evidence import Evidence
from desktop.views.dossier.review.items import ShownItem
from desktop.views.dossier.review.row_painting import AT_HAND
from desktop.views.layouts import empty
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, SecondaryButton
from desktop.views.widgets.comment_box import CommentBox
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.segmented import VerdictChoice


class ItemCard(QtWidgets.QWidget):
    """Lies over the row of its item; the row's own line is painted by the list.

    Signals: `judged(str)`, `typed(str)` the remark, `note_typed(str)` an internal note, `noted(str)` one that
    is to be written, `stepped(int)`, `pin_opened(int)`, `pin_removed(int)`, `pin_wanted()`, `grown()`.
    """

    judged = QtCore.Signal(str)
    typed = QtCore.Signal(str)
    noted = QtCore.Signal(str)
    note_typed = QtCore.Signal(str)
    stepped = QtCore.Signal(int)
    pin_opened = QtCore.Signal(int)
    pin_removed = QtCore.Signal(int)
    pin_wanted = QtCore.Signal()
    grown = QtCore.Signal()

    def __init__(self, text: Texts) -> None:
        super().__init__()
        self._text, self._code = text, ""
        self.box: CommentBox | None = None
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, look().px(8))
        self._column.setSpacing(look().px(7))
        self._column.addLayout(self._head())
        self._column.addSpacing(-look().px(7))
        self._above, self._below = _rows(), _rows()
        self._middle = _rows()
        for rows in (self._above, self._middle, self._below):
            self._column.addLayout(rows)

    def show_card(self, card: Card, item: ShownItem, remark: str, note: str, *, may_judge: bool) -> None:
        """Show an item; when it is the same as before, what is being typed is left alone."""
        box = self.box
        if card.code != self._code or box is None:
            self._code = card.code
            box = self._make_box(card, remark, note)
        elif box.remark_field.toPlainText() != remark:
            box.remark_field.set_text(remark)
        self._show_above(card, item, may_judge=may_judge)
        self._show_below(card, may_judge=may_judge)
        box.setVisible(may_judge)
        self.grown.emit()

    def show_saved(self, clock: str) -> None:
        """Say when the remark was saved."""
        if self.box is not None:
            self.box.show_saved(clock)

    def height_at(self, wide: int) -> int:
        """How high it wants to be at this width."""
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(wide)
        return self.sizeHint().height()

    def event(self, event: QtCore.QEvent) -> bool:
        """What is added to the card is shown a moment later; only then is its height known."""
        if event.type() == QtCore.QEvent.Type.LayoutRequest:
            self.grown.emit()
        return super().event(event)

    def note_written(self) -> None:
        """The internal note is on the dossier."""
        if self.box is not None:
            self.box.note_field.set_text("")

    def want_remark(self, sentence: str) -> None:
        """Say that a rejection needs a remark, and let it be written."""
        if self.box is not None:
            self.box.set_error(sentence)
            self.box.write_remark()
            self.grown.emit()

    def write_note(self) -> None:
        """Let an internal note be written."""
        if self.box is not None:
            self.box.write_note()

    def _head(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        set_margins(row, 14, 0, 10, 0)
        row.setSpacing(look().px(2))
        row.addStretch(1)
        for icon, code, key, by in (
            ("arrow-down", "card.next", "J", 1),
            ("arrow-up", "card.previous", "K", -1),
        ):
            button = IconButton(icon, self._text(code), key, small=True)
            button.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, by=by: self.stepped.emit(by))
            row.addWidget(button)
        strut = QtWidgets.QSpacerItem(0, look().px(AT_HAND))
        row.addItem(strut)
        return row

    def _make_box(self, card: Card, remark: str, note: str) -> CommentBox:
        empty(self._middle)
        canned = [(reason.label, reason.text) for reason in card.reasons]
        self.box = CommentBox(remark, note, canned, rows=3)
        self.box.changed.connect(self._typed)
        self._middle.addWidget(self.box)
        self._keep_note = SecondaryButton(self._text("card.write_note"), "lock", small=True)
        self._keep_note.setVisible(bool(note.strip()))
        self._keep_note.clicked.connect(self._note)
        self.box.note_changed.connect(self._note_typed)
        self._middle.addWidget(self._keep_note, 0, QtCore.Qt.AlignmentFlag.AlignLeading)
        return self.box

    def _show_above(self, card: Card, item: ShownItem, *, may_judge: bool) -> None:
        empty(self._above)
        self._above.addLayout(_how(card, self._text))
        if item.is_hollow and not card.history:
            self._above.addWidget(Label(card.carried_over, "caption", 400, "text3", wraps=True))
        if card.history:
            conversation = Conversation(card.history, self._text)
            conversation.grown.connect(self.grown)
            self._above.addWidget(conversation)
        words = {verdict.value: self._text(f"verdict.{verdict.value}") for verdict in Verdict}
        choice = VerdictChoice(words, None if item.is_hollow else item.verdict)
        choice.setEnabled(may_judge)
        choice.chosen.connect(self.judged)
        self._above.addWidget(choice)
        self.choice = choice

    def _show_below(self, card: Card, *, may_judge: bool) -> None:
        empty(self._below)
        evidence = Evidence(card.pins, self._text, may_mark=may_judge)
        evidence.opened.connect(self.pin_opened)
        evidence.removed.connect(self.pin_removed)
        evidence.wanted.connect(self.pin_wanted)
        self._below.addWidget(evidence)

    def _typed(self, remark: str) -> None:
        if self.box is not None:
            self.box.set_error(None)
            self.box.show_saved("")
        self.typed.emit(remark)

    def _note_typed(self, note: str) -> None:
        self._keep_note.setVisible(bool(note.strip()))
        self.note_typed.emit(note)

    def _note(self) -> None:
        if self.box is not None:
            self.noted.emit(self.box.note())


def _rows() -> QtWidgets.QVBoxLayout:
    rows = QtWidgets.QVBoxLayout()
    set_margins(rows, 14, 0, 14, 0)
    rows.setSpacing(look().px(7))
    return rows


def _how(card: Card, text: Texts) -> QtWidgets.QHBoxLayout:
    row = QtWidgets.QHBoxLayout()
    row.setContentsMargins(0, look().px(7), 0, 0)
    row.setSpacing(look().px(6))
    row.addWidget(Icon("info", "text3", 14), 0, QtCore.Qt.AlignmentFlag.AlignTop)
    how = Label(card.how_to_check, "dense", 400, "text2", wraps=True)
    how.setToolTip(text("card.evidence_hint", evidence=card.evidence))
    row.addWidget(how, 1)
    return row
