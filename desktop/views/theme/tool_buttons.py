"""Paints tool buttons with what they open: one ground for words and arrow instead of two."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.panels import tool_button
from desktop.views.theme.pencil import Painting, Pencil, has, mirrored, rings_itself

if TYPE_CHECKING:
    from desktop.views.theme.look import Look

_STATE = QtWidgets.QStyle.StateFlag
_FEATURE = QtWidgets.QStyleOptionToolButton.ToolButtonFeature
_COMPLEX = QtWidgets.QStyle.ComplexControl
ARROW = 20


def whole_tool_button(
    pencil: Pencil, option: QtWidgets.QStyleOptionToolButton, widget: QtWidgets.QWidget | None
) -> None:
    """Ground, words, and a chevron at the end when there is a menu."""
    style = widget.style() if widget else QtWidgets.QApplication.style()
    tool_button(pencil, option, widget)
    label = QtWidgets.QStyleOptionToolButton(option)
    if opens(option):
        arrow = arrow_place(pencil, option)
        label.rect = mirrored(option, option.rect.adjusted(0, 0, -arrow.width(), 0))
        if option.features & _FEATURE.MenuButtonPopup:
            pencil.fill(_line_beside(arrow, option), "border")
        pencil.icon(arrow, "chevron-down", "text2" if has(option, _STATE.State_Enabled) else "text3", 12)
    style.drawControl(QtWidgets.QStyle.ControlElement.CE_ToolButtonLabel, label, pencil.painter, widget)
    if has(option, _STATE.State_HasFocus) and not rings_itself(widget):
        pencil.ring(option.rect)


def opens(option: QtWidgets.QStyleOptionToolButton) -> bool:
    """Whether the button shows that it has a menu."""
    return bool(option.features & (_FEATURE.MenuButtonPopup | _FEATURE.HasMenu))


def room_for_arrow(look: "Look", option: QtWidgets.QStyleOptionToolButton) -> int:
    """What a menu adds to the width; Qt counts it only where the arrow is a button of its own."""
    if not opens(option) or option.features & _FEATURE.MenuButtonPopup:
        return 0
    return look.px(ARROW)


def arrow_place(pencil: Pencil, option: QtWidgets.QStyleOptionToolButton) -> QtCore.QRect:
    """Where the chevron stands, at the end of the reading direction."""
    whole, wide = option.rect, pencil.look.px(ARROW)
    return mirrored(option, QtCore.QRect(whole.right() + 1 - wide, whole.top(), wide, whole.height()))


def _line_beside(arrow: QtCore.QRect, option: QtWidgets.QStyleOption) -> QtCore.QRect:
    end = option.direction == QtCore.Qt.LayoutDirection.RightToLeft
    return QtCore.QRect(arrow.right() if end else arrow.left(), arrow.top() + 1, 1, arrow.height() - 2)


TOOL_BUTTONS: dict[QtWidgets.QStyle.ComplexControl, Painting] = {_COMPLEX.CC_ToolButton: whole_tool_button}
