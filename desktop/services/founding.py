"""Founds an office ready for work: its database, people, the shipped schemes, the official closed days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.models.errors import RuleBroken
from desktop.models.jalali import in_tehran, jalali_year
from desktop.models.vocabulary import Role
from desktop.services.closures import seed_closures
from desktop.services.database import Database, open_office
from desktop.services.office import create_office
from desktop.services.people import actor_named, add_person
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme

SHIPPED_SCHEMES = Path(__file__).parents[2] / "resources" / "schemes"
YEARS_AHEAD = 1
"""Official closed days are seeded for this Jalali year and so many after it; later ones are estimates."""


@dataclass(frozen=True, slots=True)
class Founder:
    """Somebody who works in the office from its first day; one of them must be an administrator."""

    username: str
    name: str
    roles: frozenset[Role]


def found_office(
    folder: Path,
    name: Mapping[str, str],
    founders: Iterable[Founder],
    at: datetime,
    *,
    is_demo: bool = False,
) -> Database:
    """Make an office in `folder` and open it, with people, shipped schemes and official closed days.

    Raises RuleBroken("office.exists"), ("office.no_administrator") or ("person.exists").
    """
    people = list(founders)
    if not any(Role.ADMINISTRATOR in founder.roles for founder in people):
        raise RuleBroken("office.no_administrator")
    create_office(folder, name, at, is_demo=is_demo, furnish=lambda session: _furnish(session, people, at))
    return open_office(folder)


def _furnish(session: Session, founders: list[Founder], at: datetime) -> None:
    for founder in founders:
        add_person(session, founder.username, founder.name, founder.roles, at)
    administrator = next(founder for founder in founders if Role.ADMINISTRATOR in founder.roles)
    actor = actor_named(session, administrator.username, at)
    for path in sorted(SHIPPED_SCHEMES.glob("*.toml")):
        source = path.read_text(encoding="utf-8")
        add_scheme(session, actor, read_scheme(source, path.name), source)
    this_year = jalali_year(in_tehran(at).date())
    seed_closures(session, range(this_year, this_year + YEARS_AHEAD + 1))
