"""Chips keep to their families, tell their words to screen readers, and stay readable on a chosen row."""

import pytest
from PySide6 import QtCore, QtGui

from desktop.views.theme.look import put_on
from desktop.views.widgets.chip_painting import (
    Due,
    badge_width,
    chip_width,
    paint_change_badge,
    paint_chip,
    paint_due,
    paint_pill,
    pill_width,
)
from desktop.views.widgets.chips import ChangeBadge, DueChip, FacetChip, StatusChip
from desktop.views.widgets.due_ring import DueKind, paint_ring

_LTR, _RTL = QtCore.Qt.LayoutDirection.LeftToRight, QtCore.Qt.LayoutDirection.RightToLeft


@pytest.fixture
def sheet(worn):
    """A white sheet with a painter that runs right to left."""
    image = QtGui.QImage(300, 48, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(worn.colour("surface"))
    painter = QtGui.QPainter(image)
    painter.setLayoutDirection(_RTL)
    yield image, painter
    painter.end()


def _columns(image: QtGui.QImage, colour: QtGui.QColor) -> list[int]:
    """Where across the sheet the colour stands."""
    across = range(image.width())
    return [x for x in across if any(image.pixelColor(x, y) == colour for y in range(image.height()))]


def test_a_painted_chip_stands_at_the_start_and_says_how_wide_it_is(sheet, worn):
    image, painter = sheet
    wide = paint_chip(painter, image.rect(), "blue", "eye", "در حال بررسی")
    ground = _columns(image, worn.family("blue").bg)
    assert wide == chip_width("eye", "در حال بررسی")
    assert 300 - wide <= min(ground) <= 300 - wide + 2  # the outline is blended
    assert 297 <= max(ground) <= 299


def test_from_left_to_right_the_start_is_left(sheet, worn):
    image, painter = sheet
    painter.setLayoutDirection(_LTR)
    wide = paint_change_badge(painter, image.rect(), "4")
    ground = _columns(image, worn.colour("turqBg"))
    assert wide == badge_width("4")
    assert (min(ground), max(ground)) == (0, wide - 1)


def test_on_a_chosen_row_the_chip_stands_on_the_surface(sheet, worn):
    image, painter = sheet
    painter.fillRect(image.rect(), worn.colour("tint"))
    paint_chip(painter, image.rect(), "blue", "", "تازه", selected=True)
    assert _columns(image, worn.colour("surface"))


def test_a_pill_is_at_least_as_wide_as_high(sheet):
    image, painter = sheet
    assert paint_pill(painter, image.rect(), "red", "۱") == pill_width("۱") >= 18


@pytest.mark.parametrize("kind", ["blue", "amber", "over", "paused"])
def test_due_times_of_every_kind_are_painted_in_both_lines(sheet, worn, kind: DueKind):
    image, painter = sheet
    paint_due(painter, image.rect(), Due(kind, 0.3, "امروز ۱۴:۰۰", "۲:۴۰ ساعت کاری مانده"))
    blank = worn.colour("surface")
    upper = any(image.pixelColor(x, 15) != blank for x in range(180, 270))
    lower = any(image.pixelColor(x, 33) != blank for x in range(180, 270))
    assert (upper, lower) == (True, True)


def _ring(share: float, kind: DueKind, direction: QtCore.Qt.LayoutDirection) -> QtGui.QImage:
    image = QtGui.QImage(160, 160, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(image)
    painter.setLayoutDirection(direction)
    paint_ring(painter, image.rect(), share, kind)
    painter.end()
    return image


@pytest.mark.usefixtures("worn")
@pytest.mark.parametrize("direction", [_LTR, _RTL])
def test_the_wedge_runs_clockwise_from_twelve_in_both_directions(direction):
    image = _ring(0.25, "blue", direction)
    quarters = [image.pixelColor(*point).alpha() > 0 for point in ((95, 65), (95, 95), (65, 95), (65, 65))]
    assert quarters == [True, False, False, False]


@pytest.mark.usefixtures("worn")
def test_the_last_minutes_are_still_seen_and_overdue_is_a_disc():
    assert _ring(0.0, "amber", _RTL) != _ring(0.25, "amber", _RTL)
    assert _ring(0.0, "amber", _RTL).pixelColor(84, 50).alpha() > 0
    assert _ring(0.0, "over", _RTL).pixelColor(40, 40).alpha() > 0


@pytest.mark.usefixtures("worn")
def test_chips_read_as_words(qtbot):
    chip = StatusChip("green", "star", "فعال")
    due = DueChip(Due("amber", 0.2, "امروز ۱۴:۰۰", "۲:۴۰ ساعت کاری مانده"), "سه روز کاری از چهارشنبه")
    badge = ChangeBadge("۴", "۴ تغییر پس از بررسی شما")
    for widget in (chip, due, badge):
        qtbot.addWidget(widget)
    assert QtGui.QAccessible.queryAccessibleInterface(chip).text(QtGui.QAccessible.Text.Name) == "فعال"
    assert due.accessibleName() == "امروز ۱۴:۰۰، ۲:۴۰ ساعت کاری مانده"
    assert due.toolTip() == "سه روز کاری از چهارشنبه"
    assert badge.accessibleName() == "۴ تغییر پس از بررسی شما"


@pytest.mark.usefixtures("worn")
def test_a_facet_tells_its_number_and_does_not_move_when_chosen(qtbot):
    facet = FacetChip("گذشته از مهلت", "۳", "bad")
    qtbot.addWidget(facet)
    before = facet.sizeHint()
    qtbot.mouseClick(facet, QtCore.Qt.MouseButton.LeftButton)
    assert facet.isChecked()
    assert facet.sizeHint() == before
    facet.set_count("۱۲")
    assert facet.accessibleName() == "گذشته از مهلت ۱۲"


def test_chips_are_never_cut_and_grow_with_the_text(qtbot, qapp):
    widths = []
    for scale in (1.0, 2.0):
        put_on(qapp, scale=scale, still=True)
        chip = StatusChip("blue", "eye", "در حال بررسی")
        qtbot.addWidget(chip)
        assert chip.minimumSizeHint() == chip.sizeHint()
        widths.append(chip.sizeHint().width())
    assert widths[1] > 1.9 * widths[0]
