"""The orders of a queue, as statements whose rows come sorted out of an index: a page costs a page."""

from typing import Any

from sqlalchemy import CompoundSelect, Select, and_, asc, desc, false, func, select, union_all
from sqlalchemy.sql.expression import ColumnElement

from desktop.models.dossier import Dossier
from desktop.services.queue_query import QueueQuery, Sort
from desktop.services.queue_selection import Selection

Ids = Select[Any] | CompoundSelect[Any]
"""A statement whose first column is the id of a dossier."""


def ids_in_order(selection: Selection, query: QueueQuery) -> list[Ids]:
    """Statements that, one after the other, give every id of the selection in order.

    By due date there are three of them: after those whose clock runs come those whose clock stands, and last
    those without one, whichever way the first are sorted.
    """
    if query.sort is Sort.DUE:
        rest = [part for part in (selection.paused(), selection.without_clock()) if part.places]
        parts = [_merged(part, Dossier.id, query) for part in rest]
        return [_merged(selection.running(), Dossier.due_at, query), *parts]
    if query.sort is Sort.SINCE:
        return [_merged(selection, Dossier.status_since, query)]
    return [_sorted(_keyed(_key(query)).where(*selection.where()), query)]


def ids_of_first(selection: Selection, query: QueueQuery, at_most: int | None) -> list[Ids]:
    """The same when only the first ones are wanted.

    `at_most` is how many the selection holds, None for too many to say. Few are collected and sorted; with
    many the index of the order is followed, skipping what does not belong: the page is soon full.
    """
    if query.sort in {Sort.DUE, Sort.SINCE}:
        return ids_in_order(selection, query)
    if at_most is None:
        # Inside a function the conditions offer the planner no index of their own.
        conditions = selection.where()
        belongs = [func.coalesce(and_(*conditions), false())] if conditions else []
        return [_sorted(_keyed(_key(query)).where(*belongs), query)]
    few = _keyed(_key(query)).where(*selection.where()).limit(at_most).subquery()
    return [_sorted(select(few.c.id, few.c.key), query)]


def _key(query: QueueQuery) -> ColumnElement[Any]:
    return Dossier.sort_key.expression if query.sort is Sort.NAME else Dossier.number.expression


def _keyed(key: Any) -> Select[Any]:
    return select(Dossier.id.label("id"), key.label("key"))


def _merged(selection: Selection, key: Any, query: QueueQuery) -> Ids:
    # One arm per place: each comes sorted from its index, and the database merges them as it goes.
    arms = [_keyed(key).where(*conditions) for conditions in selection.branches()]
    return _sorted(arms[0] if len(arms) == 1 else union_all(*arms), query)


def _sorted(statement: Ids, query: QueueQuery) -> Ids:
    direction = desc if query.descending else asc
    return statement.order_by(direction("key"), direction("id"))
