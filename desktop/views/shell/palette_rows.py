"""Paints the lines of the palette: section, name, detail, key; a closed command with its reason."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.shell.palette_entries import PaletteEntry
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.key_cap import caps_of, caps_width, paint_caps
from desktop.views.widgets.lines import draw_line

ENTRY: Final = QtCore.Qt.ItemDataRole.UserRole
ROW_HEIGHT = 36


class EntryDelegate(QtWidgets.QStyledItemDelegate):
    """One line of the palette."""

    def sizeHint(
        self,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,  # noqa: ARG002 - as Qt calls it
    ) -> QtCore.QSize:
        """All lines are equally high."""
        return QtCore.QSize(option.rect.width(), look().px(ROW_HEIGHT))

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> None:
        """Paint the line."""
        entry: PaletteEntry | None = index.data(ENTRY)
        if entry is None:
            return
        chosen = bool(option.state & QtWidgets.QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, look().colour("tint"))
        self._paint_parts(painter, option.rect, entry)
        painter.restore()

    def _paint_parts(self, painter: QtGui.QPainter, row: QtCore.QRect, entry: PaletteEntry) -> None:
        rtl, px = look().rtl, look().px
        icon = look().pixmap(entry.icon, "text3" if entry.reason else "text2", 16)
        x = row.right() - px(10) - px(16) if rtl else row.left() + px(10)
        painter.drawPixmap(x, row.center().y() - px(8), icon)
        caps = caps_of(entry.key)
        end = caps_width(caps) + px(10) if caps else 0
        inner = (
            row.adjusted(px(10) + end, 0, -px(36), 0) if rtl else row.adjusted(px(36), 0, -px(10) - end, 0)
        )
        section = QtCore.QRect(inner)
        section.setWidth(px(90))
        name = inner.adjusted(0, 0, -px(98), 0) if rtl else inner.adjusted(px(98), 0, 0, 0)
        if rtl:
            section.moveRight(inner.right())
        leading = QtCore.Qt.AlignmentFlag.AlignLeft
        painter.setPen(look().colour("text3"))
        draw_line(painter, section, entry.section, face("caption", 400), leading)
        painter.setPen(look().colour("text3" if entry.reason else "text"))
        said = (
            f"{entry.name} — {entry.reason or entry.detail}" if entry.reason or entry.detail else entry.name
        )
        draw_line(painter, name, said, face("dense", 500), leading)
        if caps:
            place = QtCore.QRect(row)
            place.setWidth(caps_width(caps))
            place.moveLeft(row.left() + px(8) if rtl else row.right() - px(8) - caps_width(caps))
            paint_caps(painter, place, caps)
