"""What a person has chosen about language, theme and text size, and how it is put on."""

from typing import TYPE_CHECKING, Any, Final

from PySide6 import QtWidgets

from desktop.models.vocabulary import Language
from desktop.views.theme.look import put_on

if TYPE_CHECKING:
    from desktop.views.desk import Desk

THEMES: Final = ("light", "dark", "contrast", "system")


def choose(desk: "Desk", key: str, value: Any) -> None:
    """Choose a language, theme, scale or stillness; the window is built anew when it changed."""
    before = desk.preferences.get(key)
    desk.preferences.set(key, value)
    if before != value:
        desk.looks_changed.emit()


def dress(desk: "Desk") -> None:
    """Put on what this person has chosen."""
    chosen = desk.preferences
    language = Language(chosen.get("language", desk.words.language.value))
    desk.speak(language)
    app = QtWidgets.QApplication.instance()
    if isinstance(app, QtWidgets.QApplication):
        put_on(
            app,
            chosen.get("theme", "light"),
            float(chosen.get("scale", 1.0)),
            language.value,
            still=bool(chosen.get("still", False)),
        )
