"""Paints one cell of a list of records; every text was made before."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.records.cells import Cell, Row
from desktop.views.records.table import ROW, Index
from desktop.views.theme.look import look
from desktop.views.widgets.chip_painting import paint_chip
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import after, draw_line, from_start, two_lines

PAD, BAR, ICON = 8, 3, 16


class CellDelegate(QtWidgets.QStyledItemDelegate):
    """One delegate for all columns; `marked` says which keys are chosen for acting on several."""

    def paint(self, painter: QtGui.QPainter, option: QtWidgets.QStyleOptionViewItem, index: Index) -> None:
        """Ground, line, bar of the chosen row, then what the cell says."""
        row: Row | None = index.data(ROW)
        chosen = bool(option.state & QtWidgets.QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QtWidgets.QStyle.StateFlag.State_MouseOver)
        painter.save()
        place = option.rect
        painter.fillRect(place, look().colour("tint" if chosen else "surface2" if hovered else "surface"))
        painter.setPen(look().colour("border"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        rtl = look().rtl
        if chosen and index.column() == 0:
            painter.fillRect(from_start(place, 0, look().px(BAR), rtl=rtl), look().colour("accent"))
        if row is not None:
            pad = look().px(PAD)
            inside = place.adjusted(pad, 0, -pad, 0)
            if index.column() == 0:
                inside = after(inside, look().px(BAR), rtl=rtl)
            paint_cell(painter, inside, row.cells[index.column()], faded=row.faded, chosen=chosen)
        painter.restore()


def paint_cell(
    painter: QtGui.QPainter, place: QtCore.QRect, cell: Cell, *, faded: bool, chosen: bool
) -> None:
    """A chip, two lines, or one, with an icon before it where it has one."""
    if cell.family:
        paint_chip(painter, place, cell.family, cell.icon, cell.text, selected=chosen)
        return
    ink = "text3" if faded else cell.colour
    rtl = look().rtl
    if cell.icon:
        size = look().px(ICON)
        box = from_start(place, 0, size, rtl=rtl)
        painter.drawPixmap(box.x(), box.center().y() - size // 2, look().pixmap(cell.icon, ink, ICON))
        place = after(place, size + look().px(PAD), rtl=rtl)
    if cell.second:
        two_lines(
            painter,
            place,
            cell.text,
            cell.second,
            upper=face("dense", cell.weight),
            lower=face("caption", 400),
            ink=look().colour(ink),
            faint=look().colour("text3"),
        )
        return
    painter.setPen(look().colour(ink))
    draw_line(painter, place, cell.text, face("dense", cell.weight))
