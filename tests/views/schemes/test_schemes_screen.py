"""The schemes as somebody reads them: versions, the course walked by mouse and keys, lists, differences."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Language
from desktop.views.navigation import route
from desktop.views.schemes.course import STATUS, STEP, Thing
from desktop.views.schemes.screen import SchemesScreen
from desktop.views.schemes.tabs import TABS
from desktop.views.theme.look import put_on
from desktop.views.widgets.buttons import Link

LEFT = QtCore.Qt.MouseButton.LeftButton
Key = QtCore.Qt.Key


@pytest.fixture
def screen(qtbot, desk_of, worn):
    screen = SchemesScreen(desk_of(), route("schemes"))
    qtbot.addWidget(screen)
    screen.resize(1400, 900)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


def course(screen):
    return screen._presenter.opened.course


def step_of(screen, action):
    graph = course(screen).graph
    return Thing(STEP, next(place for place, edge in enumerate(graph.edges) if edge.action == action))


def said(widget):
    QtWidgets.QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QtWidgets.QLabel) if label.isVisible()]


def cells(table):
    return [[cell.text for cell in table.table.row(place).cells] for place in range(table.table.rowCount())]


def run(screen, code):
    next(one for one in screen.commands() if one.code == code).run()
    QtWidgets.QApplication.processEvents()


def test_the_version_in_force_is_shown_first_with_its_dates_and_validity(screen):
    assert [row[1] for row in cells(screen.versions) if row[1]] == ["جاری", "پایان‌یافته"]
    assert "۱۳۹۷-۱۲-۰۵" in screen._heading.text()
    assert "۲۴ ماه" in screen._dates.text()
    assert "۵ اسفند ۱۳۹۷" in screen._dates.text()


def test_another_version_is_opened_by_walking_down_the_list(qtbot, screen):
    screen.versions.setFocus()
    qtbot.keyClick(screen.versions, Key.Key_Down)
    assert "۱۳۸۹-۰۱-۰۱" in screen._heading.text()
    assert "۱۲ ماه" in screen._dates.text()


def test_a_press_on_a_status_explains_it_at_the_side(qtbot, screen):
    graph = screen.course.graph
    status = course(screen).status("manager_review")
    qtbot.mouseClick(graph, LEFT, pos=graph.place_of(status).center())
    assert graph.current == status
    assert "۲ روز کاری" in said(screen.course.panel)
    assert "در حال بررسی توسط مدیر" in graph.accessibleName()


def test_a_press_on_the_line_of_a_step_explains_roles_conditions_and_what_it_brings(qtbot, screen):
    graph = screen.course.graph
    step = step_of(screen, "approve")
    middle = graph._paths[step.place].pointAtPercent(0.5).toPoint()
    qtbot.mouseClick(graph, LEFT, pos=middle)
    assert graph.current == step
    told = said(screen.course.panel)
    assert "مدیر" in told
    assert any("هیچ کاری" in one for one in told)
    assert "گواهینامهٔ سطح درخواستی صادر می‌شود." in told


def test_arrows_go_as_the_eye_does_and_enter_follows_a_step(qtbot, screen):
    graph = screen.course.graph
    graph.setFocus()
    assert graph.current == course(screen).status("ready")
    qtbot.keyClick(graph, Key.Key_Left)
    assert graph.current == course(screen).status("under_review")
    qtbot.keyClick(graph, Key.Key_Right)
    assert graph.current == course(screen).status("ready")
    graph.choose(step_of(screen, "announce_deficiency"))
    qtbot.keyClick(graph, Key.Key_Return)
    assert graph.current == course(screen).status("deficient")
    qtbot.keyClick(graph, Key.Key_Home)
    assert graph.current == course(screen).status("ready")


def test_in_a_left_to_right_language_the_course_runs_to_the_right(qtbot, desk_of, qapp):
    put_on(qapp, language=Language.ENGLISH, still=True)
    screen = SchemesScreen(desk_of(language=Language.ENGLISH), route("schemes"))
    qtbot.addWidget(screen)
    screen.show()
    first, second = (
        screen.course.graph.place_of(course(screen).status(code)) for code in ("ready", "active")
    )
    put_on(qapp, still=True)
    assert first.center().x() < second.center().x()


def test_everything_of_the_course_is_reached_with_one_key(screen):
    screen.course.graph.setFocus()
    whole = course(screen).graph
    met = set()
    for _ in course(screen).walk():
        met.add(screen.course.graph.current)
        run(screen, "next")
    assert len(met) == len(whole.nodes) + len(whole.edges)
    assert {thing.kind for thing in met} == {STATUS, STEP}


def test_a_link_at_the_side_leads_on_to_the_step_and_the_keyboard_to_the_graph(qtbot, screen):
    links = [link for link in screen.course.panel.findChildren(Link) if link.isVisible()]
    qtbot.mouseClick(links[0], LEFT)
    assert screen.course.graph.current == step_of(screen, "submit")
    assert screen.course.graph.hasFocus()


def test_what_is_chosen_is_brought_into_sight(qtbot, screen):
    screen.resize(1180, 640)
    QtWidgets.QApplication.processEvents()
    graph = screen.course.graph
    graph.choose(course(screen).status("active"))
    seen = graph.visibleRegion().boundingRect()
    assert seen.contains(graph.place_of(graph.current).center())


def test_an_item_of_the_checklist_says_how_it_is_checked(screen):
    screen.tabs.choose("checklist")
    page = screen.lists["checklist"]
    assert [row[0] for row in cells(page.list)].count("B3") == 1
    page.list.choose(next(key for key in page._listing.details if key[1] == "O1"))
    assert any("ثبت درخواست" in one for one in said(page.panel))


@pytest.mark.requirement("C-36")
def test_documents_say_from_whom_and_when_they_are_asked_for(screen):
    screen.tabs.choose("documents")
    rows = {row[0]: row for row in cells(screen.lists["documents"].list)}
    assert rows["حکم رشد"][2] == "متقاضی کمتر از ۱۸ سال دارد"
    assert rows["حکم رشد"][3] == "شخص حقیقی"
    assert "سند مالکیت" in rows["اجاره‌نامهٔ محل فعالیت"][2]


def test_other_rules_tell_fees_and_times_of_keeping(screen):
    screen.tabs.choose("rules")
    rows = cells(screen.lists["rules"].list)
    assert ["صدور نماد", "۱٬۷۵۰٬۰۰۰ ریال", "صدور"] in rows
    assert any(row[1] == "۳۶۵ روز" and "رد درخواست" in row[2] for row in rows)


@pytest.mark.requirement("C-01")
def test_two_versions_are_compared_old_with_new(screen):
    run(screen, "compare")
    assert screen.tabs.code() == "compare"
    rows = cells(screen.compare.page.list)
    assert any(row[0] == "تغییرکرده" and "۱٬۷۵۰٬۰۰۰" in row[2] for row in rows)
    assert sum(row[0] == "برداشته" for row in rows) == 2


def test_a_version_compared_with_itself_says_so(qtbot, screen):
    run(screen, "compare")
    screen.compare.old.choose(screen.compare.new.code())
    screen.compare.old.chosen.emit(screen.compare.old.code())
    assert screen.compare._pages.currentWidget() is screen.compare._none


def test_pages_are_turned_with_keys_and_the_keyboard_goes_along(screen):
    screen.course.graph.setFocus()
    for code in (*TABS[1:], TABS[0]):
        run(screen, "next_tab")
        assert screen.tabs.code() == code
        assert screen._page().reading.hasFocus()
    run(screen, "previous_tab")
    assert screen.tabs.code() == TABS[-1]


def test_version_page_and_step_are_found_again(qtbot, screen, desk_of):
    screen.versions.choose(screen._presenter.key_of(screen._presenter.schemes[0].versions[1].id))
    screen.course.graph.choose(step_of(screen, "refuse"))
    again = SchemesScreen(desk_of(), route("schemes"))
    qtbot.addWidget(again)
    again.show()
    again.restore(screen.kept())
    assert again._heading.text() == screen._heading.text()
    assert again.course.graph.current == screen.course.graph.current
