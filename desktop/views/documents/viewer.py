"""The document viewer: bar, values, thumbnails and one page, or two versions of it in step."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.views.documents.difference_finder import DifferenceFinder
from desktop.views.documents.in_step import InStep
from desktop.views.documents.marks import Marks
from desktop.views.documents.opening import Opening
from desktop.views.documents.pins import Pin
from desktop.views.documents.presenter import Memory, Presenter
from desktop.views.documents.renderer import Renderer, shared_renderer
from desktop.views.documents.saving import Aside, Saving
from desktop.views.documents.thumbnails import Thumbnails
from desktop.views.documents.toolbar import ViewerToolBar
from desktop.views.documents.values_strip import ValuesStrip
from desktop.views.documents.version_pane import VersionPane
from desktop.views.documents.view import View
from desktop.views.documents.viewed import BytesOf, ShownValue, ViewedDocument, ViewedVersion

_REMEMBER_MILLISECONDS: Final = 500


class DocumentViewer(QtWidgets.QWidget):
    """Documents with their versions; it knows nothing of dossiers.

    Signals: `document_changed(object)` the ViewedVersion that is shown or None, `page_changed(int)`,
    `region_marked(int, QRectF)` page and place of the upright page, `pin_activated(int)`,
    `save_wanted(object)` the ViewedVersion before it is saved, `saved(str)` where, `failed(Exception)` when
    it could not be saved.
    """

    document_changed = QtCore.Signal(object)
    page_changed = QtCore.Signal(int)
    region_marked = QtCore.Signal(int, QtCore.QRectF)
    pin_activated = QtCore.Signal(int)
    save_wanted = QtCore.Signal(object)
    saved = QtCore.Signal(str)
    failed = QtCore.Signal(object)

    def __init__(
        self,
        words: Words,
        bytes_of: BytesOf,
        memory: Memory,
        aside: Aside,
        renderer: Renderer | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = words.of("documents")
        self._presenter = Presenter(memory)
        self._opening = Opening(renderer or shared_renderer(), bytes_of)
        self._saving = Saving(self._opening, aside, self._texts, self)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.failed)
        self._is_marking_allowed = True
        self.toolbar = ViewerToolBar(self._texts)
        self.values = ValuesStrip()
        self.thumbnails = Thumbnails(self._opening.renderer, self._texts)
        self.pane, self.beside = VersionPane(self._opening, words), VersionPane(self._opening, words)
        self.finder = DifferenceFinder(self._opening, self)
        panes = (self.pane, self.beside)
        self.marks = Marks(self._presenter, self.finder, panes, self.thumbnails, self._texts, self)
        self._in_step = InStep(*panes, self)
        self._remembering = QtCore.QTimer(self, singleShot=True, interval=_REMEMBER_MILLISECONDS)
        self._remembering.timeout.connect(self._remember)
        self._build()
        self._connect()
        self.show_documents(())

    # --- what is shown --------------------------------------------------------------------------------------

    @property
    def document(self) -> ViewedDocument | None:
        """The document that is shown."""
        return self._presenter.document

    @property
    def version(self) -> ViewedVersion | None:
        """The version that is shown."""
        return self._presenter.version

    @property
    def page(self) -> int:
        """The page on the canvas; 0 before the first has come."""
        return self.pane.canvas.shown_page

    @property
    def is_comparing(self) -> bool:
        """Whether another version stands beside it."""
        return self._presenter.is_comparing

    def show_documents(self, documents: Sequence[ViewedDocument]) -> None:
        """Offer these documents; the one that is shown stays when it is among them."""
        self._remember()
        self._presenter.take(documents)
        self.toolbar.show_documents(self._presenter.documents)
        self._show_choice()

    def show_document(self, document_id: str, number: int | None = None, page: int | None = None) -> None:
        """Show a document, in its newest version or another, where it was left or at a page."""
        self._remember()
        if self._presenter.choose(document_id, number):
            self._show_choice(page)

    def show_values(self, title: str, values: Sequence[ShownValue]) -> None:
        """What the dossier itself says, above the page."""
        self.values.show_values(title, values)

    def set_pins(self, pins: Sequence[Pin], meaning: str = "", chosen: int | None = None) -> None:
        """The marks on all documents; `meaning` explains them in the corner."""
        self.marks.set_pins(pins, meaning, chosen)

    def show_pin(self, pin_id: int) -> None:
        """Bring a mark into sight, in its document and version."""
        pin = self.marks.pin(pin_id)
        holding = self._presenter.holding(pin.version_key) if pin else None
        if pin is None or holding is None:
            return
        if self.version is None or self.version.key != pin.version_key:
            self.show_document(*holding, pin.page)
        self.marks.choose(pin_id)
        canvas = self.pane.canvas
        canvas.go_to(pin.page)
        canvas.reveal_on_arrival(pin.page, pin.place)

    # --- what can be done -----------------------------------------------------------------------------------

    def step_document(self, steps: int) -> None:
        """The next document, or one before."""
        document_id = self._presenter.beside(steps)
        if document_id is not None:
            self.show_document(document_id)

    def toggle_comparing(self) -> None:
        """Show the other version beside this one, or no more."""
        self._presenter.compare(not self.is_comparing)
        self._show_beside()

    def toggle_marking(self) -> None:
        """Draw a rectangle on the page, or leave it."""
        marking = self.pane.canvas.marking
        marking.turn(self._is_marking_allowed and self.page > 0 and not marking.is_on)
        self.pane.canvas.setFocus()

    def allow_marking(self, allowed: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Whether places may be marked."""
        self._is_marking_allowed = allowed
        self.toolbar.allow_marking(allowed)

    def fit(self) -> None:
        """Fit the page to the width, or when it is, the whole of it."""
        canvas = self.pane.canvas
        canvas.zoom_to("page" if canvas.view.zoom == "width" else "width")

    def save(self) -> None:
        """Save the file that is shown where the person says."""
        if self.version is not None:
            self.save_wanted.emit(self.version)
            self._saving.save(self.version)

    # --- within ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setFocusProxy(self.pane.canvas)
        self.beside.hide()
        pages = QtWidgets.QHBoxLayout()
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(1)
        pages.addWidget(self.thumbnails)
        pages.addWidget(self.pane, 1)
        pages.addWidget(self.beside, 1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.values)
        column.addLayout(pages, 1)

    def _connect(self) -> None:
        bar, canvas = self.toolbar, self.pane.canvas
        bar.document_chosen.connect(self.show_document)
        bar.version_chosen.connect(self._choose_version)
        bar.page_chosen.connect(canvas.go_to)
        bar.page_stepped.connect(lambda steps: canvas.go_to(canvas.view.page + steps))
        bar.zoomed.connect(canvas.zoom_by)
        bar.fitted.connect(self.fit)
        bar.turned.connect(canvas.rotate)
        bar.mark_wanted.connect(self.toggle_marking)
        bar.compare_wanted.connect(self.toggle_comparing)
        bar.save_wanted.connect(self.save)
        self.thumbnails.chosen.connect(canvas.go_to)
        self.pane.opened.connect(self._opened)
        self.pane.broken.connect(self._show_no_pages)
        self.pane.save_wanted.connect(self.save)
        self.pane.other_wanted.connect(self._show_other)
        self.beside.save_wanted.connect(self.save)
        canvas.page_shown.connect(self._page_shown)
        canvas.view_changed.connect(self._view_changed)
        canvas.magnified.connect(lambda: self._show_view(canvas.view))
        canvas.region_marked.connect(self.region_marked)
        canvas.pin_activated.connect(self.pin_activated)
        canvas.marking.changed.connect(self._show_modes)

    def _choose_version(self, number: int) -> None:
        if self.document is not None:
            self.show_document(self.document.id, number, self.pane.canvas.view.page)

    def _show_other(self) -> None:
        if self._presenter.other is not None:
            self._choose_version(self._presenter.other.number)

    def _show_choice(self, page: int | None = None) -> None:
        version, other = self.version, self._presenter.other
        self.finder.stop()
        self.marks.forget_differences()
        self.pane.canvas.marking.turn(on=False)
        self.toolbar.show_choice(self.document, version, other)
        if version is None:
            self.pane.clear()
            self._show_no_pages()
            self.pane.failure.say(
                self._texts("no_documents"), again=False, save=False, other=None, hint=False
            )
        else:
            self.pane.other_number = other.number if other else None
            view = self._presenter.remembered()
            if page is not None:
                view = View(page, view.zoom, view.rotation)
            self.pane.show_version(version, view)
        self._show_beside()
        self.document_changed.emit(version)

    def _show_beside(self) -> None:
        comparing, other = self.is_comparing, self._presenter.other
        self.beside.setVisible(comparing)
        self._in_step.turn(comparing)
        if comparing and other is not None:
            self.beside.show_version(other, self.pane.canvas.view)
        else:
            self.beside.clear()
        for pane in (self.pane, self.beside):
            pane.show_caption(comparing)
        self._show_modes()
        self.marks.refresh()

    def _opened(self) -> None:
        pages, version, other = self.pane.pages, self.version, self._presenter.other
        if pages is None or version is None:
            return
        self.thumbnails.show_document(version.key, pages.sizes)
        self._show_view(self.pane.canvas.view)
        if other is not None:
            self.finder.compare(version, len(pages.sizes), other, self.pane.canvas.view.page)

    def _page_shown(self, page: int) -> None:
        self.thumbnails.set_page(page)
        self._show_view(self.pane.canvas.view)
        self.page_changed.emit(page)

    def _view_changed(self, view: View) -> None:
        self._show_view(view)
        self._remembering.start()

    def _show_view(self, view: View) -> None:
        canvas = self.pane.canvas
        if canvas.page_count:
            self.toolbar.show_page(view.page, canvas.page_count)
            self.toolbar.show_zoom(canvas.magnification, view.zoom)

    def _show_no_pages(self) -> None:
        self.thumbnails.show_document("", ())
        self.toolbar.show_page(0, 0)
        self.toolbar.show_zoom(None, "width")

    def _show_modes(self) -> None:
        self.toolbar.show_modes(marking=self.pane.canvas.marking.is_on, comparing=self.is_comparing)

    def _remember(self) -> None:
        self._remembering.stop()
        if self.pane.pages is not None and self.pane.canvas.shown_page:
            self._presenter.remember(self.pane.canvas.view)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Whoever leaves finds it again as it was."""
        super().hideEvent(event)
        self._remember()
