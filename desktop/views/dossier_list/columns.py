"""The columns of a list of dossiers: how wide, by which order a click sorts, and which may be left out."""

from dataclasses import dataclass
from typing import Final

from desktop.services.queues import Sort


@dataclass(frozen=True, slots=True)
class Column:
    """One column; its title is `column.<code>` in the texts of queues.

    Widths are at 100 % text; words in Latin letters need more room.
    """

    code: str
    width: int
    latin_width: int
    sort: Sort | None = None
    may_hide: bool = True


NAME: Final = "name"
"""The column that takes the room the others leave."""

COLUMNS: Final = (
    Column(NAME, 220, 220, Sort.NAME, may_hide=False),
    Column("scheme", 148, 164),
    Column("status", 148, 176),
    Column("round", 52, 68),
    Column("changes", 58, 72),
    Column("due", 164, 168, Sort.DUE),
    Column("since", 88, 108, Sort.SINCE),
    Column("holder", 120, 130),
)
HIDDEN_AT_FIRST: Final = frozenset({"holder"})
LEAST_NEEDED: Final = ("holder", "since", "scheme", "round")
"""What goes first where the list is narrow; the preview tells it all the same."""
NARROWEST: Final = 40


def column(code: str) -> Column:
    """The column with this code."""
    return next(one for one in COLUMNS if one.code == code)
