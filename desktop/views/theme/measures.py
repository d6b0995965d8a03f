"""How large Qt's own controls are and how they behave: fixed heights of the design instead of the font's."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.indicators import AROUND, BOX
from desktop.views.theme.menus import item_size
from desktop.views.theme.tool_buttons import ARROW

if TYPE_CHECKING:
    from desktop.views.theme.look import Look

_METRIC = QtWidgets.QStyle.PixelMetric
_HINT = QtWidgets.QStyle.StyleHint
_CONTENTS = QtWidgets.QStyle.ContentsType
TAB, HEADER, ROW, TARGET = 36, 32, 32, 24
BULLET = 0x2022

SCALED = {
    _METRIC.PM_ScrollBarExtent: 10,
    _METRIC.PM_ScrollBarSliderMin: 32,
    _METRIC.PM_IndicatorWidth: BOX + 2 * AROUND,
    _METRIC.PM_IndicatorHeight: BOX + 2 * AROUND,
    _METRIC.PM_ExclusiveIndicatorWidth: BOX + 2 * AROUND,
    _METRIC.PM_ExclusiveIndicatorHeight: BOX + 2 * AROUND,
    _METRIC.PM_CheckBoxLabelSpacing: 5,
    _METRIC.PM_RadioButtonLabelSpacing: 5,
    _METRIC.PM_ButtonIconSize: 16,
    _METRIC.PM_SmallIconSize: 16,
    _METRIC.PM_ListViewIconSize: 16,
    _METRIC.PM_TabBarIconSize: 16,
    _METRIC.PM_LineEditIconSize: 16,
    _METRIC.PM_MessageBoxIconSize: 32,
    _METRIC.PM_TreeViewIndentation: 20,
    _METRIC.PM_HeaderMargin: 8,
    _METRIC.PM_HeaderMarkSize: 12,
    _METRIC.PM_HeaderDefaultSectionSizeVertical: 34,
    _METRIC.PM_TabBarTabHSpace: 28,
    _METRIC.PM_MenuVMargin: 4,
    _METRIC.PM_MenuButtonIndicator: ARROW,
    _METRIC.PM_FocusFrameHMargin: 7,
    _METRIC.PM_ToolTipLabelFrameWidth: 6,
    _METRIC.PM_SliderThickness: 24,
    _METRIC.PM_SliderLength: 20,
    _METRIC.PM_SliderControlThickness: 20,
    _METRIC.PM_LayoutLeftMargin: 16,
    _METRIC.PM_LayoutRightMargin: 16,
    _METRIC.PM_LayoutTopMargin: 16,
    _METRIC.PM_LayoutBottomMargin: 16,
    _METRIC.PM_LayoutHorizontalSpacing: 8,
    _METRIC.PM_LayoutVerticalSpacing: 8,
}
"""Lengths that grow with the text."""

FIXED = {
    _METRIC.PM_DefaultFrameWidth: 1,
    _METRIC.PM_SplitterWidth: 1,
    _METRIC.PM_MenuPanelWidth: 1,
    _METRIC.PM_MenuHMargin: 0,
    _METRIC.PM_ButtonShiftHorizontal: 0,
    _METRIC.PM_ButtonShiftVertical: 0,
    _METRIC.PM_TabBarTabShiftVertical: 0,
    _METRIC.PM_TabBarBaseOverlap: 1,
    _METRIC.PM_TabBarTabOverlap: 0,
    _METRIC.PM_ScrollView_ScrollBarSpacing: 0,
}
"""Lines, which do not. A splitter one pixel wide is grasped five pixels wide by Qt itself."""

HINTS = {
    _HINT.SH_Widget_Animate: 0,
    _HINT.SH_Widget_Animation_Duration: 0,
    _HINT.SH_Menu_FadeOutOnHide: 0,
    _HINT.SH_UnderlineShortcut: 0,
    _HINT.SH_EtchDisabledText: 0,
    _HINT.SH_ComboBox_Popup: 0,
    _HINT.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _HINT.SH_MessageBox_CenterButtons: 0,
    _HINT.SH_LineEdit_PasswordCharacter: BULLET,
    _HINT.SH_ItemView_ShowDecorationSelected: 1,
    _HINT.SH_ScrollBar_LeftClickAbsolutePosition: 1,
    _HINT.SH_Slider_AbsoluteSetButtons: QtCore.Qt.MouseButton.LeftButton.value,
    _HINT.SH_TabBar_ElideMode: QtCore.Qt.TextElideMode.ElideNone.value,
}
"""What Qt asks before it acts: nothing moves, no underlined letters, no pictures on dialog buttons."""


FRAMED = {
    _CONTENTS.CT_PushButton: (28, 34, 80),
    _CONTENTS.CT_ComboBox: (40, 32, 0),
    _CONTENTS.CT_LineEdit: (16, 32, 0),
    _CONTENTS.CT_SpinBox: (44, 32, 0),
    _CONTENTS.CT_ProgressBar: (0, 20, 0),
}
"""Controls of one height: what the frame adds to the width of the contents, the height, the least width."""


def size_of(
    look: "Look",
    kind: QtWidgets.QStyle.ContentsType,
    option: QtWidgets.QStyleOption,
    contents: QtCore.QSize,
) -> QtCore.QSize | None:
    """The room of a control round its contents, where Fusion would answer otherwise."""
    px = look.px
    if kind == _CONTENTS.CT_MenuItem and isinstance(option, QtWidgets.QStyleOptionMenuItem):
        return item_size(look, option, contents.width())
    if kind not in FRAMED:
        return None
    sides, height, least = FRAMED[kind]
    return QtCore.QSize(max(contents.width() + px(sides), px(least)), px(height))


LEAST_HEIGHTS = {
    _CONTENTS.CT_CheckBox: TARGET,
    _CONTENTS.CT_RadioButton: TARGET,
    _CONTENTS.CT_ToolButton: 28,
    _CONTENTS.CT_ItemViewItem: ROW,
}
"""Controls that are as high as their contents, but not lower."""

HEIGHTS = {_CONTENTS.CT_TabBarTab: TAB, _CONTENTS.CT_HeaderSection: HEADER}
"""Controls whose height is always this."""
