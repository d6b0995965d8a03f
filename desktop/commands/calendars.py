"""`calendar`: the closed days of the office, by which due dates are counted."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated

import typer

from desktop.commands.answers import Answer, table
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.models.errors import RuleBroken
from desktop.services import closures, wording
from desktop.services.working_calendar import OfficeHours

calendar_commands = group("calendar", "Closed days of the office.")


class Weekday(StrEnum):
    """Days of the week, in the order in which the calendar counts them."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


Day = Annotated[str, typer.Argument(metavar="DAY", help="A Jalali day, such as 1405/01/13.")]
Year = Annotated[
    str | None, typer.Option("--year", metavar="YEAR", help="Jalali year; this year if not given.")
]


def day_of(text: str) -> date:
    """The day a person has written; raises RuleBroken("usage.day")."""
    try:
        return wording.parse_date(text)
    except ValueError as error:
        raise RuleBroken("usage.day", day=text) from error


def year_of(text: str | None, desk: Desk) -> int:
    """The Jalali year a person has written, else the present one; raises RuleBroken("usage.year")."""
    if text is None:
        return wording.jalali_year(wording.in_tehran(desk.at).date())
    written = wording.western_digits(text)
    if not written.isdecimal() or not 1200 <= int(written) < 1700:  # noqa: PLR2004 - years of the calendar
        raise RuleBroken("usage.year", year=text)
    return int(written)


@command(calendar_commands, "closures")
def list_closures(desk: Desk, year: Year = None) -> Answer:
    """List the closed days of a Jalali year."""
    wanted = year_of(year, desk)
    with desk.reading() as session:
        rows = closures.list_closures(session, wanted)
    say = desk.say
    headings = [say.label("day"), say.label("title"), say.label("entered")]
    lines = table(
        headings,
        (
            [
                say.formats.day(row.day),
                row.title,
                say.word("closure_source", "official" if row.official else "office"),
            ]
            for row in rows
        ),
    )
    return Answer(rows, lines or [say.done("calendar.none", year=wanted)])


@command(calendar_commands, "close")
def close(
    desk: Desk, day: Day, title: Annotated[str, typer.Option("--title", help="Why the office is closed.")]
) -> Answer:
    """Close the office on a day; due dates move."""
    closed = day_of(day)
    with desk.writing() as session:
        moved = closures.add_closure(session, desk.actor(session), closed, title)
    said = desk.say.done("calendar.closed", day=closed, title=title, moved=moved)
    return Answer({"day": closed, "title": title, "due_dates_moved": moved}, [said])


@command(calendar_commands, "reopen")
def reopen(desk: Desk, day: Day) -> Answer:
    """Open the office again on a closed day; due dates move."""
    opened = day_of(day)
    with desk.writing() as session:
        moved = closures.remove_closure(session, desk.actor(session), opened)
    said = desk.say.done("calendar.reopened", day=opened, moved=moved)
    return Answer({"day": opened, "due_dates_moved": moved}, [said])


@command(calendar_commands, "seed")
def seed(desk: Desk, year: Year = None) -> Answer:
    """Enter the public holidays of a Jalali year; days already entered stay as they are."""
    wanted = year_of(year, desk)
    with desk.writing() as session:
        entered = closures.seed_closures(session, [wanted])
    return Answer(
        {"year": wanted, "entered": entered}, [desk.say.done("calendar.seeded", year=wanted, entered=entered)]
    )


@command(calendar_commands, "week")
def week(
    desk: Desk,
    weekend: Annotated[list[Weekday], typer.Option("--off", help="A day off; say it again for another one.")],
    opens: Annotated[str, typer.Option("--opens", metavar="HH:MM", help="Opening time.")] = "08:00",
    closes: Annotated[str, typer.Option("--closes", metavar="HH:MM", help="Closing time.")] = "16:00",
) -> Answer:
    """Set the days off and the office hours; due dates move."""
    days = frozenset(list(Weekday).index(day) for day in weekend)
    hours = _hours(opens, closes)
    with desk.writing() as session:
        moved = closures.set_working_week(session, desk.actor(session), days, hours)
    said = desk.say.done("calendar.week", days=weekend, opens=opens, closes=closes, moved=moved)
    return Answer({"off": weekend, "opens": opens, "closes": closes, "due_dates_moved": moved}, [said])


def _hours(opens: str, closes: str) -> OfficeHours:
    try:
        begin, end = (time.fromisoformat(wording.western_digits(text)) for text in (opens, closes))
    except ValueError as error:
        raise RuleBroken("usage.hours", opens=opens, closes=closes) from error
    if begin >= end:
        raise RuleBroken("calendar.no_working_day")
    return OfficeHours(begin, end)
