"""Makes what is typed and what is stored comparable, and asks the trigram index what may be meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Select, String, column, func, or_, select, table
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.text import fold

TRIGRAM: Final = 3
"""Shorter words are in no trigram; they are looked for in the text itself."""

CANDIDATES: Final = 2_000
"""So many possible dossiers are looked at one by one; of more, walking until a page is full is quicker."""

_NUMBER: Final = re.compile(r"(\d{4})[/-](\d{1,10})")
_INDEX: Final = table("dossier_search", column("rowid", Integer), column("dossier_search", String))
"""The trigram index made by the migrations; SQLite's, PostgreSQL has its own."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a search: any of its spellings must stand in a dossier's search text."""

    spellings: tuple[str, ...]

    @property
    def is_indexed(self) -> bool:
        """Whether the trigram index knows it."""
        return all(len(spelling) >= TRIGRAM for spelling in self.spellings)

    @property
    def asked(self) -> str:
        """The word as a question to the index: trigrams that make up one of its spellings."""
        return " OR ".join(f"({_trigrams(spelling)})" for spelling in self.spellings)


def search_text(
    number: str,
    applicant_name: str,
    subject: str,
    title: str | None,
    identity_number: str,
    user_id: str | None = None,
) -> str:
    """What the column `dossier.search` holds: everything a dossier is looked up by, folded.

    Blanks inside a part are dropped, so that علیرضا finds علی رضا, and دیجی کالا finds دیجی‌کالا and the other
    way round. `user_id` is there because holders forget it (ENM-107).
    """
    parts = (number, applicant_name, subject, title, identity_number, user_id)
    return " ".join(fold(part).replace(" ", "") for part in parts if part)


def words_of(typed: str) -> list[Word]:
    """The words of what somebody typed, each to be found; a dossier's number in any of its spellings."""
    return [Word(_spellings(word)) for word in dict.fromkeys(fold(typed).split())]


def dossier_number(typed: str) -> str | None:
    """The number as it is stored (`1405/04217`) when exactly one is typed, else None."""
    found = _NUMBER.fullmatch(fold(typed))
    return f"{found[1]}/{found[2]:0>5}" if found else None


def candidates(session: Session, words: Sequence[Word]) -> str | None:
    """The ids of all dossiers that may hold all these words, as a JSON list; None when too many or not known.

    A candidate has trigrams that make up the words, perhaps elsewhere: `held` decides.
    """
    if not is_indexed(words):
        return None
    some = select(_INDEX.c.rowid).where(_asked(words)).limit(CANDIDATES + 1).subquery()
    # One text instead of thousands of numbers that would only go back into the next statement.
    listed = func.json_group_array(some.c.rowid, type_=String)
    number, found = session.execute(select(func.count(), listed).select_from(some)).one()
    return found if number <= CANDIDATES else None


def is_indexed(words: Sequence[Word]) -> bool:
    """Whether the trigram index knows any of the words."""
    return any(word.is_indexed for word in words)


def newest_holding(words: Sequence[Word]) -> Select[int]:
    """The ids of all dossiers that hold all these words, newest first, one by one as they are read."""
    return (
        select(_INDEX.c.rowid)
        .join(Dossier, Dossier.id == _INDEX.c.rowid)
        .where(_asked(words), *held(words))
        .order_by(_INDEX.c.rowid.desc())
    )


def held(words: Sequence[Word], column: Any = Dossier.search) -> list[ColumnElement[bool]]:
    """The conditions that a stored text holds all these words."""
    return [or_(*(func.instr(column, spelling) > 0 for spelling in word.spellings)) for word in words]


def among(listed: str) -> ColumnElement[bool]:
    """The condition that a dossier is one of these candidates."""
    return Dossier.id.in_(select(func.json_each(listed).table_valued("value").c.value))


def _asked(words: Sequence[Word]) -> ColumnElement[bool]:
    asked = " AND ".join(f"({word.asked})" for word in words if word.is_indexed)
    return _INDEX.c.dossier_search.match(asked)


def _spellings(word: str) -> tuple[str, ...]:
    number = dossier_number(word)
    return (word,) if number is None else tuple(dict.fromkeys((word.replace("-", "/"), number)))


def _trigrams(spelling: str) -> str:
    # Side by side they cover the word; those in between would cost more to read than they exclude.
    last = len(spelling) - TRIGRAM
    found = dict.fromkeys(spelling[start : start + TRIGRAM] for start in (*range(0, last, TRIGRAM), last))
    return " AND ".join('"' + trigram.replace('"', '""') + '"' for trigram in found)
