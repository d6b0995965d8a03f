"""The parts of the home page: headings with lines that are links, bars for a day's load, the next dossier."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts
from desktop.views.home.page import Entry, NextPart, Part
from desktop.views.navigation import Route
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import PrimaryButton
from desktop.views.widgets.chip_painting import Due, is_rtl, paint_pill, pill_width
from desktop.views.widgets.chips import DueChip, StatusChip
from desktop.views.widgets.faces import face
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.key_cap import caps_of, caps_width, paint_caps
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import after, centred, draw_line, from_start
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.section import Card
from desktop.views.widgets.strokes import box

_LINE, _PAD, _GAP, _BAR, _LABEL = 32, 8, 8, 10, 132
_SOLID = {"red": "redSolid", "amber": "amberSolid", "turq": "turqSolid"}


class EntryLine(QtWidgets.QAbstractButton):
    """One line: words and their number, or a day and its bar; a link where it leads somewhere."""

    def __init__(self, entry: Entry, key: str = "") -> None:
        super().__init__()
        self.entry = entry
        self._caps = caps_of(key) if key else ()
        spoken = (entry.words, entry.count, entry.second)
        self.setText(entry.words)
        self.setAccessibleName(" ".join(part for part in spoken if part))
        self.setFixedHeight(look().px(_LINE))
        if entry.to is not None:
            self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
            ringed(self)
        else:
            self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QtCore.QSize:
        """Room for the words and the number."""
        words = face("body", 500).metrics.horizontalAdvance(self.entry.words)
        return QtCore.QSize(words + pill_width(self.entry.count) + look().px(60), look().px(_LINE))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Words are cut where there is no room."""
        return QtCore.QSize(look().px(160), look().px(_LINE))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Ground under the mouse, then what the line says."""
        painter, worn = QtGui.QPainter(self), look()
        if self.underMouse() and self.entry.to is not None:
            box(painter, self.rect(), worn.colour("surface2"))
        inside = self.rect().adjusted(worn.px(_PAD), 0, -worn.px(_PAD), 0)
        if self._caps:
            inside = self._paint_key(painter, inside)
        if self.entry.share is None:
            self._paint_words(painter, inside)
        else:
            self._paint_bar(painter, inside, self.entry.share)

    def _paint_key(self, painter: QtGui.QPainter, inside: QtCore.QRect) -> QtCore.QRect:
        wide, rtl = caps_width(self._caps), is_rtl(painter)
        paint_caps(painter, from_start(inside, inside.width() - wide, wide, rtl=rtl), self._caps)
        return from_start(inside, 0, inside.width() - wide - look().px(_GAP), rtl=rtl)

    def _paint_words(self, painter: QtGui.QPainter, inside: QtCore.QRect) -> None:
        worn, rtl, entry, small = look(), is_rtl(painter), self.entry, face("caption")
        dress = face("body", 600 if entry.tone else 400)
        second = small.metrics.horizontalAdvance(entry.second) + 1 if entry.second else 0
        pill = pill_width(entry.count) + worn.px(_GAP) if entry.count else 0
        wide = min(dress.metrics.horizontalAdvance(entry.words) + 1, inside.width() - pill - second)
        painter.setPen(worn.colour("text"))
        draw_line(painter, from_start(inside, 0, wide, rtl=rtl), entry.words, dress)
        if entry.count:
            rest = after(inside, wide + worn.px(_GAP), rtl=rtl)
            paint_pill(painter, rest, entry.tone or "grey", entry.count)
        painter.setPen(worn.colour("text3"))
        draw_line(painter, from_start(inside, inside.width() - second, second, rtl=rtl), entry.second, small)

    def _paint_bar(self, painter: QtGui.QPainter, inside: QtCore.QRect, share: float) -> None:
        worn, rtl, entry = look(), is_rtl(painter), self.entry
        label, number = worn.px(_LABEL), worn.px(64)
        dress, small = face("dense"), face("caption", 600)
        painter.setPen(worn.colour("text"))
        draw_line(painter, from_start(inside, 0, label, rtl=rtl), entry.words, dress)
        room = max(inside.width() - label - number, 1)
        wide = round(room * share)
        track = from_start(after(inside, label, rtl=rtl), 0, max(wide, worn.px(2)), rtl=rtl)
        colour = _SOLID.get(entry.tone, "accentSolid") if wide else "border"
        box(painter, centred(track, track.width(), worn.px(_BAR)), worn.colour(colour), radius=2)
        painter.setPen(worn.colour("text2"))
        draw_line(painter, after(inside, label + wide + worn.px(_GAP), rtl=rtl), entry.count, small)


class PartView(QtWidgets.QWidget):
    """A heading with its lines."""

    def __init__(self, part: Part, go: Callable[[Route], object], keys: dict[int, str]) -> None:
        super().__init__()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = QtWidgets.QVBoxLayout()
        set_margins(heading, _PAD, 0, _PAD, 4)
        heading.setSpacing(0)
        heading.addWidget(Label(part.title, "h2"))
        if part.said:
            heading.addWidget(Label(part.said, "dense", 400, "text2", wraps=True))
        if not part.entries and part.nothing:
            heading.addWidget(Label(part.nothing, "body", 400, "text3", wraps=True))
        column.addLayout(heading)
        self.lines: list[EntryLine] = []
        for entry in part.entries:
            line = EntryLine(entry, keys.get(id(entry), ""))
            if entry.to is not None:
                line.clicked.connect(lambda _checked=False, to=entry.to: go(to))
            self.lines.append(line)
            column.addWidget(line)

    @property
    def links(self) -> list[EntryLine]:
        """The lines that lead somewhere."""
        return [line for line in self.lines if line.entry.to is not None]


class NextCard(Card):
    """The dossier that comes next, why, and the button that takes it. Signals: `taken()`."""

    taken = QtCore.Signal()

    def __init__(self, part: NextPart, text: Texts) -> None:
        super().__init__("surface2")
        self.body.setSpacing(look().px(6))
        self.body.addWidget(Label(text("next"), "caption", 500, "text3"))
        self.button: PrimaryButton | None = None
        if part.line is None:
            self.body.addWidget(Label(text("nothing_free"), "body", 400, "text2", wraps=True))
            return
        self.body.addWidget(Label(part.line.name, "h2"))
        self.body.addWidget(Label(part.line.below, "caption", 400, "text2"))
        chips = Flow(gap=6, below=6)
        chips.addWidget(StatusChip(part.line.family, part.line.status_icon, part.line.status))
        if part.line.due is not None:
            due = part.line.due
            chips.addWidget(DueChip(Due(due.kind, due.share, due.words, due.second)))
        self.body.addLayout(chips)
        self.body.addWidget(Label(part.reason, "dense", 400, "text2", wraps=True))
        self.button = PrimaryButton(text("command.take_next"), key="Ctrl+.")
        self.button.clicked.connect(self.taken)
        self.body.addWidget(self.button)
