"""The pane beside the stack: who did what when, what would be issued, what follows, what colleagues noted."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts
from desktop.views.approval.details import Detail, Fact
from desktop.views.layouts import empty
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.four_eyes_chain import ChainNode, FourEyesChain
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import IN_MIDDLE
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.notice import Notice
from desktop.views.widgets.section import Card, Section, SectionHeader
from desktop.views.widgets.strokes import box

WIDE = 388
_EMBLEM, _EMBLEM_ICON, _AWARD, _AWARD_ICON = 36, 20, 52, 26
_INK = {"check": "greenFg", "alert": "amberFg"}


class DetailPane(QtWidgets.QWidget):
    """Shows one dossier; `open_whole` opens its page, `see_changes` what has changed in it."""

    def __init__(self, text: Texts, open_whole: Callable[[], object]) -> None:
        super().__init__()
        self._text, self._open = text, open_whole
        on_ground(self, "surface")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QtWidgets.QWidget()
        self._head_row = QtWidgets.QHBoxLayout(self._head)
        set_margins(self._head_row, 16, 12, 16, 12)
        self._head_row.setSpacing(look().px(10))
        column.addWidget(self._head)
        line = QtWidgets.QWidget()
        line.setFixedHeight(1)
        on_ground(line, "border")
        column.addWidget(line)
        inside = QtWidgets.QWidget()
        self._body = QtWidgets.QVBoxLayout(inside)
        set_margins(self._body, 16, 4, 16, 12)
        self._body.setSpacing(0)
        self.area = QtWidgets.QScrollArea()
        self.area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        on_ground(inside, "surface")
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.area)
        self.shown: Detail | None = None

    def show_detail(self, detail: Detail | None) -> None:
        """Show another dossier, or nothing."""
        moved = detail is None or self.shown is None or detail.id != self.shown.id
        self.shown = detail
        empty(self._head_row)
        empty(self._body)
        self._head.setVisible(detail is not None)
        if detail is None:
            self._body.addWidget(Label(self._text("nothing_chosen"), "dense", 400, "text3", wraps=True))
        else:
            self._show_head(detail)
            for section in (self._chain, self._issued, self._facts, self._follows, self._notes):
                section(detail)
        self._body.addStretch(1)
        if moved:
            self.area.verticalScrollBar().setValue(0)

    def _show_head(self, detail: Detail) -> None:
        self._head_row.addWidget(_Emblem(detail.scheme_icon, _EMBLEM, _EMBLEM_ICON))
        words = QtWidgets.QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(detail.name, "h2", 700, wraps=True))
        words.addWidget(Label(detail.number, "caption", 400, "text2"))
        words.addWidget(Label(detail.subject, "caption", 400, "text2", cut=IN_MIDDLE))
        self._head_row.addLayout(words, 1)
        whole = SecondaryButton(self._text("command.open"), key="Enter", small=True)
        whole.clicked.connect(lambda _checked: self._open())
        self._head_row.addWidget(whole, 0, QtCore.Qt.AlignmentFlag.AlignTop)

    def _chain(self, detail: Detail) -> None:
        distinct = (
            _signed(detail.distinct, "shield-check", "greenFg") if detail.distinct else QtWidgets.QWidget()
        )
        section = Section(SectionHeader(self._text("section.chain"), end=distinct))
        nodes = [ChainNode(node.state, node.name, node.below, node.note) for node in detail.chain]
        section.body.addWidget(FourEyesChain(nodes))
        if detail.unchanged:
            section.body.addWidget(Notice("green", detail.unchanged))
        for warning in detail.warnings:
            links = [(self._text("see_changes"), self._open)]
            section.body.addWidget(Notice("amber", warning, links))
        if detail.closed:
            section.body.addWidget(Notice("grey", detail.closed, icon="lock"))
        self._body.addWidget(section)

    def _issued(self, detail: Detail) -> None:
        if detail.issued is None:
            return
        section = Section(SectionHeader(self._text("section.issued")))
        title, validity, holder = detail.issued
        card = Card("surface2")
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(12))
        row.addWidget(_Emblem("award", _AWARD, _AWARD_ICON))
        words = QtWidgets.QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, "dense", 600, wraps=True))
        words.addWidget(Label(validity, "dense", 400, wraps=True))
        words.addWidget(Label(holder, "caption", 400, "text3", wraps=True))
        row.addLayout(words, 1)
        card.body.addLayout(row)
        section.body.addWidget(card)
        self._body.addWidget(section)

    def _facts(self, detail: Detail) -> None:
        section = Section(SectionHeader(self._text("section.facts")))
        facts = Facts(labels_wide=64)
        for fact in detail.facts:
            facts.add(fact.label, _value(fact))
        section.body.addWidget(facts)
        self._body.addWidget(section)

    def _follows(self, detail: Detail) -> None:
        if not detail.follows:
            return
        section = Section(SectionHeader(self._text("section.follows")), lined=bool(detail.notes))
        for sentence in detail.follows:
            section.body.addWidget(_signed(sentence, "minus", "text3", ink="text2", size=12))
        self._body.addWidget(section)

    def _notes(self, detail: Detail) -> None:
        if not detail.notes:
            return
        lock = _signed(self._text("internal"), "lock", "text3", ink="text3", size=13)
        section = Section(SectionHeader(self._text("section.notes"), end=lock), lined=False)
        for text, who in detail.notes:
            card = Card("surface2", dashed=True)
            card.body.addWidget(Label(text, "dense", wraps=True))
            card.body.addWidget(Label(who, "caption", 400, "text3", wraps=True))
            section.body.addWidget(card)
        self._body.addWidget(section)


class _Emblem(QtWidgets.QWidget):
    """An icon on a tinted square."""

    def __init__(self, icon: str, side: int, size: int) -> None:
        super().__init__()
        self._icon, self._size = icon, size
        self.setFixedSize(look().px(side), look().px(side))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The square and the icon in its middle."""
        painter, worn = QtGui.QPainter(self), look()
        box(painter, self.rect(), worn.colour("tint"))
        size = worn.px(self._size)
        at = (self.width() - size) // 2
        painter.drawPixmap(at, at, worn.pixmap(self._icon, "accent", self._size))


def _value(fact: Fact) -> QtWidgets.QWidget:
    if not fact.sign:
        return Label(fact.value, "dense", wraps=True)
    return _signed(
        fact.value, fact.sign, _INK[fact.sign], ink="text" if fact.sign == "check" else "amberFg", size=13
    )


def _signed(text: str, icon: str, colour: str, ink: str = "", size: int = 14) -> QtWidgets.QWidget:
    """A sign before its words."""
    widget = QtWidgets.QWidget()
    row = QtWidgets.QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(5))
    column = QtWidgets.QVBoxLayout()
    column.setContentsMargins(0, look().px(3), 0, 0)
    column.addWidget(Icon(icon, colour, size))
    column.addStretch(1)
    row.addLayout(column)
    row.addWidget(Label(text, "dense", 400, ink or colour, wraps=True), 1)
    return widget
