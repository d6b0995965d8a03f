"""Says what a change of the calendar moves, before it is kept."""

from collections.abc import Callable

from PySide6 import QtWidgets

from desktop.views.desk import Desk
from desktop.views.office_calendar.presenter import CalendarPresenter
from desktop.views.widgets.dialog import Choice, Dialog

EXAMPLES = 5


def ask_to_keep(
    desk: Desk, presenter: CalendarPresenter, then: Callable[[], object], parent: QtWidgets.QWidget
) -> None:
    """Ask whether the change is kept, with how many due times it moves and the farthest of them."""
    text, found = desk.words.of("office_calendar"), presenter.preview
    if found is None:
        return
    told = [text("looked_at", count=found.looked_at)]
    if found.moved:
        told.append(text("moves", later=found.later, earlier=found.earlier))
    else:
        told.append(text("moves_nothing"))
    if found.newly_overdue:
        told.append(text("overdue", count=found.newly_overdue))
    told += presenter.examples()[:EXAMPLES]
    choices = [Choice("keep", text("keep"), "primary"), Choice("no", text("go_on"))]
    dialog = Dialog(text("keep_title"), told, choices, parent=parent)
    dialog.ask_for(lambda code, _: presenter.keep(then) if code == "keep" else None)
