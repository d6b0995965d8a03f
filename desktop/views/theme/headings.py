"""Paints what stands above content: headers of tables, tabs."""

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.pencil import Painting, Pencil, has, rings_itself

_STATE = QtWidgets.QStyle.StateFlag
_CONTROL = QtWidgets.QStyle.ControlElement
LINE = 2
"""How thick the line below the chosen tab is."""


def header_section(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """Flat, with a line below; a shade stronger under the mouse."""
    pencil.fill(option.rect, "border" if has(option, _STATE.State_Sunken) else "surface2")
    pencil.fill(_lowest(option.rect, 1), "border")


def tab_shape(pencil: Pencil, option: QtWidgets.QStyleOptionTab, widget: QtWidgets.QWidget | None) -> None:
    """Words on the ground with a thick line below the chosen one."""
    chosen = has(option, _STATE.State_Selected)
    if has(option, _STATE.State_MouseOver) and not chosen and has(option, _STATE.State_Enabled):
        pencil.fill(option.rect.adjusted(0, 0, 0, -LINE), "surface2")
    if chosen:
        pencil.fill(_lowest(option.rect, LINE), "accent")
    if has(option, _STATE.State_HasFocus) and not rings_itself(widget):
        pencil.ring(option.rect.adjusted(2, 4, -2, -4))


def tab_row(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """The line all tabs stand on."""
    pencil.fill(_lowest(option.rect, 1), "border")


def _lowest(rect: QtCore.QRect, height: int) -> QtCore.QRect:
    return QtCore.QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height)


HEADINGS: dict[QtWidgets.QStyle.ControlElement, Painting] = {
    _CONTROL.CE_HeaderSection: header_section,
    _CONTROL.CE_HeaderEmptyArea: header_section,
    _CONTROL.CE_TabBarTabShape: tab_shape,
}
GROUNDS: dict[QtWidgets.QStyle.PrimitiveElement, Painting] = {
    QtWidgets.QStyle.PrimitiveElement.PE_FrameTabBarBase: tab_row,
}
