"""The look answers every widget from theme, text scale and language, and is put on in one call."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme import look as wardrobe
from desktop.views.theme.look import Look, look, put_on
from desktop.views.theme.tokens import CONTRAST, DARK, FAMILIES, LIGHT

RTL, LTR = QtCore.Qt.LayoutDirection.RightToLeft, QtCore.Qt.LayoutDirection.LeftToRight
CANCEL = {"fa": "انصراف", "en": "Cancel"}


def test_before_anything_is_put_on_asking_says_what_to_do(monkeypatch):
    monkeypatch.setattr(wardrobe._Worn, "look", None)
    with pytest.raises(RuntimeError, match="put_on"):
        look()


def test_what_is_put_on_is_what_everybody_is_told(qapp):
    assert put_on(qapp, "dark", 1.25, "ar") is look()
    assert (look().tokens, look().scale, look().language, look().is_dark, look().rtl) == (
        DARK,
        1.25,
        "ar",
        True,
        True,
    )


@pytest.mark.parametrize(("language", "direction"), [("fa", RTL), ("ar", RTL), ("en", LTR)])
def test_the_language_decides_the_direction(qapp, language, direction):
    put_on(qapp, language=language)
    assert (qapp.layoutDirection(), QtWidgets.QWidget().layoutDirection()) == (direction, direction)


def test_qt_speaks_the_language_that_was_put_on_last(qapp):
    for language in ("fa", "en", "fa"):
        put_on(qapp, language=language)
        assert QtCore.QCoreApplication.translate("QPlatformTheme", "Cancel") == CANCEL[language]


def test_what_qt_cannot_say_in_persian_it_says_in_english(qapp):
    put_on(qapp, language="fa")
    assert QtCore.QCoreApplication.translate("QNowhere", "Unheard of") == "Unheard of"


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
def test_keys_are_called_what_stands_on_them(qapp, language):
    put_on(qapp, language=language)
    keys = QtGui.QKeySequence("Ctrl+Shift+X")
    assert keys.toString(QtGui.QKeySequence.SequenceFormat.NativeText) == "Ctrl+Shift+X"


def test_numbers_of_qts_own_widgets_are_persian_in_persian(qapp):
    put_on(qapp, language="fa")
    box = QtWidgets.QSpinBox()
    box.setValue(42)
    assert box.text() == "۴۲"


@pytest.mark.parametrize(("scheme", "tokens"), [("Dark", DARK), ("Light", LIGHT), ("Unknown", LIGHT)])
def test_the_theme_of_the_system_is_followed_when_it_is_known(qapp, monkeypatch, scheme, tokens):
    class Hints:
        def colorScheme(self):  # noqa: N802 - Qt's name
            return QtCore.Qt.ColorScheme[scheme]

    monkeypatch.setattr(type(qapp), "styleHints", lambda _app: Hints())
    assert put_on(qapp, "system").tokens == tokens


def test_lengths_grow_with_the_text_and_a_line_never_vanishes():
    assert [Look(scale=scale).px(32) for scale in (0.8, 1, 1.25, 2)] == [26, 32, 40, 64]
    assert (Look(scale=0.8).px(0.4), Look(scale=2).px(0)) == (1, 0)


@pytest.mark.parametrize(
    ("role", "size", "line", "weight"),
    [
        ("h1", 19, 28, 700),
        ("h2", 15, 24, 600),
        ("body", 14, 22, 400),
        ("dense", 13, 20, 400),
        ("caption", 12, 18, 400),
    ],
)
def test_type_has_the_sizes_of_the_design(worn, role, size, line, weight):
    font = worn.font(role)
    assert (font.pixelSize(), worn.line(role), font.weight()) == (size, line, weight)
    assert Look(scale=2).font(role).pixelSize() == 2 * size
    assert Look(scale=2).line(role) == 2 * line


def test_nothing_is_written_smaller_than_the_smallest_type(worn):
    assert worn.font("micro").pixelSize() >= 11.5


def test_a_font_that_was_asked_for_may_be_changed_without_changing_the_next(worn):
    worn.font("body").setPixelSize(99)
    assert worn.font("body").pixelSize() == 14


def test_a_colour_that_was_asked_for_may_be_changed_without_changing_the_next(worn):
    worn.colour("text").setAlpha(0)
    assert worn.colour("text") == QtGui.QColor(LIGHT["text"])


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_outlined_faintly_or_plainly_with_high_contrast(family):
    faint, plain = Look(LIGHT).family(family), Look(CONTRAST).family(family)
    assert faint.outline.alphaF() == pytest.approx(0.22, abs=0.01)
    assert plain.outline == plain.fg


def test_selected_text_keeps_its_colour(worn, qapp):
    role = QtGui.QPalette.ColorRole
    palette = qapp.palette()
    assert palette.color(role.HighlightedText) == palette.color(role.Text) == worn.colour("text")
    assert palette.color(role.Highlight) == worn.colour("tint")


def test_disabled_words_stay_readable(worn, qapp):
    disabled = QtGui.QPalette.ColorGroup.Disabled
    assert qapp.palette().color(disabled, QtGui.QPalette.ColorRole.ButtonText) == worn.colour("text3")


def test_an_icon_of_a_button_fades_only_when_disabled(worn):
    icon, size, mode = worn.icon("star", "accent"), QtCore.QSize(16, 16), QtGui.QIcon.Mode
    shown = {kind: icon.pixmap(size, kind).toImage() for kind in (mode.Normal, mode.Active, mode.Selected)}
    assert shown[mode.Normal] == shown[mode.Active] == shown[mode.Selected]
    assert icon.pixmap(size, mode.Disabled).toImage() == worn.pixmap("star", "text3").toImage()


def test_an_icon_grows_with_the_text(qapp):
    assert put_on(qapp, scale=2).pixmap("star", size=16).width() == 32
