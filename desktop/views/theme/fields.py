"""Paints controls that hold a value and offer others: combo boxes and spin boxes."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.panels import outlined
from desktop.views.theme.pencil import Painting, Pencil, has

if TYPE_CHECKING:
    from desktop.views.theme.look import Look

_STATE = QtWidgets.QStyle.StateFlag
_SUB = QtWidgets.QStyle.SubControl
_COMPLEX = QtWidgets.QStyle.ComplexControl
_STEP = QtWidgets.QAbstractSpinBox.StepEnabledFlag


def combo_box(
    pencil: Pencil, option: QtWidgets.QStyleOptionComboBox, widget: QtWidgets.QWidget | None
) -> None:
    """A field with a chevron at its end."""
    if option.frame:
        outlined(pencil, option, widget)
    arrow = _part(_COMPLEX.CC_ComboBox, option, _SUB.SC_ComboBoxArrow, widget)
    pencil.icon(arrow, "chevron-down", "text2" if has(option, _STATE.State_Enabled) else "text3", 12)


def combo_words(
    pencil: Pencil, option: QtWidgets.QStyleOptionComboBox, widget: QtWidgets.QWidget | None
) -> None:
    """What is chosen, with its icon; an editable box shows it in its own line edit."""
    if option.editable:
        return
    place = _part(_COMPLEX.CC_ComboBox, option, _SUB.SC_ComboBoxEditField, widget)
    if not option.currentIcon.isNull():
        side, apart = pencil.look.px(16), pencil.look.px(8)
        picture = QtCore.QRect(place.left(), place.top(), side, place.height())
        option.currentIcon.paint(
            pencil.painter, QtWidgets.QStyle.visualRect(option.direction, place, picture)
        )
        rest = place.adjusted(side + apart, 0, 0, 0)
        place = QtWidgets.QStyle.visualRect(option.direction, place, rest)
    shown = option.fontMetrics.elidedText(
        option.currentText, QtCore.Qt.TextElideMode.ElideRight, place.width()
    )
    pencil.text(option, place, shown, "text" if has(option, _STATE.State_Enabled) else "text3")


def spin_box(pencil: Pencil, option: QtWidgets.QStyleOptionSpinBox, widget: QtWidgets.QWidget | None) -> None:
    """A field with one small arrow above the other at its end."""
    if option.frame:
        outlined(pencil, option, widget)
    for part, step, name in (
        (_SUB.SC_SpinBoxUp, _STEP.StepUpEnabled, "chevron-up"),
        (_SUB.SC_SpinBoxDown, _STEP.StepDownEnabled, "chevron-down"),
    ):
        place = _part(_COMPLEX.CC_SpinBox, option, part, widget)
        if not option.subControls & part or place.isEmpty():
            continue
        if option.activeSubControls == part and has(option, _STATE.State_MouseOver):
            pencil.fill(place.adjusted(1, 1, -1, -1), "surface2")
        usable = bool(option.stepEnabled & step) and has(option, _STATE.State_Enabled)
        pencil.icon(place, name, "text2" if usable else "borderStrong", 10)


def _part(
    control: QtWidgets.QStyle.ComplexControl,
    option: QtWidgets.QStyleOptionComplex,
    part: QtWidgets.QStyle.SubControl,
    widget: QtWidgets.QWidget | None,
) -> QtCore.QRect:
    style = widget.style() if widget else QtWidgets.QApplication.style()
    return style.subControlRect(control, option, part, widget)


def combo_part(
    look: "Look", option: QtWidgets.QStyleOptionComboBox, part: QtWidgets.QStyle.SubControl
) -> QtCore.QRect | None:
    """Where the chevron and the words of a combo box lie; other parts are Fusion's."""
    px, whole = look.px, option.rect
    if part == _SUB.SC_ComboBoxArrow:
        place = QtCore.QRect(whole.right() + 1 - px(30), whole.top(), px(30), whole.height())
    elif part == _SUB.SC_ComboBoxEditField:
        place = whole.adjusted(px(6) if option.editable else px(10), 2, -px(30), -2)
    else:
        return None
    return QtWidgets.QStyle.visualRect(option.direction, whole, place)


FIELDS: dict[QtWidgets.QStyle.ComplexControl, Painting] = {
    _COMPLEX.CC_ComboBox: combo_box,
    _COMPLEX.CC_SpinBox: spin_box,
}
WORDS: dict[QtWidgets.QStyle.ControlElement, Painting] = {
    QtWidgets.QStyle.ControlElement.CE_ComboBoxLabel: combo_words,
}
