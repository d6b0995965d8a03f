"""The audit as an auditor reads it: in words, narrowed, verified, and leaving its own entry."""

import pytest
from PySide6 import QtWidgets

from desktop.services.audit_kinds import AuditKind
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from desktop.views.journal.screen import JournalScreen
from desktop.views.navigation import route
from desktop.views.widgets.banner import Banner


@pytest.fixture
def screen(qtbot, desk_of, case, worn):
    case.submitted().claimed()
    screen = JournalScreen(desk_of("auditor"), route("journal"))
    qtbot.addWidget(screen)
    screen.resize(1400, 800)
    screen.show()
    return screen


def rows(screen):
    table = screen.list.table
    return [table.row(place) for place in range(table.rowCount())]


@pytest.mark.requirement("X-03")
def test_acts_are_told_in_the_words_of_their_scheme(screen, case):
    said = [row.cells[3].text for row in rows(screen)]
    with reading(case.office) as session:
        assert len(timeline_of(session, case.dossier_id)) <= len(said)
    assert any("ارسال درخواست" in one or "در حال بررسی" in one for one in said)
    assert not any("under_review" in one for one in said)


def test_reading_the_audit_is_an_entry_itself_and_is_seen_by_the_next_reader(qtbot, screen, desk_of):
    again = JournalScreen(desk_of("auditor"), route("journal"))
    qtbot.addWidget(again)
    again.show()
    kinds = [again._presenter.entry(row.key).kind for row in rows(again)]
    assert kinds.count(AuditKind.AUDIT) == 1


def test_a_kind_narrows_the_list(screen):
    every = len(rows(screen))
    screen.kind.choose(AuditKind.HAND.value)
    screen.kind.chosen.emit(AuditKind.HAND.value)
    assert 0 < len(rows(screen)) < every
    assert {screen._presenter.entry(row.key).kind for row in rows(screen)} == {AuditKind.HAND}


def test_an_unknown_dossier_is_said_beside_the_field_and_a_known_one_narrows(screen, case):
    every = len(rows(screen))
    screen.dossier.setText("1399/99999")
    screen.dossier.editingFinished.emit()
    assert len(rows(screen)) == every
    screen.dossier.setText(case.number)
    screen.dossier.editingFinished.emit()
    assert {screen._presenter.entry(row.key).dossier_number for row in rows(screen)} == {case.number}


def test_the_chains_are_verified_on_demand(screen):
    screen._verify()
    QtWidgets.QApplication.processEvents()
    banner = screen.findChild(Banner)
    assert banner is not None
    assert screen._presenter.verdict()[0]
