"""Lines of text: each in its own direction, at the start of its place, cut where its kind allows."""

import pytest
from PySide6 import QtCore, QtGui

from desktop.views.widgets.faces import face
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import IN_MIDDLE, after, draw_line, from_start, runs_rtl, two_lines

_RTL = QtCore.Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("پوشاک Tarino", True),
        ("Tarino پوشاک", False),
        ("\u20681405/04217\u2069 پرونده", True),
        ("\u2068tarino.example\u2069", None),
        ("۱۴۰۵", None),
        ("", None),
    ],
)
def test_a_text_takes_its_direction_from_its_first_strong_letter_outside_isolates(text, rtl):
    assert runs_rtl(text) is rtl


def test_places_are_counted_from_the_start_of_the_row():
    row = QtCore.QRect(10, 0, 100, 20)
    assert from_start(row, 5, 20, rtl=False) == QtCore.QRect(15, 0, 20, 20)
    assert from_start(row, 5, 20, rtl=True) == QtCore.QRect(85, 0, 20, 20)
    assert after(row, 30, rtl=False) == QtCore.QRect(40, 0, 70, 20)
    assert after(row, 30, rtl=True) == QtCore.QRect(10, 0, 70, 20)


def _inked(image: QtGui.QImage) -> tuple[int, int]:
    dark = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 200 for y in range(image.height()))
    ]
    return min(dark), max(dark)


def _sheet(paint, wide: int = 300, high: int = 48) -> QtGui.QImage:
    image = QtGui.QImage(wide, high, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QtCore.Qt.GlobalColor.white)
    painter = QtGui.QPainter(image)
    painter.setLayoutDirection(_RTL)
    paint(painter, image.rect())
    painter.end()
    return image


@pytest.mark.usefixtures("worn")
@pytest.mark.parametrize("text", ["پوشاک تارینو", "tarino.example", "1405"])
def test_every_text_begins_at_the_start_of_the_row_whatever_its_own_direction(text):
    image = _sheet(lambda painter, rect: draw_line(painter, rect, text, face("body")))
    assert _inked(image)[1] >= 296


@pytest.mark.usefixtures("worn")
def test_a_long_text_stays_within_its_place():
    place = QtCore.QRect(100, 0, 80, 48)
    image = _sheet(lambda painter, _: draw_line(painter, place, "کتاب‌سرای برگ‌نو و پسران", face("body")))
    assert _inked(image)[0] >= 98
    assert _inked(image)[1] <= 181


@pytest.mark.usefixtures("worn")
def test_a_domain_is_cut_in_its_middle():
    shown = face("caption").metrics.elidedText("a-very-long-domain-name.example", IN_MIDDLE, 90)
    assert shown.startswith("a-v")
    assert shown.endswith("ple")


def test_two_lines_stand_together_in_the_middle_of_the_cell(worn):
    def paint(painter, rect):
        two_lines(painter, rect, "لالا", "لالا", ink=worn.colour("text"), faint=worn.colour("text3"))

    image = _sheet(paint, high=60)
    rows = [y for y in range(60) if any(image.pixelColor(x, y).lightness() < 200 for x in range(300))]
    above, below = min(rows), 59 - max(rows)
    assert abs(above - below) <= 8


@pytest.mark.usefixtures("worn")
def test_a_label_wraps_into_lines_of_the_design_and_not_of_the_font(qtbot):
    label = Label("استعلام آن از همین لحظه «ابطال‌شده» نشان می‌دهد و این کار واگرد ندارد.", wraps=True)
    qtbot.addWidget(label)
    heights = {label.heightForWidth(width) for width in (2000, 400, 200)}
    assert min(heights) == 22
    assert all(height % 22 == 0 for height in heights)
    assert len(heights) == 3


@pytest.mark.usefixtures("worn")
def test_a_cut_label_tells_itself_in_full(qtbot):
    label = Label("کتاب‌سرای برگ‌نو و پسران")
    qtbot.addWidget(label)
    label.resize(40, 22)
    label.show()
    where = label.mapToGlobal(QtCore.QPoint(5, 5))
    asked = QtGui.QHelpEvent(QtCore.QEvent.Type.ToolTip, QtCore.QPoint(5, 5), where)
    assert label.event(asked)
    label.resize(label.sizeHint())
    assert not label._is_cut()
