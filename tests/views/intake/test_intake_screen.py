"""The register of arrivals: packages are taken, seen to, and their faults are told in words."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.services.intake.arrivals import ArrivalFacet
from desktop.services.intake.quarantine import quarantined
from desktop.services.intake.sample import sample
from desktop.services.unit_of_work import reading
from desktop.views.intake.screen import IntakeScreen
from desktop.views.navigation import route
from desktop.views.widgets.dialog import Dialog
from desktop.views.widgets.label import Label


@pytest.fixture
def clerk(desk_of, worn):
    return desk_of("supervisor")


@pytest.fixture
def screen(qtbot, clerk):
    screen = IntakeScreen(clerk, route("intake"))
    clerk.changes.listen(screen, lambda _: screen.refresh())
    qtbot.addWidget(screen)
    screen.resize(1300, 800)
    screen.show()
    return screen


@pytest.fixture
def broken(tmp_path):
    package = tmp_path / "broken.zip"
    package.write_bytes(b"no zip at all")
    return package


def settle(qtbot, screen) -> None:
    """Wait until the rows in sight have come."""
    qtbot.waitUntil(lambda: screen.list.table.rowCount() > 0 and screen.list.table.row(0) is not None)
    QtWidgets.QApplication.processEvents()


def words_of(screen) -> str:
    return "\n".join(label.text() for label in screen.panel.findChildren(Label) if label.isVisible())


def test_an_empty_register_offers_to_take_packages(screen):
    assert screen._stack.currentWidget() is screen._empty


@pytest.mark.requirement("X-03")
def test_packages_are_taken_as_a_job_and_a_bad_one_does_not_stop_the_others(
    qtbot, screen, case, tmp_path, broken
):
    natural, legal = sample(tmp_path / "samples", case.now)
    screen._presenter.take([natural, broken, legal])
    settle(qtbot, screen)
    states = [screen.list.table.row(place).cells[1].text for place in range(3)]
    assert sorted(states) == ["در قرنطینه", "پذیرفته", "پذیرفته"]


def test_what_is_wrong_with_a_package_stands_at_its_side(qtbot, screen, broken):
    screen._presenter.take([broken])
    settle(qtbot, screen)
    assert "فایل zip نیست." in words_of(screen)


def test_a_package_is_laid_aside_only_with_a_reason(qtbot, screen, case, broken):
    screen._presenter.take([broken])
    settle(qtbot, screen)
    screen.panel.ask_to_set_aside()
    dialog = next(one for one in screen.findChildren(Dialog) if one.isVisible())
    qtbot.mouseClick(dialog.buttons["aside"], QtCore.Qt.MouseButton.LeftButton)
    with reading(case.office) as session:
        assert len(quarantined(session)) == 1
    dialog._field.setPlainText("بستهٔ آزمایشی درگاه")
    qtbot.mouseClick(dialog.buttons["aside"], QtCore.Qt.MouseButton.LeftButton)
    with reading(case.office) as session:
        assert quarantined(session) == []


def test_a_quarantined_package_is_saved_byte_for_byte(qtbot, screen, broken, tmp_path):
    screen._presenter.take([broken])
    settle(qtbot, screen)
    screen._presenter.save(tmp_path / "saved.zip")
    assert (tmp_path / "saved.zip").read_bytes() == broken.read_bytes()


def test_facets_narrow_the_list(qtbot, screen, case, tmp_path, broken):
    natural, _ = sample(tmp_path / "samples", case.now)
    screen._presenter.take([natural, broken])
    settle(qtbot, screen)
    qtbot.mouseClick(screen._chips[ArrivalFacet.WAITING], QtCore.Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert screen.list.table.rowCount() == 1
    assert screen.list.table.row(0).cells[0].text == "broken.zip"
