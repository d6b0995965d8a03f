"""The documents a draft asks for: what is there, what is missing, and where files are chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desktop.services.intake.counter import DraftFile, PaperAsked
from desktop.views.counter.presenter import CounterPresenter
from desktop.views.layouts import empty
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, SecondaryButton
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Card, Section, SectionHeader

_PATTERNS = "*.png *.jpg *.jpeg *.gif *.tif *.tiff *.pdf"


class PapersSection(Section):
    """Shows the presenter's documents; those of which one is enough stand in one card."""

    def __init__(self, presenter: CounterPresenter) -> None:
        self._presenter, self._text = presenter, presenter.text
        self._header = SectionHeader(self._text("papers"), "papers")
        super().__init__(self._header, lined=True)
        self._rows = QtWidgets.QVBoxLayout()
        self._rows.setSpacing(look().px(6))
        self.body.addLayout(self._rows)
        self.choosing: dict[str, SecondaryButton] = {}
        self._told: object = None

    def show_papers(self) -> None:
        """Show the documents as they are asked for now; the button with the keyboard keeps it."""
        papers = self._presenter.papers_shown()
        files = [(file, self._presenter.files.problem(file)) for file in self._presenter.files.listed]
        told = (papers, files, [self._presenter.files.told(file) for file, _ in files])
        if told == self._told:
            return
        self._told = told
        focused = next((rule for rule, button in self.choosing.items() if button.hasFocus()), "")
        self._fill(papers)
        if focused in self.choosing:
            self.reveal(focused)

    def _fill(self, papers: Sequence[PaperAsked]) -> None:
        empty(self._rows)
        self.choosing = {}
        if not papers:
            self._rows.addWidget(Label(self._text("no_papers"), "dense", 400, "text3", wraps=True))
        for together in _groups(papers):
            self._rows.addWidget(self._card(together))
        given = sum(paper.brought for paper in papers)
        self._header.set_end(self._text("given_of", given=given, count=len(papers)) if papers else "")

    def ask_for_files(self, rule: str) -> None:
        """Ask for the files of a document."""
        kinds = self._text("kinds")
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self, self._text("choose"), "", f"{kinds} ({_PATTERNS})"
        )
        if names:
            self._presenter.bring(rule, [Path(name) for name in names])

    def reveal(self, rule: str) -> None:
        """Give the keyboard to the button of a document, or to the first that is missing."""
        missing = [paper.rule for paper in self._presenter.papers_shown() if paper.missing]
        wanted = rule if rule in self.choosing else next(iter(missing), "")
        button = self.choosing.get(wanted) or next(iter(self.choosing.values()), None)
        if button is not None:
            button.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _card(self, together: Sequence[PaperAsked]) -> Card:
        files = self._presenter.files
        wrong = any(
            (paper.missing and paper.needed_now) or any(map(files.problem, files.of(paper.rule)))
            for paper in together
        )
        given = any(paper.brought for paper in together)
        card = Card(bar="redSolid" if wrong else "greenSolid" if given else "")
        if len(together) > 1:
            card.body.addWidget(Label(self._text("one_of"), "caption", 500, "text2"))
        for paper in together:
            self._add_paper(card, paper)
        return card

    def _add_paper(self, card: Card, paper: PaperAsked) -> None:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(7))
        icon, colour = ("check", "greenFg") if paper.brought else ("circle-dashed", "text3")
        row.addWidget(Icon(icon, colour, 16), 0, QtCore.Qt.AlignmentFlag.AlignTop)
        words = QtWidgets.QVBoxLayout()
        words.setSpacing(0)
        label = self._presenter.desk.words.label(paper.label)
        words.addWidget(Label(label, "dense", 500, wraps=True))
        words.addWidget(Label(self._text(_standing(paper)), "caption", 400, "text3"))
        row.addLayout(words, 1)
        choose = SecondaryButton(self._text("choose"), small=True)
        choose.setAccessibleName(self._text("choose_named", paper=label))
        choose.clicked.connect(lambda *_: self.ask_for_files(paper.rule))
        self.choosing[paper.rule] = choose
        row.addWidget(choose, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        for file in self._presenter.files.of(paper.rule):
            self._add_file(card, file)

    def _add_file(self, card: Card, file: DraftFile) -> None:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(7))
        problem = self._presenter.files.problem(file)
        row.addWidget(Icon("alert" if problem else "clip", "redFg" if problem else "text3", 14))
        name = self._presenter.desk.words.formats.text(file.path.name)
        row.addWidget(Label(name, "caption", 500, "text2", cut=QtCore.Qt.TextElideMode.ElideMiddle), 1)
        row.addWidget(Label(self._presenter.files.told(file), "caption", 400, "text3"))
        remove = IconButton("x", self._text("remove_named", file=file.path.name), small=True)
        remove.clicked.connect(lambda *_: self._presenter.files.remove(file))
        row.addWidget(remove)
        card.body.addLayout(row)
        if problem:
            card.body.addWidget(Label(problem, "caption", 400, "redFg", wraps=True))


def _standing(paper: PaperAsked) -> str:
    if paper.brought:
        return "paper.given"
    if not paper.required:
        return "paper.optional"
    if not paper.missing:
        return "paper.not_needed"
    return "paper.missing" if paper.needed_now else "paper.later"


def _groups(papers: Sequence[PaperAsked]) -> list[list[PaperAsked]]:
    """Documents of which one is enough stand together, at the place of the first."""
    groups: dict[str, list[PaperAsked]] = {}
    for paper in papers:
        groups.setdefault(paper.one_of or f" {paper.rule}", []).append(paper)
    return list(groups.values())
