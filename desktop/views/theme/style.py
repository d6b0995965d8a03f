"""Paints Qt's own controls in our manner: flat, outlined, of fixed heights, never without a focus ring."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme import (
    bars,
    fields,
    headings,
    indicators,
    measures,
    menus,
    panels,
    pictures,
    tool_buttons,
)
from desktop.views.theme.pencil import Painting, Pencil, has

if TYPE_CHECKING:
    from desktop.views.theme.look import Look

_CONTROL = QtWidgets.QStyle.ControlElement
_COMPLEX = QtWidgets.QStyle.ComplexControl
_SPIN_WORDS = QtWidgets.QStyle.SubControl.SC_SpinBoxEditField
_CONTENTS = QtWidgets.QStyle.ContentsType
_PART = QtWidgets.QStyle.SubElement
_METRIC = QtWidgets.QStyle.PixelMetric
_STATE = QtWidgets.QStyle.StateFlag
PRIMITIVES = {**indicators.INDICATORS, **panels.PANELS, **menus.GROUNDS, **headings.GROUNDS}
CONTROLS = {**bars.BARS, **headings.HEADINGS, **menus.ITEMS, **fields.WORDS, **panels.SHAPES}
COMPLEX = {**bars.COMPLEX_BARS, **fields.FIELDS, **tool_buttons.TOOL_BUTTONS}
TEXT_EDIT_FRAME = 2
"""A text edit keeps two pixels for its focus ring."""


# The stubs of PySide6 want a widget where Qt itself passes none.
class WindowStyle(QtWidgets.QProxyStyle):
    """Fusion with our colours, sizes and indicators; what is not named here is Fusion's."""

    def __init__(self, look: "Look") -> None:
        super().__init__("Fusion")
        self._look = look
        self._lengths = {metric: look.px(length) for metric, length in measures.SCALED.items()}
        self._lengths |= measures.FIXED

    def drawPrimitive(
        self,
        element: QtWidgets.QStyle.PrimitiveElement,
        option: QtWidgets.QStyleOption,
        painter: QtGui.QPainter,
        widget: QtWidgets.QWidget | None = None,
    ) -> None:
        """Grounds, outlines and indicators."""
        painting = PRIMITIVES.get(element)
        if painting is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            self._paint(painting, option, painter, widget)

    def drawControl(
        self,
        element: QtWidgets.QStyle.ControlElement,
        option: QtWidgets.QStyleOption,
        painter: QtGui.QPainter,
        widget: QtWidgets.QWidget | None = None,
    ) -> None:
        """Parts of controls; words that Fusion sets get our colours first."""
        painting = CONTROLS.get(element)
        if painting is None:
            super().drawControl(element, self._inked(element, option), painter, widget)
        else:
            self._paint(painting, option, painter, widget)

    def drawComplexControl(
        self,
        control: QtWidgets.QStyle.ComplexControl,
        option: QtWidgets.QStyleOptionComplex,
        painter: QtGui.QPainter,
        widget: QtWidgets.QWidget | None = None,
    ) -> None:
        """Controls of several parts."""
        painting = COMPLEX.get(control)
        if painting is None:
            super().drawComplexControl(control, option, painter, widget)
        else:
            self._paint(painting, option, painter, widget)

    def subControlRect(
        self,
        control: QtWidgets.QStyle.ComplexControl,
        option: QtWidgets.QStyleOptionComplex,
        part: QtWidgets.QStyle.SubControl,
        widget: QtWidgets.QWidget | None = None,
    ) -> QtCore.QRect:
        """Where the parts of scroll bars and combo boxes lie; the rest as Fusion has it."""
        place = None
        if control == _COMPLEX.CC_ScrollBar and isinstance(option, QtWidgets.QStyleOptionSlider):
            return bars.scroll_bar_part(option, part, self._look.px(bars.SHORTEST_HANDLE))
        if control == _COMPLEX.CC_ComboBox and isinstance(option, QtWidgets.QStyleOptionComboBox):
            place = fields.combo_part(self._look, option, part)
        place = place or super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        pad = self._look.px(6) if part == _SPIN_WORDS and control == _COMPLEX.CC_SpinBox else 0
        return place.adjusted(pad, 0, -pad, 0)

    def subElementRect(
        self,
        part: QtWidgets.QStyle.SubElement,
        option: QtWidgets.QStyleOption,
        widget: QtWidgets.QWidget | None = None,
    ) -> QtCore.QRect:
        """Where words begin in a field."""
        place = super().subElementRect(part, option, widget)  # type: ignore[arg-type]
        if part == _PART.SE_LineEditContents and isinstance(option, QtWidgets.QStyleOptionFrame):
            pad = self._look.px(8) if option.lineWidth > 0 else 0
            return place.adjusted(pad, 0, -pad, 0)
        return place

    def pixelMetric(
        self,
        metric: QtWidgets.QStyle.PixelMetric,
        option: QtWidgets.QStyleOption | None = None,
        widget: QtWidgets.QWidget | None = None,
    ) -> int:
        """Lengths of the design at this text scale."""
        if metric == _METRIC.PM_DefaultFrameWidth and isinstance(widget, panels.WRITABLE):
            return TEXT_EDIT_FRAME
        length = self._lengths.get(metric)
        return super().pixelMetric(metric, option, widget) if length is None else length

    def sizeFromContents(
        self,
        kind: QtWidgets.QStyle.ContentsType,
        option: QtWidgets.QStyleOption,
        contents: QtCore.QSize,
        widget: QtWidgets.QWidget | None = None,
    ) -> QtCore.QSize:
        """The room of a control round its contents."""
        size = measures.size_of(self._look, kind, option, contents)
        if size is None:
            size = super().sizeFromContents(kind, option, contents, widget)  # type: ignore[arg-type]
            if kind == _CONTENTS.CT_ToolButton and isinstance(option, QtWidgets.QStyleOptionToolButton):
                size.setWidth(size.width() + tool_buttons.room_for_arrow(self._look, option))
            least = self._look.px(measures.LEAST_HEIGHTS.get(kind, 0))
            exact = self._look.px(measures.HEIGHTS.get(kind, 0))
            size.setHeight(exact or max(size.height(), least))
        return size

    def styleHint(
        self,
        hint: QtWidgets.QStyle.StyleHint,
        option: QtWidgets.QStyleOption | None = None,
        widget: QtWidgets.QWidget | None = None,
        answer: QtWidgets.QStyleHintReturn | None = None,
    ) -> int:
        """How controls behave."""
        known = measures.HINTS.get(hint)
        return super().styleHint(hint, option, widget, answer) if known is None else known

    def standardIcon(
        self,
        picture: QtWidgets.QStyle.StandardPixmap,
        option: QtWidgets.QStyleOption | None = None,
        widget: QtWidgets.QWidget | None = None,
    ) -> QtGui.QIcon:
        """Our icons in Qt's own dialogs."""
        known = pictures.PICTURES.get(picture)
        if known is None:
            return super().standardIcon(picture, option, widget)
        return self._look.icon(*known)

    def polish(self, target: Any) -> Any:
        """Correct what a widget would otherwise take from the font or from Qt's older parts."""
        if isinstance(target, QtWidgets.QHeaderView):
            target.setMinimumSectionSize(self._look.px(measures.HEADER))
            target.setHighlightSections(False)
        elif isinstance(target, QtWidgets.QComboBox) and _lists_as_of_old(target):
            target.setItemDelegate(QtWidgets.QStyledItemDelegate(target))
        return super().polish(target)

    def _paint(
        self,
        painting: Painting,
        option: QtWidgets.QStyleOption,
        painter: QtGui.QPainter,
        widget: QtWidgets.QWidget | None,
    ) -> None:
        with _kept(painter):
            painting(Pencil(painter, self._look), option, widget)

    def _inked(
        self, element: QtWidgets.QStyle.ControlElement, option: QtWidgets.QStyleOption
    ) -> QtWidgets.QStyleOption:
        """The option with the colour that the words of this element have."""
        if element == _CONTROL.CE_PushButtonLabel and isinstance(option, QtWidgets.QStyleOptionButton):
            primary = panels.is_primary(option)
            return self._with_ink(QtWidgets.QStyleOptionButton(option), "onAccent") if primary else option
        if not has(option, _STATE.State_Enabled):
            return option
        if element == _CONTROL.CE_HeaderLabel and isinstance(option, QtWidgets.QStyleOptionHeader):
            return self._with_ink(QtWidgets.QStyleOptionHeader(option), "text2")
        if element == _CONTROL.CE_TabBarTabLabel and isinstance(option, QtWidgets.QStyleOptionTab):
            chosen = has(option, _STATE.State_Selected)
            return option if chosen else self._with_ink(QtWidgets.QStyleOptionTab(option), "text2")
        return option

    def _with_ink(self, option: QtWidgets.QStyleOption, token: str) -> QtWidgets.QStyleOption:
        palette = QtGui.QPalette(option.palette)
        for role in (QtGui.QPalette.ColorRole.ButtonText, QtGui.QPalette.ColorRole.WindowText):
            palette.setColor(role, self._look.colour(token))
        option.palette = palette
        return option


def _lists_as_of_old(box: QtWidgets.QComboBox) -> bool:
    """Whether the list of a combo box is still painted without asking the style."""
    return box.itemDelegate().metaObject().className() == "QComboBoxDelegate"


@contextmanager
def _kept(painter: QtGui.QPainter) -> Iterator[None]:
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()
