"""The head of the page: scheme, name, number, where it stands, until when, in whose hands; and the tabs."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.services.dossier_page import DossierPage, Standing
from desktop.services.due_states import DueKind
from desktop.services.wording import in_tehran, isolate
from desktop.views.layouts import empty
from desktop.views.theme.look import look
from desktop.views.widgets.avatar import Avatar
from desktop.views.widgets.buttons import IconButton, QuietButton
from desktop.views.widgets.chip_painting import Due
from desktop.views.widgets.chips import DueChip, RoundChip, StatusChip
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import AT_END
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.strokes import box
from desktop.views.widgets.tabs import Tabs

TABS = ("review", "information", "documents", "history", "notes", "letters", "certificates")

_TITLE = 240
"""So much of a title is not cut for what stands behind it."""


class DossierHead(QtWidgets.QWidget):
    """Signals: `tab_wanted(str)`, `menu_wanted(QPoint)` where the menu is to open, `changes_wanted()`."""

    tab_wanted = QtCore.Signal(str)
    changes_wanted = QtCore.Signal()
    menu_wanted = QtCore.Signal(QtCore.QPoint)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words, self._text = words, words.of("dossier")
        column = QtWidgets.QVBoxLayout(self)
        set_margins(column, 16, 10, 16, 0)
        column.setSpacing(look().px(4))
        self._row = QtWidgets.QHBoxLayout()
        self._row.setSpacing(look().px(10))
        column.addLayout(self._row)
        self.more = IconButton("more", self._text("more"))
        self.more.clicked.connect(self._open_menu)
        self.tabs = Tabs([(code, self._text(f"tab.{code}"), "") for code in TABS])
        self.tabs.shown.connect(self.tab_wanted)
        row = QtWidgets.QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        self.changes = QuietButton(self._text("changes.open"), "swap", "C", small=True)
        self.changes.clicked.connect(self.changes_wanted)
        self.changes.hide()
        row.addWidget(self.changes)
        column.addLayout(row)
        self._row.addWidget(Label(self._text("loading"), "h1", 400, "text3"))

    def show_page(self, page: DossierPage, now: datetime) -> None:
        """Show what is known of the dossier now."""
        self._row.removeWidget(self.more)
        empty(self._row)
        for widget in self._parts(page, now):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        for widget in self._hands(page):
            self._row.addWidget(widget)
        self._row.addWidget(self.more)
        self.more.show()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show the numbers behind the tabs; nothing for none."""
        for code, count in counts.items():
            self.tabs.set_count(code, self._words.formats.number(count) if count else "")

    def offer_changes(self, *, offered: bool, count: int) -> None:
        """Whether the changes are behind a button, and how many there are."""
        words = self._text("changes.open_count", count=count) if count else self._text("changes.open")
        self.changes.set_text(words)
        self.changes.setVisible(offered)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The surface with a line below."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.setPen(look().colour("border"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    # --- within

    def _parts(self, page: DossierPage, now: datetime) -> Sequence[QtWidgets.QWidget]:
        details = page.details
        title = Label(page.title, "h1")
        title.setMinimumWidth(min(title.sizeHint().width(), look().px(_TITLE)))
        number = isolate(self._words.formats.id(details.number))
        known = [number, isolate(details.subject)]
        if details.applicant_name != page.title:
            known.append(isolate(details.applicant_name))
        line = Label("  ·  ".join(known), "dense", 400, "text2", cut=AT_END)
        status = self._words.label(details.status_label)
        found: list[QtWidgets.QWidget] = [
            _SchemeBadge(self._words.label(details.scheme_title)),
            title,
            line,
            StatusChip(details.family, details.icon, status),
        ]
        if details.round:
            found.append(RoundChip(self._text("round", number=details.round)))
        if page.due.kind is not DueKind.NONE:
            found.append(self._due(page, now))
        return found

    def _due(self, page: DossierPage, now: datetime) -> DueChip:
        due, formats, text = page.due, self._words.formats, self._text
        explained = _explained(page, self._words)
        share = due.share_left or 0.0
        if due.due_at is None:
            since = due.paused_since or page.details.status_since
            day = formats.day_and_month(in_tehran(since).date())
            return DueChip(Due("paused", share, text("due.paused", since=day)), explained)
        left = formats.working_time(abs(due.minutes_left or 0))
        when = formats.when(due.due_at, now)
        if due.kind is DueKind.OVERDUE:
            return DueChip(Due("over", 0.0, text("due.over", when=when, left=left)), explained)
        words = text("due.today", when=when, left=left)
        return DueChip(Due("amber" if due.is_near else "blue", share, words), explained)

    def _hands(self, page: DossierPage) -> Sequence[QtWidgets.QWidget]:
        holder = page.details.claimed_by
        if page.standing is Standing.IN_HAND:
            return [StatusChip("grey", "lock", self._text("in_your_hand"))]
        if holder is None:
            return []
        return [Avatar(holder, 22), StatusChip("grey", "lock", self._text("in_hand_of", holder=holder))]

    def _open_menu(self) -> None:
        corner = self.more.rect().bottomLeft() if look().rtl else self.more.rect().bottomRight()
        self.menu_wanted.emit(self.more.mapToGlobal(corner))


def _explained(page: DossierPage, words: Words) -> str:
    """Why it is due then, day by day and stop by stop."""
    text, formats, why = words.of("dossier"), words.formats, page.why
    if why is None:
        return ""
    start, days = formats.moment(why.started_at), why.working_days
    if why.due_at is not None:
        lines = [text("due.explained", when=formats.moment(why.due_at), days=days, start=start)]
    else:
        since = formats.moment(page.due.paused_since or page.details.status_since)
        lines = [text("due.explained_paused", days=days, start=start, since=since)]
    for stop in why.stops:
        if stop.until is not None:
            since, until = formats.moment(stop.since), formats.moment(stop.until)
            lines.append(text("due.stopped", since=since, until=until))
    if why.skipped:
        lines.append(text("due.skipped", days=[formats.day_and_month(one.day) for one in why.skipped]))
    return "\n".join(lines)


class _SchemeBadge(QtWidgets.QWidget):
    """The sign of the scheme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFixedSize(look().px(32), look().px(32))
        self.setToolTip(name)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        box(painter, self.rect(), look().colour("tint"), radius=look().px(6))
        size = look().px(18)
        at = (self.width() - size) // 2
        painter.drawPixmap(at, at, look().pixmap("shield", "accent", 18))
