"""The working calendar of a year and a change being made to it; nothing holds before it is kept. No Qt."""

from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import Role
from desktop.services import calendar_editing
from desktop.services.calendar_editing import (
    CalendarEdit,
    CalendarPreview,
    CalendarYear,
    DayEntry,
    WorkingWeek,
)
from desktop.services.wording import in_tehran, jalali_year, western_digits
from desktop.services.working_calendar import OfficeHours
from desktop.views.records.cells import Cell, Row

if TYPE_CHECKING:
    from desktop.services.closures import ClosureRow
    from desktop.views.desk import Desk

Then = Callable[[], object]


class CalendarPresenter:
    """Keeps the year shown and the change that is being made."""

    def __init__(self, desk: "Desk", owner: Any) -> None:
        self.desk, self._owner = desk, owner
        self._text = desk.words.of("office_calendar")
        self.today = in_tehran(desk.now()).date()
        self.year = jalali_year(self.today)
        self.shown: CalendarYear | None = None
        self.edit = CalendarEdit()
        self.preview: CalendarPreview | None = None

    @property
    def may_edit(self) -> bool:
        """Whether this person keeps the calendar."""
        return Role.ADMINISTRATOR in self.desk.person.roles

    @property
    def is_changed(self) -> bool:
        """Whether a change waits to be kept."""
        return bool(self.edit.days) or self.edit.week is not None

    def read(self, then: Then) -> None:
        """Read the year again; a change that waits stays."""

        def keep(found: CalendarYear) -> None:
            self.shown = found
            then()

        year = self.year
        self.desk.read(
            lambda session, _: calendar_editing.calendar_year(session, year),
            keep,
            owner=self._owner,
            lane="year",
        )

    def week(self) -> WorkingWeek | None:
        """The week as it would be."""
        return self.edit.week or (self.shown.week if self.shown else None)

    def days(self) -> dict[date, DayEntry]:
        """The year's closed days as they would be."""
        found = {row.day: DayEntry(row.title, row.hours) for row in (self.shown.days if self.shown else ())}
        for day, entry in self.edit.days.items():
            if entry is None:
                found.pop(day, None)
            elif jalali_year(day) == self.year:
                found[day] = entry
        return dict(sorted(found.items()))

    def rows(self) -> list[Row]:
        """The closed days as rows of the list; what waits to be kept says so."""
        return [self._row(day, entry) for day, entry in self.days().items()]

    def put(self, day: date, title: str, hours: tuple[str, str] | None) -> None:
        """Close a day, or open it for some hours; raises RuleBroken for hours that are none."""
        if not title.strip():
            raise RuleBroken("closure.title_missing")
        self._change_day(day, DayEntry(title.strip(), self.hours(*hours) if hours else None))

    def take_out(self, day: date) -> None:
        """Let a day be like its week again."""
        known = {row.day for row in (self.shown.days if self.shown else ())}
        if day in known:
            self._change_day(day, None)
        else:
            self.edit = replace(self.edit, days={d: e for d, e in self.edit.days.items() if d != day})
            self.preview = None

    def set_week(self, weekend: frozenset[int], hours: OfficeHours, own: dict[int, OfficeHours]) -> None:
        """Another working week; the one that is kept already is no change."""
        week = WorkingWeek(weekend, hours, own)
        same = self.shown is not None and week == self.shown.week
        self.edit = replace(self.edit, week=None if same else week)
        self.preview = None

    def forget(self) -> None:
        """Drop the change."""
        self.edit, self.preview = CalendarEdit(), None

    def look_ahead(self, then: Then) -> None:
        """See what the change would move, as a job: every open dossier is counted anew."""
        edit = self.edit

        def steps(database: Any, acting: Callable[[], Any]) -> Generator[Any, None, CalendarPreview]:
            return (yield from calendar_editing.preview_edit(database, acting(), edit))

        def keep(preview: CalendarPreview) -> None:
            self.preview = preview
            then()

        self.desk.long(self._text("previewing"), steps, keep)

    def keep(self, then: Then) -> None:
        """Keep the change, all of it or none."""

        def kept(moved: int) -> None:
            self.forget()
            self.desk.tell(self._text("kept", count=moved))
            then()

        edit = self.edit
        self.desk.write(lambda session, actor: calendar_editing.keep_edit(session, actor, edit), kept)

    def copy_official(self, then: Then) -> None:
        """Enter the public holidays of the year that are not there."""
        year = self.year

        def copied(count: int) -> None:
            self.desk.tell(self._text("copied", count=count))
            then()

        self.desk.write(
            lambda session, actor: calendar_editing.copy_official_days(session, actor, year), copied
        )

    def hours(self, opens: str, closes: str) -> OfficeHours:
        """Hours as somebody wrote them; raises RuleBroken for what is no time, or none in order."""
        return calendar_editing.hours_from(_time(opens), _time(closes))

    def told_hours(self, hours: OfficeHours) -> str:
        """«از ۰۸:۰۰ تا ۱۵:۳۰»."""
        formats = self.desk.words.formats
        return self._text("hours", opens=formats.clock(hours.opens), closes=formats.clock(hours.closes))

    def examples(self) -> list[str]:
        """The dossiers that the change moves farthest, in words."""
        formats = self.desk.words.formats
        moved = self.preview.examples if self.preview else ()
        return [
            self._text(
                "moved_line", number=one.number, old=formats.moment(one.old), new=formats.moment(one.new)
            )
            for one in moved
        ]

    def _change_day(self, day: date, entry: DayEntry | None) -> None:
        self.edit = replace(self.edit, days={**self.edit.days, day: entry})
        self.preview = None

    def _row(self, day: date, entry: DayEntry) -> Row:
        formats = self.desk.words.formats
        known: dict[date, ClosureRow] = {row.day: row for row in (self.shown.days if self.shown else ())}
        if day in self.edit.days:
            origin = Cell(self._text("waiting"), family="amber", icon="pen")
        elif known[day].official:
            origin = Cell(self._text("official"), colour="text2")
        else:
            origin = Cell(self._text("own"), colour="text2")
        open_for = self.told_hours(entry.hours) if entry.hours else self._text("closed")
        cells = (
            Cell(formats.date_long(day), formats.weekday(day), 500),
            Cell(entry.title),
            Cell(open_for),
            origin,
        )
        return Row(day, cells, faded=day < self.today)


def _time(written: str) -> time:
    try:
        return time.fromisoformat(western_digits(written).strip().zfill(5))
    except ValueError as error:
        raise RuleBroken("calendar.no_time", written=written) from error
