"""What opens over a screen: palette, key sheet, jobs, news, the person's menu, toasts and banners."""

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtWidgets

from desktop.views.navigation import route
from desktop.views.shell.jobs_panel import JobsPanel
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.toast import Toasts

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.views.main_window import MainWindow
    from desktop.views.widgets.dialog import Dialog


UNAVAILABLE = "unavailable"


class Panels(QtCore.QObject):
    """Opens and places them; made anew with the frame."""

    def __init__(self, window: "MainWindow", frame: QtWidgets.QWidget) -> None:
        super().__init__(frame)
        self._window, self._desk, self._frame = window, window.desk, frame
        self._text = window.desk.words.of("shell")
        self._toasts = Toasts(frame, self._text("undo"))
        self._jobs = JobsPanel(self._desk, frame)
        self._jobs.hide()
        self._fault: Dialog | None = None
        messages = self._desk.messages
        messages.refused.connect(self.say_refused)
        messages.unavailable.connect(self.say_unavailable)
        messages.fault.connect(self._show_fault)
        messages.told.connect(self._toasts.show_toast)
        self._desk.jobs.changed.connect(self._follow_jobs)

    def open(self, what: str) -> None:
        """Open one of them by name."""
        openers: dict[str, Callable[[], object]] = {
            "palette": self._open_palette,
            "keys": self._open_keys,
            "jobs": self._open_jobs,
            "notifications": lambda: self._desk.go(route("notifications")),
            "person": self._open_person,
            "back": self._window.back,
        }
        openers[what]()
        self.place()

    def undo(self) -> None:
        """Undo what was told last, while it is offered."""
        self._toasts.undo()

    def place(self) -> None:
        """Put toasts and panels at their edges again."""
        self._toasts.place()
        self._jobs.place()

    def count_news(self) -> None:
        """Show at the bell how many lines of news nobody has read."""

        def unread(session: Any, actor: Any) -> int:
            # With it comes every step that can be undone; the first page of rows does not wait for that.
            from desktop.services.notifications import unread_count  # noqa: PLC0415

            return unread_count(session, actor)

        self._desk.read(unread, self._window.top.show_news, owner=self, lane="news")

    def say_refused(self, sentence: str) -> None:
        """Say why something cannot be done, without standing in the way."""
        # A page that asks for several things at once is refused several times; one sentence says it.
        if all(toast.sentence != sentence for toast in self._toasts.toasts()):
            self._toasts.show_toast(sentence, None, 8)

    def say_unavailable(self, sentence: str) -> None:
        """Say in a banner what stands in the way, with a way to try again."""
        again = (self._text("again"), self._try_again)
        close = (self._text("close"), self._take_banner_away)
        self._window.banners.put(UNAVAILABLE, Banner("red", sentence, [again, close]))

    def may_close(self) -> bool:
        """Whether the window may go; asked when jobs run."""
        running = self._desk.jobs.running
        return not running or self._jobs.ask_about_leaving(self._window, running)

    def _open_palette(self) -> None:
        # What opens only when asked for is loaded only then: the first page of rows does not wait for it.
        from desktop.views.shell.palette import Palette  # noqa: PLC0415

        Palette(self._window).open_centred()

    def _open_keys(self) -> None:
        from desktop.views.shell.key_sheet import KeySheet  # noqa: PLC0415

        KeySheet(self._window).open_centred()

    def _open_jobs(self) -> None:
        self._jobs.setVisible(not self._jobs.isVisible())
        self._jobs.follow()

    def _open_person(self) -> None:
        from desktop.views.shell.person_menu import PersonMenu  # noqa: PLC0415

        PersonMenu(self._window).open_under(self._window.top.person)

    def _try_again(self) -> None:
        self._take_banner_away()
        self._window.refresh()

    def _take_banner_away(self) -> None:
        self._window.banners.take(UNAVAILABLE)

    def _show_fault(self, error: Exception) -> None:
        from desktop.views.shell.fault_dialog import show_fault  # noqa: PLC0415

        # A fault in painting comes again with every picture; one dialog at a time is enough to tell of it.
        if self._fault is None:
            self._fault = show_fault(self._window, self._desk, error)
            self._fault.finished.connect(self._forget_fault)

    def _forget_fault(self) -> None:
        self._fault = None

    def _follow_jobs(self) -> None:
        self._window.top.show_jobs(len(self._desk.jobs.running))
        if self._jobs.isVisible():
            self._jobs.follow()
