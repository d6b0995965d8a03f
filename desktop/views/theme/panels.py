"""Paints grounds and outlines: buttons, fields, frames, groups, rows, tool tips."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.pencil import RING, Painting, Pencil, has, rings_itself

_STATE = QtWidgets.QStyle.StateFlag
_FEATURE = QtWidgets.QStyleOptionButton.ButtonFeature
RINGED = QtWidgets.QAbstractButton | QtWidgets.QGroupBox | QtWidgets.QTabBar
"""Controls that paint their ring elsewhere than Qt would have it."""
WRITABLE = QtWidgets.QTextEdit | QtWidgets.QPlainTextEdit


def push_button(
    pencil: Pencil, option: QtWidgets.QStyleOptionButton, widget: QtWidgets.QWidget | None
) -> None:
    """Outlined; filled when it is what Enter does; with its ring inside when it has the keyboard."""
    ground, line = _button_colours(option)
    place = option.rect
    if has(option, _STATE.State_HasFocus) and not rings_itself(widget):
        pencil.ring(place)
        place = place.adjusted(RING + 1, RING + 1, -RING - 1, -RING - 1)
    pencil.box(place, ground, line)


def is_primary(option: QtWidgets.QStyleOption) -> bool:
    """Whether Enter presses this button now."""
    return _features(option, _FEATURE.DefaultButton) and has(option, _STATE.State_Enabled)


def _features(option: QtWidgets.QStyleOption, feature: QtWidgets.QStyleOptionButton.ButtonFeature) -> bool:
    """Whether it is a button with this feature; Fusion paints parts of other controls as buttons too."""
    return isinstance(option, QtWidgets.QStyleOptionButton) and bool(option.features & feature)


def _button_colours(option: QtWidgets.QStyleOption) -> tuple[str | None, str | None]:
    over = has(option, _STATE.State_MouseOver)
    down = has(option, _STATE.State_Sunken) or has(option, _STATE.State_On)
    if _features(option, _FEATURE.Flat):
        return ("tint" if down else "surface2" if over else None), None
    if not has(option, _STATE.State_Enabled):
        return "surface2", "border"
    if is_primary(option):
        return ("accentSolidHover" if over or down else "accentSolid"), None
    return ("tint" if down else "surface2" if over else "surface"), "borderStrong"


def tool_button(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """Bare at rest when it is raised only on approach, outlined otherwise."""
    enabled, over = has(option, _STATE.State_Enabled), has(option, _STATE.State_MouseOver)
    chosen = has(option, _STATE.State_On) or has(option, _STATE.State_Sunken)
    bare = has(option, _STATE.State_AutoRaise)
    ground = "tint" if chosen else "surface2" if over and enabled else None if bare else "surface"
    pencil.box(option.rect, ground, None if bare else "borderStrong" if enabled else "border")


def field(pencil: Pencil, option: QtWidgets.QStyleOptionFrame, widget: QtWidgets.QWidget | None) -> None:
    """The ground of a line edit; one that stands inside another control has no outline of its own."""
    if option.lineWidth > 0:
        writable = not has(option, _STATE.State_ReadOnly)
        outlined(pencil, option, widget, ground="surface" if writable else "surface2")


def outlined(
    pencil: Pencil, option: QtWidgets.QStyleOption, widget: QtWidgets.QWidget | None, ground: str = "surface"
) -> None:
    """The box of a field: outlined, with the ring instead of the outline when it has the keyboard."""
    enabled = has(option, _STATE.State_Enabled)
    pencil.box(option.rect, ground if enabled else "surface2", "borderStrong" if enabled else "border")
    if has(option, _STATE.State_HasFocus) and not rings_itself(widget):
        pencil.ring(option.rect)


def frame(pencil: Pencil, option: QtWidgets.QStyleOptionFrame, widget: QtWidgets.QWidget | None) -> None:
    """A line round a list or a pane; round a text that can be written, the outline of a field."""
    if isinstance(widget, WRITABLE):
        outlined(pencil, option, widget, "surface2" if widget.isReadOnly() else "surface")
    else:
        pencil.box(option.rect, None, "border")


def group_frame(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """The line round what belongs together."""
    pencil.box(option.rect, None, "border")


def focus_rect(pencil: Pencil, option: QtWidgets.QStyleOption, widget: QtWidgets.QWidget | None) -> None:
    """The ring inside a row or whatever has no ring of its own; boxes and buttons paint theirs themselves."""
    in_list_of_choices = widget is not None and widget.window().windowType() == QtCore.Qt.WindowType.Popup
    if not isinstance(widget, RINGED) and not rings_itself(widget) and not in_list_of_choices:
        pencil.ring(option.rect)


def item(pencil: Pencil, option: QtWidgets.QStyleOptionViewItem, _widget: QtWidgets.QWidget | None) -> None:
    """The ground of a row: its own colour, then chosen or under the mouse."""
    if option.backgroundBrush.style() != QtCore.Qt.BrushStyle.NoBrush:
        pencil.painter.fillRect(option.rect, option.backgroundBrush)
    if has(option, _STATE.State_Selected):
        pencil.fill(option.rect, "tint")
    elif has(option, _STATE.State_MouseOver):
        pencil.fill(option.rect, "surface2")


def tool_tip(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """The ground of a tool tip."""
    pencil.fill(option.rect, "tooltip")


def nothing(_pencil: Pencil, _option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """What Fusion would paint here is not wanted."""


def corner(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """Where two scroll bars meet."""
    pencil.fill(option.rect, "surface2")


def rubber_band(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """The frame drawn with the mouse over several things."""
    ground = QtGui.QColor(pencil.look.colour("accent"))
    ground.setAlphaF(0.12)
    pencil.painter.fillRect(option.rect, ground)
    pencil.box(option.rect, None, "accent", radius=0)


_PRIMITIVE = QtWidgets.QStyle.PrimitiveElement
PANELS: dict[QtWidgets.QStyle.PrimitiveElement, Painting] = {
    _PRIMITIVE.PE_PanelButtonCommand: push_button,
    _PRIMITIVE.PE_FrameDefaultButton: nothing,
    _PRIMITIVE.PE_PanelButtonTool: tool_button,
    _PRIMITIVE.PE_IndicatorButtonDropDown: tool_button,
    _PRIMITIVE.PE_PanelLineEdit: field,
    _PRIMITIVE.PE_FrameLineEdit: field,
    _PRIMITIVE.PE_Frame: frame,
    _PRIMITIVE.PE_FrameGroupBox: group_frame,
    _PRIMITIVE.PE_FrameTabWidget: nothing,
    _PRIMITIVE.PE_FrameStatusBarItem: nothing,
    _PRIMITIVE.PE_FrameFocusRect: focus_rect,
    _PRIMITIVE.PE_PanelItemViewItem: item,
    _PRIMITIVE.PE_PanelTipLabel: tool_tip,
    _PRIMITIVE.PE_PanelScrollAreaCorner: corner,
}
SHAPES: dict[QtWidgets.QStyle.ControlElement, Painting] = {
    QtWidgets.QStyle.ControlElement.CE_RubberBand: rubber_band,
}
