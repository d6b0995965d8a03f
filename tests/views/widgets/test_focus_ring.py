"""The ring shows where the keyboard is, outside the control and never cut by what surrounds it."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.views.widgets.buttons import PrimaryButton
from desktop.views.widgets.comment_box import CommentBox
from desktop.views.widgets.focus_ring import FocusRing
from desktop.views.widgets.form_field import FormField, LineField

pytestmark = pytest.mark.usefixtures("worn")


@pytest.fixture
def window(qtbot) -> QtWidgets.QWidget:
    made = QtWidgets.QWidget()
    qtbot.addWidget(made)
    QtWidgets.QVBoxLayout(made)
    made.resize(400, 300)
    return made


def _put(window: QtWidgets.QWidget, *widgets: QtWidgets.QWidget) -> None:
    for widget in widgets:
        window.layout().addWidget(widget)
    window.show()
    window.activateWindow()
    QtWidgets.QApplication.processEvents()


def _ring(window: QtWidgets.QWidget) -> FocusRing | None:
    return next((ring for ring in window.findChildren(FocusRing) if ring.isVisible()), None)


def _around(widget: QtWidgets.QWidget, window: QtWidgets.QWidget) -> QtCore.QRect:
    corner = widget.mapTo(window, QtCore.QPoint(0, 0))
    return QtCore.QRect(corner, widget.size()).adjusted(-3, -3, 3, 3)


def test_the_ring_lies_three_pixels_round_what_has_the_keyboard(window, qtbot):
    first, second = PrimaryButton("یک"), PrimaryButton("دو")
    _put(window, first, second)
    first.setFocus()
    qtbot.waitUntil(lambda: _ring(window) is not None and _ring(window).geometry() == _around(first, window))
    second.setFocus()
    qtbot.waitUntil(lambda: _ring(window).geometry() == _around(second, window))


def test_a_field_inside_a_form_has_its_whole_ring(window, qtbot, worn):
    form = FormField("نام", LineField())
    _put(window, form)
    form.field.setFocus()
    qtbot.waitUntil(lambda: _ring(window) is not None)
    around = _around(form.field, window)
    image = window.grab().toImage()
    middle = around.center()
    edges = [
        (around.left() + 1, middle.y()),
        (around.right() - 1, middle.y()),
        (middle.x(), around.bottom() - 1),
    ]
    assert [image.pixelColor(x, y).name() for x, y in edges] == [worn.colour("focus").name()] * 3


def test_a_comment_box_is_ringed_as_one(window, qtbot):
    box = CommentBox()
    _put(window, box)
    box.write_remark()
    qtbot.waitUntil(lambda: _ring(window) is not None and _ring(window).geometry() == _around(box, window))


def test_the_ring_goes_with_its_window_and_comes_back_in_the_next(qtbot):
    for _ in range(2):
        window, button = QtWidgets.QWidget(), PrimaryButton("یک")
        QtWidgets.QVBoxLayout(window)
        _put(window, button)
        button.setFocus()
        qtbot.waitUntil(lambda window=window: _ring(window) is not None)
        window.close()
        window.deleteLater()
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)


def test_nothing_is_ringed_when_nothing_that_wants_it_has_the_keyboard(window, qtbot):
    button, plain = PrimaryButton("یک"), QtWidgets.QLineEdit()
    _put(window, button, plain)
    button.setFocus()
    qtbot.waitUntil(lambda: _ring(window) is not None)
    plain.setFocus()
    qtbot.waitUntil(lambda: _ring(window) is None)
