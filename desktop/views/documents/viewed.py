"""What the viewer is handed: documents with their versions, and values to compare with their pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ViewedVersion:
    """One file as it was received."""

    key: str
    """Names the bytes: two versions with one key are the same file."""
    number: int
    media_type: str
    received: datetime
    file_name: str = ""
    pages: int = 0


@dataclass(frozen=True)
class ViewedDocument:
    """One document with everything that was sent for it."""

    id: str
    title: str
    versions: tuple[ViewedVersion, ...]
    """Oldest first."""
    is_changed: bool = False
    """Whether the newest version came after this reader's last review."""
    compare_with: int | None = None
    """The number of the version he saw then; otherwise a version is compared with the one before it."""


@dataclass(frozen=True)
class ShownValue:
    """What the dossier says about something the page should show too."""

    label: str
    value: str
    is_mismatch: bool = False
    """The reviewer marked that the page says otherwise."""


BytesOf = Callable[[ViewedVersion, Callable[[bytes], object], Callable[[Exception], object]], object]
"""Fetches a version's file beside the window: `bytes_of(version, then, failed)`."""
