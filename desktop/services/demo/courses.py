"""The courses dossiers of the demo office take: named lists of acts, and how many dossiers go each way."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.models.errors import RuleBroken
from desktop.services.demo.resources import resource

_DEFAULT_KIND, _DEFAULT_LEVEL = "initial", "one_star"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done with a dossier, `after` working days since the act before."""

    do: str
    after: float
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Course:
    """One way through the office, as resources/demo/courses.toml explains it."""

    name: str
    count: int
    acts: tuple[Act, ...]
    traits: frozenset[str]
    kind: str
    level: str
    ends: tuple[float, float] | None
    due: str | None
    year: tuple[int, int] | None
    of: str | None
    shares: str
    skip: int


@cache
def all_courses() -> tuple[Course, ...]:
    """Every course in the order of the file; a course stands after the one it follows."""
    courses = [_course(table) for table in resource("courses")["course"]]
    followed = [course for course in courses if course.of is None]
    return (*followed, *(course for course in courses if course.of is not None))


def counts_for(dossiers: int) -> dict[str, int]:
    """How many dossiers take each course when there are so many; every course is taken at least once.

    Raises RuleBroken("demo.too_few") when there are fewer dossiers than courses.
    """
    courses = all_courses()
    if dossiers < len(courses):
        raise RuleBroken("demo.too_few", dossiers=dossiers, least=len(courses))
    listed = sum(course.count for course in courses)
    shares = {course.name: course.count * dossiers / listed for course in courses}
    counts = {name: max(1, int(share)) for name, share in shares.items()}
    # What rounding left over goes to the largest remainders, what the ones took too much comes off the most.
    while (missing := dossiers - sum(counts.values())) > 0:
        for name in sorted(shares, key=lambda one: counts[one] - shares[one])[:missing]:
            counts[name] += 1
    for _ in range(sum(counts.values()) - dossiers):
        counts[max(counts, key=lambda one: counts[one])] -= 1
    return counts


def _course(table: Mapping[str, Any]) -> Course:
    return Course(
        name=table["name"],
        count=table["count"],
        acts=tuple(_act(act) for act in table["acts"]),
        traits=frozenset(table.get("traits", ())),
        kind=table.get("kind", _DEFAULT_KIND),
        level=table.get("level", _DEFAULT_LEVEL),
        ends=tuple(table["ends"]) if "ends" in table else None,
        due=table.get("due"),
        year=tuple(table["year"]) if "year" in table else None,
        of=table.get("of"),
        shares=table.get("shares", "both"),
        skip=table.get("skip", 0),
    )


def _act(table: Mapping[str, Any]) -> Act:
    details = {name: value for name, value in table.items() if name not in ("do", "after")}
    return Act(table["do"], table.get("after", 0.0), details)
