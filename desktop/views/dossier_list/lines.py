"""One row of a list of dossiers as finished strings, made in the worker: painting looks nothing up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

DueKind = Literal["blue", "amber", "over", "paused"]


@dataclass(frozen=True, slots=True)
class DueWords:
    """The cell of the time limit: its ring and two lines."""

    kind: DueKind
    share: float
    words: str
    second: str


@dataclass(frozen=True, slots=True)
class Line:
    """A dossier as its row shows it; everything is ready to be painted, in the language of the desk."""

    id: int
    number: str
    """As it is stored, for copying."""
    name: str
    below: str
    """Number and subject, each in its own direction."""
    scheme: str
    scheme_icon: str
    kind: str
    status: str
    status_icon: str
    family: str
    is_dashed: bool
    round: str
    changes: str
    due: DueWords | None
    since: str
    holder: str
    is_unread: bool
    is_mine: bool
    is_followed: bool
    caution: str
    """The family of its warning sign; empty when nothing warns."""
    spoken: str
    tips: Mapping[str, str] = field(default_factory=dict)
    found: tuple[str, ...] = ()
    """Words of a search, to be marked where they stand."""
    gone: str = ""
    """Where it has gone since the list was read; the row is greyed and keeps its place."""
