"""What today is in the office: the full date, the time, and whether and how long the office works."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.services.due_dates import calendar_of
from desktop.services.wording import in_tehran
from desktop.services.working_calendar import WorkingCalendar

if TYPE_CHECKING:
    from desktop.views.desk import Desk


def read_calendar(session: Any, actor: Any) -> WorkingCalendar:  # noqa: ARG001 - as a desk calls it
    """The office's working calendar."""
    return calendar_of(session)


def today_sentence(desk: "Desk", now: datetime, calendar: WorkingCalendar) -> str:
    """«دوشنبه ۲ آذر ۱۴۰۵، ۱۱:۲۰ — ساعت اداری تا ۱۵:۳۰»; on a closed day it says so."""
    text, formats = desk.words.of("shell"), desk.words.formats
    local = in_tehran(now)
    day = local.date()
    said = {"weekday": formats.weekday(day), "date": formats.date_long(day), "clock": formats.clock(now)}
    hours = calendar.hours_on(day)
    if hours is None:
        return text("today_closed", **said)
    if local.time() < hours.opens:
        return text("today_before", opens=formats.clock(hours.opens), **said)
    if local.time() >= hours.closes:
        return text("today_after", **said)
    return text("today_open", closes=formats.clock(hours.closes), **said)
