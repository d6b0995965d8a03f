"""One office, its settings, its closed days and the series its numbers come from."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Labels, Text


class Office(Base):
    """The authority this database belongs to; exactly one row."""

    __tablename__ = "office"
    __table_args__ = (CheckConstraint("id = 1", name="single_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Labels]
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class Setting(Base):
    """A value the office may change, such as its weekend or working hours."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class Closure(Base):
    """A day on which the office keeps other hours than its week says: mostly it is closed."""

    __tablename__ = "closure"
    __table_args__ = (
        CheckConstraint("(opens IS NULL) = (closes IS NULL)", name="hours"),
        CheckConstraint("opens < closes", name="hours_in_order"),
    )

    day: Mapped[date] = mapped_column(primary_key=True)
    title: Mapped[Text]
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Empty for days that came with the seed of official holidays."""
    opens: Mapped[str | None] = mapped_column(String(5))
    """From when it works all the same, as 08:00: half a day, or one made up for; empty when closed."""
    closes: Mapped[str | None] = mapped_column(String(5))


class NumberSeries(Base):
    """The last number given in a series and Jalali year; raised where it is used, so no gaps."""

    __tablename__ = "number_series"

    series: Mapped[Code] = mapped_column(String(64), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]
