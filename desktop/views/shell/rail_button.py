"""One line of the rail: icon, name and count; collapsed, the icon with its count at its shoulder."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.views.shell.rail_items import MOST_SHOWN, RailItem
from desktop.views.theme.look import look
from desktop.views.widgets.faces import advance


class RailButton(QtWidgets.QAbstractButton):
    """One line of the rail: icon, name, count; when collapsed only the icon, its count at its shoulder."""

    def __init__(self, item: RailItem, words: Words, *, collapsed: bool) -> None:
        super().__init__()
        self.item, self._collapsed = item, collapsed
        self._count = _count_of(item, words)
        self.setCheckable(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(look().px(40 if collapsed else 32))
        self.setText(item.label)
        self.setAccessibleName(f"{item.label} {self._count}".strip())
        if collapsed:
            self.setToolTip(item.label)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint the line; the chosen one stands on the surface with a bar at its start edge."""
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        box = QtCore.QRectF(self.rect()).adjusted(look().px(8), 1, -look().px(8), -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("surface" if self.isChecked() else "surface2"))
            painter.drawRoundedRect(box, look().px(4), look().px(4))
        if self.isChecked():
            painter.fillRect(self._from_start(0, 3, box), look().colour("accent"))
        (self._paint_collapsed if self._collapsed else self._paint_whole)(painter, box)

    def _paint_whole(self, painter: QtGui.QPainter, box: QtCore.QRectF) -> None:
        tone = "accent" if self.isChecked() else "text2"
        size = look().px(16)
        place = self._from_start(look().px(10), size, box)
        top = place.center().y() - size / 2
        painter.drawPixmap(QtCore.QPointF(place.x(), top), look().pixmap(self.item.icon, tone, 16))
        painter.setFont(look().font("dense", 600 if self.isChecked() else 500))
        painter.setPen(look().colour("text" if self.isChecked() else "text2"))
        line = QtCore.Qt.AlignmentFlag.AlignLeading | QtCore.Qt.AlignmentFlag.AlignVCenter
        width = box.width() - look().px(36) - look().px(44 if self._count else 8)
        where = self._from_start(look().px(36), width, box)
        said = painter.fontMetrics().elidedText(
            self.item.label, QtCore.Qt.TextElideMode.ElideRight, int(width)
        )
        painter.drawText(where, int(line), said)
        self._paint_count(painter, self._from_end(look().px(6), box))

    def _paint_collapsed(self, painter: QtGui.QPainter, box: QtCore.QRectF) -> None:
        size = look().px(18)
        place = self._from_start(look().px(4), size, box)
        tone = "accent" if self.isChecked() else "text2"
        icon = QtCore.QPointF(place.x(), place.center().y() - size / 2)
        painter.drawPixmap(icon, look().pixmap(self.item.icon, tone, 18))
        if self._count:
            self._paint_shoulder(painter, icon.y())

    def _paint_shoulder(self, painter: QtGui.QPainter, icon_top: float) -> None:
        """The count on a pill that covers the icon's upper corner, so that it can be no other icon's."""
        worn = look()
        wide = max(worn.px(16), advance(self._count, "micro", 600) + worn.px(6))
        whole = QtCore.QRectF(self.rect())
        pill = self._from_start(whole.width() - wide - worn.px(2), wide, whole)
        pill.setY(icon_top - worn.px(8))
        pill.setHeight(worn.px(15))
        family = worn.family(self.item.tone) if self.item.tone else None
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(family.bg if family else worn.colour("tint" if self.isChecked() else "surface"))
        painter.drawRoundedRect(pill, worn.px(7), worn.px(7))
        painter.setPen(family.fg if family else worn.colour("accent" if self.isChecked() else "text2"))
        painter.setFont(worn.font("micro", 600))
        painter.drawText(pill, int(QtCore.Qt.AlignmentFlag.AlignCenter), self._count)

    def _paint_count(self, painter: QtGui.QPainter, where: QtCore.QRectF) -> None:
        if not self._count:
            return
        painter.setFont(look().font("caption", 600))
        if not self.item.tone:
            painter.setPen(look().colour("accent" if self.isChecked() else "text3"))
        else:
            family = look().family(self.item.tone)
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(family.bg)
            pill = where.adjusted(0, 0, 0, 0)
            pill.setHeight(look().px(20))
            pill.moveCenter(where.center())
            painter.drawRoundedRect(pill, look().px(10), look().px(10))
            painter.setPen(family.fg)
        painter.drawText(where, int(QtCore.Qt.AlignmentFlag.AlignCenter), self._count)

    def _from_start(self, offset: float, width: float, box: QtCore.QRectF) -> QtCore.QRectF:
        x = box.right() - offset - width if look().rtl else box.left() + offset
        return QtCore.QRectF(x, box.y(), width, box.height())

    def _from_end(self, offset: float, box: QtCore.QRectF) -> QtCore.QRectF:
        width = look().px(22) + look().px(6) * max(0, len(self._count) - 1)
        x = box.left() + offset if look().rtl else box.right() - offset - width
        return QtCore.QRectF(x, box.y(), width, box.height())


def _count_of(item: RailItem, words: Words) -> str:
    if not item.count:
        return ""
    if item.more or item.count > MOST_SHOWN:
        return words.formats.digits(f"{MOST_SHOWN}+")
    return words.formats.digits(str(item.count))
