"""Places on a page and on the canvas: the same place whatever the size and rotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6 import QtCore

from desktop.views.documents.placement import PAGE, Placement, full_size, turned_size

rotations = some.sampled_from([0, 90, 180, 270])
shares = some.floats(0, 1)
lengths = some.floats(20, 5_000)
origins = some.floats(-3_000, 3_000)


@some.composite
def places(draw):
    left, top = draw(some.floats(0, 0.95)), draw(some.floats(0, 0.95))
    return QtCore.QRectF(left, top, draw(some.floats(0.01, 1 - left)), draw(some.floats(0.01, 1 - top)))


@some.composite
def placements(draw):
    rect = QtCore.QRectF(draw(origins), draw(origins), draw(lengths), draw(lengths))
    return Placement(rect, draw(rotations))


def is_near(one, other, allowed=1e-6):
    edges = ("left", "top", "right", "bottom")
    return all(abs(getattr(one, edge)() - getattr(other, edge)()) < allowed for edge in edges)


@given(placements(), places())
def test_a_place_drawn_on_the_canvas_and_read_back_is_the_same_place(placement, place):
    assert is_near(placement.to_page(placement.to_canvas(place)), place)


@given(placements(), places())
def test_a_place_on_the_page_lies_on_the_page_on_the_canvas(placement, place):
    allowed = placement.rect.adjusted(-1e-6, -1e-6, 1e-6, 1e-6)
    assert allowed.contains(placement.to_canvas(place))


@given(places(), lengths, lengths, rotations)
def test_a_mark_made_on_a_turned_page_is_where_it_would_be_on_the_upright_one(place, width, height, rotation):
    upright = Placement(QtCore.QRectF(0, 0, width, height), 0)
    across, down = turned_size((width, height), rotation)
    turned = Placement(QtCore.QRectF(40, 30, across, down), rotation)
    assert is_near(upright.to_page(upright.to_canvas(place)), turned.to_page(turned.to_canvas(place)))


@given(placements(), origins, origins, lengths, lengths)
def test_what_lies_beside_the_page_is_cut(placement, left, top, width, height):
    place = placement.to_page(QtCore.QRectF(left, top, width, height))
    assert place.isEmpty() or PAGE.contains(place)


@pytest.mark.parametrize(
    ("rotation", "corner"), [(0, (0, 0)), (90, (80, 0)), (180, (80, 160)), (270, (0, 160))]
)
def test_the_top_left_of_a_page_goes_round_clockwise(rotation, corner):
    placement = Placement(QtCore.QRectF(0, 0, 80, 160), rotation)
    found = placement.to_canvas_point(QtCore.QPointF(0, 0))
    assert (found.x(), found.y()) == corner


def test_a_page_is_as_large_as_paper_on_a_screen_of_96_dots_per_inch():
    assert full_size((72, 144), 0) == QtCore.QSizeF(96, 192)
    assert full_size((72, 144), 90) == QtCore.QSizeF(192, 96)
