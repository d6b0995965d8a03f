"""The canvas: turned, magnified and scrolled by keys and mouse; sharp, never mirrored."""

import pytest
from PySide6 import QtCore, QtGui

from desktop.services.page_images.limits import Limits
from desktop.services.page_images.pdf_pages import PdfPages
from desktop.views.documents.view import View
from desktop.views.theme.tokens import LIGHT
from tests.builders.viewed_documents import arrived, drag, key, middle, seen, wheel
from tests.builders.viewed_files import PNG, a_pdf, a_picture

KEY, MODIFIER, BUTTON = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier, QtCore.Qt.MouseButton
PLACE = QtCore.QRectF(0.2, 0.3, 0.25, 0.1)


# --- pages --------------------------------------------------------------------------------------------------


def test_pages_are_turned_by_keys(qtbot, canvas_of):
    canvas = canvas_of()
    shown = []
    canvas.page_shown.connect(shown.append)
    for code in (KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_End, KEY.Key_Home):
        key(canvas, code)
        arrived(qtbot, canvas)
    assert shown == [2, 3, 2, 5, 1]
    key(canvas, KEY.Key_PageUp)
    assert canvas.view.page == 1


def test_the_old_page_stays_until_the_new_one_has_come(qtbot, canvas_of):
    canvas = canvas_of(key="stays", data=a_pdf(9))
    before = canvas.viewport().grab().toImage()
    canvas.go_to(7)
    assert (canvas.view.page, canvas.shown_page) == (7, 1)
    assert canvas.viewport().grab().toImage() == before
    arrived(qtbot, canvas)
    assert canvas.shown_page == 7
    assert canvas.viewport().grab().toImage() != before


def test_the_next_page_is_there_before_it_is_asked_for(qtbot, canvas_of, renderer):
    canvas = canvas_of(key="ahead", data=a_pdf(9), view=View(page=4))
    qtbot.waitUntil(
        lambda: all(renderer.kept("ahead", page, canvas._drawing(page)) is not None for page in (3, 5)),
        timeout=30_000,
    )
    canvas.go_to(5)
    assert canvas.shown_page == 5


def test_another_document_replaces_the_page_when_it_has_come(qtbot, canvas_of, renderer):
    canvas = canvas_of(key="five", data=a_pdf(5), view=View(page=5))
    renderer.open("one", a_picture(PNG, (300, 300)), PNG, lambda _opened: None, pytest.fail)
    qtbot.waitUntil(lambda: renderer.opened("one") is not None, timeout=30_000)
    canvas.show_document("one", renderer.opened("one").sizes, View(page=5))
    assert canvas.shown_page == 5
    arrived(qtbot, canvas)
    assert (canvas.shown_page, canvas.page_count) == (1, 1)
    assert canvas.placement().rect.width() == canvas.placement().rect.height()


# --- size ---------------------------------------------------------------------------------------------------


def test_a_page_fits_the_width_and_follows_it(qtbot, canvas_of):
    canvas = canvas_of(size=(500, 600))
    narrow = canvas.placement().rect.width()
    assert 420 < narrow < 480
    canvas.resize(800, 600)
    arrived(qtbot, canvas)
    assert canvas.placement().rect.width() == pytest.approx(narrow + 300, abs=1)
    assert canvas.horizontalScrollBar().maximum() == 0


def test_keys_magnify_and_fit(qtbot, canvas_of):
    canvas = canvas_of()
    fitted = canvas.magnification
    key(canvas, KEY.Key_Plus)
    assert canvas.magnification > fitted
    key(canvas, KEY.Key_Minus)
    key(canvas, KEY.Key_Minus)
    assert canvas.magnification < fitted
    key(canvas, KEY.Key_0)
    assert (canvas.magnification, canvas.view.zoom) == (fitted, "width")
    canvas.zoom_to("page")
    arrived(qtbot, canvas)
    assert canvas.placement().rect.height() <= canvas.viewport().height()


@pytest.mark.parametrize("sign", ["0", "۰"])
def test_fit_works_on_every_keyboard(canvas_of, sign):
    canvas = canvas_of()
    canvas.zoom_to(2.0)
    place = QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, ord(sign), MODIFIER.NoModifier, 19, 0, 0, sign)
    QtCore.QCoreApplication.sendEvent(canvas, place)
    assert canvas.view.zoom == "width"


def test_what_is_under_the_pointer_stays_there_while_the_wheel_magnifies(qtbot, canvas_of):
    canvas = canvas_of(view=View(zoom=1.0))
    canvas.scroll_by(60, 200)
    before = canvas.placement().to_page_point(middle(canvas))
    wheel(canvas, 120, MODIFIER.ControlModifier)
    after = canvas.placement().to_page_point(middle(canvas))
    assert canvas.magnification == 1.15
    assert (after - before).manhattanLength() < 0.004


def test_the_picture_is_what_the_decoder_draws_pixel_by_pixel(canvas_of):
    data = a_pdf(2)
    canvas = canvas_of(key="sharp", data=data, view=View(zoom=0.5))
    whole, placement = canvas.picture.whole, canvas.placement()
    lines = bytearray(whole.drawing.size)
    PdfPages(data, Limits()).draw(1, whole.drawing, memoryview(lines))
    drawing = whole.drawing
    bare = QtGui.QImage(
        lines, drawing.width, drawing.height, drawing.stride, QtGui.QImage.Format.Format_RGB32
    )
    shot = canvas.viewport().grab().toImage().convertToFormat(QtGui.QImage.Format.Format_RGB32)
    corner = placement.rect.topLeft().toPoint()
    assert placement.rect.topLeft() == QtCore.QPointF(corner)
    inner = QtCore.QRect(0, 0, drawing.width, drawing.height).adjusted(2, 2, -2, -2)
    assert shot.copy(inner.translated(corner)) == bare.copy(inner)


def test_a_finer_screen_gets_more_pixels(qtbot, canvas_of, monkeypatch):
    canvas = canvas_of(view=View(zoom=0.5))
    coarse = canvas.picture.whole.drawing.width
    monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: 2.0)
    canvas._ask()
    arrived(qtbot, canvas)
    assert canvas.picture.whole.drawing.width == pytest.approx(2 * coarse, abs=1)
    assert canvas.placement().rect.width() == pytest.approx(coarse, abs=1)


def test_a_huge_page_is_drawn_coarsely_as_a_whole_and_sharply_where_it_is_seen(qtbot, canvas_of):
    canvas = canvas_of(key="large", view=View(zoom=8.0))
    qtbot.waitUntil(lambda: canvas.picture.part is not None, timeout=30_000)
    part, rect = canvas.picture.part, canvas.placement().rect
    assert part.drawing.page_width == round(rect.width())
    assert canvas.picture.whole.drawing.width < rect.width() / 2
    canvas.scroll_by(2_000, 3_000)
    qtbot.waitUntil(lambda: canvas.picture.part not in (None, part), timeout=30_000)
    visible = QtCore.QRectF(canvas.viewport().rect()).translated(-canvas.placement().rect.topLeft())
    sharp = canvas.picture.part.drawing
    assert QtCore.QRectF(sharp.left, sharp.top, sharp.width, sharp.height).contains(visible)
    canvas.zoom_to("width")
    qtbot.waitUntil(lambda: canvas.picture.part is None, timeout=30_000)


# --- rotation and scrolling ---------------------------------------------------------------------------------


def test_pages_are_turned_clockwise_by_keys_and_the_page_is_kept(qtbot, canvas_of):
    canvas = canvas_of(view=View(page=3, zoom="page"))
    key(canvas, KEY.Key_R, MODIFIER.ControlModifier)
    arrived(qtbot, canvas)
    assert (canvas.shown_page, canvas.view.rotation) == (3, 90)
    rect = canvas.placement().rect
    assert rect.width() > rect.height()
    # The black square of the upright page's top left lies top right now.
    assert (
        seen(canvas, rect.topRight() + QtCore.QPointF(-0.1 * rect.width(), 0.15 * rect.height())).red() < 40
    )
    key(canvas, KEY.Key_R, MODIFIER.ControlModifier | MODIFIER.ShiftModifier)
    assert canvas.view.rotation == 0


def test_arrows_scroll_the_way_the_eye_goes(canvas_of):
    canvas = canvas_of(view=View(zoom=2.0))
    key(canvas, KEY.Key_Right)
    key(canvas, KEY.Key_Down)
    assert canvas.horizontalScrollBar().value() > 0
    assert canvas.verticalScrollBar().value() > 0
    key(canvas, KEY.Key_Left)
    key(canvas, KEY.Key_Up)
    assert (canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()) == (0, 0)


def test_the_page_is_moved_by_dragging(canvas_of):
    canvas = canvas_of(view=View(zoom=2.0))
    drag(canvas, QtCore.QPointF(300, 300), QtCore.QPointF(200, 150))
    assert canvas.horizontalScrollBar().value() == 100
    assert canvas.verticalScrollBar().value() == 150


def test_the_wheel_scrolls_and_turns_the_page_only_after_its_end(qtbot, canvas_of):
    canvas = canvas_of(view=View(page=2))
    wheel(canvas, -120)
    assert canvas.verticalScrollBar().value() == 60
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    wheel(canvas, -120)
    assert canvas.view.page == 2
    wheel(canvas, -120)
    arrived(qtbot, canvas)
    assert (canvas.shown_page, canvas.verticalScrollBar().value()) == (3, 0)
    wheel(canvas, 120)
    wheel(canvas, 120)
    arrived(qtbot, canvas)
    assert canvas.shown_page == 2
    assert canvas.verticalScrollBar().value() == canvas.verticalScrollBar().maximum() > 0


def test_a_remembered_view_is_found_again(qtbot, canvas_of):
    canvas = canvas_of(view=View(zoom=1.5))
    canvas.go_to(4)
    canvas.rotate()
    arrived(qtbot, canvas)
    canvas.scroll_by(120, 90)
    again = canvas_of(view=canvas.view)
    assert again.shown_page == 4
    assert again.placement() == canvas.placement()


def test_what_was_in_sight_stays_in_sight_when_the_room_changes(qtbot, canvas_of):
    canvas = canvas_of(size=(500, 300))
    canvas.scroll_by(0, 200)
    before = canvas.placement().to_page_point(QtCore.QPointF(250, 0)).y()
    canvas.resize(900, 300)
    arrived(qtbot, canvas)
    assert canvas.placement().to_page_point(QtCore.QPointF(450, 0)).y() == pytest.approx(before, abs=0.03)


def test_paper_is_never_mirrored(canvas_of):
    canvas = canvas_of()
    assert canvas.layoutDirection() == QtCore.Qt.LayoutDirection.LeftToRight
    rect = canvas.placement().rect
    assert seen(canvas, rect.topLeft() + QtCore.QPointF(0.15 * rect.width(), 0.1 * rect.height())).red() == 0


# --- look ---------------------------------------------------------------------------------------------------


def test_the_canvas_shows_that_it_has_the_keyboard(qtbot, canvas_of):
    canvas = canvas_of()
    canvas.clearFocus()
    corner = QtCore.QPointF(1, 50)
    before = seen(canvas, corner)
    canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus, timeout=5_000)
    assert seen(canvas, corner) == QtGui.QColor(LIGHT["focus"]) != before


def test_a_page_that_cannot_be_drawn_is_told(qtbot, canvas_of):
    canvas = canvas_of(key="short", data=a_pdf(2))
    failures = []
    canvas.failed.connect(failures.append)
    canvas._sizes = canvas._sizes * 2
    canvas.go_to(4)
    qtbot.waitUntil(lambda: bool(failures), timeout=30_000)
    assert failures[0].code == "document.damaged"
