"""How long a certificate is good: whole Jalali months, and until the last minute of its last day."""

from datetime import date, datetime, timedelta

from desktop.models.jalali import add_months, in_tehran


def last_valid_day(issued_on: date, months: int) -> date:
    """The day before the same Jalali date `months` on; a date that does not exist counts as the next day.

    1405/09/02 and 24 months give 1407/09/01; 1403/12/30 and 12 months give 1404/12/29.
    """
    if months < 1:
        raise ValueError("a certificate is good for at least one month")
    return add_months(issued_on, months) - timedelta(days=1)


def is_valid_on(last_day: date, moment: datetime) -> bool:
    """Whether the last valid day is not yet over in Tehran at `moment`: that day itself counts (ENM-098)."""
    return in_tehran(moment).date() <= last_day
