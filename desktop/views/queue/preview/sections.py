"""The sections of the preview, each a small widget made of finished words."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts
from desktop.views.queue.preview.writing import ChangeLine, WarningLine, Written
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link
from desktop.views.widgets.changed_value import ChangedValue
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.progress_strip import ProgressStrip, Tally
from desktop.views.widgets.section import Card, Section, SectionHeader
from desktop.views.widgets.strokes import box
from desktop.views.widgets.timeline import Timeline, TimelineEntry

_TAG_WIDE, _TAG_HIGH, _BAR = 44, 18, 2
_BESIDE = 36
"""Letters of an old and a new value that fit beside each other."""

_TOP = QtCore.Qt.AlignmentFlag.AlignTop


def changes_section(found: Written, text: Texts) -> QtWidgets.QWidget:
    """What changed since this person's last review."""
    section = Section(SectionHeader(text("preview.changes"), "swap", found.since, "turqFg"))
    lines = _Barred()
    for change in found.changes:
        lines.column.addWidget(_change_row(change))
    if found.more_changes:
        lines.column.addWidget(Label(found.more_changes, "caption", 400, "text3"))
    section.body.addWidget(lines)
    return section


def checklist_section(found: Written, text: Texts) -> QtWidgets.QWidget:
    """How far the checklist is judged."""
    accepted, rejected, left = found.checklist
    section = Section(SectionHeader(text("preview.checklist"), "list", found.scheme_version))
    tallies = (
        ("check", text("preview.accepted", count=accepted), "greenFg"),
        ("x", text("preview.rejected", count=rejected), "redFg" if rejected else "text3"),
        ("minus", text("preview.left", count=left), "text2"),
    )
    told = "، ".join(words for _, words, _ in tallies)
    section.body.addWidget(ProgressStrip(accepted, rejected, left, told))
    row = QtWidgets.QHBoxLayout()
    row.setSpacing(look().px(16))
    for tally in tallies:
        row.addWidget(Tally(*tally))
    row.addStretch(1)
    section.body.addLayout(row)
    return section


def facts_section(found: Written, text: Texts, reveal: Callable[[], object]) -> QtWidgets.QWidget:
    """Who and what; the identity number is masked until somebody asks for it."""
    section = Section(SectionHeader(text("preview.dossier"), "folder"))
    facts = Facts([(text("preview.applicant"), found.applicant)])
    facts.add(text("preview.identity"), MaskedValue(found.identity_number, text("preview.reveal"), reveal))
    for label, value in found.facts:
        facts.add(label, value)
    if found.proofs:
        facts.add(text("preview.proofs"), _proofs(found))
    section.body.addWidget(facts)
    return section


def warnings_section(found: Written, text: Texts, go: Callable[[int], object]) -> QtWidgets.QWidget:
    """Why to be careful."""
    holder = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(holder)
    set_margins(column, 0, 10, 0, 10)
    column.setSpacing(look().px(6))
    for warning in found.warnings:
        column.addWidget(_warning(warning, text("preview.look"), go))
    return holder


def note_section(note: tuple[str, str], text: Texts) -> QtWidgets.QWidget:
    """The newest internal note."""
    section = Section(SectionHeader(text("preview.note"), "lock", text("note.explained")))
    card = Card("surface2", dashed=True)
    card.body.addWidget(Label(note[0], "dense", wraps=True))
    card.body.addWidget(Label(note[1], "caption", 400, "text3"))
    section.body.addWidget(card)
    return section


def events_section(found: Written, text: Texts) -> QtWidgets.QWidget:
    """What moved the dossier last."""
    section = Section(SectionHeader(text("preview.history"), "clock"), lined=False)
    section.body.addWidget(Timeline([TimelineEntry(one.what, one.when) for one in found.events]))
    return section


class MaskedValue(QtWidgets.QWidget):
    """A value whose middle is hidden, with a link that shows the whole."""

    def __init__(self, masked: str, words: str, reveal: Callable[[], object]) -> None:
        super().__init__()
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(6))
        self.value = Label(masked, "dense")
        self.link = Link(words)
        self.link.clicked.connect(lambda _checked=False: reveal())
        row.addWidget(self.value)
        row.addWidget(self.link)
        row.addStretch(1)

    def show_whole(self, value: str) -> None:
        """Show the whole; it has been journalled."""
        self.value.setText(value)
        self.link.hide()


class _Barred(QtWidgets.QWidget):
    """Lines beside the turquoise bar of what changed."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QtWidgets.QVBoxLayout(self)
        set_margins(self.column, 12, 2, 0, 2)
        self.column.setSpacing(look().px(6))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The bar at the start."""
        wide = look().px(_BAR)
        left = self.width() - wide if look().rtl else 0
        QtGui.QPainter(self).fillRect(left, 0, wide, self.height(), look().colour("turqSolid"))


class _Tag(QtWidgets.QWidget):
    """What kind of thing changed."""

    def __init__(self, words: str) -> None:
        super().__init__()
        row = QtWidgets.QHBoxLayout(self)
        set_margins(row, 4, 0, 4, 0)
        label = Label(words, "micro", 500, "turqFg").centre()
        row.addWidget(label)
        wide = max(look().px(_TAG_WIDE), label.sizeHint().width() + look().px(10))
        self.setFixedSize(wide, look().px(_TAG_HIGH))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The turquoise ground."""
        box(QtGui.QPainter(self), self.rect(), look().colour("turqBg"), radius=look().px(3))


def _change_row(change: ChangeLine) -> QtWidgets.QWidget:
    holder = QtWidgets.QWidget()
    row = QtWidgets.QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(8))
    row.addWidget(_Tag(change.tag), 0, _TOP)
    column = QtWidgets.QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Label(change.title, "dense", 600, wraps=True))
    if change.old or change.new:
        told = f"{change.title}: {change.old} ← {change.new}"
        # Long values stand under each other; beside each other both would be cut.
        is_long = len(change.old) + len(change.new) > _BESIDE
        for old, new in ((change.old, ""), ("", change.new)) if is_long else ((change.old, change.new),):
            column.addWidget(ChangedValue(old, new, told))
    elif change.said:
        column.addWidget(Label(change.said, "dense", 400, "text2", wraps=True))
    row.addLayout(column, 1)
    return holder


def _proofs(found: Written) -> QtWidgets.QWidget:
    holder = QtWidgets.QWidget()
    flow = Flow(holder, gap=12, below=2)
    for one in found.proofs:
        flow.addWidget(
            Tally("check" if one.is_good else "alert", one.words, "greenFg" if one.is_good else "amberFg")
        )
    return holder


def _warning(warning: WarningLine, look_words: str, go: Callable[[int], object]) -> QtWidgets.QWidget:
    card = Card(f"{warning.family}Bg", f"{warning.family}Bg")
    row = QtWidgets.QHBoxLayout()
    row.setSpacing(look().px(8))
    row.addWidget(Icon("alert", f"{warning.family}Fg"), 0, _TOP)
    row.addWidget(Label(warning.words, "dense", wraps=True), 1)
    if warning.dossier_id is not None:
        link = Link(look_words)
        link.clicked.connect(lambda _checked=False, other=warning.dossier_id: go(other))
        row.addWidget(link, 0, _TOP)
    card.body.addLayout(row)
    return card
