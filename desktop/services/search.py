"""Finds dossiers by what is known of them: number, name, subject, title, identity number or portal user."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Select, case, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.services.people import Actor
from desktop.services.queues import QueueQuery, QueueRow, first_page, queue_rows
from desktop.services.search_index import (
    Word,
    among,
    candidates,
    dossier_number,
    held,
    is_indexed,
    newest_holding,
    search_text,
    words_of,
)

__all__ = ["SearchPage", "search", "search_text"]

WALKED_DUE: Final = 1_000
"""Most urgent dossiers looked at when a search is too wide to look at all it may mean."""

WALKED_NEWEST: Final = 10_000
"""Newest dossiers looked at for words too short for the index."""

_LOOKED_AT: Final = select(Dossier.id, Dossier.search)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a search found, most urgent first, then the newest."""

    rows: list[QueueRow]
    more: bool
    """More was found than asked for, or the search was too wide to look everywhere: type more."""


def search(
    session: Session, actor: Actor, words: str, limit: int = 50, query: QueueQuery | None = None
) -> SearchPage:
    """The dossiers that hold every one of `words`, in any script and spelling, inside words too.

    A number written in full comes first. With `query`, only dossiers of that queue in its own order. Nothing
    typed finds nothing.
    """
    wanted = words_of(words)
    if not wanted:
        return SearchPage([], more=False)
    if query is not None:
        page = first_page(session, actor, replace(query, search=words), limit)
        return SearchPage(page.rows, page.more or page.count > limit)
    found = candidates(session, wanted)
    if found is None:
        ids, everywhere = _first_of_many(session, wanted, limit + 1)
    else:
        ids, everywhere = _first_among(session, found, wanted, limit + 1), True
    ids = list(dict.fromkeys([*_exactly(session, words), *ids]))
    return SearchPage(queue_rows(session, ids[:limit]), more=len(ids) > limit or not everywhere)


def _exactly(session: Session, typed: str) -> Sequence[int]:
    number = dossier_number(typed)
    return session.scalars(select(Dossier.id).where(Dossier.number == number)).all() if number else []


def _first_among(session: Session, found: str, words: Sequence[Word], size: int) -> list[int]:
    by_age = case((Dossier.due_at.is_(None), -Dossier.id), else_=Dossier.id)
    statement = (
        select(Dossier.id)
        .where(among(found), *held(words))
        .order_by(Dossier.due_at.is_(None), Dossier.due_at, by_age)
        .limit(size)
    )
    return list(session.scalars(statement))


def _first_of_many(session: Session, words: Sequence[Word], size: int) -> tuple[list[int], bool]:
    """Ids of dossiers that hold the words, and whether there can be no others."""
    urgent = _LOOKED_AT.where(Dossier.due_at.is_not(None)).order_by(Dossier.due_at, Dossier.id)
    ids = _held_by(session, urgent.limit(WALKED_DUE), words, size)
    if len(ids) == size:
        return ids, False
    if is_indexed(words):
        newest, everywhere = list(session.scalars(newest_holding(words).limit(size))), True
    else:
        latest = _LOOKED_AT.order_by(Dossier.id.desc())
        newest = _held_by(session, latest.limit(WALKED_NEWEST), words, size)
        everywhere = (
            session.scalar(latest.with_only_columns(Dossier.id).offset(WALKED_NEWEST).limit(1)) is None
        )
    return list(dict.fromkeys([*ids, *newest])), everywhere


def _held_by(session: Session, some: Select[int, str], words: Sequence[Word], size: int) -> list[int]:
    looked_at = some.subquery()
    return list(session.scalars(select(looked_at.c.id).where(*held(words, looked_at.c.search)).limit(size)))
