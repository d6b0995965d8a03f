"""A letter that was made just now, in a viewer of its own; it can be saved from there."""

from collections.abc import Callable
from hashlib import sha256

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.views.desk import Desk
from desktop.views.documents.viewed import ViewedDocument, ViewedVersion
from desktop.views.documents.viewer import DocumentViewer
from desktop.views.theme.look import look

_SHARE = 0.85


class LetterWindow(QtWidgets.QDialog):
    """Esc closes it."""

    def __init__(
        self, desk: Desk, words: Words, title: str, pdf: bytes, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._pdf = pdf
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.viewer = DocumentViewer(words, self._fetch, {}, desk.aside)
        self.viewer.allow_marking(False)  # noqa: FBT003 - as Qt's own setters are called
        self.viewer.failed.connect(desk.messages.show)
        column.addWidget(self.viewer)
        version = ViewedVersion(sha256(pdf).hexdigest(), 1, "application/pdf", desk.now(), f"{title}.pdf")
        self.viewer.show_documents([ViewedDocument("letter", title, (version,))])
        around = (parent or self).window().size()
        self.resize(QtCore.QSize(look().px(860), int(around.height() * _SHARE)))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The surface."""
        QtGui.QPainter(self).fillRect(self.rect(), look().colour("surface"))

    def _fetch(
        self,
        _version: ViewedVersion,
        then: Callable[[bytes], object],
        _failed: Callable[[Exception], object],
    ) -> None:
        then(self._pdf)
