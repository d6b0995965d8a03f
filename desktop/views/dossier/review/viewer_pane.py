"""The document beside the checklist: hands the viewer the dossier's documents, values and marks, and back."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Words
from desktop.services.attachments import DocumentRow, document_bytes
from desktop.services.dossier_page import DossierPage
from desktop.services.notes import MarkRow, Rectangle
from desktop.services.review_desk import ReviewDesk
from desktop.services.wording import isolate
from desktop.views.desk import Desk
from desktop.views.documents.pins import Pin
from desktop.views.documents.viewed import ShownValue, ViewedDocument, ViewedVersion
from desktop.views.documents.viewer import DocumentViewer
from desktop.views.dossier.review.values import values_for

MEMORY = "documents.views"
_REMEMBERED = 200
"""Documents whose place, magnification and rotation are remembered; the oldest are forgotten first."""


class ViewerPane(QtWidgets.QWidget):
    """The viewer, told of dossiers.

    Signals: `marked(int, int, object)` document, page and Rectangle; `pin_chosen(int)` a mark;
    `differed(int, object)` a document and the pages on which it differs from the version before it.
    """

    marked = QtCore.Signal(int, int, object)
    pin_chosen = QtCore.Signal(int)
    differed = QtCore.Signal(int, object)

    def __init__(self, desk: Desk, words: Words, dossier_id: int) -> None:
        super().__init__()
        self._desk, self._dossier_id = desk, dossier_id
        self._text = words.of("dossier")
        self._rows: dict[str, list[DocumentRow]] = {}
        """By rule, the oldest version first."""
        self._memory: dict[str, Any] = dict(desk.preferences.get(MEMORY, {}))
        self.viewer = DocumentViewer(words, self._fetch, self._memory, desk.aside)
        self.viewer.region_marked.connect(self._marked)
        self.viewer.pin_activated.connect(self.pin_chosen)
        self.viewer.finder.found.connect(lambda _page: self._differed())
        self.viewer.failed.connect(desk.messages.show)
        self.viewer.saved.connect(lambda place: desk.tell(self._text("told.saved", place=place)))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.viewer)
        self.setFocusProxy(self.viewer)

    def show_desk(self, desk: ReviewDesk, words: Words, *, may_mark: bool) -> None:
        """Offer the dossier's documents; the one that is looked at stays."""
        rows: dict[str, list[DocumentRow]] = {}
        for row in desk.documents:
            rows.setdefault(row.rule, []).append(row)
        if rows != self._rows:
            self._rows = rows
            changed = {change.rule: change.old_document_id for change in desk.changes.documents}
            self.viewer.show_documents(
                [_viewed(self._dossier_id, rule, versions, changed, words) for rule, versions in rows.items()]
            )
        self.viewer.allow_marking(may_mark)

    def show_item(
        self, code: str, page: DossierPage, desk: ReviewDesk, words: Words, marks: Sequence[MarkRow]
    ) -> None:
        """Show what the dossier says about an item, and the marks that prove it."""
        values = [ShownValue(one.label, one.value) for one in values_for(code, page, desk, words)]
        self.viewer.show_values(self._text("viewer.values", item=isolate(code)), values)
        keys = {row.id: row.sha256 for row in desk.documents}
        pins = [self._pin(mark, number, keys) for number, mark in enumerate(marks, start=1)]
        self.viewer.set_pins(pins, self._text("viewer.pins", item=isolate(code)))

    def show_document(self, document_id: int, page: int | None) -> None:
        """Show one version of one document."""
        for rule, versions in self._rows.items():
            for number, row in enumerate(versions, start=1):
                if row.id == document_id:
                    self.viewer.show_document(_name(self._dossier_id, rule), number, page)

    @property
    def has_document(self) -> bool:
        """Whether there is anything to look at."""
        return self.viewer.document is not None

    def step_page(self, by: int) -> None:
        """The next page, or the one before."""
        canvas = self.viewer.pane.canvas
        canvas.go_to(canvas.view.page + by)

    def zoom(self, by: int) -> None:
        """Larger or smaller."""
        self.viewer.pane.canvas.zoom_by(by)

    def rotate(self) -> None:
        """A quarter turn."""
        self.viewer.pane.canvas.rotate()

    def remember(self) -> None:
        """Keep how the documents were looked at, for the next time."""
        self.viewer.hide()
        newest = dict(list(self._memory.items())[-_REMEMBERED:])
        self._desk.preferences.set(MEMORY, newest)

    # --- within

    def _pin(self, mark: MarkRow, number: int, keys: dict[int, str]) -> Pin:
        place = mark.place
        rect = QtCore.QRectF(place.left, place.top, place.width, place.height)
        told = f"{mark.item} — {mark.person}"
        shown = self._desk.words.formats.number(number)
        return Pin(mark.id, keys.get(mark.document_id, ""), mark.page, rect, shown, told)

    def _fetch(
        self,
        version: ViewedVersion,
        then: Callable[[bytes], object],
        failed: Callable[[Exception], object],
    ) -> None:
        row = next(row for rows in self._rows.values() for row in rows if row.sha256 == version.key)
        self._desk.read(
            lambda session, _: b"".join(document_bytes(session, self._dossier_id, row.id)),
            then,
            failed,
            owner=self,
        )

    def _row_shown(self) -> DocumentRow | None:
        version = self.viewer.version
        rows = (row for rows in self._rows.values() for row in rows)
        return next((row for row in rows if version and row.sha256 == version.key), None)

    def _differed(self) -> None:
        row, pages = self._row_shown(), self.viewer.finder.pages
        if row is not None and pages and not row.replaced:
            self.differed.emit(row.id, tuple(sorted(pages)))

    def _marked(self, page: int, rect: QtCore.QRectF) -> None:
        row = self._row_shown()
        if row is not None:
            place = Rectangle(rect.x(), rect.y(), rect.width(), rect.height())
            self.marked.emit(row.id, page, place)


def _name(dossier_id: int, rule: str) -> str:
    return f"{dossier_id}:{rule}"


def _viewed(
    dossier_id: int,
    rule: str,
    versions: Sequence[DocumentRow],
    changed: dict[str, int | None],
    words: Words,
) -> ViewedDocument:
    before = changed.get(rule)
    numbers = {row.id: number for number, row in enumerate(versions, start=1)}
    return ViewedDocument(
        id=_name(dossier_id, rule),
        title=words.label(versions[0].label),
        versions=tuple(
            ViewedVersion(row.sha256, number, row.media_type, row.added_at, row.file_name, row.pages)
            for number, row in enumerate(versions, start=1)
        ),
        is_changed=rule in changed,
        compare_with=numbers.get(before) if before is not None else None,
    )
