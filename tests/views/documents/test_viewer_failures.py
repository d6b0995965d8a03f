"""What cannot be shown is said in place, with a way on; the file itself can always be saved."""

import os
import signal
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.errors import Unavailable
from desktop.services.page_images.limits import Limits
from tests.builders.viewed_documents import Files, a_document, a_version, key
from tests.builders.viewed_files import (
    JPEG,
    PDF,
    PNG,
    a_damaged_pdf,
    a_pdf,
    a_picture,
    an_encrypted_pdf,
    an_endless_pdf,
)

LEASE = a_document("lease", a_version("lease 1", 1), a_version("lease 2", 2))
CARD = a_document("card", a_version("card", 1, JPEG))


@pytest.fixture
def files():
    return Files(**{"lease 1": a_pdf(4), "lease 2": a_pdf(5), "bad": a_damaged_pdf()})


@pytest.fixture
def viewer(viewer_of, files):
    return viewer_of(files, [LEASE])


# --- failures -----------------------------------------------------------------------------------------------

FAILING = [
    (an_encrypted_pdf(), PDF, "این فایل رمز دارد و بدون گذرواژه باز نمی‌شود."),
    (a_damaged_pdf(), PDF, "این فایل آسیب دیده یا ناقص رسیده است و باز نمی‌شود."),
    (b"", PDF, "فایل این مدرک در دفتر نیست."),
    (a_picture(PNG, (30_000, 2_000), "1", 1), PNG, "این تصویر ۳۰٬۰۰۰ در ۲۰۰۰ پیکسل است"),
]


@pytest.mark.parametrize(
    ("data", "media_type", "sentence"), FAILING, ids=["encrypted", "damaged", "missing", "huge"]
)
def test_a_document_that_cannot_be_shown_says_why_in_place(
    viewer_of, told, shown, data, media_type, sentence
):
    name = f"bad {len(data)}"
    files = Files(**{name: data, "card": a_picture()})
    viewer = viewer_of(files, [a_document("bad", a_version(name, 1, media_type)), CARD])
    assert told(viewer).startswith(sentence)
    assert viewer.pane.failure.save.isVisible()
    assert viewer.thumbnails._sizes == ()
    assert not viewer.toolbar._fit.isEnabled()
    viewer.show_document("card")
    shown(viewer)
    assert not viewer.pane.failure.isVisible()
    assert viewer.toolbar._fit.isEnabled()


def test_a_picture_of_thirty_thousand_pixels_is_shown_smaller_and_says_so(viewer_of, shown):
    files = Files(wide=a_picture(JPEG, (30_000, 2_000), "L", 255))
    viewer = viewer_of(files, [a_document("wide", a_version("wide", 1, JPEG))])
    shown(viewer)
    assert "کوچک‌شده" in viewer.pane.legend.accessibleName()


def test_two_thousand_pages_are_turned_to_the_last(viewer_of, shown):
    viewer = viewer_of(Files(long=a_pdf(2_000)), [a_document("long")])
    shown(viewer)
    key(viewer.pane.canvas, QtCore.Qt.Key.Key_End)
    shown(viewer, 2_000)
    assert viewer.toolbar.page.field.text() == "۲۰۰۰"


def test_a_file_that_could_not_be_fetched_is_fetched_again(viewer_of, told, shown):
    files = Files(later=Unavailable("database.locked"))
    viewer = viewer_of(files, [a_document("later")])
    assert "نوشتن" in told(viewer)
    files.files["later"] = a_pdf()
    viewer.pane.failure.again.click()
    shown(viewer)
    assert not viewer.pane.failure.isVisible()


def test_instead_of_a_version_that_cannot_be_shown_the_other_is_offered(viewer_of, files, told, shown):
    viewer = viewer_of(files, [a_document("lease", a_version("lease 1", 1), a_version("bad", 2))])
    told(viewer)
    assert viewer.pane.failure.other.text() == "دیدن نسخهٔ ۱"
    viewer.pane.failure.other.click()
    shown(viewer)
    assert viewer.version.number == 1


def test_a_page_that_takes_too_long_fails_alone(viewer_of, renderer_of, told, shown):
    slow = renderer_of(Limits(seconds=2))
    files = Files(slow=an_endless_pdf(), quick=a_pdf())
    viewer = viewer_of(files, [a_document("slow"), a_document("quick")], drawn_by=slow)
    assert "۲ ثانیه" in told(viewer)
    assert viewer.pane.failure.again.isVisible()
    viewer.show_document("quick")
    shown(viewer)


def test_the_window_does_not_notice_that_the_drawing_process_was_killed(viewer_of, renderer_of, shown, files):
    fragile = renderer_of()
    viewer = viewer_of(files, [LEASE], drawn_by=fragile)
    shown(viewer)
    os.kill(fragile.pid, signal.SIGKILL)
    viewer.pane.canvas.zoom_to(0.77)
    viewer.pane.canvas.go_to(5)
    shown(viewer, 5)
    assert not viewer.pane.failure.isVisible()


# --- saving -------------------------------------------------------------------------------------------------


def chosen_place(monkeypatch, place):
    asked = []

    def ask(parent, title, suggestion):
        asked.append(suggestion)
        return str(place) if place else "", ""

    monkeypatch.setattr(QtWidgets.QFileDialog, "getSaveFileName", ask)
    return asked


def test_the_file_is_saved_where_one_says(viewer, shown, files, tmp_path, monkeypatch):
    shown(viewer)
    asked = chosen_place(monkeypatch, tmp_path / "out.pdf")
    wanted, saved = [], []
    viewer.save_wanted.connect(wanted.append)
    viewer.saved.connect(saved.append)
    viewer.toolbar.save_wanted.emit()
    assert asked == ["lease 2.pdf"]
    assert wanted == [viewer.version]
    assert Path(saved[0]).read_bytes() == files.files["lease 2"]
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


def test_who_changes_his_mind_saves_nothing(viewer, shown, files, monkeypatch):
    shown(viewer)
    chosen_place(monkeypatch, None)
    files.asked.clear()
    viewer.save()
    assert files.asked == []


def test_a_folder_that_refuses_is_told(viewer, shown, tmp_path, monkeypatch):
    shown(viewer)
    chosen_place(monkeypatch, tmp_path / "nowhere" / "out.pdf")
    failures = []
    viewer.failed.connect(failures.append)
    viewer.save()
    assert failures[0].code == "disk.failed"
