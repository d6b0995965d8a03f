"""Qt's own controls have the heights, lines and colours of the design, at every scale and in every theme."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look, put_on
from desktop.views.theme.pencil import OWN_RING

WORDS = "پیش‌نمایش نامه"
CONTROLS = {
    "button": (QtWidgets.QPushButton, 34),
    "line edit": (QtWidgets.QLineEdit, 32),
    "combo box": (QtWidgets.QComboBox, 32),
    "spin box": (QtWidgets.QSpinBox, 32),
}
FOCUSABLE = {
    "button": lambda: QtWidgets.QPushButton(WORDS),
    "check box": lambda: QtWidgets.QCheckBox(WORDS),
    "radio button": lambda: QtWidgets.QRadioButton(WORDS),
    "line edit": lambda: QtWidgets.QLineEdit(WORDS),
    "text edit": lambda: QtWidgets.QPlainTextEdit(WORDS),
    "combo box": QtWidgets.QComboBox,
    "spin box": QtWidgets.QSpinBox,
    "slider": lambda: QtWidgets.QSlider(QtCore.Qt.Orientation.Horizontal),
}


def picture(widget: QtWidgets.QWidget) -> QtGui.QImage:
    return widget.grab().toImage()


def at(image: QtGui.QImage, x: int, y: int) -> str:
    """The colour of a pixel, counted from the far edges when negative."""
    return image.pixelColor(x % image.width(), y % image.height()).name().upper()


def colours(image: QtGui.QImage) -> set[str]:
    return {at(image, x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.fixture(params=[1, 2], ids=["100 %", "200 %"])
def scaled(request, qapp):
    return put_on(qapp, scale=request.param)


@pytest.fixture(params=["light", "dark", "contrast"])
def themed(request, qapp):
    return put_on(qapp, request.param)


@pytest.fixture
def shown(qtbot):
    """Show a widget alone and give it the keyboard."""

    def show(widget: QtWidgets.QWidget) -> QtWidgets.QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.mark.parametrize(("make", "height"), CONTROLS.values(), ids=CONTROLS)
def test_a_control_is_as_high_as_the_design_says_and_not_as_the_font(qtbot, scaled, make, height):
    control = make()
    qtbot.addWidget(control)
    assert control.sizeHint().height() == scaled.px(height)


def test_a_check_box_is_a_target_large_enough(qtbot, scaled):
    box = QtWidgets.QCheckBox(WORDS)
    qtbot.addWidget(box)
    assert box.sizeHint().height() >= scaled.px(24)


def test_a_header_is_32_high_and_lets_columns_be_as_narrow(qtbot, scaled):
    table = QtWidgets.QTableWidget(1, 3)
    qtbot.addWidget(table)
    table.show()
    header = table.horizontalHeader()
    assert (header.minimumSectionSize(), header.sizeHint().height()) == (scaled.px(32), scaled.px(32))


def test_rows_of_a_menu_are_of_one_height_and_groups_are_parted_by_a_line(qtbot, worn):
    menu = QtWidgets.QMenu()
    qtbot.addWidget(menu)
    first, part, last = menu.addAction(WORDS), menu.addSeparator(), menu.addAction(WORDS)
    heights = [menu.actionGeometry(action).height() for action in (first, part, last)]
    assert heights == [32, 9, 32]


@pytest.mark.parametrize("name", FOCUSABLE)
def test_whatever_has_the_keyboard_shows_the_ring(shown, themed, name):
    control = shown(FOCUSABLE[name]())
    control.setFocus()
    assert themed.tokens["focus"] in colours(picture(control))
    control.clearFocus()
    assert themed.tokens["focus"] not in colours(picture(control))


def test_a_control_whose_ring_somebody_else_paints_has_not_two(shown, worn):
    button = QtWidgets.QPushButton(WORDS)
    button.setProperty(OWN_RING, 4)
    shown(button)
    button.setFocus()
    assert worn.tokens["focus"] not in colours(picture(button))


def test_the_box_of_an_empty_check_box_is_plainly_outlined(qtbot, themed):
    box = QtWidgets.QCheckBox()
    qtbot.addWidget(box)
    assert themed.tokens["borderStrong"] in colours(picture(box))


@pytest.mark.parametrize("make", [QtWidgets.QCheckBox, QtWidgets.QRadioButton])
def test_what_is_chosen_is_filled_and_what_is_not_is_empty(qtbot, themed, make):
    chosen, other = make(), make()
    for indicator in (chosen, other):
        qtbot.addWidget(indicator)
        indicator.setAutoExclusive(False)
    chosen.setChecked(True)
    assert themed.tokens["accentSolid"] in colours(picture(chosen))
    assert themed.tokens["accentSolid"] not in colours(picture(other))


def test_the_button_that_enter_presses_is_filled_and_the_others_are_not(qtbot, themed):
    first, second = QtWidgets.QPushButton(WORDS), QtWidgets.QPushButton(WORDS)
    first.setDefault(True)
    for button in (first, second):
        qtbot.addWidget(button)
    assert at(picture(first), 6, 17) == themed.tokens["accentSolid"]
    assert at(picture(second), 6, 17) == themed.tokens["surface"]
    assert themed.tokens["onAccent"] in colours(picture(first))


def test_a_field_that_can_only_be_read_has_the_ground_of_the_page(qtbot, themed):
    field = QtWidgets.QLineEdit()
    qtbot.addWidget(field)
    assert at(picture(field), 5, 16) == themed.tokens["surface"]
    field.setReadOnly(True)
    assert at(picture(field), 5, 16) == themed.tokens["surface2"]


@pytest.mark.parametrize(("language", "side"), [("fa", -4), ("ar", -4), ("en", 3)])
def test_progress_begins_where_reading_begins(qtbot, qapp, language, side):
    put_on(qapp, language=language)
    bar = QtWidgets.QProgressBar(textVisible=False, minimum=0, maximum=100, value=30)
    qtbot.addWidget(bar)
    bar.resize(200, 20)
    image = picture(bar)
    assert at(image, side, 10) == look().tokens["accentSolid"]
    assert at(image, -side, 10) == look().tokens["border"]


def test_how_far_a_work_is_stands_behind_its_bar(qtbot, worn):
    bar = QtWidgets.QProgressBar(minimum=0, maximum=100, value=100)
    qtbot.addWidget(bar)
    bar.resize(200, 20)
    image = picture(bar)
    assert at(image, 20, 10) != worn.tokens["accentSolid"]
    assert at(image, 60, 10) == worn.tokens["accentSolid"]


def test_a_scroll_bar_is_thin_and_has_no_buttons(qtbot, worn):
    bar = QtWidgets.QScrollBar(QtCore.Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.setRange(0, 900)
    bar.setPageStep(100)
    bar.resize(bar.sizeHint().width(), 200)
    image = picture(bar)
    assert bar.width() == 10
    assert at(image, 5, 5) == worn.tokens["scroll"]
    assert at(image, 5, -5) == worn.tokens["surface2"]


def test_the_handle_of_a_scroll_bar_is_never_too_short_to_grasp(qtbot, scaled):
    bar = QtWidgets.QScrollBar(QtCore.Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.setRange(0, 1_000_000)
    bar.resize(bar.sizeHint().width(), 400)
    option = QtWidgets.QStyleOptionSlider()
    bar.initStyleOption(option)
    part = QtWidgets.QStyle.SubControl.SC_ScrollBarSlider
    control = QtWidgets.QStyle.ComplexControl.CC_ScrollBar
    assert bar.style().subControlRect(control, option, part, bar).height() == scaled.px(32)


@pytest.mark.parametrize(("language", "value"), [("fa", 0), ("en", 90)])
def test_a_horizontal_scroll_bar_begins_where_reading_begins(qtbot, qapp, language, value):
    worn = put_on(qapp, language=language)
    bar = QtWidgets.QScrollBar(QtCore.Qt.Orientation.Horizontal)
    qtbot.addWidget(bar)
    bar.setRange(0, 90)
    bar.setValue(value)
    bar.resize(200, 10)
    assert at(picture(bar), -6, 5) == worn.tokens["scroll"]


def test_the_line_between_two_panes_is_one_pixel(qtbot, themed):
    panes = QtWidgets.QSplitter()
    qtbot.addWidget(panes)
    panes.addWidget(QtWidgets.QWidget())
    panes.addWidget(QtWidgets.QWidget())
    panes.resize(201, 50)
    panes.show()
    row = [at(picture(panes), x, 25) for x in range(201)]
    assert panes.handleWidth() == 1
    assert row.count(themed.tokens["border"]) == 1


def test_the_chosen_tab_stands_on_a_line_of_its_own(qtbot, themed):
    tabs = QtWidgets.QTabBar()
    qtbot.addWidget(tabs)
    tabs.addTab(WORDS)
    tabs.addTab(WORDS)
    tabs.resize(tabs.sizeHint())
    tabs.show()
    image = picture(tabs)
    chosen, other = (tabs.tabRect(index).center().x() for index in (0, 1))
    assert tabs.sizeHint().height() == 36
    assert at(image, chosen, -1) == themed.tokens["accent"]
    assert at(image, other, -1) != themed.tokens["accent"]


def test_a_header_is_flat(qtbot, themed):
    table = QtWidgets.QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.setHorizontalHeaderLabels([""])
    table.show()
    image = picture(table.horizontalHeader().viewport())
    column = {at(image, 10, y) for y in range(image.height() - 1)}
    assert column == {themed.tokens["surface2"]}
    assert at(image, 10, -1) == themed.tokens["border"]


def test_a_question_of_qt_shows_our_icon(qtbot, themed):
    box = QtWidgets.QMessageBox(QtWidgets.QMessageBox.Icon.Warning, WORDS, WORDS)
    qtbot.addWidget(box)
    assert themed.tokens["amberFg"] in colours(box.iconPixmap().toImage())


def test_a_combo_box_lists_its_choices_in_rows_of_the_design(qtbot, scaled):
    box = QtWidgets.QComboBox()
    box.addItems([WORDS, WORDS])
    qtbot.addWidget(box)
    box.show()
    assert box.view().sizeHintForRow(0) == scaled.px(32)


def test_a_delegate_that_a_screen_gave_its_combo_box_stays(qtbot, worn):
    box = QtWidgets.QComboBox()
    qtbot.addWidget(box)
    own = QtWidgets.QStyledItemDelegate(box)
    box.setItemDelegate(own)
    box.show()
    assert box.itemDelegate() is own


def test_nothing_moves_of_itself(worn, qapp):
    hint = QtWidgets.QStyle.StyleHint
    assert [
        qapp.style().styleHint(asked) for asked in (hint.SH_Widget_Animate, hint.SH_Menu_FadeOutOnHide)
    ] == [0, 0]
