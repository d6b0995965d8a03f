"""The pane of changes: what is new since the reviewer's last review, to tick off, and the short history."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.services.changes import Baseline
from desktop.services.dossier_page import DossierPage
from desktop.services.review_desk import ReviewDesk
from desktop.services.wording import in_tehran
from desktop.views.dossier.history import Act
from desktop.views.dossier.review.change_entry import ChangeEntry
from desktop.views.dossier.review.changes import SeenChanges, ShownChange, shown_changes
from desktop.views.dossier.review.changes_head import ChangesHead
from desktop.views.layouts import empty
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link
from desktop.views.widgets.fields import ChoiceField
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.section import SectionHeader
from desktop.views.widgets.timeline import Timeline, TimelineEntry


class ChangesPane(QtWidgets.QWidget):
    """A pane beside the viewer, or a drawer over it.

    Signals: `item_wanted(str)`, `document_wanted(int)`, `baseline_wanted(str)`, `history_wanted()`,
    `closed()` when it is a drawer that is to go.
    """

    item_wanted = QtCore.Signal(str)
    document_wanted = QtCore.Signal(int)
    baseline_wanted = QtCore.Signal(str)
    history_wanted = QtCore.Signal()
    closed = QtCore.Signal()

    def __init__(self, words: Words, seen: SeenChanges) -> None:
        super().__init__()
        self._words, self._seen, self._text = words, seen, words.of("dossier")
        self.entries: list[ChangeEntry] = []
        self._changes: tuple[ShownChange, ...] = ()
        self._pages: dict[int, Sequence[int]] = {}
        self._told: object = None
        self._at = -1
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    def show_changes(self, page: DossierPage, desk: ReviewDesk) -> None:
        """Show what changed; ticks and the place in the list stay."""
        words = self._words.with_scheme(page.guide.words)
        changes = shown_changes(page, desk, words)
        self.head.show_ends(page, desk)
        self.baseline.choose(desk.changes.baseline.value)
        if changes == self._changes and self._list.count():
            return
        self._changes = changes
        empty(self._list)
        self.entries = [self._entry(change) for change in self._changes]
        for entry in self.entries:
            self._list.addWidget(entry)
        for document_id, pages in self._pages.items():
            self.show_pages(document_id, pages)
        if not self._changes:
            self._list.addWidget(self._none(desk))
        self._at = min(self._at, len(self.entries) - 1)
        self._count_seen()

    def show_history(self, acts: Sequence[Act], count: int) -> None:
        """Show the few lines that tell how it came to this."""
        if (told := (list(acts), count)) == self._told:
            return
        self._told = told
        empty(self._short)
        more = Link(self._text("short.all", count=count))
        more.clicked.connect(self.history_wanted)
        self._short.addWidget(SectionHeader(self._text("short.title"), "clock", more))
        entries = [TimelineEntry(act.what, act.when, act.note, act.look) for act in acts]
        self._short.addWidget(Timeline(entries))

    def show_pages(self, document_id: int, pages: Sequence[int]) -> None:
        """Say on which pages a document differs from the version the reviewer saw; known once it was open."""
        self._pages[document_id] = pages
        for change, entry in zip(self._changes, self.entries, strict=True):
            if change.document_id == document_id:
                entry.say_more(self._text("change.pages", count=len(pages), pages=list(pages)))

    def next_change(self) -> ShownChange | None:
        """Go to the next change that is not ticked off, else to the next; None when there is none."""
        if not self.entries:
            return None
        order = [(self._at + step) % len(self.entries) for step in range(1, len(self.entries) + 1)]
        unseen = [place for place in order if self._changes[place].key not in self._seen]
        self._at = (unseen or order)[0]
        entry = self.entries[self._at]
        self._area.ensureWidgetVisible(entry)
        entry.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        return self._changes[self._at]

    def set_drawer(self, *, is_drawer: bool) -> None:
        """Whether it lies over the viewer and can be closed."""
        self.head.set_drawer(is_drawer=is_drawer)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The surface, with a line toward the viewer."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.setPen(look().colour("border"))
        x = self.width() - 1 if look().rtl else 0
        painter.drawLine(x, 0, x, self.height())

    # --- within

    def _entry(self, change: ShownChange) -> ChangeEntry:
        entry = ChangeEntry(change, self._text, is_seen=change.key in self._seen)
        entry.ticked.connect(lambda: self._tick(change))
        entry.item_wanted.connect(self.item_wanted)
        entry.opened.connect(lambda: self._open(change))
        return entry

    def _open(self, change: ShownChange) -> None:
        if change.items:
            self.item_wanted.emit(change.items[0])
        if change.document_id is not None:
            self.document_wanted.emit(change.document_id)

    def _tick(self, change: ShownChange) -> None:
        self._seen.toggle(change.key)
        self._count_seen()

    def _count_seen(self) -> None:
        seen = sum(change.key in self._seen for change in self._changes)
        self.head.show_seen(seen, len(self._changes))

    def _none(self, desk: ReviewDesk) -> QtWidgets.QWidget:
        since = desk.changes.since
        if since is None:
            sentence = self._text("changes.none_ever")
        else:
            day = self._words.formats.day_and_month(in_tehran(since).date())
            sentence = self._text("changes.none", since=day)
        label = Label(sentence, "dense", 400, "text2", wraps=True)
        label.setContentsMargins(look().px(14), look().px(12), look().px(14), look().px(12))
        holder = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(holder)
        set_margins(column, 14, 12, 14, 12)
        column.addWidget(label)
        return holder

    def _lay_out(self) -> None:
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(1 if not look().rtl else 0, 0, 1 if look().rtl else 0, 0)
        column.setSpacing(0)
        self.head = ChangesHead(self._words)
        self.head.closed.connect(self.closed)
        column.addWidget(self.head)
        inside = QtWidgets.QWidget()
        rows = QtWidgets.QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._list, self._short = QtWidgets.QVBoxLayout(), QtWidgets.QVBoxLayout()
        self._list.setSpacing(0)
        set_margins(self._short, 14, 10, 14, 12)
        rows.addLayout(self._list)
        rows.addWidget(self._make_baseline())
        rows.addLayout(self._short)
        rows.addStretch(1)
        self._area = QtWidgets.QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        column.addWidget(self._area, 1)

    def _make_baseline(self) -> QtWidgets.QWidget:
        bar = _Bar()
        row = QtWidgets.QHBoxLayout(bar)
        set_margins(row, 14, 5, 14, 5)
        row.setSpacing(look().px(6))
        row.addWidget(Icon("filter", "text2", 14))
        row.addWidget(Label(self._text("changes.against"), "caption", 400, "text2"))
        choices = [(one.value, self._text(f"baseline.{one.value}")) for one in Baseline]
        self.baseline = ChoiceField(choices)
        self.baseline.setAccessibleName(self._text("changes.against"))
        self.baseline.chosen.connect(self.baseline_wanted)
        row.addWidget(self.baseline, 1)
        return bar


class _Bar(QtWidgets.QWidget):
    """A quiet ground between lines."""

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface2"))
        painter.setPen(look().colour("border"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
