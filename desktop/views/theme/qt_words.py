"""Lets Qt's own dialogs and menus speak the user's language, with the translations that come with Qt."""

from PySide6 import QtCore

_NAME = "qt-words"


def speak(app: QtCore.QCoreApplication, language: str) -> None:
    """Replace Qt's words by those of `language`; Qt itself speaks English."""
    for translator in app.findChildren(QtCore.QTranslator, _NAME):
        app.removeTranslator(translator)
        translator.setParent(None)
    if language == "en":
        return
    translator = QtCore.QTranslator(app)
    translator.setObjectName(_NAME)
    folder = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{language}", folder):
        raise OSError(f"no translation of Qt's own words into {language!r} in {folder}")
    app.installTranslator(translator)
