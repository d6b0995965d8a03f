"""The preview: what changed, how far the checklist is, who it is; the identity only when somebody asks."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Language
from desktop.services import claims, notes
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from desktop.views.navigation import route
from desktop.views.queue.preview.pane import PreviewPane
from desktop.views.queue.screen import QueueScreen
from tests.views.queue.conftest import settle

LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def shown(qtbot, worn, case, desk_of):
    """The preview of the case's dossier at the reviewer's desk."""

    def show(language=Language.PERSIAN):
        pane = PreviewPane(desk_of("reviewer", language))
        qtbot.addWidget(pane)
        pane.resize(420, 900)
        pane.show_dossier(case.dossier_id)
        pane.show()
        settle()
        return pane

    return show


def said(pane):
    return [label.text() for label in pane.findChildren(QtWidgets.QLabel) if label.isVisible()]


@pytest.mark.requirement("ENM-064")
def test_what_changed_since_my_last_review_comes_first(case, shown):
    case.submitted().claimed().judged(B4="نشانی کامل نیست.").step("announce_deficiency").resubmitted()
    texts = said(shown())
    assert "پس از آخرین بررسی شما" in texts
    assert "پاسخ" in texts
    assert texts.index("پس از آخرین بررسی شما") < texts.index("چک‌لیست")


def test_a_dossier_nobody_has_reviewed_shows_no_changes(case, shown):
    case.submitted()
    texts = said(shown())
    assert "پس از آخرین بررسی شما" not in texts
    assert "چک‌لیست" in texts
    assert any(text.endswith("مانده") for text in texts)


def test_the_identity_is_masked_until_somebody_asks_and_that_is_journalled(qtbot, case, shown):
    case.submitted()
    pane = shown()
    assert "•" in pane.identity.value.text()
    qtbot.mouseClick(pane.identity.link, LEFT)
    settle()
    assert "•" not in pane.identity.value.text()
    assert not pane.identity.link.isVisible()
    with reading(case.office) as session:
        assert "dossier:identity:revealed" in [one.tag for one in timeline_of(session, case.dossier_id)]


def test_the_newest_note_is_shown_with_its_writer(case, shown):
    case.submitted()
    case.by("supervisor", notes.write_note, case.dossier_id, "وکالت‌نامه را با تاریخ انتقال بسنجید.")
    texts = said(shown())
    assert "وکالت‌نامه را با تاریخ انتقال بسنجید." in texts
    assert any(text.startswith("سرپرست — ") for text in texts)


def test_the_last_acts_are_told_without_naming_me_twice(case, shown):
    case.submitted().claimed()
    texts = said(shown())
    assert "برداشته شد" in texts
    assert any(text.endswith("· شما") for text in texts)


@pytest.mark.parametrize("language", list(Language))
def test_a_dossier_of_every_kind_of_event_is_told_in_every_language(case, shown, language):
    case.with_manager()
    case.by("supervisor", notes.write_note, case.dossier_id, "یادداشت")
    assert len(said(shown(language))) > 15


def test_the_buttons_of_the_preview_do_what_their_keys_do(qtbot, worn, case, desk_of):
    case.submitted().claimed()
    desk, gone = desk_of("reviewer"), []
    screen = QueueScreen(desk, route("queue", queue="mine"))
    qtbot.addWidget(screen)
    desk.gone.connect(gone.append)
    screen.resize(1600, 900)
    screen.show()
    settle()
    button = screen.preview.pane._head.buttons["open"]
    qtbot.mouseClick(button, LEFT)
    assert gone == [route("dossier", id=case.dossier_id, queue="mine")]


def test_the_preview_is_read_again_when_the_dossier_changes(qtbot, worn, case, desk_of):
    case.submitted().claimed()
    desk = desk_of("reviewer")
    screen = QueueScreen(desk, route("queue", queue="mine"))
    qtbot.addWidget(screen)
    desk.changes.listen(screen, lambda changes: screen.refresh() if screen.interested_in(changes) else None)
    screen.resize(1600, 900)
    screen.show()
    settle()
    desk.write(lambda session, actor: notes.write_note(session, actor, case.dossier_id, "تازه"))
    settle()
    assert "تازه" in said(screen.preview.pane)


def test_what_nobody_sees_is_not_read(qtbot, worn, case, desk_of):
    case.submitted().claimed()
    screen = QueueScreen(desk_of("reviewer"), route("queue", queue="mine"))
    qtbot.addWidget(screen)
    screen.resize(1180, 680)
    screen.show()
    settle()
    assert screen.rows.chosen_id == case.dossier_id
    assert screen.preview.pane.shown_id is None
    screen.preview.toggle()
    settle()
    assert screen.preview.pane.shown_id == case.dossier_id


def test_a_released_dossier_leaves_the_preview_where_it_is(case, shown):
    case.submitted().claimed()
    pane = shown()
    case.by("reviewer", claims.release, case.dossier_id)
    pane.show_dossier(case.dossier_id)
    settle()
    assert "رها شد" in said(pane)
