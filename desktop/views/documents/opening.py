"""Gets a version ready to be drawn: fetches its file when the drawing process does not have it yet."""

from collections.abc import Callable

from PySide6 import QtCore

from desktop.services.page_images.process import Opened
from desktop.views.background import Failed, is_alive
from desktop.views.documents.renderer import Renderer
from desktop.views.documents.viewed import BytesOf, ViewedVersion


class Opening:
    """Where files come from, and where they go."""

    def __init__(self, renderer: Renderer, bytes_of: BytesOf) -> None:
        self.renderer, self._bytes_of = renderer, bytes_of

    def open(
        self,
        version: ViewedVersion,
        then: Callable[[Opened], object],
        failed: Failed,
        owner: QtCore.QObject,
    ) -> None:
        """Open a version; the answer comes at once when it is open already."""
        known = self.renderer.opened(version.key)
        if known is not None:
            then(known)
            return

        def fetched(data: bytes) -> None:
            if is_alive(owner):
                self.renderer.open(version.key, data, version.media_type, then, failed, owner)

        self._bytes_of(version, fetched, lambda error: failed(error) if is_alive(owner) else None)

    def fetch(self, version: ViewedVersion, then: Callable[[bytes], object], failed: Failed) -> None:
        """The file as it was received."""
        self._bytes_of(version, then, failed)
