"""The queue as a screen: the list at the start, the preview of the chosen dossier at the end."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtGui, QtWidgets

from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.navigation import Route, route
from desktop.views.queue import export, menus
from desktop.views.queue.acts import Acts
from desktop.views.queue.bulk import Bulk
from desktop.views.queue.bulk_bar import BulkBar
from desktop.views.queue.list_pane import ListPane
from desktop.views.queue.marking import ALL_AT_ONCE, Marking
from desktop.views.queue.preview.place import PreviewPlace
from desktop.views.queue.queue_commands import queue_commands
from desktop.views.queue.save_search import SaveSearchDialog
from desktop.views.queue.titles import title_of
from desktop.views.screen import Command, Screen


class QueueScreen(Screen):
    """One queue."""

    code = "queue"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._queue = str(route.get("queue", "mine"))
        self._changed: frozenset[int] = frozenset()
        """Dossiers that have changed since the list was looked at."""
        self.list = ListPane(desk, self.title(), dict(route.arguments))
        self.rows, self.presenter = self.list.rows, self.list.presenter
        self.preview = PreviewPlace(desk, self.list)
        self.acts = Acts(desk, self, lambda: self.rows.chosen_line, self.presenter.has_left)
        self.marking = Marking(self.rows)
        self.bulk = Bulk(desk, self)
        self.bar = BulkBar(self.text)
        whole = QtWidgets.QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.preview)
        self._connect()
        self.list.load()

    # --- what a screen is

    def title(self) -> str:
        """The name of the queue as in the rail, or of the number that led here."""
        return title_of(self.route.arguments, self.desk.words)

    def commands(self) -> Sequence[Command]:
        """Everything that can be done in a queue."""
        return queue_commands(self)

    def hints(self) -> Sequence[str]:
        """What the status bar reminds of."""
        return ("next", "previous", "preview", "mark", "undo")

    def refresh(self) -> None:
        """After a change look again without moving a row; asked for by hand, read the list anew."""
        changed, self._changed = self._changed, frozenset()
        if changed:
            self.presenter.look_again(changed)
        else:
            self.list.load()
        self.preview.refresh()

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """Whether a dossier may stand otherwise now; what belongs to one changes the dossier too."""
        self._changed |= {dossier_id for noun, dossier_id in changes if noun == "dossier"}
        return bool(self._changed)

    def kept(self) -> dict[str, Any]:
        """Where the cursor is, and what was asked."""
        return self.list.kept()

    def restore(self, kept: dict[str, Any]) -> None:
        """Find the row again."""
        self.list.restore(kept)

    def first_focus(self) -> QtWidgets.QWidget:
        """The list, or what can be done where it is empty."""
        return self.rows if self.list.place.empty is None else self.list.place.empty

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """The head with its filter, the list, the preview, the bar of what is marked."""
        return (self.list.head, self.list.place, self.preview.pane, self.bar)

    def decision_bar(self) -> QtWidgets.QWidget | None:
        """What can be done with all marked dossiers."""
        return self.bar

    # --- what is pressed

    def open(self, dossier_id: int | None = None) -> None:
        """Open a dossier, the chosen one when none is named; on a heading, open or close the group."""
        heading = self.rows.heading_here()
        if dossier_id is None and heading is not None:
            self.rows.toggle_group(heading.group.code)
            return
        wanted = dossier_id or self.rows.chosen_id
        if wanted is not None:
            self.desk.go(route("dossier", id=wanted, queue=self._queue))

    def why_not_open(self) -> str | None:
        """Why nothing can be opened."""
        return None if self.rows.heading_here() is not None else self.acts.why_not()

    def refer(self) -> None:
        """Refer the marked dossiers, or the chosen one."""
        if self.marking.count:
            self.bulk.refer(self.marking.ids())
        else:
            self.acts.refer()

    def why_not_refer(self) -> str | None:
        """Why nothing can be referred."""
        return self._too_many() if self.marking.count else self.acts.why_not_refer()

    def note(self) -> None:
        """Write a note into the marked dossiers, or the chosen one."""
        if self.marking.count:
            self.bulk.note(self.marking.ids())
        else:
            self.acts.note()

    def why_not_note(self) -> str | None:
        """Why no note can be written, nothing claimed and nothing released."""
        return self._too_many() if self.marking.count else self.acts.why_not()

    def claim(self) -> None:
        """Release the marked dossiers; claim or release the chosen one."""
        if self.marking.count:
            self.bulk.release(self.marking.ids())
        else:
            self.acts.claim()

    def export(self) -> None:
        """Write the marked dossiers, or the whole list, to a file."""
        ids = self.marking.ids() if self.marking.count else self.presenter.pages.ids
        export.export(self.desk, self, self.title(), ids)

    def save_search(self) -> None:
        """Save what is asked for under a name."""
        SaveSearchDialog(self.desk, self.presenter.asked, self)

    def escape(self) -> None:
        """Put away what lies over the list, then the marks, then the filter; then go back."""
        if self.preview.put_away() or self.marking.clear():
            return
        if self.presenter.asked.is_narrowed:
            self.list.clear_filter()
        else:
            self.desk.back()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The preview slides over the list where both have no room."""
        super().resizeEvent(event)
        self.preview.fit(self.window().width())

    def _connect(self) -> None:
        self.rows.opened.connect(self.open)
        self.rows.chosen.connect(self.preview.show_dossier)
        self.list.next_wanted.connect(self.acts.take_next)
        self.list.menu_wanted.connect(self._press)
        self.preview.pressed.connect(self._press)
        self.marking.changed.connect(self._show_marks)
        self.list.loaded.connect(self._show_marks)
        self.list.asked.connect(self.marking.clear)
        self.bulk.finished.connect(self.marking.clear)
        self.bar.pressed.connect(self._press)

    def _show_marks(self) -> None:
        first, last = self.rows.rows_in_sight()
        self.bar.show_marks(self.marking, last - first + 1)

    def _too_many(self) -> str | None:
        too_many = self.marking.count > ALL_AT_ONCE
        return self.text("bulk.too_many", most=ALL_AT_ONCE) if too_many else None

    def _open_menu(self) -> None:
        commands = [one for one in self.commands() if one.code not in {"next", "previous"}]
        entries = [(self.text(f"command.{one.code}"), one.key, one.why_not(), one.run) for one in commands]
        menus.acts_menu(entries).exec(QtGui.QCursor.pos())

    def _press(self, code: str) -> None:
        code = {"release": "claim", "clear": "escape"}.get(code, code)
        if code == "more":
            self._open_menu()
            return
        wanted = next(one for one in self.commands() if one.code == code)
        reason = wanted.why_not()
        if reason is None:
            wanted.run()
        else:
            self.desk.messages.refused.emit(reason)
