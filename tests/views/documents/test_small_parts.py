"""The parts round the page: tools that move into a menu, values that wrap, names safe to save under."""

import pytest
from PySide6 import QtGui, QtWidgets

from desktop.views.documents.legend import Legend, Meaning
from desktop.views.documents.overflow_row import OverflowRow, ShorteningButton
from desktop.views.documents.saving import suggested_name
from desktop.views.documents.values_strip import ValuesStrip
from desktop.views.documents.viewed import ShownValue
from desktop.views.widgets.buttons import IconButton


@pytest.mark.parametrize(
    ("name", "media_type", "suggested"),
    [
        ("lease.pdf", "application/pdf", "lease.pdf"),
        ("lease.exe", "application/pdf", "lease.pdf"),
        ("../../etc/passwd", "image/png", "passwd.png"),
        ("C:\\docs\\card.JPEG", "image/jpeg", "card.jpg"),
        ("", "image/tiff", "document.tif"),
        ("اجاره‌نامه", "image/gif", "اجاره‌نامه.gif"),
    ],
)
def test_a_file_is_named_after_what_it_is_and_in_no_folder(name, media_type, suggested):
    assert suggested_name(name, media_type) == suggested


@pytest.fixture
def row(qtbot, worn):
    row = OverflowRow("more")
    qtbot.addWidget(row)
    row.add(IconButton("search", "always", small=True))
    for rank, name in enumerate(("rotate", "crop", "download"), start=1):
        row.add(IconButton(name, name, small=True), QtGui.QAction(name, row), rank)
    long = ShorteningButton("split", "D")
    long.set_words("مقایسه با نسخهٔ ۱")
    row.add(long, QtGui.QAction("compare", row))
    row.show()
    return row


def names(row):
    return [action.text() for action in row._menu.actions()]


def test_words_go_before_tools_do(row):
    row.resize(600, 40)
    assert (row.findChild(ShorteningButton).text(), names(row)) == ("مقایسه با نسخهٔ ۱", [])
    row.resize(220, 40)
    assert (row.findChild(ShorteningButton).text(), names(row)) == ("", [])
    assert row.findChild(ShorteningButton).accessibleName() == "مقایسه با نسخهٔ ۱"


def test_what_does_not_fit_is_in_the_menu_and_comes_back(row):
    row.resize(165, 40)
    assert "download" in names(row)
    assert "rotate" not in names(row)
    assert row.more.isVisible()
    row.resize(600, 40)
    assert (names(row), row.more.isVisible()) == ([], False)


def test_a_tool_that_is_not_offered_is_neither_in_the_row_nor_in_the_menu(row):
    row.resize(100, 40)
    tool = next(tool for tool in row._tools if tool.action is not None and tool.action.text() == "download")
    tool.action.setVisible(False)
    row.fit()
    assert "download" not in names(row)
    assert tool.widget.isHidden()


def test_values_take_as_many_lines_as_they_need(qtbot, worn):
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    window.resize(900, 200)
    window.show()
    strip = ValuesStrip(window)
    strip.resize(900, 30)
    strip.show_values(
        "در پرونده:", [ShownValue("نشانی", "تهران، خیابان نمونه"), ShownValue("کد پستی", "۱۹۳۹۶")]
    )
    one = strip.height()
    strip.resize(180, one)
    assert strip.height() > one
    assert strip.grab().toImage().width() == 180


def test_a_legend_is_there_only_when_it_says_something(qtbot, worn):
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    legend = Legend(window)
    window.show()
    legend.explain([Meaning("گواه", "accent"), Meaning("تفاوت", "turqSolid", is_dashed=True)])
    assert legend.isVisible()
    assert legend.accessibleName() == "گواه · تفاوت"
    assert not legend.grab().isNull()
    legend.explain([])
    assert legend.isHidden()
