"""The bar above every screen: the way back, the one field for search and commands, news, who is at work."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.views.layouts import empty
from desktop.views.screen import Position, Screen
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.avatar import Avatar
from desktop.views.widgets.buttons import IconButton, QuietButton
from desktop.views.widgets.key_cap import KeyCaps
from desktop.views.widgets.label import Label

HEIGHT = 48
_SEARCH_WIDTH = 460


class TopBar(QtWidgets.QWidget):
    """Signals: `asked(str)` with "palette", "keys", "notifications", "jobs", "person" or "back"."""

    asked = QtCore.Signal(str)

    def __init__(self, words: Words, person: str, role: str) -> None:
        super().__init__()
        self._text, self._formats = words.of("shell"), words.formats
        self.setFixedHeight(look().px(HEIGHT))
        on_ground(self, "surface")
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(look().px(14), 0, look().px(14), 0)
        row.setSpacing(look().px(8))
        self._way = QtWidgets.QHBoxLayout()
        row.addLayout(self._way)
        self.search = _SearchButton(self._text("search"), "Ctrl+K")
        self.search.clicked.connect(lambda: self.asked.emit("palette"))
        row.addWidget(self.search, 2)
        row.addStretch(1)
        self.jobs = self._jobs_button()
        row.addWidget(self.jobs)
        row.addWidget(self._icon("keyboard", "keys", "?"))
        self.bell = self._icon("bell", "notifications", "G N")
        row.addWidget(self.bell)
        row.addWidget(_Divider())
        self.person = _PersonButton(person, role)
        self.person.clicked.connect(lambda: self.asked.emit("person"))
        row.addWidget(self.person)

    def show_screen(self, screen: Screen) -> None:
        """Show the way back from this screen and its place in its list."""
        empty(self._way)
        if (title := screen.back_title()) is not None:
            back = QuietButton(title, icon="chevron-back")
            back.clicked.connect(lambda: self.asked.emit("back"))
            self._way.addWidget(back)
        if (position := screen.position()) is not None:
            self._show_position(position)

    def show_news(self, unread: int) -> None:
        """Show how many notifications nobody has read."""
        self.bell.setToolTip(self._text("notifications_unread", count=unread))
        self.bell.set_count(self._formats.number(unread) if unread else "")

    def show_jobs(self, running: int) -> None:
        """Show how many jobs run; nothing when none does."""
        self.jobs.setVisible(running > 0)
        self.jobs.setText(self._text("jobs_running", count=running))

    def _show_position(self, position: Position) -> None:
        before = self._step("chevron-back", self._text("previous"), position.number > 1, position.previous)
        after = self._step(
            "chevron-forward", self._text("next"), position.number < position.of, position.following
        )
        said = self._text("position", number=position.number, of=position.of)
        for widget in (before, Label(said, "caption", 400, "text2"), after):
            self._way.addWidget(widget)

    def _step(self, icon: str, name: str, enabled: bool, go: object) -> IconButton:  # noqa: FBT001
        button = IconButton(icon, name)
        button.setEnabled(enabled)
        button.clicked.connect(go)
        return button

    def _icon(self, icon: str, what: str, key: str) -> IconButton:
        button = IconButton(icon, self._text(what), key)
        button.clicked.connect(lambda: self.asked.emit(what))
        return button

    def _jobs_button(self) -> QuietButton:
        button = QuietButton("", icon="sync")
        button.clicked.connect(lambda: self.asked.emit("jobs"))
        button.hide()
        return button


class _SearchButton(QtWidgets.QAbstractButton):
    """Looks like the search field that it opens: the palette takes what is typed."""

    def __init__(self, said: str, key: str) -> None:
        super().__init__()
        self.setText(said)
        self.setAccessibleName(said)
        self.setCursor(QtCore.Qt.CursorShape.IBeamCursor)
        self.setFixedHeight(look().px(32))
        self.setMaximumWidth(look().px(_SEARCH_WIDTH))
        self.setMinimumWidth(look().px(200))
        row = QtWidgets.QHBoxLayout(self)
        # Qt mirrors the order of a row but not its margins.
        icon, edge = look().px(36), look().px(8)
        row.setContentsMargins(edge if look().rtl else icon, 0, icon if look().rtl else edge, 0)
        label = Label(said, "dense", 400, "text3")
        label.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed)
        row.addWidget(label, 1)
        row.addWidget(KeyCaps(key))

    def sizeHint(self) -> QtCore.QSize:
        """As wide as a field of search is on the mocks."""
        return QtCore.QSize(look().px(_SEARCH_WIDTH), look().px(32))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint the frame of a field with a magnifier in it."""
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QtGui.QPen(look().colour("focus" if focused else "border"), 2 if focused else 1))
        painter.setBrush(look().colour("surface2"))
        painter.drawRoundedRect(QtCore.QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        size = look().px(16)
        x = self.width() - look().px(10) - size if look().rtl else look().px(10)
        painter.drawPixmap(x, (self.height() - size) // 2, look().pixmap("search", "text2", 16))


class _PersonButton(QtWidgets.QAbstractButton):
    """Who is at work and as what; a press opens the person's menu."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{name}, {role}")
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        row = self._row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(look().px(4), 0, look().px(4), 0)
        row.setSpacing(look().px(8))
        row.addWidget(Avatar(name, 30))
        lines = QtWidgets.QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(Label(name, "dense", 600, "text"))
        lines.addWidget(Label(role, "micro", 400, "text3"))
        lines.addStretch(1)
        row.addLayout(lines)

    def sizeHint(self) -> QtCore.QSize:
        """As its lines want."""
        return self._row.sizeHint()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint a ground under the mouse and a ring with the keyboard."""
        if not (self.underMouse() or self.hasFocus()):
            return
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        ring = QtGui.QPen(look().colour("focus"), 2) if self.hasFocus() else QtCore.Qt.PenStyle.NoPen
        painter.setPen(ring)
        painter.setBrush(look().colour("surface2"))
        painter.drawRoundedRect(QtCore.QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class _Divider(QtWidgets.QWidget):
    """A line between things of one bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1, look().px(30))
        on_ground(self, "border")
