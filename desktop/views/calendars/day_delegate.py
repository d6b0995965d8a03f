"""Paints one day of a month: number, today, the chosen one, days off, how full it is."""

from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.calendars.day_model import DAY_ROLE, DayModel
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import centred, draw_line
from desktop.views.widgets.strokes import RADIUS, box

_QT = QtCore.Qt
_BOX = 32
_TICK_WIDTH, _TICK_HEIGHT, _TICK_GAP = 5, 3, 2
_FAINT = 0.45


class DayDelegate(QtWidgets.QStyledItemDelegate):
    """Asks the model for all it paints; red and amber days are told in words by the model."""

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> None:
        """Ground and outline, number, ticks, and the ring where the keyboard is."""
        model = index.model()
        if not isinstance(model, DayModel):
            raise TypeError("this delegate paints days")
        day: date = index.data(DAY_ROLE)
        place = centred(option.rect, look().px(_BOX), look().px(_BOX))
        painter.save()
        if not model.almanac.holds(day):
            painter.setOpacity(_FAINT)
        under_mouse = bool(option.state & QtWidgets.QStyle.StateFlag.State_MouseOver)
        _paint_ground(painter, place, model, day, under_mouse=under_mouse)
        painter.setPen(look().colour(_ink(model, day)))
        marked = day in (model.almanac.today, model.chosen)
        centre = _QT.AlignmentFlag.AlignHCenter
        draw_line(painter, place, model.almanac.number(day), face("dense", 600 if marked else 400), centre)
        _paint_ticks(painter, place, model.almanac.ticks(day), _ink(model, day))
        painter.restore()
        has_keys = option.widget.hasFocus()
        if day == model.current and has_keys:
            box(painter, option.rect.adjusted(0, 0, -1, -1), None, look().colour("focus"), thick=2)


def _ink(model: DayModel, day: date) -> str:
    almanac = model.almanac
    if day == almanac.today:
        return "onAccent"
    if day == model.chosen:
        return "accent"
    if not almanac.same_month(day, model.current):
        return "text3"
    if day in almanac.closures:
        return "amberFg"
    return "redFg" if almanac.is_weekend(day) else "text"


def _paint_ground(
    painter: QtGui.QPainter, place: QtCore.QRect, model: DayModel, day: date, *, under_mouse: bool
) -> None:
    worn = look()
    is_today, is_chosen = day == model.almanac.today, day == model.chosen
    if is_today:
        box(painter, place, worn.colour("accentSolid"))
    elif is_chosen:
        box(painter, place, worn.colour("tint"), worn.colour("accent"))
    elif under_mouse:
        box(painter, place, worn.colour("surface2"), worn.colour("border"))
    if is_today and is_chosen:
        inner = place.adjusted(2, 2, -2, -2)
        box(painter, inner, None, worn.colour("onAccent"), radius=worn.px(RADIUS) - 1)
    if day in model.almanac.closures:
        outline = worn.colour("amberFg")
        box(painter, place, None, outline, thick=1.5, radius=worn.px(RADIUS))


def _paint_ticks(painter: QtGui.QPainter, place: QtCore.QRect, count: int, ink: str) -> None:
    if not count:
        return
    px = look().px
    wide = count * px(_TICK_WIDTH) + (count - 1) * px(_TICK_GAP)
    left = place.center().x() - wide // 2 + 1
    top = place.bottom() - px(_TICK_HEIGHT) - px(2)
    for number in range(count):
        at = left + number * (px(_TICK_WIDTH) + px(_TICK_GAP))
        painter.fillRect(QtCore.QRect(at, top, px(_TICK_WIDTH), px(_TICK_HEIGHT)), look().colour(ink))
