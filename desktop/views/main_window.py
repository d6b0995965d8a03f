"""The main window: the frame, one screen in it, and the way between screens; the rest is asked of others."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.commanding import Commanding
from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import History, Route, Stop, route
from desktop.views.registry import SCREENS, may_open
from desktop.views.screen import Command, Screen
from desktop.views.shell.global_commands import global_commands
from desktop.views.shell.grounds import on_ground
from desktop.views.shell.looks import dress
from desktop.views.shell.panels import Panels
from desktop.views.shell.rail import Rail
from desktop.views.shell.rail_items import count_queues, rail_items
from desktop.views.shell.status_bar import StatusBar
from desktop.views.shell.today import read_calendar, today_sentence
from desktop.views.shell.top_bar import TopBar
from desktop.views.theme.look import look
from desktop.views.widgets.banner import Banners

SMALLEST = QtCore.QSize(1180, 680)
USUAL = QtCore.QSize(1600, 1000)
NARROW = 1440
"""Below this width the rail is collapsed; on the review desk below 1680."""
WIDE = 1680
CLOCK_MILLISECONDS = 30_000


class MainWindow(QtWidgets.QWidget):
    """The window of one person at one desk; closes its screen with everything typed brought to safety."""

    def __init__(self, desk: Desk, first: Route | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.history = History()
        self.screen_shown: Screen | None = None
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self._frame = QtWidgets.QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self.commanding = Commanding(self, self.commands, self.key_of)
        self._connect()
        self._build()
        self._tick()
        self.go(first or route("home"))

    # --- going from place to place

    def go(self, to: Route) -> None:
        """Show a place; one that this person's roles do not open is refused in words."""
        if not may_open(to.screen, frozenset(self.desk.person.roles)):
            self.desk.messages.refused.emit(self._text("not_for_you", screen=self._name_of(to.screen)))
            return
        screen = self._made(to)
        if screen is not None:
            self._leave(self.history.here)
            self.history.go(to)
            self._show(screen, {})

    def back(self) -> None:
        """Show the place before this one, as it was left."""
        self._step(self.history.back, self.history.forward)

    def forward(self) -> None:
        """Show the place that was left by going back."""
        self._step(self.history.forward, self.history.back)

    def rebuild(self) -> None:
        """Build everything anew in another language, theme or size; the place and what it kept stay."""
        here = self.history.here
        self._leave(here)
        dress(self.desk)
        self._build()
        self._tick()
        if here is not None and (screen := self._made(here.route)) is not None:
            self._show(screen, here.kept)

    def commands(self) -> Sequence[Command]:
        """What can be done now: the screen's commands, then those of the whole window."""
        own = self.screen_shown.commands() if self.screen_shown is not None else ()
        return [*own, *global_commands(self)]

    def key_of(self, command: Command) -> str:
        """The key of a command, as this person has chosen it."""
        chosen: dict[str, str] = self.desk.preferences.get("keys", {})
        return chosen.get(command.code, command.key)

    def name_of(self, command: Command) -> str:
        """What a command is called."""
        screen = command.screen or (self.screen_shown.code if self.screen_shown is not None else "shell")
        return self.desk.words.of(screen)(f"command.{command.code}")

    def refresh(self) -> None:
        """Read again what the screen shows."""
        if self.screen_shown is not None:
            self.screen_shown.refresh()

    def next_pane(self, by: int) -> None:
        """Move the keyboard to the next pane of the screen."""
        panes = self.screen_shown.panes() if self.screen_shown is not None else []
        shown = [pane for pane in panes if pane.isVisible()]
        if not shown:
            return
        focus = QtWidgets.QApplication.focusWidget()
        here = next((n for n, pane in enumerate(shown) if focus and pane.isAncestorOf(focus)), -1)
        shown[(here + by) % len(shown)].setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def is_rtl(self) -> bool:
        """Whether the window is read from right to left."""
        return look().rtl

    def toggle_rail(self) -> None:
        """Collapse the rail or spread it; remembered."""
        self.desk.preferences.set("rail.collapsed", not self._rail.collapsed)
        self._fit_rail()

    # --- Qt's events

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Collapse the rail where room is short."""
        super().resizeEvent(event)
        if self._rail.collapsed != self._is_rail_collapsed():
            self._fit_rail()
        self.panels.place()

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        """Bring typed text to safety; running jobs are asked about first."""
        if not self.panels.may_close():
            event.ignore()
            return
        self._leave(self.history.here)
        super().closeEvent(event)

    # --- inside

    def _connect(self) -> None:
        desk = self.desk
        desk.gone.connect(self.go)
        desk.went_back.connect(self.back)
        desk.looks_changed.connect(self.rebuild)
        desk.changes.listen(self, self._hear)
        self.commanding.refused.connect(desk.messages.refused)
        self._clock = QtCore.QTimer(self, interval=CLOCK_MILLISECONDS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def _build(self) -> None:
        self._text = self.desk.words.of("shell")
        self.commanding.letters_act = self.desk.preferences.get("letters_act", True)
        empty(self._frame)
        whole = QtWidgets.QWidget()
        on_ground(whole, "window")
        grid = QtWidgets.QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        office = self.desk.words.label(self.desk.place.name)
        self._rail = Rail(office, self.desk.words)
        self._rail.chosen.connect(self.go)
        role = self.desk.words.title("role", self.desk.role) if self.desk.role else ""
        self.top = TopBar(self.desk.words, self.desk.person.name, role)
        self.status = StatusBar(self.desk.words, is_demo=self.desk.place.is_demo)
        self._place = QtWidgets.QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(0)
        self.banners = Banners()
        grid.addWidget(self._rail, 0, 0, 3, 1)
        grid.addWidget(self.top, 0, 1)
        grid.addWidget(self.banners, 1, 1)
        grid.addLayout(self._place, 2, 1)
        grid.addWidget(self.status, 3, 0, 1, 2)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(1, 1)
        self._frame.addWidget(whole)
        self._rail_items = rail_items(self.desk, ())
        self.panels = Panels(self, whole)
        self.top.asked.connect(self.panels.open)

    def _made(self, to: Route) -> Screen | None:
        """The screen of a place, made before the old one is left: whatever goes wrong, nobody is moved."""
        try:
            return SCREENS[to.screen].screen_class()(self.desk, to)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is said and the window goes on
            self.desk.messages.show(error)
            return None

    def _show(self, screen: Screen, kept: dict[str, Any]) -> None:
        self.screen_shown = screen
        self._place.addWidget(screen, 1)
        if (bar := screen.decision_bar()) is not None:
            self._place.addWidget(bar)
        screen.head_changed.connect(self._show_head)
        if kept:
            screen.restore(kept)
        self._fit_rail()
        self._show_head()
        # Toasts and panels lie over every screen, also over one that came after them.
        self.panels.place()
        screen.first_focus().setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _leave(self, here: Stop | None) -> None:
        screen = self.screen_shown
        if screen is None:
            return
        screen.close_screen()
        if here is not None:
            here.kept = screen.kept()
        self.screen_shown = None
        empty(self._place)

    def _step(self, move: Callable[[], Stop | None], move_back: Callable[[], Stop | None]) -> None:
        left = self.history.here
        stop = move()
        if stop is None:
            return
        screen = self._made(stop.route)
        if screen is None:
            move_back()
            return
        self._leave(left)
        self._show(screen, stop.kept)

    def _show_head(self) -> None:
        screen = self.screen_shown
        if screen is None:
            return
        self.setWindowTitle(self._text("window_title", screen=screen.title()))
        self.top.show_screen(screen)
        self._rail.mark(self.history.way())
        commands = {command.code: command for command in self.commands()}
        wanted = [commands[code] for code in (*screen.hints(), "keys") if code in commands]
        self.status.show_hints([(self.key_of(one), self.name_of(one)) for one in wanted])

    def _is_rail_collapsed(self) -> bool:
        if self.desk.preferences.get("rail.collapsed", False):
            return True
        on_desk = self.screen_shown is not None and self.screen_shown.route.screen == "dossier"
        return self.width() < look().px(WIDE if on_desk else NARROW)

    def _fit_rail(self) -> None:
        self._rail.show_items(self._rail_items, collapsed=self._is_rail_collapsed())
        self._rail.mark(self.history.way())

    def _tick(self) -> None:
        def show(calendar: Any) -> None:
            self.status.show_today(today_sentence(self.desk, self.desk.now(), calendar))

        self.desk.read(read_calendar, show, owner=self, lane="today")
        self._recount()
        self.panels.count_news()

    def _recount(self) -> None:
        def show(counts: Any) -> None:
            self._rail_items = rail_items(self.desk, counts)
            self._fit_rail()

        self.desk.read(count_queues, show, owner=self, lane="rail")

    def _hear(self, changes: frozenset[tuple[str, int]]) -> None:
        self.commanding.letters_act = self.desk.preferences.get("letters_act", True)
        if any(noun != "preference" for noun, _ in changes):
            self._recount()
            self.panels.count_news()
        if self.screen_shown is not None and self.screen_shown.interested_in(changes):
            self.screen_shown.refresh()

    def _name_of(self, screen: str) -> str:
        return self._text(f"screen.{screen}")
