"""The register by keyboard and by mouse: facets, search, order, the chosen one, and its printing."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.errors import Unavailable
from desktop.services.certificate_page import certificate_page
from desktop.services.certificate_register import Facet
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from desktop.views.certificates import presenter as presenting
from desktop.views.certificates.screen import CertificatesScreen
from desktop.views.letters.printing import FILE
from desktop.views.navigation import route
from tests.builders.certificate_shelf import settle

KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def staged(on_stage):
    """The register on the stage."""
    return lambda username="reviewer", **arguments: on_stage(
        CertificatesScreen, route("certificates", **arguments), username
    )


def listed(screen) -> list[str]:
    """Numbers of the rows, in order."""
    settle()
    rows = [screen.list.table.row(place) for place in range(screen.list.table.rowCount())]
    settle()
    rows = [screen.list.table.row(place) for place in range(screen.list.table.rowCount())]
    return [row.cells[0].text.strip("\u2068\u2069") for row in rows]


def test_the_register_opens_with_the_newest_chosen_and_shown_beside_it(staged):
    screen = staged().screen
    assert listed(screen) == [f"۱۴۰۵/۰۰۰۰{digit}" for digit in "۶۵۴۳۲۱"]
    assert screen.list.chosen_key == 6
    assert screen.preview.isVisible()
    assert screen.presenter.chosen.row.number == "1405/00006"


def test_facets_say_how_many_they_hold_and_narrow_the_list(qtbot, staged):
    screen = staged().screen
    chips = screen.head.chips
    assert [chips[one].accessibleName()[-1] for one in Facet] == list("۶۲۱۱۱۱۱۲")
    qtbot.mouseClick(chips[Facet.EXPIRING], LEFT)
    assert listed(screen) == ["۱۴۰۵/۰۰۰۰۲"]
    assert chips[Facet.EXPIRING].isChecked()
    qtbot.keyClick(chips[Facet.EXPIRING], KEY.Key_Escape)
    assert len(listed(screen)) == 6


def test_slash_goes_to_the_search_and_what_finds_nothing_offers_the_way_back(qtbot, staged):
    stage = staged()
    screen = stage.screen
    qtbot.keyClick(screen.list, KEY.Key_Slash)
    assert screen.head.search.hasFocus()
    screen.head.search.setText("00004")
    screen.head.search.search()
    assert listed(screen) == ["۱۴۰۵/۰۰۰۰۴"]
    screen.head.search.setText("چیزی که نیست")
    screen.head.search.search()
    settle()
    assert screen.place.currentWidget() is not screen.list
    qtbot.mouseClick(screen.place.currentWidget().button, LEFT)
    assert len(listed(screen)) == 6
    assert screen.list.hasFocus()


def test_a_title_sorts_and_turns_the_order(staged):
    screen = staged().screen
    titles = [column.code for column in screen.list.table.columns]
    screen.list.head.sectionClicked.emit(titles.index("last_valid_day"))
    assert listed(screen)[0] == "۱۴۰۵/۰۰۰۰۳"
    screen.list.head.sectionClicked.emit(titles.index("last_valid_day"))
    assert listed(screen)[-1] == "۱۴۰۵/۰۰۰۰۳"


def test_j_and_k_walk_enter_opens_and_space_gives_the_previews_room_to_the_list(qtbot, staged):
    stage = staged()
    screen = stage.screen
    qtbot.keyClick(screen.list, KEY.Key_J)
    assert screen.presenter.chosen.row.number == "1405/00005"
    qtbot.keyClick(screen.list, KEY.Key_K)
    qtbot.keyClick(screen.list, KEY.Key_Space)
    assert not screen.preview.isVisible()
    qtbot.keyClick(screen.list, KEY.Key_Return)
    assert stage.gone == [route("certificate", id=6)]


def test_the_number_is_copied_by_two_keys(qtbot, staged):
    stage = staged()
    qtbot.keyClick(stage.screen.list, KEY.Key_Y)
    qtbot.keyClick(stage.screen.list, KEY.Key_N)
    assert QtWidgets.QApplication.clipboard().text() == "1405/00006"
    assert len(stage.told) == 1


@pytest.mark.requirement("ENM-098")
def test_what_is_not_in_force_is_not_printed_and_says_why(qtbot, staged):
    stage = staged()
    qtbot.keyClick(stage.screen.list, KEY.Key_P, CONTROL)
    assert stage.screen.printing.dialog is None
    assert "1405/00006" in stage.refused[0] or "۱۴۰۵/۰۰۰۰۶" in stage.refused[0]
    assert not stage.screen.head.print.isEnabled()


def test_the_chosen_one_is_printed_into_a_file_and_the_page_knows_of_it(
    qtbot, staged, case, tmp_path, monkeypatch
):
    stage = staged(facet="valid")
    stage.screen.list.choose(1)
    place = tmp_path / "certificate.pdf"
    monkeypatch.setattr(stage.screen.printing, "ask_file", lambda _name: place)
    qtbot.mouseClick(stage.screen.head.print, LEFT)
    stage.screen.printing.dialog.buttons[FILE].click()
    settle()
    assert place.read_bytes().startswith(b"%PDF")
    with reading(case.office) as session:
        page = certificate_page(session, actor_named(session, "auditor", case.now), 1)
    assert [(one.kind, one.person) for one in page.prints] == [(None, "کارشناس نخست")]
    assert "certificate.pdf" in stage.told[-1]


def test_what_was_asked_and_chosen_is_found_again(staged, on_stage):
    first = staged().screen
    first.presenter.ask(facet=Facet.VALID)
    first.list.choose(1)
    again = on_stage(CertificatesScreen, route("certificates")).screen
    again.restore(first.kept())
    assert listed(again) == ["۱۴۰۵/۰۰۰۰۲", "۱۴۰۵/۰۰۰۰۱"]
    assert again.list.chosen_key == 1
    assert again.presenter.chosen.row.number == "1405/00001"


def test_a_list_that_cannot_be_read_leaves_the_last_one_and_offers_to_try_again(staged, monkeypatch):
    screen = staged().screen

    def fails(*_):
        raise Unavailable("database.locked")

    with monkeypatch.context() as broken:
        broken.setattr(presenting, "certificate_ids", fails)
        screen.refresh()
    assert screen._banner is not None
    assert len(listed(screen)) == 6
    screen.presenter.read()
    assert screen._banner is None


def test_in_a_narrow_window_the_preview_waits_until_it_is_asked_for(qtbot, on_stage):
    screen = on_stage(CertificatesScreen, route("certificates"), wide=1000).screen
    assert not screen.preview.isVisible()
    qtbot.keyClick(screen.list, KEY.Key_Space)
    assert screen.preview.isVisible()
