"""The columns of a list of dossiers: how wide, by which order a click sorts, and which may be left out."""

from dataclasses import dataclass
from typing import Final

from desktop.services.queues import Sort


@dataclass(frozen=True, slots=True)
class Column:
    """One column; its title is `column.<code>` in the texts of queues. The width is at 100 % text."""

    code: str
    width: int
    sort: Sort | None = None
    may_hide: bool = True


NAME: Final = "name"
"""The column that takes the room the others leave."""

COLUMNS: Final = (
    Column(NAME, 320, Sort.NAME, may_hide=False),
    Column("scheme", 158),
    Column("status", 136),
    Column("round", 56),
    Column("changes", 60),
    Column("due", 172, Sort.DUE),
    Column("since", 92, Sort.SINCE),
    Column("holder", 120),
)
HIDDEN_AT_FIRST: Final = frozenset({"holder"})
LEAST_NEEDED: Final = ("holder", "since", "scheme", "round")
"""What goes first where the list is narrow; the preview tells it all the same."""
NAME_LEAST: Final = 220
NARROWEST: Final = 40


def column(code: str) -> Column:
    """The column with this code."""
    return next(one for one in COLUMNS if one.code == code)
