"""One version of a document: its page, or the sentence why there is none, and what the marks mean."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.models.errors import ParvandehError, RuleBroken
from desktop.services import wording
from desktop.services.page_images.process import Opened
from desktop.views.documents.canvas import Canvas
from desktop.views.documents.failure_note import FailureNote
from desktop.views.documents.legend import Legend, Meaning
from desktop.views.documents.opening import Opening
from desktop.views.documents.view import View
from desktop.views.documents.viewed import ViewedVersion
from desktop.views.theme.look import look
from desktop.views.widgets.busy import Spinner
from desktop.views.widgets.label import Label

if TYPE_CHECKING:
    from desktop.views.documents.renderer import Ticket

_CAPTION: Final = 28
_SPINNER: Final = 24
_CORNER: Final = 10


class VersionPane(QtWidgets.QWidget):
    """Shows a version from opening its file on.

    Signals: `opened()` when its pages are known, `broken()` when they never will be, `save_wanted()` and
    `other_wanted()` from the sentence that stands in place of a page.
    """

    opened = QtCore.Signal()
    broken = QtCore.Signal()
    save_wanted = QtCore.Signal()
    other_wanted = QtCore.Signal()

    def __init__(self, opening: Opening, words: Words, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._opening, self._words, self._texts = opening, words, words.of("documents")
        self.version: ViewedVersion | None = None
        self.pages: Opened | None = None
        """What is known of the version once it is open."""
        self.other_number: int | None = None
        """The version that may be looked at instead of one that cannot be shown."""
        self._view, self._held = View(), ""
        self._reading: Ticket | None = None
        self._again: Callable[[], object] = self._open
        self.caption = Label(role="caption", colour="text2").centre()
        self.caption.setFixedHeight(look().px(_CAPTION))
        self.caption.hide()
        self.canvas = Canvas(opening.renderer)
        self.canvas.setAccessibleName(self._texts("canvas"))
        self.legend = Legend(self.canvas)
        self.failure = FailureNote(self._texts, self.canvas)
        self._spinner = Spinner(self._texts("opening"), _SPINNER, self.canvas)
        self._connect()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.caption)
        column.addWidget(self.canvas)
        self.canvas.installEventFilter(self)

    def show_version(self, version: ViewedVersion, view: View) -> None:
        """Show a version; the page before it stays until its own has come."""
        self._view = view
        if self.version is not None and self.version.key == version.key and self.pages is not None:
            self.version = version
            self.canvas.look_at(view)
            return
        self.version, self.pages = version, None
        self._open()

    def clear(self) -> None:
        """Show nothing."""
        self.version, self.pages = None, None
        self.failure.hide()
        self._spinner.stop()
        self.canvas.forget()
        self._hold("")
        self.legend.explain(())

    def show_caption(self, shown: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Say above the page which version it is, or not."""
        self.caption.setVisible(shown)
        if self.version is not None:
            day = wording.in_tehran(self.version.received).date()
            number = self.version.number
            self.caption.setText(self._texts("version_received", number=number, received=day))

    def say_missing_page(self, page: int, number: int) -> None:
        """This version has no such page."""
        sentence = self._texts("not_in_version", page=page, number=number)
        self.failure.say(sentence, again=False, save=False, other=None, hint=False)

    def explain(self, meanings: Sequence[Meaning]) -> None:
        """Say what the marks on the page mean."""
        self.legend.explain(meanings)
        self._place_overlays()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """What lies over the canvas follows its size."""
        if watched is self.canvas and event.type() == QtCore.QEvent.Type.Resize:
            self._place_overlays()
        return super().eventFilter(watched, event)

    # --- within ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.canvas.failed.connect(self._page_failed)
        self.canvas.page_shown.connect(self._page_shown)
        self.canvas.view_changed.connect(lambda _view: self._forget_failure())
        self.failure.save_wanted.connect(self.save_wanted)
        self.failure.other_wanted.connect(self.other_wanted)
        self.failure.again_wanted.connect(self._try_again)

    def _open(self) -> None:
        version = self.version
        if version is None:
            return
        self.failure.hide()
        self._spinner.start()
        self._opening.open(
            version,
            lambda opened: self._opened(version, opened),
            lambda error: self._failed(version, error),
            self,
        )

    def _opened(self, version: ViewedVersion, opened: Opened) -> None:
        if version is not self.version or self.pages is not None:
            return
        self.pages = opened
        self.canvas.show_document(version.key, opened.sizes, self._view)
        self._hold(version.key)
        self.opened.emit()

    def _hold(self, key: str) -> None:
        """Keep the file open as long as a page of it is on the canvas."""
        if key:
            self._opening.renderer.hold(key)
        if self._held:
            self._opening.renderer.let_go(self._held)
        self._held = key

    def _page_shown(self, page: int) -> None:
        self._spinner.stop()
        self.failure.hide()
        self.canvas.setAccessibleName(self._texts("page", page=page, of=self.canvas.page_count))
        self.canvas.setAccessibleDescription("")
        self._opening.renderer.drop(self._reading)
        if self.version is not None:
            # Screen readers get the words when they have come; a page without words has none to lack.
            self._reading = self._opening.renderer.read(
                self.version.key, page, self.canvas.setAccessibleDescription, _nothing, self.canvas
            )

    def _forget_failure(self) -> None:
        if self.pages is not None:
            self.failure.hide()

    def _failed(self, version: ViewedVersion, error: Exception) -> None:
        if version is self.version:
            self._again = self._open
            self.canvas.forget()
            self._hold("")
            self.broken.emit()
            self._say(error)

    def _page_failed(self, error: Exception) -> None:
        self._again = lambda: self.canvas.look_at(self.canvas.view)
        self._say(error)

    def _try_again(self) -> None:
        self._again()

    def _say(self, error: Exception) -> None:
        self._spinner.stop()
        self.canvas.forget_page()
        is_expected = isinstance(error, ParvandehError)
        sentence = self._words.error(error) if isinstance(error, ParvandehError) else self._texts("failed")
        self.failure.say(
            sentence,
            again=not isinstance(error, RuleBroken),
            save=self.version is not None,
            other=self.other_number,
        )
        if not is_expected:
            raise error

    def _place_overlays(self) -> None:
        room, corner = self.canvas.rect(), look().px(_CORNER)
        self.failure.setGeometry(room)
        spinner = self._spinner.rect()
        spinner.moveCenter(room.center())
        self._spinner.setGeometry(spinner)
        self.legend.resize(self.legend.sizeHint())
        # The end corner: left where one reads from right to left, though the canvas itself is not mirrored.
        left = corner if look().rtl else room.width() - self.legend.width() - corner
        self.legend.move(left, room.height() - self.legend.height() - corner)

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Lay everything in its corner once the size is known."""
        super().showEvent(event)
        self._place_overlays()


def _nothing(_answer: object) -> None:
    """Nobody waits for it."""
