"""Decides who takes which course in the demo office: applicant, reviewer and all moments."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from random import Random

from desktop.models.jalali import in_tehran
from desktop.services.demo.agenda import moments_of
from desktop.services.demo.businesses import Business, Inventor
from desktop.services.demo.cases import Case, Office
from desktop.services.demo.courses import Course, all_courses, counts_for
from desktop.services.working_calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Part:
    """A case and the moments of its acts."""

    case: Case
    moments: list[datetime]


def cast(
    office: Office, calendar: WorkingCalendar, at: datetime, dossiers: int, chance: Random
) -> Iterator[Part]:
    """A part for each of so many dossiers; a course that follows another takes over from its cases."""
    counts, serial = counts_for(dossiers), count()
    parts: dict[str, list[Part]] = {}
    for course in all_courses():
        parts[course.name] = []
        for copy in range(counts[course.name]):
            moments = moments_of(course, calendar, at, chance)
            before = parts[course.of][(copy + course.skip) % len(parts[course.of])] if course.of else None
            business = _business(office.inventor, course, before, moments[0])
            number = next(serial)
            reviewer = office.staff.reviewers[number % len(office.staff.reviewers)]
            part = Part(Case(course, business, chance, number, reviewer), moments)
            parts[course.name].append(part)
            yield part


def _business(inventor: Inventor, course: Course, before: Part | None, opened: datetime) -> Business:
    if before is None:
        return inventor.business(course.traits, in_tehran(opened).date())
    kept = before.case.business
    if course.shares == "applicant":
        return kept.about(inventor.domain_name())
    if course.shares == "subject":
        return inventor.business(course.traits, in_tehran(opened).date()).about(kept.subject)
    return kept
