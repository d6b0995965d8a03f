"""Asks any number of guards about one dossier in a single statement: a page wants to know all its steps."""

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import TextClause, bindparam, text
from sqlalchemy.orm import Session

from desktop.models.base import Moment
from desktop.models.guards import GUARDS
from desktop.services.people import Actor
from desktop.services.rules import Call

Question = tuple[str, tuple[tuple[str, Any], ...]]
"""A guard by name with the values of its parameters: what makes two askings the same."""

_PARAMETER: Final = re.compile(r"(?<!:):(\w+)")
_OF_ALL: Final = frozenset({"dossier", "person", "note", "now"})
"""What every guard is given alike; everything else is a guard's own."""


def question_of(guard: Call) -> Question:
    """The guard as a key."""
    return guard.name, tuple(sorted(guard.parameters.items()))


def which_hold(
    session: Session, actor: Actor, dossier_id: int, guards: Iterable[Call], note: str | None
) -> frozenset[Question]:
    """Those of the guards that hold for the dossier, this person, now."""
    asked = list(dict.fromkeys(question_of(guard) for guard in guards))
    if not asked:
        return frozenset()
    given: dict[str, Any] = {
        "dossier": dossier_id,
        "person": actor.person_id,
        "note": (note or "").strip(),
        "now": actor.at,
    }
    for place, (_, parameters) in enumerate(asked):
        own = dict(parameters)
        given |= {f"{name}_{place}": value for name, value in own.items()}
        given[f"since_{place}"] = actor.at - timedelta(days=own.get("days", 0))
    statement, wanted = _statement(tuple(name for name, _ in asked))
    answers = session.execute(statement, {name: given[name] for name in wanted}).one()
    return frozenset(question for question, holds in zip(asked, answers, strict=True) if holds)


@lru_cache(maxsize=256)
def _statement(names: tuple[str, ...]) -> tuple[TextClause, frozenset[str]]:
    """One column for each guard, and the names of the values it wants; the same for all dossiers."""
    columns = [f"({_renamed(GUARDS[name].sql, place)}) AS g{place}" for place, name in enumerate(names)]
    statement = text(f"SELECT {', '.join(columns)}")
    wanted = frozenset(statement.compile().params)
    moments = [name for name in wanted if name == "now" or name.startswith("since_")]
    return statement.bindparams(*(bindparam(name, type_=Moment()) for name in moments)), wanted


def _renamed(sql: str, place: int) -> str:
    def own(found: re.Match[str]) -> str:
        name = found[1]
        return found[0] if name in _OF_ALL else f":{name}_{place}"

    return _PARAMETER.sub(own, sql)
