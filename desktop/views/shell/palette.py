"""The command palette: a few letters lead to any command, dossier, certificate or applicant."""

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.services.palette_search import PaletteHit, palette_hits
from desktop.services.wording import isolate
from desktop.views.navigation import route
from desktop.views.shell.overlay import Overlay
from desktop.views.shell.palette_entries import PaletteEntry, matching
from desktop.views.shell.palette_rows import ENTRY, EntryDelegate
from desktop.views.theme.look import look
from desktop.views.widgets.fields import LineField

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

WIDTH, HEIGHT = 640, 520
LEAST_LETTERS = 2
PAUSE_MILLISECONDS = 120
_ICONS = {"dossier": "folder", "certificate": "award", "applicant": "user"}


class Palette(Overlay):
    """Opens over the window; Enter does what is chosen."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, WIDTH, HEIGHT)
        self._window, self._desk = window, window.desk
        self._text = window.desk.words.of("shell")
        self._commands = self._command_entries()
        self._hits: list[PaletteEntry] = []
        self.field = LineField(placeholder=self._text("palette_prompt"))
        self.field.setFixedHeight(look().px(44))
        self.field.setAccessibleName(self._text("command.palette"))
        self.list = QtWidgets.QListWidget()
        self.list.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self._text("palette_list"))
        lines = QtWidgets.QVBoxLayout(self)
        lines.setContentsMargins(look().px(8), look().px(8), look().px(8), look().px(8))
        lines.addWidget(self.field)
        lines.addWidget(self.list, 1)
        self._pause = QtCore.QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.run_chosen())
        self.setFocusProxy(self.field)
        self._show()

    def run_chosen(self) -> None:
        """Do what is chosen; a closed command stays in sight with its reason."""
        entries: list[PaletteEntry] = [item.data(ENTRY) for item in self.list.selectedItems()]
        if not entries or entries[0].reason is not None:
            return
        self.close()
        # The palette's own window must be gone first: the command may open a dialog or move the keyboard.
        QtCore.QTimer.singleShot(0, entries[0].run)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Move the choice with the arrows while the keyboard stays in the field."""
        if (
            watched is self.field
            and isinstance(event, QtGui.QKeyEvent)
            and event.type() == event.Type.KeyPress
        ):
            steps = {QtCore.Qt.Key.Key_Down: 1, QtCore.Qt.Key.Key_Up: -1}
            if event.key() in steps:
                row = self.list.currentRow() + steps[QtCore.Qt.Key(event.key())]
                self.list.setCurrentRow(row % max(1, self.list.count()))
                return True
            if event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}:
                self.run_chosen()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._show()
        self._pause.start()

    def _search(self) -> None:
        typed = self.field.text().strip()
        if len(typed) < LEAST_LETTERS:
            self._show_hits([])
            return
        self._desk.read(
            lambda session, actor: palette_hits(session, actor, typed),
            self._show_hits,
            owner=self,
            lane="hits",
        )

    def _show_hits(self, hits: list[PaletteHit]) -> None:
        self._hits = [self._hit_entry(hit) for hit in hits]
        self._show()

    def _show(self) -> None:
        typed = self.field.text().strip()
        commands = matching(self._commands, typed)
        self.list.clear()
        for entry in [*self._hits, *commands]:
            item = QtWidgets.QListWidgetItem(self.list)
            item.setData(ENTRY, entry)
            item.setText(f"{entry.section}: {entry.name} {entry.detail}")
        if typed:
            self._add_all_results(typed)
        self.list.setCurrentRow(0)

    def _add_all_results(self, typed: str) -> None:
        entry = PaletteEntry(
            self._text("section_search"),
            self._text("all_results", typed=typed),
            "",
            "search",
            lambda: self._desk.go(route("results", search=typed)),
        )
        QtWidgets.QListWidgetItem(self.list).setData(ENTRY, entry)

    def _hit_entry(self, hit: PaletteHit) -> PaletteEntry:
        def open_it() -> Any:
            return self._desk.go(route(hit.target, **hit.arguments))

        section = self._text(f"section_{hit.kind}")
        formats = self._desk.words.formats
        parts = [formats.id(hit.number) if hit.number else "", hit.about]
        detail = " · ".join(isolate(part) for part in parts if part)
        return PaletteEntry(section, hit.name, detail, _ICONS[hit.kind], open_it)

    def _command_entries(self) -> list[PaletteEntry]:
        window = self._window
        return [
            PaletteEntry(
                self._text("section_command"),
                window.name_of(command),
                "",
                "play",
                command.run,
                window.key_of(command),
                command.why_not(),
            )
            for command in window.commands()
            if not command.code.endswith("_too") and command.code != "palette"
        ]
