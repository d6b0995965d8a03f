"""Paints what moves along a line: scroll bars, progress, sliders, and the line between two panes."""

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.pencil import RING, Painting, Pencil, centred, has, mirrored, rings_itself

_STATE = QtWidgets.QStyle.StateFlag
_SUB = QtWidgets.QStyle.SubControl
_HORIZONTAL = QtCore.Qt.Orientation.Horizontal
SHORTEST_HANDLE = 32
PROGRESS_LABEL = 44


def scroll_bar_part(
    option: QtWidgets.QStyleOptionSlider, part: QtWidgets.QStyle.SubControl, shortest: int
) -> QtCore.QRect:
    """Where a part of a scroll bar lies: a groove from end to end, without buttons."""
    groove = option.rect
    along = groove.width() if option.orientation == _HORIZONTAL else groove.height()
    values = option.maximum - option.minimum
    length = along
    if values > 0:
        length = min(along, max(shortest, along * option.pageStep // (values + option.pageStep)))
    start = QtWidgets.QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, along - length, option.upsideDown
    )
    spans = {
        _SUB.SC_ScrollBarGroove: (0, along),
        _SUB.SC_ScrollBarSlider: (start, length),
        _SUB.SC_ScrollBarSubPage: (0, start),
        _SUB.SC_ScrollBarAddPage: (start + length, along - start - length),
    }
    return mirrored(option, _span(option, *spans.get(part, (0, 0))))


def _span(option: QtWidgets.QStyleOptionSlider, start: int, length: int) -> QtCore.QRect:
    bar = option.rect
    if option.orientation == _HORIZONTAL:
        return QtCore.QRect(bar.left() + start, bar.top(), length, bar.height())
    return QtCore.QRect(bar.left(), bar.top() + start, bar.width(), length)


def scroll_bar(
    pencil: Pencil, option: QtWidgets.QStyleOptionSlider, _widget: QtWidgets.QWidget | None
) -> None:
    """A thin handle on a quiet groove; stronger while the mouse has it."""
    pencil.fill(option.rect, "surface2")
    if option.maximum <= option.minimum:
        return
    handle = scroll_bar_part(option, _SUB.SC_ScrollBarSlider, pencil.look.px(SHORTEST_HANDLE))
    held = bool(option.activeSubControls & _SUB.SC_ScrollBarSlider)
    held = held and (has(option, _STATE.State_Sunken) or has(option, _STATE.State_MouseOver))
    pencil.box(handle.adjusted(2, 2, -2, -2), "borderStrong" if held else "scroll", None, radius=3)


def progress(
    pencil: Pencil, option: QtWidgets.QStyleOptionProgressBar, _widget: QtWidgets.QWidget | None
) -> None:
    """The way there is to go, the way gone, and behind the bar how far that is in words."""
    label = pencil.look.px(PROGRESS_LABEL) if option.textVisible else 0
    whole = option.rect
    bar = mirrored(option, whole.adjusted(0, 0, -label, 0))
    line = centred(bar, bar.width(), pencil.look.px(6))
    pencil.box(line, "border", None, radius=3)
    _way_gone(pencil, option, line)
    if option.textVisible:
        words = QtCore.QRect(whole.right() + 1 - label, whole.top(), label, whole.height())
        pencil.text(option, mirrored(option, words), option.text, "text2", QtCore.Qt.AlignmentFlag.AlignRight)


def _way_gone(pencil: Pencil, option: QtWidgets.QStyleOptionProgressBar, line: QtCore.QRect) -> None:
    """From the start of the reading direction; all of it, faintly, when the end is unknown."""
    steps = option.maximum - option.minimum
    if steps <= 0:
        pencil.box(line, "tintStrong", None, radius=3)
        return
    length = line.width() * max(0, option.progress - option.minimum) // steps
    if length > 0:
        from_right = (option.direction == QtCore.Qt.LayoutDirection.RightToLeft) != option.invertedAppearance
        left = line.right() + 1 - length if from_right else line.left()
        gone = QtCore.QRect(left, line.top(), length, line.height())
        pencil.box(gone, "accentSolid", None, radius=3)


def slider(pencil: Pencil, option: QtWidgets.QStyleOptionSlider, widget: QtWidgets.QWidget | None) -> None:
    """A line with a round handle; the part before the handle is filled."""
    style = widget.style() if widget else QtWidgets.QApplication.style()
    handle = style.subControlRect(
        QtWidgets.QStyle.ComplexControl.CC_Slider, option, _SUB.SC_SliderHandle, widget
    )
    thick = pencil.look.px(4)
    horizontal = option.orientation == _HORIZONTAL
    wide, high = (option.rect.width(), thick) if horizontal else (thick, option.rect.height())
    line = centred(option.rect, wide, high)
    pencil.box(line, "border", None, radius=2)
    pencil.box(_slid(line, handle, option, horizontal=horizontal), "accentSolid", None, radius=2)
    side = pencil.look.px(14)
    knob = centred(handle, side, side)
    enabled = has(option, _STATE.State_Enabled)
    pencil.disc(knob, "surface" if enabled else "surface2", "accent" if enabled else "border", 1.5)
    if has(option, _STATE.State_HasFocus) and not rings_itself(widget):
        pencil.disc(knob.adjusted(-3, -3, 3, 3), None, "focus", RING)


def _slid(
    line: QtCore.QRect, handle: QtCore.QRect, option: QtWidgets.QStyleOptionSlider, *, horizontal: bool
) -> QtCore.QRect:
    middle = handle.center()
    if horizontal:
        if option.upsideDown:
            return QtCore.QRect(middle.x(), line.top(), line.right() + 1 - middle.x(), line.height())
        return QtCore.QRect(line.left(), line.top(), middle.x() - line.left(), line.height())
    if option.upsideDown:
        return QtCore.QRect(line.left(), middle.y(), line.width(), line.bottom() + 1 - middle.y())
    return QtCore.QRect(line.left(), line.top(), line.width(), middle.y() - line.top())


def splitter(pencil: Pencil, option: QtWidgets.QStyleOption, _widget: QtWidgets.QWidget | None) -> None:
    """The line between two panes; wider handles keep it in their middle."""
    horizontal = has(option, _STATE.State_Horizontal)
    wide, high = (1, option.rect.height()) if horizontal else (option.rect.width(), 1)
    pencil.fill(centred(option.rect, wide, high), "border")


_CONTROL = QtWidgets.QStyle.ControlElement
BARS: dict[QtWidgets.QStyle.ControlElement, Painting] = {
    _CONTROL.CE_ProgressBar: progress,
    _CONTROL.CE_Splitter: splitter,
}
_COMPLEX = QtWidgets.QStyle.ComplexControl
COMPLEX_BARS: dict[QtWidgets.QStyle.ComplexControl, Painting] = {
    _COMPLEX.CC_ScrollBar: scroll_bar,
    _COMPLEX.CC_Slider: slider,
}
