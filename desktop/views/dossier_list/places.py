"""A list of dossiers as a place in the window: what narrows it, written as plain data and read again."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, Final

from desktop.models.vocabulary import DossierKind, Phase
from desktop.services.facets import Facet
from desktop.services.queue_query import Papers, QueueQuery
from desktop.views.navigation import Route

_OF_ASKING: Final = frozenset({"queue", "sort", "descending", "search"})
"""What of a query is not what narrows it: the queue itself, the person's order, what he types."""

_BY_FACET: Final[Mapping[Facet, frozenset[str]]] = {
    Facet.OVERDUE: frozenset({"overdue"}),
    Facet.TODAY: frozenset({"due_from", "due_until"}),
    Facet.RETURNED: frozenset({"returned"}),
    Facet.UNSEEN: frozenset({"unseen"}),
    Facet.PAUSED: frozenset({"paused"}),
}
"""What a facet asks for; it is chosen by its chip and need not be said again."""

_EMPTY: Final = QueueQuery()


def place_of(query: QueueQuery, figure: str = "") -> Route:
    """The queue that shows what this query finds; `figure` is the code of the number that counted it."""
    facet = next((one for one in _BY_FACET if one == figure), None)
    left_out = _OF_ASKING | (_BY_FACET[facet] if facet else frozenset())
    given: dict[str, Any] = {"queue": str(query.queue)}
    if facet is not None:
        given["facet"] = facet.value
    elif figure:
        given["figure"] = figure
    for field in fields(query):
        value = getattr(query, field.name)
        if field.name not in left_out and value != getattr(_EMPTY, field.name):
            given[field.name] = _plain(value)
    return Route("queue", given)


def narrowed_by(query: QueueQuery, arguments: Mapping[str, Any]) -> QueueQuery:
    """The query with what a place says besides its queue; what it does not know is passed over."""
    known = {field.name for field in fields(query)} - _OF_ASKING
    said = {name: _READ.get(name, _as_is)(value) for name, value in arguments.items() if name in known}
    return replace(query, **said)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return [str(one) for one in value] if isinstance(value, tuple) else value


def _as_is(value: Any) -> Any:
    return value


_READ: Final[Mapping[str, Any]] = {
    "statuses": tuple,
    "phases": lambda value: tuple(map(Phase, value)),
    "kinds": lambda value: tuple(map(DossierKind, value)),
    "papers": Papers,
    "due_from": datetime.fromisoformat,
    "due_until": datetime.fromisoformat,
}
