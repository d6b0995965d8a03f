"""What is drawn for a page of any size: never more than fits into memory, always all that is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6 import QtCore

from desktop.services.page_images.limits import LARGEST_DRAWING
from desktop.views.documents.framing import factor_of, part_drawing, whole_drawing

A4 = QtCore.QSizeF(794, 1123)
lengths = some.floats(1, 60_000)
ratios = some.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0])


@pytest.mark.parametrize(
    ("zoom", "room", "factor"),
    [
        ("width", (1588, 900), 2.0),
        ("page", (1588, 1123), 1.0),
        ("page", (397, 3000), 0.5),
        (1.15, (10, 10), 1.15),
        ("width", (1, 1), 0.1),
    ],
)
def test_a_page_fits_as_it_was_asked_to(zoom, room, factor):
    assert factor_of(zoom, A4, QtCore.QSizeF(*room)) == pytest.approx(factor)


@given(lengths, lengths, ratios)
def test_no_drawing_is_larger_than_the_memory_for_it(width, height, ratio):
    drawing = whole_drawing(QtCore.QSizeF(width, height), 0, ratio)
    assert 0 < drawing.width * drawing.height <= LARGEST_DRAWING + max(drawing.width, drawing.height)


@given(lengths, lengths, ratios, some.floats(0, 1), some.floats(0, 1))
def test_what_is_seen_of_a_huge_page_is_drawn_sharp(width, height, ratio, across, down):
    extent = QtCore.QSizeF(width, height)
    seen = QtCore.QRectF(0, 0, min(width, 1200), min(height, 900))
    seen.moveTo(across * (width - seen.width()), down * (height - seen.height()))
    part = part_drawing(extent, 0, ratio, seen)
    if part is None:
        assert round(width * ratio) * round(height * ratio) <= LARGEST_DRAWING
        return
    assert part.width * part.height <= LARGEST_DRAWING
    assert part.left <= seen.left() * ratio + 1
    assert part.top <= seen.top() * ratio + 1
    assert part.left + part.width >= seen.right() * ratio - 1
    assert part.top + part.height >= seen.bottom() * ratio - 1
    assert part.left + part.width <= part.page_width
    assert part.top + part.height <= part.page_height
