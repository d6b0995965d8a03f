"""One rejected item of the notice: its remark to be read or mended, what was answered, what raises doubts."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts, Words
from desktop.services.letters.remark_lint import Doubt, RemarkDoubt
from desktop.services.notice_desk import NoticeItem
from desktop.services.wording import isolate
from desktop.views.layouts import empty
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link, QuietButton
from desktop.views.widgets.canned_texts import SIGN, Canned, CannedTexts
from desktop.views.widgets.chips import StatusChip
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Card
from desktop.views.widgets.text_field import TextField

_LETTERS_A_ROW, _FEWEST_ROWS, _MOST_ROWS, _LINK = 52, 2, 6, 24


class ItemCard(Card):
    """Signals: `typed(code, text)`, `left()` the field was left, `document_wanted(code)`."""

    typed = QtCore.Signal(str, str)
    left = QtCore.Signal()
    document_wanted = QtCore.Signal(str)

    def __init__(
        self, item: NoticeItem, remark: str, words: Words, text: Texts, canned: Sequence[Canned] | None
    ) -> None:
        super().__init__(bar="amberFg" if item.open_since else "redFg")
        self.item, self._text, self._words = item, text, words
        self.body.setSpacing(look().px(6))
        self.body.addLayout(self._head())
        if item.answer:
            self.body.addWidget(
                Label(text("item.answer", answer=item.answer), "caption", 400, "text2", wraps=True)
            )
        self.field: TextField | None = None
        if canned is None:
            self.body.addWidget(Label(remark, "body", wraps=True))
        else:
            self.body.addWidget(self._field(remark, canned))
        self._error = Label(text("item.blank"), "caption", 400, "redFg", wraps=True)
        self._error.hide()
        self.body.addWidget(self._error)
        self._doubts = QtWidgets.QVBoxLayout()
        self._doubts.setSpacing(look().px(2))
        self.body.addLayout(self._doubts)
        self.body.addLayout(self._foot(canned))

    def show_doubts(self, doubts: Sequence[RemarkDoubt]) -> None:
        """Name what may be wrong with the remark, in amber; nothing is refused."""
        empty(self._doubts)
        for doubt in doubts:
            self._doubts.addLayout(self._doubt(doubt))

    def show_pending(self, *, pending: bool) -> None:
        """Say whether the letter says what stands here."""
        self._state.setText(self._text("item.pending" if pending else "item.in_letter"))
        self._state.set_colour("amberFg" if pending else "text3")
        self._state.setVisible(self.field is not None)

    def show_blank(self, *, blank: bool) -> None:
        """An empty remark cannot go out."""
        self._error.setVisible(blank)
        if self.field is not None:
            self.field.set_wrong(blank)

    def show_remark(self, remark: str) -> None:
        """Another text is recorded; what is being typed is not touched."""
        if self.field is not None and not self.field.hasFocus() and self.field.toPlainText() != remark:
            blocked = QtCore.QSignalBlocker(self.field)
            self.field.set_text(remark)
            blocked.unblock()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """What was typed goes into the letter when the field is left."""
        if watched is self.field and event.type() == QtCore.QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _head(self) -> QtWidgets.QVBoxLayout:
        row, item = QtWidgets.QHBoxLayout(), self.item
        row.setSpacing(look().px(8))
        title = self._text("item.title", code=isolate(item.row.code), title=self._words.label(item.row.title))
        row.addWidget(Label(title, "dense", 600, wraps=True), 1)
        head = QtWidgets.QVBoxLayout()
        head.setSpacing(look().px(4))
        head.addLayout(row)
        chips = Flow(gap=6, below=4)
        if item.open_since is not None:
            chips.addWidget(
                StatusChip("amber", "history", self._text("item.open_since", round=item.open_since))
            )
        if not item.is_confirmed:
            chips.addWidget(
                StatusChip("grey", "circle-dashed", self._text("item.not_confirmed"), dashed=True)
            )
        if chips.count():
            head.addLayout(chips)
        return head

    def _field(self, remark: str, canned: Sequence[Canned]) -> TextField:
        rows = min(max(len(remark) // _LETTERS_A_ROW + 1, _FEWEST_ROWS), _MOST_ROWS)
        field = TextField(remark, rows=rows, placeholder=self._text("item.placeholder"))
        field.setAccessibleName(self._text("item.remark_of", code=isolate(self.item.row.code)))
        field.edited.connect(lambda text: self.typed.emit(self.item.row.code, text))
        field.installEventFilter(self)
        self._canned = CannedTexts(field, canned)
        self.field = field
        return field

    def _doubt(self, doubt: RemarkDoubt) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        row.addWidget(Icon("alert", "amberFg", 14), 0, QtCore.Qt.AlignmentFlag.AlignTop)
        about = (
            isolate(self._words.formats.digits(doubt.about))
            if doubt.doubt is Doubt.WHOLE_NUMBER
            else doubt.about
        )
        sentence = self._text(f"doubt.{doubt.doubt}", about=about)
        row.addWidget(Label(sentence, "caption", 500, "amberFg", wraps=True), 1)
        return row

    def _foot(self, canned: Sequence[Canned] | None) -> QtWidgets.QVBoxLayout:
        foot = QtWidgets.QVBoxLayout()
        foot.setSpacing(look().px(4))
        if self.item.documents:
            links = Flow(gap=6, below=2)
            sign = Icon("clip", "text3", 14)
            sign.setFixedHeight(look().px(_LINK))
            links.addWidget(sign)
            for document in self.item.documents:
                link = Link(self._words.label(document.label))
                link.setToolTip(self._text("item.open_document"))
                link.clicked.connect(lambda _checked: self.document_wanted.emit(self.item.row.code))
                links.addWidget(link)
            foot.addLayout(links)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        if canned:
            offer = QuietButton(self._text("item.canned"), key=SIGN, small=True)
            offer.clicked.connect(self._canned.open)
            row.addWidget(offer)
        row.addStretch(1)
        self._state = Label("", "caption", 400, "text3")
        row.addWidget(self._state)
        foot.addLayout(row)
        return foot
