"""The list of the checklist: painted rows, of which the one at hand opens into a card of real widgets."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts, Words
from desktop.models.vocabulary import Verdict
from desktop.views.dossier.review.item_card import ItemCard
from desktop.views.dossier.review.items import ShownGroup, ShownItem
from desktop.views.dossier.review.row_painting import AT_HAND, ROW, Manner, RowPainter, paint_accent
from desktop.views.dossier.review.table import RECORD, ChecklistTable, Index, Row
from desktop.views.theme.look import look
from desktop.views.widgets.segmented import verdict_at

_CHOOSE = QtCore.QItemSelectionModel.SelectionFlag.ClearAndSelect
_FOLD = {QtCore.Qt.Key.Key_Left, QtCore.Qt.Key.Key_Right}
_STEPS = {QtCore.Qt.Key.Key_Down: 1, QtCore.Qt.Key.Key_Up: -1}


class ChecklistList(QtWidgets.QListView):
    """The list itself; its card is given to it.

    Signals: `chosen(str)` an item was taken at hand, `stepped(int)` the next or previous one, `folded(str)` a
    group was opened or closed, `judged(str, str)` a verdict was pressed in the row of an item.
    """

    chosen = QtCore.Signal(str)
    stepped = QtCore.Signal(int)
    folded = QtCore.Signal(str)
    judged = QtCore.Signal(str, str)

    def __init__(self, words: Words, text: Texts, card: ItemCard) -> None:
        super().__init__()
        self.table = ChecklistTable(text, self)
        self.setModel(self.table)
        self.painter_of_rows = RowPainter(words, text)
        self.manner = Manner()
        self.closed_groups: frozenset[str] = frozenset()
        self._at_hand: str | None = None
        self._is_revealing = False
        self._card = card
        card.setParent(self.viewport())
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(text("checklist"))
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(look().px(ROW))
        self.verticalScrollBar().sliderPressed.connect(self._scrolled_by_hand)

    def show_rows(self, rows: Sequence[Row], at_hand: str | None, manner: Manner) -> None:
        """Show these rows, with one of them open."""
        self.manner = manner
        self.closed_groups = frozenset(
            row.code for row in rows if isinstance(row, ShownGroup) and _is_closed(rows, row)
        )
        self.table.show_rows(rows)
        self.take_at_hand(at_hand)

    def take_at_hand(self, code: str | None) -> None:
        """Open the row of this item and bring it into sight."""
        is_another = code != self._at_hand
        self._at_hand = code
        place = self.table.place_of(code) if code else QtCore.QModelIndex()
        self._card.setVisible(place.isValid())
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        if place.isValid():
            self.selectionModel().setCurrentIndex(place, _CHOOSE)
            self._is_revealing = self._is_revealing or is_another
            self._reveal()
        self.viewport().update()

    def is_at_hand(self, row: Row) -> bool:
        """Whether the card of this row is open."""
        return isinstance(row, ShownItem) and row.code == self._at_hand

    def card_height(self) -> int:
        """How high the card is at this width."""
        return self._card.height_at(self.viewport().width())

    def card_changed(self) -> None:
        """The card wants another height."""
        self.scheduleDelayedItemsLayout()

    # --- Qt's events

    def doItemsLayout(self) -> None:
        """Lay the rows out and put the card under its row."""
        super().doItemsLayout()
        self._reveal()
        self._place_card()

    def updateGeometries(self) -> None:
        """The card follows the rows."""
        super().updateGeometries()
        self._place_card()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The card is scrolled with the rows; its place is made sure of."""
        super().scrollContentsBy(dx, dy)
        self._place_card()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Another width, another height of the card."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """From here on the place of the list is the person's own."""
        self._is_revealing = False
        super().wheelEvent(event)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Give a verdict, fold a group, or take an item at hand."""
        self._is_revealing = False
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = index.data(RECORD) if index.isValid() else None
        if event.button() is not QtCore.Qt.MouseButton.LeftButton or row is None:
            super().mousePressEvent(event)
        elif isinstance(row, ShownGroup):
            self.folded.emit(row.code)
        else:
            self._press(row, self._verdict_at(index, place))

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Repaint what is pointed at."""
        super().mouseMoveEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Up and Down go from item to item; Left and Right fold the group of the item at hand."""
        step = _STEPS.get(QtCore.Qt.Key(event.key()))
        row = self.currentIndex().data(RECORD)
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in _FOLD and isinstance(row, ShownItem):
            self.folded.emit(row.group)
        else:
            super().keyPressEvent(event)

    # --- within

    def _scrolled_by_hand(self) -> None:
        self._is_revealing = False

    def _press(self, row: ShownItem, verdict: Verdict | None) -> None:
        if verdict is not None and self.manner.may_judge:
            self.judged.emit(row.code, verdict.value)
        elif row.code != self._at_hand:
            self.chosen.emit(row.code)

    def _verdict_at(self, index: Index, point: QtCore.QPoint) -> Verdict | None:
        row = index.data(RECORD)
        if not isinstance(row, ShownItem) or self.is_at_hand(row):
            return None
        place = self.painter_of_rows.verdicts_rect(self.visualRect(index), rtl=look().rtl)
        return verdict_at(place, point, rtl=look().rtl)

    def pointed_at(self, index: Index) -> str | None:
        """Whose verdict of this row the mouse is on."""
        verdict = self._verdict_at(index, self.viewport().mapFromGlobal(QtGui.QCursor.pos()))
        return verdict.value if verdict else None

    def _reveal(self) -> None:
        """Bring the item at hand into sight, again whenever its card has grown, until somebody scrolls."""
        place = self.table.place_of(self._at_hand) if self._at_hand else QtCore.QModelIndex()
        if self._is_revealing and place.isValid():
            self.scrollTo(place)

    def _place_card(self) -> None:
        place = self.table.place_of(self._at_hand) if self._at_hand else QtCore.QModelIndex()
        if not place.isValid():
            self._card.hide()
            return
        self._card.setGeometry(self.visualRect(place))
        self._card.show()


def _is_closed(rows: Sequence[Row], group: ShownGroup) -> bool:
    """Whether none of the items of a group follow its heading."""
    return not any(isinstance(row, ShownItem) and row.group == group.code for row in rows)


class _Delegate(QtWidgets.QStyledItemDelegate):
    """Paints the rows of its list."""

    def __init__(self, view: ChecklistList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QtWidgets.QStyleOptionViewItem, index: Index) -> QtCore.QSize:
        """A row, or the row at hand with its card."""
        row, wide = index.data(RECORD), self._view.viewport().width()
        if self._view.is_at_hand(row):
            return QtCore.QSize(wide, self._view.card_height())
        return QtCore.QSize(wide, look().px(ROW))

    def paint(self, painter: QtGui.QPainter, option: QtWidgets.QStyleOptionViewItem, index: Index) -> None:
        """A heading or an item."""
        row, view, rect = index.data(RECORD), self._view, option.rect
        hovered = bool(option.state & QtWidgets.QStyle.StateFlag.State_MouseOver)
        base = view.manner
        if isinstance(row, ShownGroup):
            manner = Manner(is_hovered=hovered, is_closed=row.code in view.closed_groups)
            view.painter_of_rows.group(painter, rect, row, manner)
            return
        at_hand = view.is_at_hand(row)
        head = QtCore.QRect(rect.left(), rect.top(), rect.width(), look().px(AT_HAND)) if at_hand else rect
        manner = Manner(
            is_at_hand=at_hand,
            is_hovered=hovered,
            pointed_at=view.pointed_at(index) if hovered else None,
            may_judge=base.may_judge,
            shows_deficiency=base.shows_deficiency,
        )
        view.painter_of_rows.item(painter, head, row, manner)
        if at_hand:
            paint_accent(painter, rect, rtl=look().rtl)
