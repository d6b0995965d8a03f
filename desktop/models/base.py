"""The ground of all tables: one metadata, names for constraints, the column types both databases share."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, MetaData, String
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

SCHEMA_REVISION = "0001"
"""The newest migration this program knows; an office with another one is not written to."""

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: aware in Python, naive UTC in the database, refused when it has no zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the database naive UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give Python an aware moment."""
        return None if value is None else value.replace(tzinfo=UTC)


def words(vocabulary: type[StrEnum]) -> Enum:
    """A text column that holds only the words of `vocabulary`; a CHECK in the database says so too."""
    return Enum(
        vocabulary,
        native_enum=False,
        create_constraint=True,
        length=32,
        name=vocabulary.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )


Code = Annotated[str, mapped_column(String(64))]
Text = Annotated[str, mapped_column(String)]
Labels = Annotated[dict[str, str], mapped_column(JSON)]
"""One text per language: {"fa": …, "ar": …, "en": …}."""
Values = Annotated[dict[str, Any], mapped_column(JSON)]


class Base(DeclarativeBase):
    """Base of every mapped class."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {datetime: Moment, date: Date}
