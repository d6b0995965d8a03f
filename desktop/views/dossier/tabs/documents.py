"""The tab of documents: what is asked for and what came, in all versions, each a step from the viewer."""

from typing import Any

from PySide6 import QtWidgets

from desktop.models.vocabulary import DocumentLevel
from desktop.services.attachments import DocumentRow
from desktop.services.document_shelf import ShelvedDocument, shelf_of
from desktop.services.people import Actor
from desktop.services.wording import isolate
from desktop.views.dossier.review.code_tag import CodeTag
from desktop.views.dossier.tabs.tab import Tab
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.chips import ChangeBadge, StatusChip
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import IN_MIDDLE
from desktop.views.widgets.section import Card

_HASH_SHOWN = 12
_LEVELS = {DocumentLevel.REQUIRED: "blue", DocumentLevel.OPTIONAL: "grey", DocumentLevel.OFF: "grey"}


class DocumentsTab(Tab):
    """A card for each document; `opened` of the screen shows one in the viewer."""

    columns_wide = (1, 1)
    ground = "window"

    def work(self, session: Any, actor: Actor) -> Any:  # noqa: ARG002 - everybody reads the same
        """Read what is asked for and what came."""
        return shelf_of(session, self.presenter.dossier_id)

    def show_data(self, data: Any) -> None:
        """Show the documents in two columns."""
        if not data:
            self.columns[0].addWidget(EmptyState(self.text("doc.none")), 1)
        self.open_buttons: dict[int, SecondaryButton] = {}
        for place, document in enumerate(data):
            self.columns[place % len(self.columns)].addWidget(self._card(document))

    def _card(self, document: ShelvedDocument) -> QtWidgets.QWidget:
        card = Card()
        card.body.setSpacing(look().px(6))
        card.body.addLayout(self._head(document))
        card.body.addLayout(self._tags(document))
        for place, row in enumerate(document.versions):
            number = len(document.versions) - place
            card.body.addLayout(self._version(row, number, is_newest=place == 0))
        if not document.versions:
            line = QtWidgets.QHBoxLayout()
            ink = "amberFg" if document.level is DocumentLevel.REQUIRED else "text3"
            line.addWidget(Icon("circle-dashed", ink, 14))
            line.addWidget(Label(self.text("doc.missing"), "dense", 400, ink), 1)
            card.body.addLayout(line)
        return card

    def _head(self, document: ShelvedDocument) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(Icon("paper", "text2"))
        row.addWidget(Label(self.words.label(document.label), "body", 600), 1)
        changed = {change.rule for change in self.presenter.review.desk.changes.documents}
        if document.rule in changed:
            row.addWidget(ChangeBadge(self.text("change.new_document"), self.text("change.new_document")))
        for item in self.presenter.review.page.guide.items_of(document=document.rule)[:4]:
            tag = CodeTag(item)
            tag.clicked.connect(lambda _checked=False, item=item: self.presenter.open_item(item))
            row.addWidget(tag)
        return row

    def _tags(self, document: ShelvedDocument) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        text, words = self.text, self.words
        if document.level is None:
            row.addWidget(StatusChip("grey", "", text("doc.besides")))
        else:
            level = words.word("document_level", document.level)
            row.addWidget(StatusChip(_LEVELS[document.level], "", level))
        for form in document.forms:
            row.addWidget(StatusChip("grey", "", words.word("document_form", form)))
        if document.one_of:
            row.addWidget(StatusChip("grey", "", text("doc.one_of"), dashed=True))
        if document.paper is not None:
            verdict = document.paper.verdict
            said = text("doc.paper", verdict=verdict) if verdict else text("doc.paper_awaited")
            row.addWidget(StatusChip("violet", "papers", said))
        row.addStretch(1)
        if document.stage:
            row.addWidget(Label(text("doc.stage", stage=document.stage), "caption", 400, "text3"))
        return row

    def _version(self, row: DocumentRow, number: int, *, is_newest: bool) -> QtWidgets.QHBoxLayout:
        formats, text = self.words.formats, self.text
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(look().px(8))
        column = QtWidgets.QVBoxLayout()
        column.setSpacing(0)
        name = f"{text('doc.version', number=number)} — {isolate(row.file_name)}"
        column.addWidget(Label(name, "dense", 500 if is_newest else 400, cut=IN_MIDDLE))
        facts = text(
            "doc.facts",
            count=row.pages,
            size=formats.file_size(row.size),
            round=row.round,
            when=formats.when(row.added_at, self.desk.now()),
        )
        short = text("doc.hash", hash=isolate(row.sha256[:_HASH_SHOWN]))
        below = Label(f"{facts} · {short}", "caption", 400, "text3")
        below.setToolTip(text("doc.hash_tip", hash=row.sha256))
        column.addWidget(below)
        line.addLayout(column, 1)
        button = SecondaryButton(text("doc.open"), "eye", small=True)
        button.clicked.connect(lambda _checked=False: self.presenter.open_document(row.id))
        self.open_buttons[row.id] = button
        line.addWidget(button)
        return line
