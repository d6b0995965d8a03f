"""What every screen is: a place with a title, its commands, and something to find again later."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtWidgets

from desktop.views.navigation import Route

if TYPE_CHECKING:
    from desktop.views.changes import Change
    from desktop.views.desk import Desk


def _always() -> str | None:
    return None


@dataclass(frozen=True)
class Command:
    """Something a person can do here; its words are `command.<code>` in the screen's file of texts.

    `key` is written as on the key sheet: "J", "Shift+X", "Ctrl+Enter", "Y N" (one after the other).
    `why_not` gives the sentence why it cannot be done now, or None.
    """

    code: str
    key: str
    run: Callable[[], object]
    why_not: Callable[[], str | None] = _always
    screen: str = ""
    """Whose file of texts names it; empty for the screen it belongs to."""


@dataclass(frozen=True)
class Position:
    """Where in its list the thing shown stands, for «۴ از ۴۸» and the two arrows beside it."""

    number: int
    of: int
    previous: Callable[[], object]
    following: Callable[[], object]


class Screen(QtWidgets.QWidget):
    """One screen; made anew for each visit and whenever language, theme or text size change.

    Signals: `head_changed()` when title, position, commands or decision bar are others than before.
    """

    head_changed = QtCore.Signal()

    code = ""
    """Its name in the registry and the name of its file of texts."""

    def __init__(self, desk: "Desk", route: Route) -> None:
        super().__init__()
        self.desk = desk
        self.route = route
        self.text = desk.words.of(self.code)

    def title(self) -> str:
        """What the top bar and the window's title say."""
        return self.text("title")

    def back_title(self) -> str | None:
        """Where the link in the top bar leads back to, for a screen that was opened from a list."""
        return None

    def position(self) -> Position | None:
        """Where in the list it was opened from the thing shown stands."""
        return None

    def commands(self) -> Sequence[Command]:
        """What can be done here, in the order of the key sheet."""
        return ()

    def hints(self) -> Sequence[str]:
        """Codes of the four or five commands the status bar reminds of."""
        return [command.code for command in self.commands()][:5]

    def refresh(self) -> None:
        """Read again what is shown; what stands there stays until the new has come."""

    def interested_in(self, changes: "frozenset[Change]") -> bool:
        """Whether these changes concern what is shown; asked after every unit of work."""
        return bool(changes)

    def kept(self) -> dict[str, Any]:
        """What to find again on return: the chosen row, the open tab, the place of scroll bars."""
        return {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Find it again."""

    def first_focus(self) -> QtWidgets.QWidget:
        """What has the keyboard when the screen opens."""
        return self

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """The parts that F6 goes through, in the order of reading."""
        return ()

    def decision_bar(self) -> QtWidgets.QWidget | None:
        """The bar of decisions under the screen, where it has one."""
        return None

    def close_screen(self) -> None:
        """Bring typed text to safety; the screen is about to go."""
