"""The kinds of buttons: one primary a screen, outlined and quiet ones beside it, icons alone, links."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.button_base import DISABLED, Button, Dress
from desktop.views.widgets.faces import advance, face
from desktop.views.widgets.key_cap import spoken
from desktop.views.widgets.lines import centred, draw_line, from_start
from desktop.views.widgets.strokes import box

_SIDE, _SMALL_SIDE, _ICON, _BADGE = 34, 28, 16, 15


class PrimaryButton(Button):
    """The one thing to do next."""

    _weight = 600

    def _dress(self) -> Dress:
        if not self.isEnabled():
            return DISABLED
        fill = "accentSolidHover" if self._hovered() or self.isDown() else "accentSolid"
        return Dress(fill, "", "onAccent", "onAccent")


class SecondaryButton(Button):
    """What else can be done; checkable it is a switch."""

    def _dress(self) -> Dress:
        if not self.isEnabled():
            return DISABLED
        if self.isChecked():
            return Dress("tint", "accent", "accent", "accent")
        fill = "tint" if self.isDown() else "surface2" if self._hovered() else "surface"
        return Dress(fill, "borderStrong")


class QuietButton(Button):
    """A button of tool bars and headers; its frame appears under the mouse."""

    def _dress(self) -> Dress:
        if not self.isEnabled():
            return Dress("", "", "text3", "text3")
        if self.isChecked() or self.isDown():
            return Dress("tint", "", "accent", "accent")
        if self._hovered():
            return Dress("surface2", "border", "text")
        return Dress("", "", "text2")


class DestructiveButton(Button):
    """Ends something for good: an outline in red until it is armed, then solid."""

    _weight = 600

    def __init__(
        self,
        text: str,
        icon: str = "",
        key: str = "",
        *,
        small: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(text, icon, key, small=small, parent=parent)
        self._armed = False

    def set_armed(self, armed: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Whether the condition of the act is met, such as a reason that was written."""
        self._armed = armed
        self.update()

    def _dress(self) -> Dress:
        if not self.isEnabled():
            return DISABLED
        pointed_at = self._hovered() or self.isDown()
        if self._armed:
            return Dress("redSolid", "redFg" if pointed_at else "", "onAccent", "onAccent")
        return Dress("redBg" if pointed_at else "surface", "redFg", "redFg", "redFg")


class IconButton(QuietButton):
    """An icon with a name and a key for its tool tip; `outlined` where it stands among outlined ones."""

    def __init__(
        self,
        icon: str,
        name: str,
        key: str = "",
        *,
        small: bool = False,
        outlined: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__("", icon, "", small=small, parent=parent)
        self._outlined, self._count = outlined, ""
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(spoken(name, key))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        """Show another picture."""
        self._icon_name = icon
        self.update()

    def set_count(self, count: str) -> None:
        """A number in red at its corner; empty for none."""
        self._count = count
        self.setAccessibleName(f"{self._name} {count}".strip())
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """A square."""
        side = look().px(_SMALL_SIDE if self._small else _SIDE)
        return QtCore.QSize(side, side)

    def minimumSizeHint(self) -> QtCore.QSize:
        """It does not shrink."""
        return self.sizeHint()

    def _dress(self) -> Dress:
        dress = super()._dress()
        if self._outlined and not dress.outline:
            return Dress(dress.fill or "surface", "border", dress.ink, dress.icon)
        return dress

    def _paint_content(self, painter: QtGui.QPainter, dress: Dress) -> None:
        size = look().px(_ICON)
        self._paint_icon(painter, centred(self.rect(), size, size), dress)
        if self._count:
            self._paint_count(painter)

    def _paint_count(self, painter: QtGui.QPainter) -> None:
        worn = look()
        height = worn.px(_BADGE)
        wide = max(height, advance(self._count, "micro", 600) + worn.px(6))
        rtl = painter.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        row = QtCore.QRect(0, worn.px(2), self.width(), height)
        place = from_start(row, self.width() - wide - worn.px(1), wide, rtl=rtl)
        box(painter, place, worn.colour("redSolid"), radius=height / 2)
        painter.setPen(worn.colour("onAccent"))
        draw_line(painter, place, self._count, face("micro", 600), QtCore.Qt.AlignmentFlag.AlignHCenter)


class Link(QuietButton):
    """Words that lead somewhere; underlined under the mouse and when they have the keyboard."""

    def __init__(self, text: str, *, small: bool = True, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(text, small=small, parent=parent)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Maximum, QtWidgets.QSizePolicy.Policy.Fixed)

    def _dress(self) -> Dress:
        return Dress("", "", "accent" if self.isEnabled() else "text3")

    def _height(self) -> int:
        return look().px(24)

    def _pad(self) -> int:
        return look().px(3)

    def _paint_content(self, painter: QtGui.QPainter, dress: Dress) -> None:
        super()._paint_content(painter, dress)
        if self._hovered() or self.hasFocus():
            painter.setPen(look().colour(dress.ink))
            middle = centred(self.rect(), self._content_width(), self.height())
            under = self.height() - look().px(4)
            painter.drawLine(middle.left(), under, middle.right(), under)
