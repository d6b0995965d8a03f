"""Verdicts, strips, chains, tabs and bars: what a press means and what is painted where."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.vocabulary import Verdict
from desktop.views.theme.look import put_on
from desktop.views.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.views.widgets.decision_bar import DecisionBar
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.four_eyes_chain import ChainNode, FourEyesChain, chain_width, paint_chain
from desktop.views.widgets.label import Label
from desktop.views.widgets.progress_strip import ProgressStrip, Tally, paint_strip
from desktop.views.widgets.segmented import VerdictCells, VerdictChoice, paint_verdicts, verdict_at
from desktop.views.widgets.tabs import Tabs

pytestmark = pytest.mark.usefixtures("worn")

_WORDS = {Verdict.ACCEPTED: "تأیید", Verdict.REJECTED: "عدم تأیید", Verdict.NOT_APPLICABLE: "نامربوط"}
_RTL = QtCore.Qt.LayoutDirection.RightToLeft
_KEY = QtCore.Qt.Key


def _sheet(paint, wide: int = 300, high: int = 40) -> QtGui.QImage:
    image = QtGui.QImage(wide, high, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QtCore.Qt.GlobalColor.white)
    painter = QtGui.QPainter(image)
    painter.setLayoutDirection(_RTL)
    paint(painter, image.rect())
    painter.end()
    return image


def test_cells_lie_from_the_start_in_the_order_of_their_keys():
    row = QtCore.QRect(0, 0, 86, 24)
    at = [QtCore.QPoint(x, 12) for x in (14, 42, 70)]
    order = [Verdict.ACCEPTED, Verdict.REJECTED, Verdict.NOT_APPLICABLE]
    assert [verdict_at(row, point, rtl=False) for point in at] == order
    assert [verdict_at(row, point, rtl=True) for point in at] == order[::-1]
    assert verdict_at(row, QtCore.QPoint(14, 60), rtl=True) is None


def test_a_press_on_a_cell_chooses_its_verdict(qtbot):
    cells = VerdictCells(_WORDS)
    qtbot.addWidget(cells)
    with qtbot.waitSignal(cells.chosen) as told:
        qtbot.mouseClick(cells, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(70, 12))
    assert told.args == ["accepted"]  # right to left
    assert cells.accessibleName() == "تأیید"


def test_arrows_follow_the_eye_and_space_chooses(qtbot):
    cells = VerdictCells(_WORDS, Verdict.ACCEPTED)
    qtbot.addWidget(cells)
    qtbot.keyClick(cells, _KEY.Key_Left)
    assert cells.accessibleName() == "تأیید"
    with qtbot.waitSignal(cells.chosen) as told:
        qtbot.keyClick(cells, _KEY.Key_Space)
    assert told.args == ["rejected"]


def test_a_verdict_of_a_round_before_is_hollow(worn):
    def ground(hollow: bool) -> QtGui.QColor:
        image = _sheet(lambda painter, rect: paint_verdicts(painter, rect, "accepted", hollow=hollow))
        return image.pixelColor(293, 14)

    assert ground(False) == worn.colour("greenBg")
    assert ground(True) == worn.colour("surface")


def test_large_verdicts_press_alone_and_tell_their_code(qtbot):
    choice = VerdictChoice(_WORDS)
    qtbot.addWidget(choice)
    told = []
    choice.chosen.connect(told.append)
    for verdict in (Verdict.REJECTED, Verdict.ACCEPTED):
        qtbot.mouseClick(choice.buttons[verdict], QtCore.Qt.MouseButton.LeftButton)
    assert told == ["rejected", "accepted"]
    assert [button.isChecked() for button in choice.buttons.values()] == [True, False, False]


def test_a_strip_begins_at_the_start_and_fills_its_place(worn):
    parts = ((30, "greenSolid"), (10, "redSolid"), (0, "border"))
    image = _sheet(lambda painter, rect: paint_strip(painter, rect, parts), wide=202, high=8)
    colours = [image.pixelColor(x, 4).name() for x in (198, 60, 40, 3)]
    green, red = worn.colour("greenSolid").name(), worn.colour("redSolid").name()
    assert colours == [green, green, red, red]


def test_one_of_a_thousand_is_still_seen_in_a_strip(worn):
    parts = ((1, "redSolid"), (999, "greenSolid"))
    image = _sheet(lambda painter, rect: paint_strip(painter, rect, parts), wide=200, high=8)
    assert image.pixelColor(198, 4) == worn.colour("redSolid")


def test_an_empty_checklist_has_an_empty_strip_that_says_so(qtbot):
    strip = ProgressStrip(0, 0, 0, "چک‌لیست خالی است")
    qtbot.addWidget(strip)
    strip.resize(100, 8)
    strip.grab()
    assert strip.accessibleName() == "چک‌لیست خالی است"


_NODES = [
    ChainNode("done", "نرگس کاوه‌نیا", "کارشناس"),
    ChainNode("void", "باطل شد", "مدارک"),
    ChainNode("mine", "شما", "مدیر"),
]


def test_a_chain_in_a_row_keeps_to_its_column(worn):
    place = QtCore.QRect(100, 0, 260, 40)
    image = _sheet(lambda painter, _: paint_chain(painter, place, _NODES), wide=460)
    white = QtGui.QColor(QtCore.Qt.GlobalColor.white)
    outside = [*range(98), *range(362, 460)]
    assert chain_width(_NODES) > 260
    assert all(image.pixelColor(x, y) == white for x in outside for y in range(40))
    assert any(image.pixelColor(x, 20) == worn.colour("greenSolid") for x in range(335, 360))


def test_a_chain_shows_names_and_what_each_person_said(qtbot):
    chain = FourEyesChain([ChainNode("done", "نرگس کاوه‌نیا", "کارشناس", "۴ نقص برطرف شد."), _NODES[2]])
    qtbot.addWidget(chain)
    texts = [label.text() for label in chain.findChildren(Label)]
    assert texts == ["نرگس کاوه‌نیا", "کارشناس", "۴ نقص برطرف شد.", "شما", "مدیر"]


def test_tabs_are_chosen_by_code_and_tell_their_numbers(qtbot):
    tabs = Tabs([("review", "بررسی", ""), ("papers", "مدارک", "۱۲")])
    qtbot.addWidget(tabs)
    with qtbot.waitSignal(tabs.shown) as told:
        tabs.choose("papers")
    assert (told.args, tabs.code()) == (["papers"], "papers")
    wide = tabs.tabSizeHint(1).width()
    tabs.set_count("papers", "۱۲۳۴")
    assert tabs.tabSizeHint(1).width() > wide
    assert tabs.accessibleTabName(1) == "مدارک ۱۲۳۴"


def test_arrows_move_among_tabs_as_the_eye_sees_them(qtbot):
    tabs = Tabs([("review", "بررسی", ""), ("papers", "مدارک", "")])
    qtbot.addWidget(tabs)
    tabs.show()
    qtbot.keyClick(tabs, _KEY.Key_Left)
    assert tabs.code() == "papers"


@pytest.mark.parametrize(("scale", "lines"), [(1.0, 1), (2.0, 2)])
def test_the_decision_bar_takes_a_second_line_rather_than_cut_words(qtbot, qapp, scale, lines):
    put_on(qapp, scale=scale, still=True)
    primary = PrimaryButton("تأیید چک‌لیست و ارسال به مدارک فیزیکی", key="Ctrl+Enter")
    reason = Tally("info", "دو بند مانده است: ب۶ و ث۴", "amberFg")
    bar = DecisionBar([reason], [SecondaryButton("پیش‌نمایش اعلام نقص"), primary])
    qtbot.addWidget(bar)
    bar.resize(1180, bar.height())
    bar.show()
    QtWidgets.QApplication.processEvents()
    assert bar.height() == (56 if lines == 1 else 192)
    assert primary.width() >= primary.sizeHint().width()
    assert (reason.y() == primary.y()) is False
    assert (primary.geometry().top() > reason.geometry().bottom()) is (lines == 2)


def test_a_flow_goes_on_below_from_the_start(qtbot):
    pane = QtWidgets.QWidget()
    qtbot.addWidget(pane)
    flow = Flow(pane)
    boxes = [QtWidgets.QWidget() for _ in range(3)]
    for box in boxes:
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    pane.resize(220, 100)
    pane.show()
    QtWidgets.QApplication.processEvents()
    assert [(box.x(), box.y()) for box in boxes] == [(120, 0), (12, 0), (120, 28)]
    assert (flow.heightForWidth(220), flow.heightForWidth(400)) == (48, 20)
    boxes[1].hide()
    assert flow.heightForWidth(220) == 20
