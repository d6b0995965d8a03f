"""A letter as it is printed, drawn from its PDF in memory; or the sentence why there is none."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.views.documents.opening import Opening
from desktop.views.documents.renderer import shared_renderer
from desktop.views.documents.version_pane import VersionPane
from desktop.views.documents.view import View
from desktop.views.documents.viewed import ViewedVersion
from desktop.views.letters.tool_bar import LetterBar

PDF = "application/pdf"


class LetterPane(QtWidgets.QWidget):
    """Signals: `language_chosen(Language)`, `print_wanted()`."""

    language_chosen = QtCore.Signal(object)
    print_wanted = QtCore.Signal()

    def __init__(self, words: Words, title: str, language: Language) -> None:
        super().__init__()
        self.bar = LetterBar(words.of("letters"), title, language)
        self._pdf, self.reason = b"", ""
        self.pane = VersionPane(Opening(shared_renderer(), self._bytes), words)
        self.pane.canvas.setAccessibleName(title)
        self.setFocusProxy(self.pane.canvas)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pane, 1)
        self._connect()
        self.bar.print.setEnabled(False)

    @property
    def pdf(self) -> bytes:
        """The letter that is shown; empty while there is none."""
        return self._pdf

    def show_pdf(self, pdf: bytes) -> None:
        """Show a letter; the page one looks at stays the same page."""
        if pdf == self._pdf:
            return
        view = self.pane.canvas.view if self._pdf else View(zoom="page")
        self._pdf, self.reason = pdf, ""
        self.bar.print.set_reason(None)
        key = f"letter:{sha256(pdf).hexdigest()}"
        self.pane.show_version(ViewedVersion(key, 1, PDF, datetime.now(UTC)), view)

    def say(self, sentence: str) -> None:
        """Say why there is no letter."""
        self._pdf, self.reason = b"", sentence
        self.pane.clear()
        self.pane.failure.say(sentence, again=False, save=False, other=None, hint=False)
        self.bar.show_page(0, 0)
        self.bar.print.set_reason(sentence)

    def leave(self) -> None:
        """Nobody looks at the letter any more; the process that drew it may close it."""
        self._pdf = b""
        self.pane.clear()

    def _connect(self) -> None:
        bar, canvas = self.bar, self.pane.canvas
        bar.language_chosen.connect(lambda code: self.language_chosen.emit(Language(code)))
        bar.print_wanted.connect(self.print_wanted)
        bar.page_stepped.connect(lambda steps: canvas.go_to(canvas.view.page + steps))
        bar.previous.clicked.connect(lambda: bar.page_stepped.emit(-1))
        bar.following.clicked.connect(lambda: bar.page_stepped.emit(1))
        bar.zoomed.connect(canvas.zoom_by)
        bar.fitted.connect(lambda: canvas.zoom_to("width" if canvas.view.zoom == "page" else "page"))
        canvas.page_shown.connect(lambda page: bar.show_page(page, canvas.page_count))

    def _bytes(
        self, _version: ViewedVersion, then: Callable[[bytes], object], _failed: Callable[[Exception], object]
    ) -> None:
        then(self._pdf)
