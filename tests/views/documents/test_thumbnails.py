"""The strip of small pages: drawn as they come into sight, dotted where versions differ."""

import pytest
from PySide6 import QtCore, QtGui, QtTest

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.views.documents.thumbnails import Thumbnails
from desktop.views.theme.tokens import LIGHT
from tests.builders.viewed_files import PDF, a_pdf


@pytest.fixture
def strip_of(qtbot, worn, renderer, request):
    def make(pages, height=500):
        opened, name = [], request.node.name
        renderer.open(name, a_pdf(pages), PDF, opened.append, opened.append)
        qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
        renderer.hold(name)
        strip = Thumbnails(renderer, Words(Language.PERSIAN).of("documents"))
        qtbot.addWidget(strip)
        strip.resize(strip.width(), height)
        strip.show_document(name, opened[0].sizes)
        strip.show()
        return strip

    return make


def drawn(strip):
    return {page for page, picture in strip._pictures.items() if picture is not None}


def press(strip, page):
    QtTest.QTest.mouseClick(
        strip.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=strip.rect_of(page).center()
    )


def test_every_page_of_a_short_document_is_drawn(qtbot, strip_of):
    strip = strip_of(3)
    qtbot.waitUntil(lambda: drawn(strip) == {1, 2, 3}, timeout=30_000)
    square = strip.rect_of(2).topLeft() + QtCore.QPoint(6, 6)
    assert strip.viewport().grab().toImage().pixelColor(square).lightness() < 90


def test_of_two_thousand_pages_only_those_in_sight_are_drawn(qtbot, strip_of):
    strip = strip_of(2_000)
    qtbot.waitUntil(lambda: {1, 5} <= drawn(strip) and not strip._tickets, timeout=30_000)
    assert len(drawn(strip)) < 10
    strip.set_page(1_500)
    strip.viewport().grab()
    qtbot.waitUntil(lambda: 1_500 in drawn(strip), timeout=30_000)
    assert len(drawn(strip)) < 20


def test_what_scrolled_away_is_not_drawn_any_more(strip_of):
    strip = strip_of(2_000)
    strip.viewport().grab()
    assert 1 in strip._tickets
    strip.verticalScrollBar().setValue(strip.verticalScrollBar().maximum())
    assert 1 not in strip._tickets


def test_a_page_is_chosen_by_pressing_it(strip_of):
    strip = strip_of(3)
    chosen = []
    strip.chosen.connect(chosen.append)
    press(strip, 3)
    press(strip, 1)
    assert chosen == [3, 1]
    QtTest.QTest.mouseClick(strip.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(30, 490))
    assert chosen == [3, 1]


def test_the_page_that_is_looked_at_has_a_ring_and_is_in_sight(strip_of):
    strip = strip_of(40)
    strip.set_page(31)
    assert strip.viewport().rect().contains(strip.rect_of(31))
    edge = strip.rect_of(31).topLeft() + QtCore.QPoint(20, -1)
    assert strip.viewport().grab().toImage().pixelColor(edge) == QtGui.QColor(LIGHT["accent"])
    strip.set_page(2)
    assert strip.viewport().rect().contains(strip.rect_of(2))


def test_pages_that_differ_have_a_dot_and_say_so(strip_of):
    strip = strip_of(3)
    strip.set_differing({2})
    picture = strip.viewport().grab().toImage()
    assert picture.pixelColor(strip.rect_of(2).topRight()) == QtGui.QColor(LIGHT["turqSolid"])
    assert picture.pixelColor(strip.rect_of(1).topRight()) != QtGui.QColor(LIGHT["turqSolid"])
    assert strip._told(2) == "صفحهٔ ۲، متفاوت با نسخهٔ دیگر"
    assert strip._told(1) == "صفحهٔ ۱"
