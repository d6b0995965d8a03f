"""Numbers without gaps or repeats, like 1405/04217: counted per series and Jalali year in the using work."""

from datetime import datetime

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from desktop.models.jalali import in_tehran, jalali_year
from desktop.models.office import NumberSeries

DOSSIERS = "dossier"
CERTIFICATES = "certificate"


def next_number(session: Session, series: str, at: datetime) -> str:
    """The next number of the series in the Jalali year of `at`; given back if the work rolls back."""
    year = jalali_year(in_tehran(at).date())
    here = (NumberSeries.series == series, NumberSeries.year == year)
    raised = update(NumberSeries).where(*here).values(last=NumberSeries.last + 1).returning(NumberSeries.last)
    last = session.execute(raised.execution_options(synchronize_session=False)).scalar_one_or_none()
    if last is None:
        last = 1
        session.execute(insert(NumberSeries), [{"series": series, "year": year, "last": last}])
    return f"{year:04}/{last:05}"
