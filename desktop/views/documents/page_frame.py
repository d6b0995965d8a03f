"""A page in a frame that scrolls: which page, how large and how turned it is, and the picture for that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.services.page_images.drawing import Drawing, Size
from desktop.views.documents.framing import MARGIN, factor_of, part_drawing, whole_drawing
from desktop.views.documents.page_picture import PagePicture
from desktop.views.documents.placement import Placement, full_size
from desktop.views.documents.renderer import Renderer
from desktop.views.documents.view import Fit, View, bounded, magnified, turned
from desktop.views.theme.look import look

_REST_MILLISECONDS: Final = 60
"""While a splitter is dragged or a page scrolled the old picture serves; it is drawn anew at rest."""
_FORWARD: Final = (1, 2, -1)
_BACK: Final = (-1, -2, 1)
"""Pages drawn ahead for somebody who reads on, and who leafs back."""
_SCROLL_STEP: Final = 40
TOP, BOTTOM = 0.0, 1.0
"""Where on a page one arrives; the end of a page cannot be scrolled to the top, so it lands at the bottom."""


@dataclass(frozen=True)
class _Shown:
    """The page that is in the frame; what is wanted may be ahead of it."""

    key: str
    page: int
    rotation: int
    size: Size


class PageFrame(QtWidgets.QAbstractScrollArea):
    """A page that scrolls.

    Signals: `page_shown(int)` when another page has come, `view_changed(View)` when the person moved it,
    `magnified()` when it is shown larger or smaller, `failed(Exception)` when a page cannot be drawn.
    """

    page_shown = QtCore.Signal(int)
    view_changed = QtCore.Signal(object)
    magnified = QtCore.Signal()
    failed = QtCore.Signal(object)

    def __init__(self, renderer: Renderer, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        # Paper is not mirrored, and neither are the bars that move it.
        self.setLayoutDirection(QtCore.Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.picture = PagePicture(renderer, self)
        self.picture.arrived.connect(self._picture_arrived)
        self.picture.failed.connect(self.failed)
        self._key, self._sizes = "", tuple[Size, ...]()
        self._view, self._near = View(), _FORWARD
        self._shown: _Shown | None = None
        self._to_reveal: tuple[int, QtCore.QRectF] | None = None
        self._is_laying_out = False
        self._bar_width = self.verticalScrollBar().sizeHint().width()
        self._resting = QtCore.QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._resting.timeout.connect(self._ask)
        for bar in self._bars():
            bar.valueChanged.connect(self._scrolled)

    @property
    def page_count(self) -> int:
        """Pages of the document."""
        return len(self._sizes)

    @property
    def shown_page(self) -> int:
        """The page in the frame; 0 before the first has come."""
        return self._shown.page if self._shown else 0

    @property
    def view(self) -> View:
        """What is looked at, and how."""
        return self._view

    @property
    def magnification(self) -> float:
        """How large the page is shown, 1 being 100 %."""
        return self._factor(self._wanted_size(), self._view.rotation) if self._sizes else 1.0

    def show_document(self, key: str, sizes: Sequence[Size], view: View) -> None:
        """Show another document; the page in the frame stays until the new one has come."""
        self._key, self._sizes = key, tuple(sizes)
        self.look_at(view)

    def forget(self) -> None:
        """Show nothing."""
        self._key, self._sizes = "", ()
        self.forget_page()

    def forget_page(self) -> None:
        """Show none of the pages until one is asked for again."""
        self._shown = None
        self.picture.forget()
        self._lay_out()

    def look_at(self, view: View) -> None:
        """Take a view that was remembered, or that another frame has."""
        if self._sizes:
            self._view = replace(view, page=self._existing(view.page))
            if self._is_up_to_date():
                self._lay_out()
            self._ask()

    # --- moves ----------------------------------------------------------------------------------------------

    def go_to(self, page: int, down: float = TOP) -> None:
        """Turn to a page, at its top or bottom."""
        if self._sizes and self._existing(page) != self._view.page:
            self._near = _FORWARD if page > self._view.page else _BACK
            self._change(replace(self._view, page=self._existing(page), down=down))

    def rotate(self, degrees: int = 90) -> None:
        """Turn the document clockwise."""
        if self._sizes:
            rotation = turned(self._view.rotation, degrees)
            self._change(replace(self._view, rotation=rotation, across=0.0, down=TOP))

    def zoom_by(self, steps: int, at: QtCore.QPointF | None = None) -> None:
        """Larger or smaller by so many steps, round a point of the frame."""
        self.zoom_to(magnified(self.magnification, steps), at)

    def zoom_to(self, zoom: float | Fit, at: QtCore.QPointF | None = None) -> None:
        """A magnification, or "width" or "page" to fit; what lies at the point stays there."""
        if not self._sizes:
            return
        at = at or QtCore.QRectF(self.viewport().rect()).center()
        held = self.placement().to_page_point(at) if self._shown else QtCore.QPointF()
        self._view = replace(self._view, zoom=bounded(zoom) if isinstance(zoom, int | float) else zoom)
        self._lay_out()
        self._scroll_by(self.placement().to_canvas_point(held) - at)
        self._ask()
        self.view_changed.emit(self._view)

    def reveal(self, place: QtCore.QRectF) -> None:
        """Scroll until a place of the upright page is in sight."""
        rect, room = self.placement().to_canvas(place), QtCore.QRectF(self.viewport().rect())
        if not room.contains(rect):
            self._scroll_by(rect.center() - room.center())

    def reveal_on_arrival(self, page: int, place: QtCore.QRectF) -> None:
        """The same for a place of a page that may have to be drawn first."""
        if self.shown_page == page and self._is_up_to_date():
            self.reveal(place)
        else:
            self._to_reveal = (page, place)

    def scroll_by(self, across: int, down: int) -> bool:
        """Scroll by so many pixels; False at the end of the page."""
        before = [bar.value() for bar in self._bars()]
        self._scroll_by(QtCore.QPointF(across, down))
        return [bar.value() for bar in self._bars()] != before

    # --- geometry -------------------------------------------------------------------------------------------

    def placement(self) -> Placement:
        """Where the page in the frame lies."""
        extent, room = self._shown_extent(), self.viewport().size()
        across, down = self._bars()
        corner = QtCore.QPointF(
            self._start(extent.width(), room.width(), across),
            self._start(extent.height(), room.height(), down),
        )
        return Placement(QtCore.QRectF(corner, extent), self._shown.rotation if self._shown else 0)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """What was at the top left stays there; a fitted page is fitted again."""
        super().resizeEvent(event)
        self._lay_out()
        self.magnified.emit()
        self._resting.start()

    def _start(self, length: float, room: int, bar: QtWidgets.QScrollBar) -> float:
        margin, ratio = self._margin(), self.devicePixelRatioF()
        start = (room - length) / 2 if length + 2 * margin <= room else margin - bar.value()
        return round(start * ratio) / ratio  # on the screen's own grid, or the page would be blurred

    def _shown_extent(self) -> QtCore.QSizeF:
        shown = self._shown
        return self._extent(shown.size, shown.rotation) if shown else QtCore.QSizeF(0, 0)

    def _extent(self, size: Size, rotation: int) -> QtCore.QSizeF:
        return full_size(size, rotation) * self._factor(size, rotation)

    def _factor(self, size: Size, rotation: int) -> float:
        # Room for both bars is always kept, or showing one would change what fits.
        margin = 2 * self._margin()
        room = QtCore.QSizeF(self.width() - self._bar_width - margin, self.height() - margin)
        room = room.expandedTo(QtCore.QSizeF(1, 1))
        return factor_of(self._view.zoom, full_size(size, rotation), room)

    def _margin(self) -> int:
        return look().px(MARGIN)

    def _wanted_size(self) -> Size:
        return self._sizes[self._view.page - 1]

    def _existing(self, page: int) -> int:
        return min(max(page, 1), max(self.page_count, 1))

    def _is_up_to_date(self) -> bool:
        return self._shown == self._wanted(self._view.page)

    def _wanted(self, page: int) -> _Shown | None:
        size = self._sizes[page - 1] if 0 < page <= self.page_count else None
        return _Shown(self._key, page, self._view.rotation, size) if size else None

    # --- scrolling ------------------------------------------------------------------------------------------

    def _bars(self) -> tuple[QtWidgets.QScrollBar, QtWidgets.QScrollBar]:
        return self.horizontalScrollBar(), self.verticalScrollBar()

    def _lay_out(self) -> None:
        """Set the bars to the page's size, and to where the view says."""
        extent, room, margin = self._shown_extent(), self.viewport().size(), 2 * self._margin()
        self._is_laying_out = True
        across, down = self._bars()
        for bar, length, seen, share in (
            (across, extent.width(), room.width(), self._view.across),
            (down, extent.height(), room.height(), self._view.down),
        ):
            bar.setRange(0, max(0, round(length) + margin - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(look().px(_SCROLL_STEP))
            bar.setValue(round(share * length))
        self._is_laying_out = False
        self.viewport().update()

    def _scroll_by(self, away: QtCore.QPointF) -> None:
        for bar, by in zip(self._bars(), (away.x(), away.y()), strict=True):
            bar.setValue(bar.value() + round(by))

    def _scrolled(self) -> None:
        self.viewport().update()
        extent = self._shown_extent()
        if self._is_laying_out or not self._is_up_to_date() or extent.isEmpty():
            return
        across, down = (bar.value() for bar in self._bars())
        self._view = replace(self._view, across=across / extent.width(), down=down / extent.height())
        self._resting.start()
        self.view_changed.emit(self._view)

    def _change(self, view: View) -> None:
        self._view = view
        self._ask()
        self.view_changed.emit(view)

    # --- pictures -------------------------------------------------------------------------------------------

    def _drawing(self, page: int) -> Drawing:
        rotation = self._view.rotation
        extent = self._extent(self._sizes[page - 1], rotation)
        return whole_drawing(extent, rotation, self.devicePixelRatioF())

    def _ask(self) -> None:
        """Have the page drawn, and at once those that are likely to be wanted next."""
        if self._sizes:
            page = self._view.page
            self.picture.show(self._key, page, self._drawing(page))
            near = [page + step for step in self._near if 0 < page + step <= self.page_count]
            self.picture.draw_ahead(self._key, [(one, self._drawing(one)) for one in near])

    def _picture_arrived(self) -> None:
        whole = self.picture.whole
        if whole is None or whole.key != self._key:
            return
        came = _Shown(whole.key, whole.page, whole.drawing.rotation, self._sizes[whole.page - 1])
        if came != self._shown:
            self._shown = came
            self._lay_out()
            if self._to_reveal is not None and self._to_reveal[0] == whole.page:
                self.reveal(self._to_reveal[1])
            self._to_reveal = None
            self.page_shown.emit(whole.page)
        self._ask_for_part()
        self.viewport().update()

    def _ask_for_part(self) -> None:
        placement = self.placement()
        seen = QtCore.QRectF(self.viewport().rect()).intersected(placement.rect)
        visible = seen.translated(-placement.rect.topLeft())
        part = part_drawing(placement.rect.size(), placement.rotation, self.devicePixelRatioF(), visible)
        self.picture.show_part(self._key, self.shown_page, part)
