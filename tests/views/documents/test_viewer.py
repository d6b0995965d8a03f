"""The viewer as its readers use it: documents, versions, marks, failures with a way on, memory."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Language
from desktop.views.documents.pins import Pin
from desktop.views.documents.viewed import ShownValue
from tests.builders.viewed_documents import Files, a_document, a_version, key
from tests.builders.viewed_files import (
    JPEG,
    a_damaged_pdf,
    a_pdf_saying,
    a_picture,
)

KEY = QtCore.Qt.Key
FIRST, SECOND = ["one", "two", "three", "four"], ["one", "TWO", "three", "FOUR", "five"]
LEASE = a_document("lease", a_version("lease 1", 1), a_version("lease 2", 2), is_changed=True)
CARD = a_document("card", a_version("card", 1, JPEG))


@pytest.fixture
def files():
    return Files(
        **{
            "lease 1": a_pdf_saying(FIRST),
            "lease 2": a_pdf_saying(SECOND),
            "card": a_picture(),
            "bad": a_damaged_pdf(),
        }
    )


@pytest.fixture
def viewer(viewer_of, files):
    return viewer_of(files, [LEASE, CARD])


# --- documents and versions ---------------------------------------------------------------------------------


def test_the_first_document_is_shown_in_its_newest_version(viewer, shown):
    shown(viewer)
    assert viewer.version.key == "lease 2"
    assert viewer.toolbar.version.text() == "نسخهٔ ۲ از ۲"
    assert viewer.toolbar.page.field.text() == "۱"
    assert viewer.toolbar.percent.text().endswith("٪")


def test_another_document_and_version_are_chosen_in_the_bar(viewer, shown):
    shown(viewer)
    viewer.toolbar.document_chosen.emit("card")
    shown(viewer)
    assert viewer.document.id == "card"
    assert viewer.toolbar.version.isHidden()
    assert viewer.toolbar.compare.isHidden()
    viewer.toolbar.document_chosen.emit("lease")
    viewer.toolbar.version_chosen.emit(1)
    shown(viewer)
    assert viewer.version.key == "lease 1"


def test_the_neighbouring_documents_are_a_step_away(viewer, shown):
    changed = []
    viewer.document_changed.connect(changed.append)
    viewer.step_document(1)
    viewer.step_document(1)
    assert [version.key for version in changed] == ["card"]


def test_a_file_is_fetched_once_while_it_is_looked_at_again_and_again(viewer, shown, files):
    shown(viewer)
    files.asked.clear()
    for document in ("card", "lease", "card", "lease"):
        viewer.show_document(document)
        shown(viewer)
    assert files.asked.count("card") <= 1
    assert files.asked.count("lease 2") == 0


def test_pages_are_turned_in_the_bar_by_typing_in_any_digits_and_in_the_strip(viewer, shown):
    shown(viewer)
    pages = []
    viewer.page_changed.connect(pages.append)
    viewer.toolbar.page_stepped.emit(1)
    shown(viewer, 2)
    viewer.toolbar.page.field.setText("۵")
    viewer.toolbar.page.field.returnPressed.emit()
    shown(viewer, 5)
    viewer.thumbnails.chosen.emit(3)
    shown(viewer, 3)
    assert pages == [2, 5, 3]
    for nonsense in ("9", "x", "", "0", "-1"):
        viewer.toolbar.page.field.setText(nonsense)
        viewer.toolbar.page.field.returnPressed.emit()
    assert viewer.pane.canvas.view.page == 3
    assert viewer.toolbar.page.field.text() == "۳"


def test_a_viewer_without_documents_says_so(viewer_of, told):
    viewer = viewer_of(Files(), [])
    assert told(viewer) == "مدرکی برای نمایش نیست."
    assert viewer.pane.failure.save.isHidden()
    viewer.save()
    viewer.toggle_marking()
    viewer.toggle_comparing()
    viewer.step_document(1)
    assert viewer.version is None


@pytest.mark.parametrize("language", list(Language))
def test_every_tool_has_a_name_in_every_language(viewer_of, files, language, shown):
    viewer = viewer_of(files, [LEASE], language=language)
    shown(viewer)
    nameless = [
        button for button in viewer.findChildren(QtWidgets.QAbstractButton)
        if not button.accessibleName() and button.isVisible()
    ]  # fmt: skip
    assert nameless == []
    assert viewer.toolbar.picker.accessibleName()


# --- remembered ---------------------------------------------------------------------------------------------


def test_page_size_and_rotation_of_each_document_are_remembered(viewer_of, files, shown):
    memory = {}
    viewer = viewer_of(files, [LEASE, CARD], memory)
    shown(viewer)
    canvas = viewer.pane.canvas
    canvas.go_to(4)
    shown(viewer, 4)
    canvas.rotate()
    canvas.zoom_to(1.5)
    shown(viewer, 4)
    canvas.scroll_by(50, 70)
    kept = canvas.view
    viewer.show_document("card")
    shown(viewer)
    assert canvas.view.rotation == 0
    viewer.hide()
    assert set(memory) == {"lease", "card"}
    again = viewer_of(files, [LEASE, CARD], memory)
    shown(again, 4)
    assert again.pane.canvas.view == kept
    assert again.pane.canvas.placement() == canvas.placement() or canvas.view != kept


def test_the_view_is_remembered_while_one_reads_not_only_at_the_end(qtbot, viewer_of, files, shown):
    memory = {}
    viewer = viewer_of(files, [LEASE], memory)
    shown(viewer)
    viewer.pane.canvas.go_to(3)
    qtbot.waitUntil(lambda: memory.get("lease", {}).get("page") == 3, timeout=30_000)


def test_a_list_that_is_read_again_moves_nothing(viewer, shown):
    shown(viewer)
    viewer.pane.canvas.go_to(4)
    shown(viewer, 4)
    viewer.show_documents([CARD, LEASE])
    shown(viewer, 4)
    assert viewer.version.key == "lease 2"


# --- two versions -------------------------------------------------------------------------------------------


def test_pages_that_differ_are_found_and_marked(qtbot, viewer, shown):
    qtbot.waitUntil(lambda: viewer.finder.pages == {2, 4, 5}, timeout=30_000)
    assert set(viewer.thumbnails._differing) == {2, 4, 5}
    viewer.pane.canvas.go_to(2)
    shown(viewer, 2)
    (place,) = viewer.pane.canvas._differences
    assert place.contains(QtCore.QPointF(80 / 595, 140 / 842))
    assert viewer.pane.legend.accessibleName() == "تفاوت با نسخهٔ ۱"
    viewer.pane.canvas.go_to(3)
    shown(viewer, 3)
    assert viewer.pane.legend.isHidden()


def test_two_versions_are_looked_at_in_step(qtbot, viewer, shown):
    shown(viewer)
    viewer.toggle_comparing()
    beside = viewer.beside.canvas
    qtbot.waitUntil(lambda: beside.shown_page == 1, timeout=30_000)
    assert viewer.beside.version.key == "lease 1"
    assert "نسخهٔ ۱" in viewer.beside.caption.text()
    viewer.pane.canvas.go_to(3)
    viewer.pane.canvas.zoom_to(2.0)
    viewer.pane.canvas.rotate()
    qtbot.waitUntil(lambda: beside.shown_page == 3 and beside._is_up_to_date(), timeout=30_000)
    shown(viewer, 3)
    viewer.pane.canvas.scroll_by(80, 120)
    assert beside.view == viewer.pane.canvas.view
    assert beside.placement() == viewer.pane.canvas.placement()


def test_the_other_version_leads_too(qtbot, viewer, shown):
    shown(viewer)
    viewer.toggle_comparing()
    qtbot.waitUntil(lambda: viewer.beside.canvas.shown_page == 1, timeout=30_000)
    viewer.beside.canvas.go_to(2)
    shown(viewer, 2)


def test_a_page_the_other_version_lacks_is_said_to_be_missing(qtbot, viewer, shown):
    shown(viewer)
    viewer.toggle_comparing()
    qtbot.waitUntil(lambda: viewer.beside.canvas.shown_page == 1, timeout=30_000)
    viewer.pane.canvas.go_to(5)
    shown(viewer, 5)
    assert viewer.beside.failure.sentence == "صفحهٔ ۵ در نسخهٔ ۱ نیست."
    assert viewer.beside.failure.isVisible()
    viewer.pane.canvas.go_to(4)
    shown(viewer, 4)
    assert not viewer.beside.failure.isVisible()


def test_comparing_ends_where_it_began(qtbot, viewer, shown):
    shown(viewer)
    viewer.toolbar.compare.click()
    assert viewer.is_comparing
    assert viewer.toolbar.compare.isChecked()
    viewer.toolbar.compare.click()
    assert not viewer.is_comparing
    assert viewer.beside.isHidden()
    assert viewer.pane.caption.isHidden()


def test_a_version_that_cannot_be_compared_is_said_to_be(qtbot, viewer_of, files, shown):
    files.files["lease 1"] = a_damaged_pdf()
    older = a_document("lease", a_version("bad", 1), a_version("lease 2", 2))
    viewer = viewer_of(files, [older])
    shown(viewer)
    qtbot.waitUntil(lambda: "ممکن نشد" in viewer.pane.legend.accessibleName(), timeout=30_000)
    assert not viewer.pane.failure.isVisible()


# --- marks --------------------------------------------------------------------------------------------------


def test_marks_are_shown_on_the_page_they_belong_to_and_explained(viewer, shown):
    shown(viewer)
    place = QtCore.QRectF(0.2, 0.8, 0.3, 0.05)
    viewer.set_pins([Pin(1, "lease 2", 2, place, "۱"), Pin(2, "lease 1", 1, place, "۲")], "گواه بند ب۷")
    assert viewer.pane.canvas._pins == []
    viewer.pane.canvas.go_to(2)
    shown(viewer, 2)
    assert [pin.id for pin in viewer.pane.canvas._pins] == [1]
    assert "گواه بند ب۷" in viewer.pane.legend.accessibleName()


def test_a_mark_is_found_in_its_document_version_and_page(viewer, shown):
    shown(viewer)
    far = QtCore.QRectF(0.2, 0.9, 0.3, 0.05)
    viewer.set_pins([Pin(1, "lease 1", 3, far, "۱"), Pin(2, "card", 1, far, "۲")])
    viewer.show_pin(2)
    shown(viewer)
    assert viewer.document.id == "card"
    viewer.show_pin(1)
    shown(viewer, 3)
    canvas = viewer.pane.canvas
    assert viewer.version.key == "lease 1"
    assert QtCore.QRectF(canvas.viewport().rect()).contains(canvas.placement().to_canvas(far))
    viewer.show_pin(99)
    assert viewer.page == 3


def test_a_place_is_marked_by_keys(qtbot, viewer, shown):
    shown(viewer)
    marks = []
    viewer.region_marked.connect(lambda page, place: marks.append((page, place)))
    viewer.toolbar._mark.click()
    assert viewer.toolbar._mark.isChecked()
    assert "Enter" in viewer.pane.legend.accessibleName()
    key(viewer.pane.canvas, KEY.Key_Return)
    ((page, place),) = marks
    assert (page, place.isEmpty()) == (1, False)
    assert not viewer.toolbar._mark.isChecked()


def test_a_reader_who_may_not_mark_is_not_offered_to(viewer, shown):
    shown(viewer)
    viewer.allow_marking(False)
    viewer.toggle_marking()
    assert not viewer.pane.canvas.marking.is_on
    assert viewer.toolbar._mark.isHidden()


def test_values_of_the_dossier_stand_above_the_page(viewer, shown):
    shown(viewer)
    viewer.show_values("در پرونده برای ب۷:", [ShownValue("کد پستی", "۱۹۳۹۶-۱۴۴۱۷", is_mismatch=True)])
    assert viewer.values.isVisible()
    assert viewer.values.accessibleName() == "در پرونده برای ب۷: کد پستی ۱۹۳۹۶-۱۴۴۱۷"
    viewer.show_values("", [])
    assert viewer.values.isHidden()


def test_screen_readers_are_given_the_words_of_the_page(qtbot, viewer, shown):
    shown(viewer)
    canvas = viewer.pane.canvas
    assert canvas.accessibleName() == "صفحهٔ ۱ از ۵"
    qtbot.waitUntil(lambda: canvas.accessibleDescription().strip() == "one", timeout=30_000)
    canvas.go_to(4)
    shown(viewer, 4)
    qtbot.waitUntil(lambda: canvas.accessibleDescription().strip() == "FOUR", timeout=30_000)
