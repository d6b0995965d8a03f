"""Paints what shows a choice or a direction: check boxes, radio buttons, arrows, tree branches."""

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.pencil import RING, Painting, Pencil, centred, has, rings_itself

_STATE = QtWidgets.QStyle.StateFlag
BOX = 16
AROUND = RING + 1
"""Room that an indicator keeps on every side for its focus ring: one pixel apart, two pixels thick."""


def check_box(pencil: Pencil, option: QtWidgets.QStyleOption, widget: QtWidgets.QWidget | None) -> None:
    """A box with a mark when chosen, a dash when only part of its group is."""
    box = _indicator(pencil, option)
    chosen, partly = has(option, _STATE.State_On), has(option, _STATE.State_NoChange)
    pencil.box(box, *_colours(option, chosen or partly), radius=3)
    if chosen or partly:
        ink = "onAccent" if has(option, _STATE.State_Enabled) else "text3"
        pencil.icon(box, "check" if chosen else "minus", ink, 12)
    _ring(pencil, option, widget, box, 3 + AROUND)


def radio_button(pencil: Pencil, option: QtWidgets.QStyleOption, widget: QtWidgets.QWidget | None) -> None:
    """A circle, with a disc inside when chosen."""
    circle = _indicator(pencil, option)
    chosen = has(option, _STATE.State_On)
    pencil.disc(circle, *_colours(option, chosen))
    if chosen:
        dot = pencil.look.px(6)
        ink = "onAccent" if has(option, _STATE.State_Enabled) else "text3"
        pencil.disc(centred(circle, dot, dot), ink)
    _ring(pencil, option, widget, circle, circle.width())


def _indicator(pencil: Pencil, option: QtWidgets.QStyleOption) -> QtCore.QRect:
    side = pencil.look.px(BOX)
    return centred(option.rect, side, side)


def _colours(option: QtWidgets.QStyleOption, chosen: bool) -> tuple[str, str]:  # noqa: FBT001
    if not has(option, _STATE.State_Enabled):
        return "surface2", "border"
    if chosen:
        return "accentSolid", "accentSolid"
    return ("surface2" if has(option, _STATE.State_MouseOver) else "surface"), "borderStrong"


def _ring(
    pencil: Pencil,
    option: QtWidgets.QStyleOption,
    widget: QtWidgets.QWidget | None,
    around: QtCore.QRect,
    radius: float,
) -> None:
    if has(option, _STATE.State_HasFocus) and not rings_itself(widget):
        pencil.ring(around.adjusted(-AROUND, -AROUND, AROUND, AROUND), radius)


def arrow(name: str) -> Painting:
    """An arrow of the style as one of our chevrons."""

    def paint(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
        ink = "text2" if has(option, _STATE.State_Enabled) else "text3"
        pencil.icon(option.rect, name, ink, 12)

    return paint


def branch(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """What opens and closes a branch of a tree; there are no lines between branches."""
    if has(option, _STATE.State_Children):
        name = "chevron-down" if has(option, _STATE.State_Open) else "chevron-forward"
        pencil.icon(option.rect, name, "text2", 12)


def header_arrow(
    pencil: Pencil, option: QtWidgets.QStyleOptionHeader, _widget: QtWidgets.QWidget | None
) -> None:
    """Upwards for what grows down the column."""
    grows = option.sortIndicator == QtWidgets.QStyleOptionHeader.SortIndicator.SortDown
    pencil.icon(option.rect, "chevron-up" if grows else "chevron-down", "accent", 12)


_PRIMITIVE = QtWidgets.QStyle.PrimitiveElement
INDICATORS: dict[QtWidgets.QStyle.PrimitiveElement, Painting] = {
    _PRIMITIVE.PE_IndicatorCheckBox: check_box,
    _PRIMITIVE.PE_IndicatorItemViewItemCheck: check_box,
    _PRIMITIVE.PE_IndicatorRadioButton: radio_button,
    _PRIMITIVE.PE_IndicatorBranch: branch,
    _PRIMITIVE.PE_IndicatorHeaderArrow: header_arrow,
    _PRIMITIVE.PE_IndicatorArrowUp: arrow("chevron-up"),
    _PRIMITIVE.PE_IndicatorArrowDown: arrow("chevron-down"),
    _PRIMITIVE.PE_IndicatorArrowLeft: arrow("chevron-left"),
    _PRIMITIVE.PE_IndicatorArrowRight: arrow("chevron-right"),
}
