"""The preview pane: the head with the three things to do next, then everything that helps to choose."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.services.identity import IDENTITY_NUMBER, reveal_identity
from desktop.services.preview import preview_of
from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import route
from desktop.views.queue.preview import sections
from desktop.views.queue.preview.writing import PreviewWriter, Written
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from desktop.views.widgets.chip_painting import Due
from desktop.views.widgets.chips import DueChip, RoundChip, StatusChip
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.strokes import box

WIDE = 420
_ICON_BOX = 38


class PreviewPane(QtWidgets.QWidget):
    """Shows one dossier. Signals: `pressed(str)` one of "open", "refer", "note", "copy_number", "more"."""

    pressed = QtCore.Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._text = desk, desk.words.of("queue")
        self.shown_id: int | None = None
        self._is_over = False
        self.identity: sections.MaskedValue | None = None
        on_ground(self, "surface")
        column = QtWidgets.QVBoxLayout(self)
        set_margins(column, 1, 0, 0, 0)
        column.setSpacing(0)
        self._head = _Head()
        column.addWidget(self._head)
        inside = QtWidgets.QWidget()
        self._body = QtWidgets.QVBoxLayout(inside)
        set_margins(self._body, 16, 2, 16, 12)
        self._body.setSpacing(0)
        self._area = QtWidgets.QScrollArea()
        self._area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        on_ground(inside, "surface")
        column.addWidget(self._area, 1)
        self.setMinimumWidth(look().px(320))
        self._show_nothing()

    def show_dossier(self, dossier_id: int | None) -> None:
        """Read a dossier and show it; the one shown before stays until then."""
        self.shown_id = dossier_id
        if dossier_id is None:
            self._show_nothing()
            return
        words, me = self._desk.words, self._desk.person.name

        def read(session: Any, actor: Any) -> Written:
            return PreviewWriter(words, actor.at, me).write(preview_of(session, actor, dossier_id))

        self._desk.read(read, self._show, owner=self, lane="preview")

    def reveal(self) -> None:
        """Show the whole identity number; the journal learns of it."""
        shown = self.shown_id
        if shown is not None:
            self._desk.write(
                lambda session, actor: reveal_identity(session, actor, shown, IDENTITY_NUMBER),
                self._show_identity,
                owner=self,
            )

    def set_over(self, is_over: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Whether it lies over the list and needs an edge of its own."""
        self._is_over = is_over
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Over the list, the line that parts it from the list."""
        super().paintEvent(event)
        if self._is_over:
            left = self.width() - 1 if look().rtl else 0
            QtGui.QPainter(self).fillRect(left, 0, 1, self.height(), look().colour("borderStrong"))

    def _show(self, found: Written) -> None:
        if found.line.id != self.shown_id:
            return
        self._clear()
        self._head.fill(found, self._text, self.pressed.emit)
        self.setFocusProxy(self._head.buttons["open"])
        text, body = self._text, self._body
        if found.changes:
            body.addWidget(sections.changes_section(found, text))
        body.addWidget(sections.checklist_section(found, text))
        facts = sections.facts_section(found, text, self.reveal)
        self.identity = facts.findChild(sections.MaskedValue)
        body.addWidget(facts)
        if found.warnings:
            body.addWidget(sections.warnings_section(found, text, self._go))
        if found.note is not None:
            body.addWidget(sections.note_section(found.note, text))
        body.addWidget(sections.events_section(found, text))
        body.addStretch(1)
        self._area.verticalScrollBar().setValue(0)

    def _show_identity(self, value: str) -> None:
        if self.identity is not None:
            self.identity.show_whole(self._desk.words.formats.id(value))

    def _go(self, dossier_id: int) -> None:
        self._desk.go(route("dossier", id=dossier_id))

    def _show_nothing(self) -> None:
        self._clear()
        self._body.addWidget(Label(self._text("nothing_chosen"), "body", 400, "text3").centre(), 1)

    def _clear(self) -> None:
        self.identity = None
        self._head.clear()
        empty(self._body)


class _Head(QtWidgets.QWidget):
    """Name, number, chips, and the three buttons."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QtWidgets.QVBoxLayout(self)
        set_margins(self._column, 16, 14, 16, 14)
        self._column.setSpacing(look().px(8))
        self.buttons: dict[str, QtWidgets.QPushButton] = {}

    def clear(self) -> None:
        """Nothing is chosen."""
        self.buttons.clear()
        empty(self._column)

    def fill(self, found: Written, text: Callable[..., str], press: Callable[[str], object]) -> None:
        """The head of one dossier."""
        self._column.addLayout(self._title(found, text))
        self._column.addLayout(_chips(found))
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        self.buttons |= {
            "open": PrimaryButton(text("command.open"), key="Enter"),
            "refer": SecondaryButton(text("command.refer"), "refer", "S"),
            "note": SecondaryButton(text("command.note"), "note", "N"),
        }
        for name in ("open", "refer", "note"):
            row.addWidget(self.buttons[name], 1 if name == "open" else 0)
        self._column.addSpacing(look().px(4))
        self._column.addLayout(row)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: press(name))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """A line below."""
        if self.buttons:
            QtGui.QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, look().colour("border"))

    def _title(self, found: Written, text: Callable[..., str]) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(_IconBox(found.line.scheme_icon))
        names = QtWidgets.QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(found.line.name, "h1"))
        names.addWidget(Label(found.below, "caption", 400, "text2"))
        row.addLayout(names, 1)
        self.buttons["copy_number"] = IconButton("copy", text("command.copy_number"), "Y N", small=True)
        self.buttons["more"] = IconButton("more", text("more"), small=True)
        for name in ("copy_number", "more"):
            row.addWidget(self.buttons[name], 0, QtCore.Qt.AlignmentFlag.AlignTop)
        return row


class _IconBox(QtWidgets.QWidget):
    """The scheme's picture on a tinted square."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(look().px(_ICON_BOX), look().px(_ICON_BOX))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The square and the picture in it."""
        painter, worn = QtGui.QPainter(self), look()
        box(painter, self.rect(), worn.colour("tint"), radius=worn.px(6))
        inset = (self.width() - worn.px(20)) // 2
        painter.drawPixmap(inset, inset, worn.pixmap(self._icon, "accent", 20))


def _chips(found: Written) -> Flow:
    flow = Flow(gap=6, below=6)
    line = found.line
    flow.addWidget(StatusChip(line.family, line.status_icon, line.status))
    if line.round:
        flow.addWidget(RoundChip(line.round))
    if line.due is not None:
        due = Due(line.due.kind, line.due.share, line.due.words, line.due.second)
        flow.addWidget(DueChip(due, line.tips.get("due", "")))
    return flow
