"""Paints rows of a list; headings have the ground of headers and the whole line."""

from PySide6 import QtGui, QtWidgets

from desktop.views.records.delegate import CellDelegate
from desktop.views.records.table import ROW, Index
from desktop.views.schemes.details import is_heading
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import draw_line

PAD = 11


class HeadingDelegate(CellDelegate):
    """For lists whose rows stand under headings."""

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """A heading over the whole line; every other row as usual."""
        row = index.data(ROW)
        if row is None or not is_heading(row.key):
            super().paint(painter, option, index)
            return
        place, worn = option.rect, look()
        painter.save()
        painter.setLayoutDirection(option.direction)
        chosen = bool(option.state & QtWidgets.QStyle.StateFlag.State_Selected)
        painter.fillRect(place, worn.colour("tint" if chosen else "surface2"))
        painter.setPen(worn.colour("border"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.setPen(worn.colour("text2"))
        pad = worn.px(PAD)
        draw_line(painter, place.adjusted(pad, 0, -pad, 0), row.cells[0].text, face("dense", 600))
        painter.restore()
