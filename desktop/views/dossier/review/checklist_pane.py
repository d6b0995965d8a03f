"""The pane of the checklist: how far it is, which of it is shown, and the list with the item at hand."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts, Words
from desktop.models.vocabulary import Verdict
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.dossier.review.card import card_of
from desktop.views.dossier.review.checklist_list import ChecklistList
from desktop.views.dossier.review.item_card import ItemCard
from desktop.views.dossier.review.items import Facet
from desktop.views.dossier.review.row_painting import Manner
from desktop.views.dossier.review.table import Row
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import QuietButton
from desktop.views.widgets.chips import FacetChip
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.progress_strip import ProgressStrip

SAVE_MILLISECONDS = 1200
"""After the first letter that is not saved; with the writing it stays below two seconds."""
_TONES = {Facet.REJECTED: "bad", Facet.CHANGED: "new", Facet.LEDGER: ""}


class ChecklistPane(QtWidgets.QWidget):
    """Everything the reviewer judges with; `person` is his name."""

    def __init__(self, page: DossierPresenter, words: Words, person: str) -> None:
        super().__init__()
        self._page, self._presenter = page, page.review
        self._words, self._person = words, person
        self._text: Texts = words.of("dossier")
        self.card = ItemCard(self._text)
        self.list = ChecklistList(words, self._text, self.card)
        self._saving = QtCore.QTimer(self, singleShot=True, interval=SAVE_MILLISECONDS)
        self._saving.timeout.connect(page.save_typed)
        self._lay_out()
        self._connect()

    def show_review(self) -> None:
        """Show everything anew; the place of the list and what is typed stay."""
        progress, presenter = self._presenter.progress, self._presenter
        done = progress.total - progress.left
        told = self._text("checklist.judged", judged=done, total=progress.total)
        self._judged.setText(told)
        accepted = progress.accepted + progress.not_applicable
        self._strip.show_counts(accepted, progress.rejected, progress.left, told)
        version = presenter.page.details.scheme_version
        self._version.setText(self._text("checklist.version", version=version))
        newer = presenter.page.newer_version
        self._newer.setVisible(newer is not None)
        self._newer.setToolTip(self._text("checklist.newer", version=newer) if newer else "")
        for facet, chip in self.facets.items():
            count = sum(item.passes(facet) for item in presenter.items)
            chip.set_count(self._words.formats.number(count))
            chip.setChecked(facet is presenter.facet)
            chip.setVisible(facet in {Facet.ALL, Facet.LEFT, presenter.facet} or count > 0)
        self._fit_facets()
        self._show_rows()
        self._show_card()

    def show_item(self) -> None:
        """Another item is at hand."""
        self._show_card()
        self._show_rows()

    def show_saved(self) -> None:
        """Say that the remark of the item at hand is safe."""
        saved = self._presenter.drafts.saved_at.get(self._presenter.current or "")
        self.card.show_saved(self._words.formats.clock(saved) if saved else "")

    def show_remark_wanted(self) -> None:
        """A rejection needs a remark first."""
        self.card.want_remark(self._text("card.remark_wanted"))

    def rows(self) -> list[Row]:
        """Headings and items; groups are folded only where all items are shown."""
        presenter, found = self._presenter, list[Row]()
        for group in presenter.groups:
            items = [item for item in group.items if item.passes(presenter.facet)]
            if items:
                found.append(group)
                is_folded = presenter.facet is Facet.ALL and group.code in presenter.closed_groups
                found += [] if is_folded else items
        return found

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The way to the next item left goes where there is no room for it; its key stays."""
        super().resizeEvent(event)
        self._fit_facets()

    # --- within

    def _fit_facets(self) -> None:
        shown = [chip for chip in self.facets.values() if not chip.isHidden()]
        wanted = sum(chip.sizeHint().width() + look().px(6) for chip in shown)
        room = self.width() - 2 * look().px(14)
        fits = wanted + self.next_left.sizeHint().width() <= room
        self.next_left.setVisible(fits and self._presenter.progress.left > 0)

    def _show_rows(self) -> None:
        presenter, rows = self._presenter, self.rows()
        manner = Manner(may_judge=presenter.may_judge, shows_deficiency=presenter.facet is Facet.LEDGER)
        self._stack.setCurrentWidget(self.list if rows else self._nothing)
        self.list.show_rows(rows, presenter.current, manner)

    def _show_card(self) -> None:
        presenter = self._presenter
        item = presenter.item()
        if item is None:
            return
        words = self._words.with_scheme(presenter.page.guide.words)
        card = card_of(item.code, presenter.page, presenter.desk, words, self._person)
        remark, note = presenter.text(item.code), self._page.notes.text(item.code)
        self.card.show_card(card, item, remark, note, may_judge=presenter.may_judge)
        self.show_saved()

    def _connect(self) -> None:
        presenter, card = self._presenter, self.card
        self.list.chosen.connect(presenter.choose)
        self.list.stepped.connect(presenter.step)
        self.list.folded.connect(presenter.toggle_group)
        self.list.judged.connect(lambda code, verdict: presenter.judge(Verdict(verdict), code))
        card.judged.connect(lambda verdict: presenter.judge(Verdict(verdict)))
        card.typed.connect(self._typed)
        card.noted.connect(self._write_note)
        card.note_typed.connect(self._note_typed)
        card.stepped.connect(presenter.step)
        card.pin_removed.connect(presenter.evidence.remove)
        card.grown.connect(self.list.card_changed)

    def _typed(self, remark: str) -> None:
        self._presenter.typed(remark)
        self._save_soon()

    def _note_typed(self, note: str) -> None:
        self._page.notes.typed(note, self._presenter.current or "")
        self._save_soon()

    def _write_note(self, note: str) -> None:
        def ended(refusal: str | None) -> None:
            if refusal is None:
                self.card.note_written()
            elif self.card.box is not None:
                self.card.box.set_error(refusal)

        self._page.notes.write(note, ended)

    def _save_soon(self) -> None:
        if not self._saving.isActive():
            self._saving.start()

    def _lay_out(self) -> None:
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QtWidgets.QVBoxLayout()
        set_margins(head, 14, 9, 14, 9)
        head.setSpacing(look().px(8))
        head.addLayout(self._title())
        self._strip = ProgressStrip(0, 0, 0, "")
        head.addWidget(self._strip)
        head.addLayout(self._facet_row())
        column.addLayout(head)
        self._stack = QtWidgets.QStackedWidget()
        self._nothing = EmptyState(
            self._text("checklist.nothing"),
            self._text("checklist.show_all"),
            act=lambda: self._presenter.choose_facet(Facet.ALL),
        )
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        column.addWidget(self._stack, 1)

    def _title(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(Label(self._text("checklist"), "h2"))
        self._version = Label("", "caption", 400, "text3")
        row.addWidget(self._version)
        self._newer = Icon("info", "amberFg", 14)
        self._newer.hide()
        row.addWidget(self._newer)
        row.addStretch(1)
        self._judged = Label("", "caption", 500)
        row.addWidget(self._judged)
        return row

    def _facet_row(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        self.facets = {
            facet: FacetChip(self._text(f"facet.{facet.value}"), "", _TONES.get(facet, "")) for facet in Facet
        }
        for facet, chip in self.facets.items():
            chip.clicked.connect(lambda _checked=False, facet=facet: self._presenter.choose_facet(facet))
            row.addWidget(chip)
        row.addStretch(1)
        self.next_left = QuietButton(self._text("checklist.next_left"), key="F", small=True)
        self.next_left.clicked.connect(self._presenter.next_left)
        row.addWidget(self.next_left)
        return row
