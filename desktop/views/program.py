"""Starts the window: the application, the office, who sits down in it; nothing it meets ends it silently."""

import gc
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.services.people import PersonRow
from desktop.views.background import Background
from desktop.views.desk import Desk, Place
from desktop.views.main_window import MainWindow
from desktop.views.shell.emblem import app_icon
from desktop.views.shell.looks import dress
from desktop.views.sign_in.presenter import OpenOffice, SignInPresenter, demo_folder, office_folder
from desktop.views.sign_in.screen import SignIn
from desktop.views.theme.look import put_on

SETTLED_AFTER_MILLISECONDS = 3_000

_log = logging.getLogger(__name__)


class Program(QtCore.QObject):
    """Holds what is open: first the sign-in page, then one window for the person who sat down."""

    def __init__(self, app: QtWidgets.QApplication, folder: Path, language: Language) -> None:
        super().__init__(app)
        self._app, self._folder, self._language = app, folder, language
        self._background = Background()
        self.window: MainWindow | None = None
        self.sign_in: SignIn | None = None
        sys.excepthook = self._report
        app.aboutToQuit.connect(self.close)

    def begin(self, username: str | None = None, *, demo: bool = False) -> None:
        """Show the sign-in page, or the window at once for somebody who is named."""
        put_on(self._app, "light", 1.0, self._language.value)
        presenter = SignInPresenter(self._folder, lambda: datetime.now(UTC))
        page = SignIn(presenter, Words(self._language), self._background)
        page.setWindowTitle(Words(self._language).of("sign_in")("program"))
        page.chosen.connect(self.sit_down)
        page.resize(960, 720)
        self.sign_in = page
        if username is None or not page.enter_as(username):
            page.show()
            if demo:
                page.make_demo_if_missing()

    def sit_down(self, office: OpenOffice, person: PersonRow) -> None:
        """Open the window of this person."""
        place = Place(office.database, office.name, office.is_demo)
        desk = Desk(place, person, self._background, self._language)
        dress(desk)
        self.window = MainWindow(desk)
        desk.signed_out.connect(self._sign_out)
        self.window.show()
        # On one machine nobody else is the office's clock; the first page of work comes before it.
        QtCore.QTimer.singleShot(SETTLED_AFTER_MILLISECONDS, self.window, lambda: _settle(desk))
        if self.sign_in is not None:
            self.sign_in.close()
            self.sign_in = None

    def close(self) -> None:
        """Let work that runs end and close the office."""
        self._background.close()
        if self.window is not None:
            self.window.desk.database.close()
        if self.sign_in is not None:
            self.sign_in.close_office()

    def _sign_out(self) -> None:
        window = self.window
        # For a moment no window is open; that does not end the program.
        self._app.setQuitOnLastWindowClosed(False)
        if window is not None and window.close():
            self.close()
            self.window, self._background = None, Background()
            self._language = window.desk.words.language
            window.deleteLater()
            self.begin()
        self._app.setQuitOnLastWindowClosed(True)

    def _report(self, kind: type[BaseException], error: BaseException, places: TracebackType | None) -> None:
        """An exception in a slot: said by whatever is open, which goes on."""
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        if self.window is not None and isinstance(error, Exception):
            self.window.desk.messages.show(error)
        elif self.sign_in is not None and isinstance(error, Exception):
            self.sign_in.show_error(error)
        else:
            _log.error("A fault in the window", exc_info=(kind, error, places))


def open_window(
    folder: Path | None = None, username: str | None = None, language: str = "fa", *, demo: bool = False
) -> int:
    """Run the window until it is closed, and give the exit status."""
    place = folder or (demo_folder() if demo else office_folder())

    def begin(app: QtWidgets.QApplication) -> None:
        Program(app, place, Language(language)).begin(username, demo=demo)

    return _run(begin)


def _settle(desk: Desk) -> None:
    from desktop.views.shell.daily_round import start_round  # noqa: PLC0415

    # What a start has made stays to the end; each time the memory is searched for garbage, going through all
    # of it would hold the window for a tenth of a second.
    gc.freeze()
    start_round(desk, quiet=True)


def _run(begin: Callable[[QtWidgets.QApplication], None]) -> int:
    app = QtWidgets.QApplication([sys.argv[0]])
    app.setApplicationName("parvandeh")
    app.setDesktopFileName("parvandeh")
    app.setWindowIcon(app_icon())
    begin(app)
    return app.exec()
