"""The commands of the whole window: search, keys, going home, undo; every screen has them besides its own."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from desktop.views.navigation import Route, route
from desktop.views.registry import SCREENS, may_open
from desktop.views.screen import Command

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

_GO_KEYS = {
    "home": "G H",
    "certificates": "G C",
    "approval": "G A",
    "papers": "G P",
    "intake": "G B",
    "journal": "G J",
    "settings": "G S",
    "notifications": "G N",
}


def global_commands(window: "MainWindow") -> list[Command]:
    """What can be done everywhere, with the keys of the key sheet."""

    def opened(what: str) -> Callable[[], object]:
        return lambda: window.panels.open(what)

    here = [
        Command("palette", "Ctrl+K", opened("palette"), screen="shell"),
        Command("keys", "?", opened("keys"), screen="shell"),
        Command("jobs", "Ctrl+Shift+J", opened("jobs"), screen="shell"),
        Command("undo", "Z", window.panels.undo, screen="shell"),
        Command("undo_too", "Ctrl+Z", window.panels.undo, screen="shell"),
        Command("rail", "Ctrl+B", window.toggle_rail, screen="shell"),
        Command("next_pane", "F6", lambda: window.next_pane(+1), screen="shell"),
        Command("previous_pane", "Shift+F6", lambda: window.next_pane(-1), screen="shell"),
        Command("back", "Esc", window.back, screen="shell"),
        Command("back_too", "Alt+Right" if window.is_rtl() else "Alt+Left", window.back, screen="shell"),
        Command("forward", "Alt+Left" if window.is_rtl() else "Alt+Right", window.forward, screen="shell"),
        Command("refresh", "F5", window.refresh, screen="shell"),
    ]
    return [*here, *_goings(window)]


def _goings(window: "MainWindow") -> Iterable[Command]:
    def going(to: Route) -> Callable[[], object]:
        return lambda: window.go(to)

    roles = frozenset(window.desk.person.roles)
    yield Command("go.mine", "G I", going(route("queue", queue="mine")), screen="shell")
    for name, entry in SCREENS.items():
        if (entry.section or name in {"about", "notifications"}) and may_open(name, roles):
            yield Command(f"go.{name}", _GO_KEYS.get(name, ""), going(route(name)), screen="shell")
