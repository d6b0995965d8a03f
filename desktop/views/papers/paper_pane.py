"""The end of the desk of papers: whose dossier it is, what came, each paper with its verdict, the notes."""

from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import PaperVerdict, Verdict
from desktop.services.physical_documents import PaperRow
from desktop.services.wording import isolate
from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.papers.page import PapersPage
from desktop.views.papers.presenter import PapersPresenter
from desktop.views.records.cells import Cell, Column, Row
from desktop.views.records.list import TWO_LINES, RecordList
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import QuietButton, SecondaryButton
from desktop.views.widgets.chips import StatusChip
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import IN_MIDDLE
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.notice import Notice
from desktop.views.widgets.section import Card, Section, SectionHeader
from desktop.views.widgets.segmented import VerdictChoice

WIDE = 416
_STAND, _HEADER, _MOST_ROWS = 118, 32, 6

FAMILIES = {
    None: ("grey", "hourglass"),
    PaperVerdict.PENDING: ("violet", "papers"),
    PaperVerdict.ACCEPTED: ("green", "check"),
    PaperVerdict.REJECTED: ("red", "x"),
}
AS_VERDICT = {PaperVerdict.ACCEPTED: Verdict.ACCEPTED, PaperVerdict.REJECTED: Verdict.REJECTED}
_FROM_BUTTON = {
    Verdict.ACCEPTED: PaperVerdict.ACCEPTED,
    Verdict.REJECTED: PaperVerdict.REJECTED,
    Verdict.NOT_APPLICABLE: PaperVerdict.PENDING,
}


class PaperPane(QtWidgets.QWidget):
    """Signals: `judged(object)` a PaperVerdict was pressed; `noting()`, `opening()` the whole dossier."""

    judged = QtCore.Signal(object)
    noting = QtCore.Signal()
    opening = QtCore.Signal()

    def __init__(self, desk: Desk, presenter: PapersPresenter) -> None:
        super().__init__()
        self._desk, self._presenter = desk, presenter
        self._text = desk.words.of("papers")
        on_ground(self, "surface")
        self.papers = self._list()
        self._head, self._card, self._rest = (QtWidgets.QVBoxLayout() for _ in range(3))
        inside = QtWidgets.QWidget()
        on_ground(inside, "surface")
        column = QtWidgets.QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        set_margins(self._head, 14, 12, 14, 8)
        set_margins(self._card, 14, 10, 14, 4)
        set_margins(self._rest, 14, 0, 14, 12)
        column.addLayout(self._head)
        column.addWidget(self.papers)
        column.addLayout(self._card)
        column.addLayout(self._rest)
        column.addStretch(1)
        area = QtWidgets.QScrollArea()
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setFocusProxy(self.papers)
        self.verdicts: VerdictChoice | None = None

    def show_dossier(self) -> None:
        """Show another dossier, or the same as it is now."""
        opened = self._presenter.open
        for place in (self._head, self._rest):
            empty(place)
        self.papers.setVisible(opened is not None)
        if opened is None:
            empty(self._card)
            self._head.addWidget(Label(self._text("nothing_chosen"), "dense", 400, "text3", wraps=True))
            return
        self._show_head(opened)
        rows = [self._row(paper) for paper in opened.papers]
        blocked = QtCore.QSignalBlocker(self.papers)
        self.papers.show_rows(rows)
        self.papers.choose(self._presenter.rule)
        blocked.unblock()
        shown = min(len(rows), _MOST_ROWS)
        self.papers.setFixedHeight(look().px(_HEADER) + shown * look().px(TWO_LINES) + 2)
        self._show_packets(opened)
        self._show_notes(opened)
        self.show_paper()

    def show_paper(self) -> None:
        """Show the current paper as a card."""
        empty(self._card)
        opened, paper = self._presenter.open, self._presenter.paper
        self.papers.choose(self._presenter.rule)
        if opened is not None and paper is not None:
            self._card.addWidget(self._paper_card(opened, paper))

    # --- inside

    def _list(self) -> RecordList:
        columns = [
            Column("paper", self._text("column.paper")),
            Column("verdict", self._text("column.verdict"), _STAND),
        ]
        papers = RecordList(columns, self._text("papers"), height=TWO_LINES)
        papers.chosen.connect(self._presenter.choose_paper)
        return papers

    def _row(self, paper: PaperRow) -> Row:
        words, (family, icon) = self._presenter.words, FAMILIES[paper.verdict]
        form = words.title("document_form", paper.form)
        needed = form if paper.required else self._text("form_optional", form=form)
        stand = Cell(self._text(f"verdict.{paper.verdict or 'awaited'}"), family=family, icon=icon)
        title = words.label(paper.label)
        return Row(paper.rule, (Cell(title, needed, 500, tip=title), stand))

    def _show_head(self, opened: PapersPage) -> None:
        details, words = opened.page.details, self._presenter.words
        formats = words.formats
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(Label(details.applicant_name, "h2", 700), 1)
        whole = QuietButton(self._text("command.open"), key="Enter", small=True)
        whole.clicked.connect(lambda _checked: self.opening.emit())
        row.addWidget(whole)
        self._head.addLayout(row)
        self._head.addWidget(Label(isolate(formats.id(details.number)), "caption", 400, "text2"))
        self._head.addWidget(Label(formats.text(details.subject), "caption", 400, "text2", cut=IN_MIDDLE))
        chip = StatusChip(details.family, details.icon, words.label(details.status_label))
        self._head.addSpacing(look().px(6))
        self._head.addWidget(chip, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self._head.addSpacing(look().px(6))
        for link in opened.chain.links:
            if link.role == "reviewer":
                person = self._text("you") if link.is_mine else link.person
                said = self._text("reviewed_by", person=person, when=formats.when(link.at, self._desk.now()))
                self._head.addWidget(Label(said, "caption", 400, "text2", wraps=True))

    def _paper_card(self, opened: PapersPage, paper: PaperRow) -> QtWidgets.QWidget:
        words, why_not = self._presenter.words, self._presenter.why_not_judge()
        card = Card("surface2", "border", bar="accent")
        card.body.setSpacing(look().px(8))
        place = next(n for n, one in enumerate(opened.papers, 1) if one.rule == paper.rule)
        card.body.addWidget(
            Label(self._text("paper_of", number=place, count=len(opened.papers)), "caption", 400, "text3")
        )
        card.body.addWidget(Label(words.label(paper.label), "dense", 600, wraps=True))
        if paper.verdict is not None:
            asked = "is_it_equal" if paper.scan_document_id is not None else "no_scan"
            card.body.addWidget(Label(self._text(asked), "caption", 400, "text2", wraps=True))
        if paper.rule in opened.voided:
            when = words.formats.when(opened.voided[paper.rule], self._desk.now())
            card.body.addWidget(Notice("turq", self._text("voided", when=when)))
        card.body.addWidget(self._buttons(paper, why_not))
        if why_not is not None:
            card.body.addWidget(Notice("grey", why_not, icon="lock"))
        if paper.reason:
            card.body.addWidget(Notice("red", paper.reason, icon="x"))
        if paper.judged_by is not None and paper.judged_at is not None:
            when = words.formats.when(paper.judged_at, self._desk.now())
            said = self._text("judged_by", person=paper.judged_by, when=when)
            card.body.addWidget(Label(said, "caption", 400, "text3", wraps=True))
        return card

    def _buttons(self, paper: PaperRow, why_not: str | None) -> VerdictChoice:
        names: dict[str, str] = {
            Verdict.ACCEPTED: self._text("button.equal"),
            Verdict.REJECTED: self._text("button.different"),
            Verdict.NOT_APPLICABLE: self._text("button.open"),
        }
        self.verdicts = VerdictChoice(names, AS_VERDICT.get(paper.verdict) if paper.verdict else None)
        self.verdicts.chosen.connect(lambda code: self.judged.emit(_FROM_BUTTON[Verdict(code)]))
        for verdict, button in self.verdicts.buttons.items():
            nothing = verdict is Verdict.NOT_APPLICABLE and paper.verdict not in AS_VERDICT
            button.set_reason(why_not or (self._text("not_judged_yet") if nothing else None))
        return self.verdicts

    def _show_packets(self, opened: PapersPage) -> None:
        section = Section(SectionHeader(self._text("section.packets"), "inbox"))
        formats = self._desk.words.formats
        for packet in opened.packets:
            first = isolate(formats.id(packet.tracking_number))
            second = self._text(
                "packet", day=formats.date_long(packet.received_on), person=packet.received_by
            )
            section.body.addWidget(Label(first, "dense", 500))
            section.body.addWidget(Label(second, "caption", 400, "text3", wraps=True))
        if not opened.packets:
            section.body.addWidget(Label(self._text("no_packet"), "dense", 400, "text3", wraps=True))
        self._rest.addWidget(section)

    def _show_notes(self, opened: PapersPage) -> None:
        button = SecondaryButton(self._text("command.note"), "lock", "N", small=True)
        button.clicked.connect(lambda _checked: self.noting.emit())
        section = Section(SectionHeader(self._text("section.notes"), end=button), lined=False)
        words = self._desk.words
        for note in reversed(opened.notes):
            card = Card("surface2", dashed=True)
            card.body.addWidget(Label(note.text, "dense", wraps=True))
            when = words.formats.when(note.written_at, self._desk.now())
            card.body.addWidget(
                Label(words.formats.listed([note.person, when]), "caption", 400, "text3", wraps=True)
            )
            section.body.addWidget(card)
        self._rest.addWidget(section)
