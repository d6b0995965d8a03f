"""The gallery opens in every theme, language and text size, and every icon in it has a name."""

import pytest
from PySide6 import QtWidgets

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.views.gallery.telling import ask_gravely, ask_plainly
from desktop.views.gallery.window import GalleryWindow
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton
from desktop.views.widgets.fields import ChoiceField


@pytest.fixture
def gallery(qapp, qtbot) -> GalleryWindow:
    window = GalleryWindow(qapp, still=True)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(
    ("theme", "language", "scale"),
    [
        ("light", Language.PERSIAN, "80"),
        ("light", Language.PERSIAN, "200"),
        ("light", Language.ARABIC, "200"),
        ("light", Language.ENGLISH, "200"),
        ("dark", Language.PERSIAN, "100"),
        ("contrast", Language.ARABIC, "100"),
    ],
)
def test_everything_is_shown_without_a_horizontal_scroll_bar(gallery, theme, language, scale):
    gallery.show_in(theme, language, scale)
    QtWidgets.QApplication.processEvents()
    area = gallery.findChildren(QtWidgets.QScrollArea)[-1]
    assert (look().tokens.name, look().language, look().scale) == (theme, language.value, int(scale) / 100)
    assert area.widget().width() <= area.viewport().width()


def test_every_icon_alone_has_a_name(gallery):
    nameless = [button for button in gallery.findChildren(IconButton) if not button.accessibleName()]
    assert nameless == []


def test_its_switches_change_the_look(gallery, qtbot):
    field = gallery.findChildren(ChoiceField)[0]
    field.chosen.emit("dark")
    qtbot.waitUntil(lambda: look().is_dark)


@pytest.mark.parametrize("ask", [ask_plainly, ask_gravely])
def test_its_dialogs_open(gallery, qtbot, ask):

    dialog = ask(Words(Language.PERSIAN).of("gallery"), gallery)
    assert dialog.isVisible()
    dialog.close()
