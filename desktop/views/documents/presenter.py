"""Keeps what the viewer shows: which document and version, beside which other, and how it was seen."""

from collections.abc import MutableMapping, Sequence
from typing import Any

from desktop.views.documents.view import View
from desktop.views.documents.viewed import ViewedDocument, ViewedVersion

Memory = MutableMapping[str, Any]
"""How each document was last looked at, by its id; plain values."""


class Presenter:
    """The choice among documents and versions; `memory` is the caller's and outlives the viewer."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.documents: Sequence[ViewedDocument] = ()
        self.document: ViewedDocument | None = None
        self.version: ViewedVersion | None = None
        self.is_comparing = False

    def take(self, documents: Sequence[ViewedDocument]) -> None:
        """Offer other documents; the one that is shown stays when it is among them."""
        self.documents = [document for document in documents if document.versions]
        before, version = self.document, self.version
        kept = next((one for one in self.documents if before and one.id == before.id), None)
        self.document, self.version = None, None
        if kept is not None:
            same = next((one for one in kept.versions if version and one.key == version.key), None)
            self.choose(kept.id, same.number if same else None)
        elif self.documents:
            self.choose(self.documents[0].id)
        else:
            self.is_comparing = False

    def choose(self, document_id: str, number: int | None = None) -> bool:
        """Show a document in one of its versions, otherwise the newest; False when there is none such."""
        document = next((one for one in self.documents if one.id == document_id), None)
        if document is None:
            return False
        version = next((one for one in document.versions if one.number == number), document.versions[-1])
        self.document, self.version = document, version
        self.is_comparing = self.is_comparing and self.other is not None
        return True

    def holding(self, version_key: str) -> tuple[str, int] | None:
        """The document and the number of a version, found by its file."""
        found = (
            (document.id, version.number)
            for document in self.documents
            for version in document.versions
            if version.key == version_key
        )
        return next(found, None)

    def beside(self, steps: int) -> str | None:
        """The document so many places further in the list; nothing beyond its ends."""
        if self.document is None:
            return None
        place = self.documents.index(self.document) + steps
        return self.documents[place].id if 0 <= place < len(self.documents) else None

    @property
    def other(self) -> ViewedVersion | None:
        """What this version is compared with: the one the reader knows, or the one before, or the next."""
        if self.document is None or self.version is None:
            return None
        shown = self.version.number
        others = {version.number: version for version in self.document.versions if version.number != shown}
        known = others.get(self.document.compare_with or 0)
        earlier = [number for number in others if number < shown]
        later = [number for number in others if number > shown]
        return known or (others[max(earlier)] if earlier else others[min(later)] if later else None)

    def compare(self, on: bool) -> None:  # noqa: FBT001 - a setter of one flag
        """Show the other version beside this one, as far as there is one."""
        self.is_comparing = on and self.other is not None

    def remembered(self) -> View:
        """How the document was last looked at."""
        known = self._memory.get(self.document.id) if self.document else None
        return View.of(known) if isinstance(known, dict) else View()

    def remember(self, view: View) -> None:
        """Find this view again when the document is shown the next time."""
        if self.document is not None:
            self._memory[self.document.id] = view.remembered()
