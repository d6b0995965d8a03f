"""Numbers without gaps or repeats, like 1405/04217: counted per series and Jalali year in the using work."""

from datetime import datetime

from sqlalchemy.orm import Session

from desktop.models.jalali import in_tehran, jalali_year
from desktop.models.office import NumberSeries

DOSSIERS = "dossier"
CERTIFICATES = "certificate"


def next_number(session: Session, series: str, at: datetime) -> str:
    """The next number of the series in the Jalali year of `at`; given back if the work rolls back."""
    year = jalali_year(in_tehran(at).date())
    row = session.get(NumberSeries, (series, year), with_for_update=True, populate_existing=True)
    if row is None:
        row = NumberSeries(series=series, year=year, last=0)
        session.add(row)
    row.last += 1
    session.flush()
    return f"{year:04}/{row.last:05}"
