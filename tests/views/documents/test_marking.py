"""Marks on a page: drawn by mouse or keys, shown where they were made however the page is turned."""

import pytest
from PySide6 import QtCore, QtGui, QtTest

from desktop.views.documents.pins import Pin
from desktop.views.documents.view import View
from desktop.views.theme.look import put_on
from desktop.views.theme.tokens import LIGHT
from tests.builders.viewed_documents import drag, key, middle, seen

KEY, MODIFIER, BUTTON = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier, QtCore.Qt.MouseButton
PLACE = QtCore.QRectF(0.2, 0.3, 0.25, 0.1)


def marked_by(canvas, act):
    marks = []
    canvas.region_marked.connect(lambda page, place: marks.append((page, place)))
    canvas.marking.turn(on=True)
    act()
    return marks


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_rectangle_drawn_on_a_turned_page_is_a_place_of_the_upright_one(canvas_of, rotation):
    canvas = canvas_of(view=View(page=2, zoom="page", rotation=rotation))
    rect = canvas.placement().to_canvas(PLACE)
    ((page, place),) = marked_by(canvas, lambda: drag(canvas, rect.topLeft(), rect.bottomRight()))
    assert page == 2
    for edge in ("left", "top", "right", "bottom"):
        assert getattr(place, edge)() == pytest.approx(getattr(PLACE, edge)(), abs=0.004)
    assert not canvas.marking.is_on


def test_a_rectangle_drawn_over_the_edge_ends_at_it(canvas_of):
    canvas = canvas_of(view=View(zoom="page"))
    end = canvas.placement().rect.bottomRight() + QtCore.QPointF(30, 30)
    ((_, place),) = marked_by(canvas, lambda: drag(canvas, middle(canvas), end))
    assert place.left() + place.width() <= 1
    assert place.top() + place.height() <= 1


def test_a_click_marks_nothing(canvas_of):
    canvas = canvas_of()
    assert marked_by(canvas, lambda: drag(canvas, middle(canvas), middle(canvas))) == []
    assert canvas.marking.is_on


def test_a_rectangle_is_drawn_by_keys_alone(canvas_of):
    canvas = canvas_of(view=View(zoom="page"))

    def draw():
        for code, modifier in [
            (KEY.Key_Right, MODIFIER.NoModifier), (KEY.Key_Right, MODIFIER.NoModifier),
            (KEY.Key_Up, MODIFIER.NoModifier), (KEY.Key_Down, MODIFIER.ShiftModifier),
            (KEY.Key_Left, MODIFIER.ShiftModifier), (KEY.Key_Return, MODIFIER.NoModifier),
        ]:  # fmt: skip
            key(canvas, code, modifier)

    ((page, place),) = marked_by(canvas, draw)
    assert page == 1
    assert (place.left(), place.top()) == pytest.approx((0.31, 0.29), abs=0.005)
    assert (place.width(), place.height()) == pytest.approx((0.29, 0.09), abs=0.005)


def test_escape_leaves_without_a_mark(canvas_of):
    canvas = canvas_of()

    def leave():
        key(canvas, KEY.Key_Right)
        key(canvas, KEY.Key_Escape)

    assert marked_by(canvas, leave) == []
    assert not canvas.marking.is_on


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_marks_stay_on_what_they_mark(canvas_of, rotation):
    square = QtCore.QRectF(0.1, 0.05, 0.1, 0.1)
    canvas = canvas_of(view=View(zoom="page", rotation=rotation))
    canvas.set_pins([Pin(7, "lease", 1, square, "۱")])
    inside = canvas.placement().to_canvas(square).center()
    assert seen(canvas, inside).lightness() < 60
    assert canvas.pin_at(inside).id == 7
    assert canvas.pin_at(canvas.placement().to_canvas(PLACE).center()) is None


def test_a_pin_is_opened_by_a_click_but_not_by_moving_the_page(canvas_of):
    canvas = canvas_of(view=View(zoom=2.0))
    canvas.set_pins([Pin(7, "lease", 1, PLACE, "۱", "گواه بند ب۷")])
    canvas.reveal(PLACE)
    at = canvas.placement().to_canvas(PLACE).center()
    opened = []
    canvas.pin_activated.connect(opened.append)
    drag(canvas, at, at + QtCore.QPointF(40, 40))
    assert opened == []
    QtTest.QTest.mouseClick(
        canvas.viewport(), BUTTON.LeftButton, pos=canvas.placement().to_canvas(PLACE).center().toPoint()
    )
    assert opened == [7]


def test_a_place_out_of_sight_is_brought_into_it(canvas_of):
    canvas = canvas_of(view=View(zoom=3.0))
    far = QtCore.QRectF(0.6, 0.8, 0.1, 0.02)
    canvas.reveal(far)
    assert QtCore.QRectF(canvas.viewport().rect()).contains(canvas.placement().to_canvas(far))


def test_in_the_dark_pages_are_dimmed_and_marks_keep_their_colours(qtbot, qapp, canvas_of):
    put_on(qapp, "dark", still=True)
    canvas = canvas_of(view=View(zoom="page"))
    canvas.set_pins([Pin(1, "lease", 1, PLACE, "۱")])
    canvas.set_differences([QtCore.QRectF(0.5, 0.6, 0.3, 0.2)], "تفاوت")
    placement = canvas.placement()
    paper = seen(canvas, placement.to_canvas_point(QtCore.QPointF(0.7, 0.5)))
    assert 225 < paper.red() < 235
    edge = placement.to_canvas(PLACE).bottomLeft() + QtCore.QPointF(40, 0)
    assert seen(canvas, edge) == QtGui.QColor(LIGHT["accent"])
    assert seen(canvas, QtCore.QPointF(4, 4)) == QtGui.QColor("#0B0E12")
