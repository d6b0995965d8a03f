"""The strip of small pages: only those in sight are drawn, so two thousand are as quick as two."""

from collections import OrderedDict
from collections.abc import Collection, Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts
from desktop.services.page_images.drawing import Drawing, Size
from desktop.views.documents.page_marks import DIM
from desktop.views.documents.renderer import Renderer, Ticket
from desktop.views.documents.waiting import Urgency
from desktop.views.theme.look import look
from desktop.views.theme.tokens import LIGHT
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import draw_line
from desktop.views.widgets.strokes import box, disc

WIDTH: Final = 74
_PAPER: Final = (46, 62)
_NUMBER, _GAP, _EDGE = 16, 10, 12
_DOT, _DOT_RIM = 10, 2
_RING: Final = 2
_KEPT: Final = 300
"""Small pictures that are kept; the ones seen longest ago go first."""
_QT = QtCore.Qt


class Thumbnails(QtWidgets.QAbstractScrollArea):
    """The pages of a document. Signals: `chosen(int)` when a page was picked."""

    chosen = QtCore.Signal(int)

    def __init__(self, renderer: Renderer, texts: Texts, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer, self._texts = renderer, texts
        self._key, self._sizes = "", tuple[Size, ...]()
        self._page = 0
        self._differing: Collection[int] = frozenset()
        self._pictures: OrderedDict[int, QtGui.QImage | None] = OrderedDict()
        self._tickets: dict[int, Ticket | None] = {}
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFixedWidth(look().px(WIDTH))
        self.setHorizontalScrollBarPolicy(_QT.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(_QT.FocusPolicy.NoFocus)  # the canvas turns pages; one stop for the keyboard
        self.setAccessibleName(texts("pages"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.viewport().setMouseTracking(True)

    def show_document(self, key: str, sizes: Sequence[Size]) -> None:
        """Show the pages of another document."""
        self._drop_all()
        self._key, self._sizes, self._page = key, tuple(sizes), 0
        self._differing = frozenset()
        self._pictures.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def set_page(self, page: int) -> None:
        """Ring the page that is looked at, and bring it into sight.

        The strip moves by screens, not by pages: painting it anew with every page would slow down leafing.
        """
        before, self._page = self._page, page
        if page == before or not 0 < page <= len(self._sizes):
            return
        top, bar, room = self._top(page), self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or top + self._step() > bar.value() + room:
            bar.setValue(top - (room - self._step()) // 2)
        for one in (before, page):
            if 0 < one <= len(self._sizes):
                self.viewport().update(self._item_rect(one))

    def set_differing(self, pages: Collection[int]) -> None:
        """Put the dot on these pages."""
        self._differing = pages
        self.viewport().update()

    def page_at(self, point: QtCore.QPoint) -> int | None:
        """The page under a point of the strip."""
        page = (point.y() + self.verticalScrollBar().value() - look().px(_EDGE)) // self._step() + 1
        return page if 0 < page <= len(self._sizes) else None

    def rect_of(self, page: int) -> QtCore.QRect:
        """Where the small page stands in the strip."""
        worn = look()
        width, height = (worn.px(length) for length in _PAPER)
        across, down = self._sizes[page - 1]
        shrink = min(width / across, height / down)
        paper = QtCore.QRect(0, 0, max(1, round(across * shrink)), max(1, round(down * shrink)))
        room = QtCore.QRect(
            0, self._top(page) - self.verticalScrollBar().value(), self.viewport().width(), height
        )
        paper.moveCenter(room.center())
        return paper

    # --- events ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Turn to the page that was pressed."""
        page = self.page_at(event.position().toPoint())
        if page is not None and event.button() == _QT.MouseButton.LeftButton:
            self.chosen.emit(page)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """A hand over what can be pressed."""
        shape = _QT.CursorShape
        over = self.page_at(event.position().toPoint()) is not None
        self.viewport().setCursor(shape.PointingHandCursor if over else shape.ArrowCursor)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Another part is in sight."""
        super().resizeEvent(event)
        self._lay_out()

    def viewportEvent(self, event: QtCore.QEvent) -> bool:
        """Name the page under the pointer."""
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            page = self.page_at(event.pos())
            QtWidgets.QToolTip.showText(event.globalPos(), self._told(page) if page else "", self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The pages in sight, as far as they changed."""
        painter = QtGui.QPainter(self.viewport())
        painter.fillRect(event.rect(), look().colour("rail"))
        for page in self._in_sight():
            if event.region().intersects(self._item_rect(page)):
                self._paint_page(painter, page)

    # --- within ---------------------------------------------------------------------------------------------

    def _paint_page(self, painter: QtGui.QPainter, page: int) -> None:
        worn, paper = look(), self.rect_of(page)
        painter.fillRect(paper, QtGui.QColor(LIGHT["surface"]))
        picture = self._picture(page)
        if picture is not None:
            painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, picture)
        if worn.is_dark:
            painter.fillRect(paper, DIM)
        if page == self._page:
            ring = paper.adjusted(-_RING, -_RING, _RING, _RING)
            box(painter, ring, None, worn.colour("accent"), radius=0, thick=_RING)
        else:
            box(painter, paper.adjusted(-1, -1, 1, 1), None, worn.colour("borderStrong"), radius=0)
        if page in self._differing:
            self._paint_dot(painter, paper)
        number = QtCore.QRect(0, paper.bottom() + 3, self.viewport().width(), worn.px(_NUMBER))
        painter.setPen(worn.colour("text" if page == self._page else "text2"))
        draw_line(
            painter, number, self._texts("number", number=page), face("micro"), _QT.AlignmentFlag.AlignHCenter
        )

    def _paint_dot(self, painter: QtGui.QPainter, paper: QtCore.QRect) -> None:
        worn = look()
        side, rim = worn.px(_DOT), worn.px(_DOT_RIM)
        corner = paper.topRight() if worn.rtl else paper.topLeft()
        dot = QtCore.QRect(0, 0, side, side)
        dot.moveCenter(corner)
        disc(painter, dot.adjusted(-rim, -rim, rim, rim), worn.colour("surface"))
        disc(painter, dot, worn.colour("turqSolid"))

    def _picture(self, page: int) -> QtGui.QImage | None:
        if page in self._pictures:
            self._pictures.move_to_end(page)
            return self._pictures[page]
        if page not in self._tickets:
            ratio, paper = self.devicePixelRatioF(), self.rect_of(page)
            drawing = Drawing.whole(round(paper.width() * ratio), round(paper.height() * ratio))
            self._tickets[page] = None
            ticket = self._renderer.draw(
                self._key,
                page,
                drawing,
                lambda image: self._came(page, image),
                lambda _error: self._came(page, None),  # the page itself says why when it is opened
                self,
                Urgency.THUMBNAIL,
            )
            if page in self._tickets:
                self._tickets[page] = ticket
        return self._pictures.get(page)

    def _came(self, page: int, picture: QtGui.QImage | None) -> None:
        self._tickets.pop(page, None)
        self._pictures[page] = picture
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.viewport().update(self._item_rect(page))

    def _scrolled(self) -> None:
        sight = set(self._in_sight())
        for page in [one for one in self._tickets if one not in sight]:
            self._renderer.drop(self._tickets.pop(page))
        self.viewport().update()

    def _drop_all(self) -> None:
        for ticket in self._tickets.values():
            self._renderer.drop(ticket)
        self._tickets.clear()

    def _item_rect(self, page: int) -> QtCore.QRect:
        """All that is painted for a page: a dot may reach beyond the paper."""
        top = self._top(page) - self.verticalScrollBar().value()
        return QtCore.QRect(0, top - look().px(_GAP), self.viewport().width(), self._step() + look().px(_GAP))

    def _in_sight(self) -> range:
        bar, height = self.verticalScrollBar().value(), self.viewport().height()
        first = max(0, (bar - look().px(_EDGE)) // self._step())
        last = min(len(self._sizes), (bar + height) // self._step() + 1)
        return range(first + 1, last + 1)

    def _step(self) -> int:
        worn = look()
        return worn.px(_PAPER[1]) + worn.px(_NUMBER) + worn.px(_GAP)

    def _top(self, page: int) -> int:
        return look().px(_EDGE) + (page - 1) * self._step()

    def _lay_out(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        length = 2 * look().px(_EDGE) + len(self._sizes) * self._step()
        bar.setRange(0, max(0, length - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._step())
        self.viewport().update()

    def _told(self, page: int) -> str:
        return self._texts("thumbnail_differs" if page in self._differing else "thumbnail", page=page)
