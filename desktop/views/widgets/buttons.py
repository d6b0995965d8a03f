"""The kinds of buttons: one primary a screen, outlined and quiet ones beside it, icons alone, links."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.button_base import DISABLED, Button, Dress
from desktop.views.widgets.faces import advance, face
from desktop.views.widgets.key_cap import spoken
from desktop.views.widgets.lines import centred, draw_line, from_start
from desktop.views.widgets.strokes import box

_SIDE, _SMALL_SIDE, _ICON, _BADGE, _OVERLAP = 34, 28, 16, 15, 5


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
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """A square; a count of several digits makes it wider."""
        side = self._side()
        return QtCore.QSize(max(side, self._badge_start() + self._badge_width()), side)

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
        rtl = painter.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        square = from_start(self.rect(), 0, min(self.width(), self._side()), rtl=rtl)
        self._paint_icon(painter, centred(square, size, size), dress)
        if self._count:
            self._paint_count(painter, rtl=rtl)

    def _side(self) -> int:
        return look().px(_SMALL_SIDE if self._small else _SIDE)

    def _badge_start(self) -> int:
        """Where the count begins: over the icon's shoulder, its shape left to be seen."""
        return (self._side() + look().px(_ICON)) // 2 - look().px(_OVERLAP)

    def _badge_width(self) -> int:
        if not self._count:
            return 0
        return max(look().px(_BADGE), advance(self._count, "micro", 600) + look().px(8))

    def _paint_count(self, painter: QtGui.QPainter, *, rtl: bool) -> None:
        worn = look()
        height = worn.px(_BADGE)
        row = QtCore.QRect(0, worn.px(1), self.width(), height)
        place = from_start(row, self._badge_start(), self._badge_width(), rtl=rtl)
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
