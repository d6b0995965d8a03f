"""Specimens of what shows a dossier: rows, sections, facts, progress, the chain of four eyes, history."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts, Words
from desktop.views.gallery.shelf import Shelf
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link, PrimaryButton, QuietButton, SecondaryButton
from desktop.views.widgets.changed_value import ChangedValue
from desktop.views.widgets.chip_painting import Due, paint_change_badge, paint_chip, paint_due, paint_unread
from desktop.views.widgets.decision_bar import DecisionBar
from desktop.views.widgets.faces import face
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.four_eyes_chain import ChainNode, FourEyesChain, paint_chain
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import IN_MIDDLE, from_start, two_lines
from desktop.views.widgets.progress_strip import ProgressStrip, Tally
from desktop.views.widgets.section import Card, Section, SectionHeader
from desktop.views.widgets.timeline import Timeline, TimelineEntry


def shelves(text: Texts, _words: Words) -> list[Shelf]:
    """All of them."""
    return [_rows(text), _sections(text), _chains(text), _decision(text)]


def _nodes(text: Texts) -> list[ChainNode]:
    return [
        ChainNode("done", text("person"), text("chain_reviewer"), text("chain_note")),
        ChainNode("done", text("colleague"), text("chain_papers")),
        ChainNode("mine", text("you"), text("chain_manager")),
    ]


def _rows(text: Texts) -> Shelf:
    shelf = Shelf(text("rows"))
    shelf.wide([_Row(text, "over", unread=True), _Row(text, "amber", selected=True), _Row(text, "paused")])
    return shelf


class _Row(QtWidgets.QWidget):
    """One row of a queue, painted by the functions that delegates use."""

    def __init__(self, text: Texts, kind: str, *, unread: bool = False, selected: bool = False) -> None:
        super().__init__()
        self._text, self._kind, self._unread, self._selected = text, kind, unread, selected
        self.setFixedHeight(look().px(48))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Dot, name over number and domain, status, changes, due time."""
        painter, worn, text, rtl = QtGui.QPainter(self), look(), self._text, look().rtl
        painter.fillRect(self.rect(), worn.colour("tint" if self._selected else "surface"))
        if self._selected:
            painter.fillRect(from_start(self.rect(), 0, worn.px(3), rtl=rtl), worn.colour("accent"))
        if self._unread:
            paint_unread(painter, from_start(self.rect(), worn.px(12), worn.px(20), rtl=rtl))
        two_lines(
            painter,
            from_start(self.rect(), worn.px(30), worn.px(250), rtl=rtl),
            text("shop"),
            text("number_and_domain"),
            upper=face("body", 700 if self._unread else 500),
            ink=worn.colour("text"),
            faint=worn.colour("text3"),
            cut=IN_MIDDLE,
        )
        chip = from_start(self.rect(), worn.px(300), worn.px(150), rtl=rtl)
        paint_chip(painter, chip, "blue", "eye", text("family_blue"), selected=self._selected)
        paint_change_badge(painter, from_start(self.rect(), worn.px(470), worn.px(60), rtl=rtl), text("few"))
        left = text(f"due_{self._kind}_left")
        due = Due(self._kind, 0.25, text(f"due_{self._kind}"), left)  # type: ignore[arg-type]
        paint_due(painter, from_start(self.rect(), worn.px(560), worn.px(220), rtl=rtl), due)
        painter.setPen(worn.colour("border"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


def _sections(text: Texts) -> Shelf:
    shelf = Shelf(text("sections"))
    checklist = Section(SectionHeader(text("checklist"), "list", text("checklist_version")))
    checklist.body.addWidget(ProgressStrip(33, 2, 3, text("progress_told")))
    tallies = QtWidgets.QHBoxLayout()
    tallies.setSpacing(look().px(16))
    for icon, words, colour in (
        ("check", "accepted", "greenFg"),
        ("x", "rejected", "redFg"),
        ("minus", "left", "text2"),
    ):
        tallies.addWidget(Tally(icon, text(words), colour))
    tallies.addStretch(1)
    checklist.body.addLayout(tallies)
    dossier = Section(SectionHeader(text("dossier"), "folder", Link(text("show"))))
    dossier.body.addWidget(
        Facts(
            [
                (text("applicant"), text("company")),
                (text("domain"), "tarino.example"),
                (text("phone"), ChangedValue("021-0000417", "021-0000471", text("changes_told"))),
            ]
        )
    )
    shelf.wide([checklist, dossier, _note(text), _remark(text)], columns=2)
    return shelf


def _note(text: Texts) -> Card:
    card = Card("surface2", dashed=True)
    card.body.addWidget(SectionHeader(text("note"), "lock", text("not_seen")))
    card.body.addWidget(Label(text("note_text"), "dense", wraps=True))
    return card


def _remark(text: Texts) -> Card:
    card = Card(bar="redSolid")
    card.body.addWidget(SectionHeader(text("you_before"), "", text("day")))
    card.body.addWidget(Label(text("remark_text"), "dense", wraps=True))
    return card


def _chains(text: Texts) -> Shelf:
    shelf = Shelf(text("chains"))
    history = Timeline(
        [
            TimelineEntry(text("event_now"), text("due_amber"), kind="now"),
            TimelineEntry(text("event_back"), text("day"), text("event_back_note")),
            TimelineEntry(text("event_stopped"), text("day"), kind="stopped"),
            TimelineEntry(text("event_note"), text("day"), text("colleague"), internal=text("not_seen")),
        ]
    )
    voided = [
        ChainNode("locked", text("you"), text("chain_reviewer")),
        ChainNode("void", text("voided"), text("chain_papers")),
        ChainNode("waiting", text("another"), text("chain_manager")),
    ]
    shelf.wide([_ChainRow(_nodes(text)), _ChainRow(voided)])
    shelf.wide([FourEyesChain(_nodes(text)), history], columns=2)
    return shelf


class _ChainRow(QtWidgets.QWidget):
    """A chain as rows of the manager's desk paint it."""

    def __init__(self, nodes: list[ChainNode]) -> None:
        super().__init__()
        self._nodes = nodes
        self.setFixedHeight(look().px(40))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """As wide as the column of a table."""
        place = from_start(QtCore.QRect(self.rect()), 0, look().px(358), rtl=look().rtl)
        paint_chain(QtGui.QPainter(self), place, self._nodes)


def _decision(text: Texts) -> Shelf:
    shelf = Shelf(text("decision_bar"))
    approve = SecondaryButton(text("approve"), "shield-check")
    approve.set_reason(text("two_left"))
    start = [
        Tally("check", text("accepted"), "greenFg"),
        Tally("x", text("rejected"), "redFg"),
        Tally("minus", text("left"), "text2"),
    ]
    actions = [
        QuietButton(text("refer"), "refer", "S"),
        approve,
        PrimaryButton(text("send_notice"), "undo", "Ctrl+Enter"),
    ]
    shelf.wide([DecisionBar(start, actions)])
    return shelf
