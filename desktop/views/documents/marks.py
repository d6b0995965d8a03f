"""Puts the right marks on the pages that are shown, and explains them."""

from collections.abc import Sequence

from PySide6 import QtCore

from desktop.language.window import Texts
from desktop.views.documents.difference_finder import DifferenceFinder
from desktop.views.documents.legend import Meaning
from desktop.views.documents.pins import Pin
from desktop.views.documents.presenter import Presenter
from desktop.views.documents.thumbnails import Thumbnails
from desktop.views.documents.version_pane import VersionPane


class Marks(QtCore.QObject):
    """Pins and differences of whatever page a pane shows."""

    def __init__(
        self,
        presenter: Presenter,
        finder: DifferenceFinder,
        panes: tuple[VersionPane, VersionPane],
        thumbnails: Thumbnails,
        texts: Texts,
        parent: QtCore.QObject,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._finder, self._texts = presenter, finder, texts
        self._pane, self._beside = panes
        self._thumbnails = thumbnails
        self._pins: Sequence[Pin] = ()
        self._chosen: int | None = None
        self._pin_meaning = ""
        self._not_compared = False
        finder.found.connect(self._found)
        finder.failed.connect(self._failed)
        for pane in panes:
            pane.canvas.page_shown.connect(self.refresh)
        self._pane.canvas.marking.changed.connect(self._explain)

    def set_pins(self, pins: Sequence[Pin], meaning: str, chosen: int | None) -> None:
        """The pins of all documents; `meaning` is said in the corner of a page that has some."""
        self._pins, self._pin_meaning, self._chosen = pins, meaning, chosen
        self.refresh()

    def pin(self, pin_id: int) -> Pin | None:
        """The pin with this id."""
        return next((pin for pin in self._pins if pin.id == pin_id), None)

    def choose(self, pin_id: int | None) -> None:
        """Show one pin more strongly than the others."""
        self._chosen = pin_id
        self.refresh()

    def forget_differences(self) -> None:
        """Other versions are shown from now on."""
        self._not_compared = False
        self._thumbnails.set_differing(frozenset())

    def refresh(self) -> None:
        """Put the marks of the pages that are shown now."""
        for pane, number in ((self._pane, self._other_number()), (self._beside, self._own_number())):
            page = pane.canvas.shown_page
            label = self._texts("differs", number=number) if number else ""
            pane.canvas.set_pins(self._pins_of(pane, page), self._chosen)
            pane.canvas.set_differences(self._finder.places(page), label)
        self._explain()

    def _explain(self) -> None:
        self._pane.explain(self._meanings())

    def _meanings(self) -> list[Meaning]:
        if self._pane.canvas.marking.is_on:
            return [Meaning(self._texts("marking"))]
        page, number, meanings = self._pane.canvas.shown_page, self._other_number(), list[Meaning]()
        if self._pin_meaning and self._pins_of(self._pane, page):
            meanings.append(Meaning(self._pin_meaning, "accent"))
        if number and self._finder.places(page):
            words = self._texts("differs", number=number)
            meanings.append(Meaning(words, "turqSolid", is_dashed=True))
        if number and self._not_compared:
            meanings.append(Meaning(self._texts("not_compared", number=number)))
        if self._pane.pages is not None and self._pane.pages.is_reduced:
            meanings.append(Meaning(self._texts("reduced")))
        return meanings

    def _pins_of(self, pane: VersionPane, page: int) -> list[Pin]:
        key = pane.version.key if pane.version else ""
        return [pin for pin in self._pins if (pin.version_key, pin.page) == (key, page)]

    def _other_number(self) -> int | None:
        return self._presenter.other.number if self._presenter.other else None

    def _own_number(self) -> int | None:
        return self._presenter.version.number if self._presenter.version else None

    def _found(self, page: int) -> None:
        self._thumbnails.set_differing(self._finder.pages)
        if page == self._pane.canvas.shown_page:
            self.refresh()

    def _failed(self) -> None:
        self._not_compared = True
        self._explain()
