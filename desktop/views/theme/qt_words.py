"""Lets Qt's own dialogs and menus speak the user's language, with the translations that come with Qt."""

from PySide6 import QtCore

_KEYS = "QShortcut"


class QtWords(QtCore.QTranslator):
    """Qt's words in one language; keys keep the Latin names that stand on key caps."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The words for `source`, or nothing when this language has none."""
        if context == _KEYS:
            return source
        # An empty answer would be shown; only None lets Qt fall back on its English.
        return super().translate(context, source, disambiguation, n) or None


def speak(app: QtCore.QCoreApplication, language: str) -> None:
    """Replace Qt's words by those of `language`; Qt itself speaks English."""
    for translator in app.findChildren(QtWords):
        app.removeTranslator(translator)
        translator.setParent(None)
    if language == "en":
        return
    translator = QtWords(app)
    folder = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{language}", folder):
        raise OSError(f"no translation of Qt's own words into {language!r} in {folder}")
    app.installTranslator(translator)
