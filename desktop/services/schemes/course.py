"""Rules about the course of a dossier: where it begins, that every status can be reached and left."""

from desktop.models.vocabulary import Phase, PseudoRole
from desktop.services.schemes.catalogue import SUBMIT
from desktop.services.schemes.problems import Problems
from desktop.services.schemes.view import Entry, VersionView

_RESTING = (Phase.ENDED.value, Phase.IN_FORCE.value)
"""Phases in which a dossier may stay for good."""


def check_course(view: VersionView, problems: Problems) -> None:
    """All rules of this module for one version."""
    statuses = {code: entry for entry in view.entries("status") if (code := entry.text("code"))}
    if not statuses:
        return
    _check_steps_differ(view, problems)
    _check_exits(view, statuses, problems)
    initial = [code for code, entry in statuses.items() if entry.flag("initial")]
    if len(initial) != 1:
        places = [statuses[code].at("initial") for code in initial[1:]] or [
            next(iter(statuses.values())).path
        ]
        for place in places:
            problems.add(place, "not_one_initial_status", "initial = true", len(initial))
        return
    _check_submit(view, statuses[initial[0]], problems)
    reached = _reachable(initial[0], _steps(view))
    for code, entry in statuses.items():
        if code not in reached:
            problems.add(entry.at("code"), "status_unreachable", f'to = "{code}"', code)


def _check_submit(view: VersionView, initial: Entry, problems: Problems) -> None:
    """A dossier opened by an intake package leaves the initial status by the applicant's own step."""
    start = initial.text("code")
    for entry in view.entries("transition"):
        roles = {role for _, role in entry.texts("roles")}
        starts = {status for _, status in entry.texts("from")}
        if entry.text("action") == SUBMIT and PseudoRole.APPLICANT.value in roles and start in starts:
            return
    problems.add(initial.at("code"), "no_submit_step", f'action = "{SUBMIT}"', start or "")


def _steps(view: VersionView) -> list[tuple[str, str]]:
    """All moves as (from, to)."""
    return [
        (start, end)
        for entry in view.entries("transition")
        for _, start in entry.texts("from")
        if (end := entry.text("to"))
    ]


def _reachable(start: str, steps: list[tuple[str, str]]) -> set[str]:
    reached, edge = {start}, [start]
    while edge:
        here = edge.pop()
        following = {end for begin, end in steps if begin == here} - reached
        reached |= following
        edge.extend(following)
    return reached


def _check_steps_differ(view: VersionView, problems: Problems) -> None:
    """One role's action leads from one status to one place."""
    seen: set[tuple[str, str, str]] = set()
    for entry in view.entries("transition"):
        for _, role in entry.texts("roles"):
            for path, start in entry.texts("from"):
                step = (start, entry.text("action") or "", role)
                if step in seen:
                    problems.add(path, "duplicate", "", " · ".join(step))
                seen.add(step)


def _check_exits(view: VersionView, statuses: dict[str, Entry], problems: Problems) -> None:
    """A dossier that is neither ended nor in force must be able to go on to another status."""
    left = {start for start, end in _steps(view) if start != end}
    for code, entry in statuses.items():
        if code not in left and entry.text("phase") not in _RESTING:
            problems.add(entry.at("code"), "status_without_exit", f'from = ["{code}"]', code)
