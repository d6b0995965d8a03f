"""The gallery's window: all specimens under each other, in the theme, language and text size chosen above."""

import sys
from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.views.gallery import pressing, showing, telling, writing
from desktop.views.theme.look import Theme, look, put_on
from desktop.views.widgets.fields import ChoiceField
from desktop.views.widgets.label import Label

_THEMES: tuple[Theme, ...] = ("light", "dark", "contrast")
_SCALES = ("80", "100", "125", "150", "200")
_WIDE, _HIGH = 1180, 800


class GalleryWindow(QtWidgets.QWidget):
    """Made anew inside whenever theme, language or text size are chosen."""

    def __init__(self, app: QtWidgets.QApplication, *, still: bool = False) -> None:
        super().__init__()
        self._app, self._still = app, still
        self._theme: Theme = "light"
        self._language, self._scale = Language.PERSIAN, "100"
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.resize(_WIDE, _HIGH)
        self.show_in()

    def show_in(
        self, theme: Theme | None = None, language: Language | None = None, scale: str | None = None
    ) -> None:
        """Show everything in another theme, language or text size in percent."""
        self._theme, self._language = theme or self._theme, language or self._language
        self._scale = scale or self._scale
        put_on(self._app, self._theme, int(self._scale) / 100, self._language.value, still=self._still)
        words = Words(self._language)
        text = words.of("gallery")
        self.setWindowTitle(text("title"))
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(self._top(words))
        self._column.addWidget(_scrolled(words))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The ground behind panes."""
        QtGui.QPainter(self).fillRect(self.rect(), look().colour("window"))

    def _top(self, words: Words) -> QtWidgets.QWidget:
        text = words.of("gallery")
        top = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(top)
        row.setContentsMargins(look().px(16), look().px(8), look().px(16), look().px(8))
        row.setSpacing(look().px(10))
        row.addWidget(Label(text("title"), "h1"))
        row.addStretch(1)
        themes = [(theme, text(f"theme_{theme}")) for theme in _THEMES]
        languages = [(one.value, text(f"language_{one.value}")) for one in Language]
        scales = [(one, text("percent", number=int(one))) for one in _SCALES]
        row.addWidget(_choice(text("theme"), themes, self._theme, self._choose_theme))
        row.addWidget(_choice(text("language"), languages, self._language.value, self._choose_language))
        row.addWidget(_choice(text("scale"), scales, self._scale, lambda code: self.show_in(scale=code)))
        return top

    def _choose_theme(self, code: str) -> None:
        self.show_in(theme=next(theme for theme in _THEMES if theme == code))

    def _choose_language(self, code: str) -> None:
        self.show_in(language=Language(code))


def _choice(
    name: str, choices: Sequence[tuple[str, str]], chosen: str, choose: Callable[[str], None]
) -> ChoiceField:
    field = ChoiceField(choices, chosen)
    field.setAccessibleName(name)
    # The choice takes the field itself away; that has to wait until Qt has left it.
    field.chosen.connect(lambda code: QtCore.QTimer.singleShot(0, lambda: choose(code)))
    return field


def _scrolled(words: Words) -> QtWidgets.QScrollArea:
    page = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    text = words.of("gallery")
    for part in (pressing, telling, writing, showing):
        for shelf in part.shelves(text, words):
            column.addWidget(shelf)
    column.addStretch(1)
    area = QtWidgets.QScrollArea()
    area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area


def open_gallery() -> int:
    """Show the gallery until its window is closed; the exit status of the program."""
    app = QtWidgets.QApplication.instance()
    if not isinstance(app, QtWidgets.QApplication):
        app = QtWidgets.QApplication(sys.argv[:1])
    window = GalleryWindow(app)
    window.show()
    return app.exec()
