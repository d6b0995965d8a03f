"""The list in Qt: it asks only for what is in sight, moves by keys and mouse, and paints what it is given."""

from array import array

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.dossier_list.columns import COLUMNS
from desktop.views.dossier_list.groups import Group
from desktop.views.dossier_list.marks import Marks
from desktop.views.dossier_list.pages import SIZE, Pages
from desktop.views.dossier_list.table import RECORD, DossierTable
from desktop.views.dossier_list.view import DossierList
from desktop.views.theme.look import look, put_on
from tests.builders.list_lines import a_line

KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton


class Shown:
    """A list on the screen that answers for its pages at once."""

    def __init__(self, qtbot, size, groups=(), closed=(), *, is_compact=False, **changes):
        self.asked: list[int] = []
        self.table = DossierTable([one.code for one in COLUMNS])
        self.view = DossierList(self.table, Marks(), is_compact=is_compact)
        self.view.header.arrange({})
        self.pages = Pages(array("q", range(1, size + 1)), self._fetch)
        self.table.wanted.connect(self.pages.want)
        self._changes = changes
        self.view.show_list(self.pages, list(groups), closed)
        qtbot.addWidget(self.view)
        self.view.resize(900, 600)
        self.view.show()
        self.view.activateWindow()
        self.view.setFocus()
        self.settle()

    def _fetch(self, number, ids):
        self.asked.append(number)
        self.table.came(self.pages.came(number, [a_line(one, **self._changes) for one in ids]))

    def settle(self):
        for _ in range(4):
            QtWidgets.QApplication.processEvents()

    def at(self, row):
        """The middle of a row."""
        view = self.view
        return QtCore.QPoint(400, view.rowViewportPosition(row) + view.rowHeight(row) // 2)


@pytest.fixture
def shown(qtbot, worn):
    return lambda size=10, *groups, **how: Shown(qtbot, size, groups, **how)


def two_groups(first=3, second=4):
    return (Group("today", "امروز", 0, first, "۳"), Group("later", "پس از آن", first, second, "۴"))


def test_scrolling_a_hundred_thousand_fetches_only_pages_in_sight(shown):
    a_list = shown(100_000)
    assert a_list.asked == [0]
    bar = a_list.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    a_list.settle()
    first, last = a_list.view.rows_in_sight()
    assert set(a_list.asked[1:]) == {first // SIZE, last // SIZE}
    bar.setValue(bar.maximum())
    a_list.settle()
    assert (100_000 - 1) // SIZE in a_list.asked
    assert len(a_list.asked) <= 5


def test_asking_for_rows_out_of_sight_reads_nothing_by_itself(shown):
    a_list = shown(1000)
    a_list.table.index(900, 0).data(RECORD)
    assert a_list.asked == [0]


def test_what_comes_is_painted_without_another_question(shown):
    a_list = shown(5)
    before = len(a_list.asked)
    a_list.view.viewport().repaint()
    a_list.settle()
    assert len(a_list.asked) == before


def test_j_and_k_step_over_headings(shown):
    a_list = shown(7, *two_groups())
    assert a_list.view.choose_first()
    assert a_list.view.chosen_id == 1
    for expected in (2, 3, 4):
        a_list.view.step(1)
        assert a_list.view.chosen_id == expected
    a_list.view.step(-1)
    assert a_list.view.chosen_id == 3


def test_at_the_ends_the_cursor_stays(shown):
    a_list = shown(2)
    a_list.view.choose_first()
    assert a_list.view.step(-1) is False
    a_list.view.step(1)
    assert a_list.view.step(1) is False
    assert a_list.view.chosen_id == 2


def test_arrows_visit_headings_too(qtbot, shown):
    a_list = shown(7, *two_groups())
    a_list.view.choose(3)
    qtbot.keyClick(a_list.view, KEY.Key_Down)
    assert a_list.view.heading_here().group.code == "later"
    assert a_list.view.chosen_id is None
    qtbot.keyClick(a_list.view, KEY.Key_Down)
    assert a_list.view.chosen_id == 4


def test_a_click_on_a_heading_closes_its_group_and_tells(qtbot, shown):
    a_list = shown(7, *two_groups())
    folded = []
    a_list.view.folded.connect(folded.append)
    qtbot.mouseClick(a_list.view.viewport(), LEFT, pos=a_list.at(0))
    assert folded == [{"today"}]
    assert a_list.table.rowCount() == 2 + 4
    assert a_list.view.rowHeight(0) == look().px(30)
    assert a_list.view.rowHeight(1) == look().px(30)
    assert a_list.view.rowHeight(2) == look().px(48)
    qtbot.mouseClick(a_list.view.viewport(), LEFT, pos=a_list.at(0))
    assert folded[-1] == frozenset()
    assert a_list.table.rowCount() == 2 + 7


def test_a_click_chooses_and_a_double_click_opens(qtbot, shown):
    a_list = shown(5)
    chosen, opened = [], []
    a_list.view.chosen.connect(chosen.append)
    a_list.view.opened.connect(opened.append)
    qtbot.mouseClick(a_list.view.viewport(), LEFT, pos=a_list.at(2))
    qtbot.mouseDClick(a_list.view.viewport(), LEFT, pos=a_list.at(3))
    assert chosen[0] == 3
    assert opened == [4]


@pytest.mark.parametrize(
    ("held", "way"),
    [
        (QtCore.Qt.KeyboardModifier.ControlModifier, "one"),
        (QtCore.Qt.KeyboardModifier.ShiftModifier, "range"),
    ],
)
def test_a_click_with_a_key_held_marks(qtbot, shown, held, way):
    a_list = shown(5)
    marking = []
    a_list.view.marking.connect(lambda *how: marking.append(how))
    qtbot.mouseClick(a_list.view.viewport(), LEFT, held, a_list.at(2))
    assert marking == [(3, way)]


def test_once_something_is_marked_the_boxes_can_be_clicked(qtbot, shown):
    a_list = shown(5)
    marking = []
    a_list.view.marking.connect(lambda *how: marking.append(how))
    box = QtCore.QPoint(a_list.view.viewport().width() - 14, a_list.at(1).y())
    qtbot.mouseClick(a_list.view.viewport(), LEFT, pos=box)
    assert marking == []
    a_list.view.marks.toggle(1)
    qtbot.mouseClick(a_list.view.viewport(), LEFT, pos=box)
    assert marking == [(2, "one")]


def test_the_heading_of_the_group_in_sight_sticks_and_is_pushed_out(shown):
    a_list = shown(60, Group("today", "امروز", 0, 30, "۳۰"), Group("later", "پس از آن", 30, 30, "۳۰"))
    sticky, bar = a_list.view._sticky, a_list.view.verticalScrollBar()
    assert not sticky.isVisible()
    bar.setValue(200)
    a_list.settle()
    assert sticky.isVisible()
    assert sticky.geometry().top() == a_list.view.viewport().y()
    # Fifteen pixels before the next heading takes its place.
    bar.setValue(30 + 30 * 48 - 15)
    assert sticky.geometry().top() == a_list.view.viewport().y() - 15
    bar.setValue(30 + 30 * 48)
    assert not sticky.isVisible()


def test_a_row_brought_into_sight_is_not_under_the_sticky_heading(shown):
    a_list = shown(60, Group("today", "امروز", 0, 60, "۶۰"))
    a_list.view.choose(40)
    a_list.view.choose(20)
    a_list.settle()
    row = a_list.view.currentIndex().row()
    assert a_list.view.rowViewportPosition(row) >= a_list.view._sticky.covered()


def test_what_a_row_says_is_one_sentence_for_screen_readers(shown):
    a_list = shown(2)
    spoken = a_list.table.index(0, 0).data(QtCore.Qt.ItemDataRole.AccessibleTextRole)
    assert "پوشاک تارینو" in spoken
    assert "در حال بررسی" in spoken


def test_columns_that_do_not_fit_go_and_come_back(shown):
    a_list = shown(3)
    names = [one.code for one in COLUMNS]
    since = names.index("since")
    assert not a_list.view.header.isSectionHidden(since)
    a_list.view.resize(700, 600)
    a_list.settle()
    assert a_list.view.header.isSectionHidden(since)
    assert not a_list.view.header.isSectionHidden(names.index("due"))
    a_list.view.resize(900, 600)
    a_list.settle()
    assert not a_list.view.header.isSectionHidden(since)


def test_a_width_changed_by_hand_is_told_once_the_hand_rests(qtbot, shown):
    a_list = shown(3)
    header, status = a_list.view.header, [one.code for one in COLUMNS].index("status")
    told = []
    header.arranged.connect(lambda: told.append(header.widths()))
    with qtbot.waitSignal(header.arranged):
        for width in (140, 145, 150):
            header.resizeSection(status, width)
    assert told == [{"status": 150}]


def test_a_click_on_a_title_sorts_by_it_where_there_is_an_order(qtbot, shown):
    a_list = shown(3)
    header, told = a_list.view.header, []
    header.sorted_by.connect(told.append)
    for code in ("status", "due"):
        section = [one.code for one in COLUMNS].index(code)
        x = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
        qtbot.mouseClick(header.viewport(), LEFT, pos=QtCore.QPoint(x, 16))
    assert told == ["due"]


def picture(view) -> QtGui.QImage:
    return view.grab().toImage()


def colours(image: QtGui.QImage, rect: QtCore.QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(rect.left(), rect.right(), 2)
        for y in range(rect.top(), rect.bottom(), 2)
    }


@pytest.mark.parametrize(("theme", "language"), [("light", "fa"), ("dark", "ar"), ("light", "en")])
def test_the_chosen_row_is_tinted_and_its_bar_stands_at_the_start(qtbot, qapp, theme, language):
    put_on(qapp, theme, 1.0, language, still=True)
    a_list = Shown(qtbot, 4)
    a_list.view.choose(2)
    a_list.settle()
    view, image = a_list.view, picture(a_list.view)
    top = view.viewport().y() + view.rowViewportPosition(1)
    start = view.viewport().x() + (view.viewport().width() - 3 if look().rtl else 0)
    assert colours(image, QtCore.QRect(start, top, 3, 40)) == {look().tokens["accent"]}
    middle = QtCore.QRect(view.viewport().x() + 300, top + 2, 40, 3)
    assert look().tokens["tint"] in colours(image, middle)


@pytest.mark.parametrize("is_compact", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_rows_have_the_heights_of_the_design_at_every_size_of_text(qtbot, qapp, is_compact, scale):
    put_on(qapp, "light", scale, "fa", still=True)
    a_list = Shown(qtbot, 4, two_groups(2, 2), is_compact=is_compact, caution="amber", is_followed=True)
    assert a_list.view.rowHeight(0) == round(30 * scale)
    assert a_list.view.rowHeight(1) == round((34 if is_compact else 48) * scale)
    assert a_list.view.horizontalHeader().height() == round(32 * scale)
    assert not picture(a_list.view).isNull()


def test_a_row_where_a_heading_stood_before_is_as_high_as_the_others(shown):
    a_list = shown(7, *two_groups(3, 4))
    a_list.view.show_list(a_list.pages, list(two_groups(5, 2)), ())
    assert a_list.view.rowHeight(4) == a_list.view.rowHeight(1) > a_list.view.rowHeight(6)


def test_a_line_that_left_says_where_it_went(shown):
    a_list = shown(1, gone="به سارا بهمنی ارجاع شد")
    assert a_list.table.record(0).gone
    assert not picture(a_list.view).isNull()
