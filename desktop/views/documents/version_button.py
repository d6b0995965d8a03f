"""Says which version of a document is shown, and offers the others."""

from functools import partial

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.services import wording
from desktop.views.documents.viewed import ViewedDocument, ViewedVersion
from desktop.views.theme.look import look
from desktop.views.widgets.button_base import Button, Dress


class VersionButton(Button):
    """Which version is shown, with the others behind it; turquoise when it came after the last review.

    Signals: `chosen(int)` the number of a version.
    """

    chosen = QtCore.Signal(int)

    def __init__(self, texts: Texts, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__("", small=True, parent=parent)
        self._texts = texts
        self._is_changed = False
        self._menu = QtWidgets.QMenu(self)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._open_menu)

    def show_versions(self, document: ViewedDocument | None, version: ViewedVersion | None) -> None:
        """Offer the versions of a document, of which one is shown."""
        self.setVisible(document is not None and len(document.versions) > 1)
        if document is None or version is None:
            return
        self._is_changed = document.is_changed and version is document.versions[-1]
        self._icon_name = "swap" if self._is_changed else ""
        self.set_text(self._texts("version_of", number=version.number, of=len(document.versions)))
        self.setToolTip(self._words_of(version))
        self._menu.clear()
        for one in reversed(document.versions):
            action = self._menu.addAction(self._words_of(one))
            action.triggered.connect(partial(self._choose, one.number))
            action.setCheckable(True)
            action.setChecked(one is version)

    def minimumSizeHint(self) -> QtCore.QSize:
        """A number is not cut."""
        return self.sizeHint()

    def _words_of(self, version: ViewedVersion) -> str:
        day = wording.in_tehran(version.received).date()
        return self._texts("version_received", number=version.number, received=day)

    def _choose(self, number: int, _checked: bool) -> None:  # noqa: FBT001 - what Qt reports
        self.chosen.emit(number)

    def _open_menu(self) -> None:
        corner = QtCore.QPoint(self.width() if look().rtl else 0, self.height())
        self._menu.popup(self.mapToGlobal(corner))

    def _dress(self) -> Dress:
        if self._is_changed:
            return Dress("turqBg", "turqFg" if self._hovered() else "", "turqFg", "turqFg")
        return Dress("surface2", "borderStrong" if self._hovered() else "border", "text2")
