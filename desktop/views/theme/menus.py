"""Paints menus: rows of one height, a column for marks and icons, keys at the end."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.pencil import Painting, Pencil, Side, centred, has, mirrored

if TYPE_CHECKING:
    from desktop.views.theme.look import Look

_STATE = QtWidgets.QStyle.StateFlag
_ITEM = QtWidgets.QStyleOptionMenuItem.MenuItemType
_CHECK = QtWidgets.QStyleOptionMenuItem.CheckType
ROW, RULE = 32, 9
"""Heights of an action and of the line between two groups."""
MARKS, PAD, KEYS_APART = 34, 14, 24
"""Widths: the column of marks at the start, what the end keeps free, what keeps keys off the words."""


def item_size(look: "Look", option: QtWidgets.QStyleOptionMenuItem, words: int) -> QtCore.QSize:
    """The room of one row whose words Qt has measured; the keys Qt adds itself."""
    px = look.px
    if option.menuItemType == _ITEM.Separator:
        return QtCore.QSize(words, px(RULE))
    keys = px(KEYS_APART) if "\t" in option.text else 0
    opens = px(PAD) if option.menuItemType == _ITEM.SubMenu else 0
    return QtCore.QSize(px(MARKS) + words + keys + opens + px(PAD), px(ROW))


def menu_item(
    pencil: Pencil, option: QtWidgets.QStyleOptionMenuItem, _widget: QtWidgets.QWidget | None
) -> None:
    """One row of a menu, or the line between two groups."""
    if option.menuItemType == _ITEM.Separator:
        pencil.fill(centred(option.rect, option.rect.width(), 1), "border")
        return
    enabled = has(option, _STATE.State_Enabled)
    pencil.fill(option.rect, "tint" if enabled and has(option, _STATE.State_Selected) else "surface")
    _mark(pencil, option)
    _words(pencil, option, "text" if enabled else "text3")


def menu_ground(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """The ground of a menu with its outline."""
    pencil.box(option.rect, "surface", "borderStrong", radius=0)


def menu_empty_area(
    pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None
) -> None:
    """Between and below the rows."""
    pencil.fill(option.rect, "surface")


def _mark(pencil: Pencil, option: QtWidgets.QStyleOptionMenuItem) -> None:
    row, side = option.rect, pencil.look.px(16)
    column = QtCore.QRect(row.left(), row.top(), pencil.look.px(MARKS), row.height())
    place = centred(mirrored(option, column), side, side)
    if option.checkType != _CHECK.NotCheckable and option.checked:
        pencil.icon(place, "check", "accent", 16)
    elif not option.icon.isNull():
        mode = option.icon.Mode.Normal if has(option, _STATE.State_Enabled) else option.icon.Mode.Disabled
        option.icon.paint(pencil.painter, place, Side.AlignCenter, mode)


def _words(pencil: Pencil, option: QtWidgets.QStyleOptionMenuItem, token: str) -> None:
    words, _, keys = option.text.partition("\t")
    px, row = pencil.look.px, option.rect
    place = mirrored(option, row.adjusted(px(MARKS), 0, -px(PAD), 0))
    pencil.painter.setFont(option.font)
    pencil.text(option, place, words, token)
    if keys:
        pencil.text(option, place, f"\u2066{keys}\u2069", "text3", Side.AlignRight)
    if option.menuItemType == _ITEM.SubMenu:
        end = QtCore.QRect(row.right() + 1 - px(PAD) - px(12), row.top(), px(12), row.height())
        pencil.icon(mirrored(option, end), "chevron-forward", "text2", 12)


_PRIMITIVE, _CONTROL = QtWidgets.QStyle.PrimitiveElement, QtWidgets.QStyle.ControlElement
GROUNDS: dict[QtWidgets.QStyle.PrimitiveElement, Painting] = {
    _PRIMITIVE.PE_PanelMenu: menu_ground,
    _PRIMITIVE.PE_FrameMenu: menu_ground,
}
ITEMS: dict[QtWidgets.QStyle.ControlElement, Painting] = {
    _CONTROL.CE_MenuItem: menu_item,
    _CONTROL.CE_MenuEmptyArea: menu_empty_area,
}
