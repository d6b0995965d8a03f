"""Lines for tests of the list itself."""

from dataclasses import replace
from typing import Any

from desktop.views.dossier_list.lines import DueWords, Line

_LINE = Line(
    id=1,
    number="1405/00001",
    name="پوشاک تارینو",
    below="\u2068۱۴۰۵/۰۰۰۰۱\u2069  ·  \u2068tarino.example\u2069",
    scheme="نماد اعتماد الکترونیکی",
    scheme_icon="shield",
    kind="صدور نخستین",
    status="در حال بررسی",
    status_icon="eye",
    family="blue",
    is_dashed=False,
    round="دور ۲",
    changes="۴",
    due=DueWords("amber", 0.3, "امروز ۱۴:۰۰", "۲:۴۰ ساعت کاری مانده"),
    since="۲۷ آبان",
    holder="شما",
    is_unread=True,
    is_mine=True,
    is_followed=False,
    caution="",
    spoken="۱۴۰۵/۰۰۰۰۱، پوشاک تارینو، در حال بررسی",
)


def a_line(dossier_id: int = 1, **changes: Any) -> Line:
    """The line of a dossier."""
    return replace(_LINE, id=dossier_id, number=f"1405/{dossier_id:05}", **changes)
