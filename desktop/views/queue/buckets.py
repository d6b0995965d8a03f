"""The groups of a list sorted by due moment as headings in words."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from desktop.language.window import Words
from desktop.services import wording
from desktop.services.due_buckets import BucketStart, DueBucket
from desktop.views.dossier_list.groups import Group

_FAMILIES: Final = {DueBucket.OVERDUE: "red", DueBucket.TODAY: "amber"}


def headings(starts: Sequence[BucketStart], words: Words, now: datetime) -> list[Group]:
    """One heading for each bucket that holds anything."""
    text, formats = words.of("queue"), words.formats
    tomorrow = wording.in_tehran(now).date() + timedelta(days=1)
    day = {"weekday": formats.weekday(tomorrow), "day": formats.day_and_month(tomorrow)}
    return [
        Group(
            code=one.bucket.value,
            title=text(f"group.{one.bucket}", **(day if one.bucket is DueBucket.TOMORROW else {})),
            first=one.start,
            count=one.count,
            shown_count=formats.amount(one.count),
            family=_FAMILIES.get(one.bucket, "grey"),
        )
        for one in starts
    ]
