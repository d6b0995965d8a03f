"""Writes rows of a desk as lines of a list, in the language of the desk; runs where they were read."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from desktop.language.window import Words
from desktop.models.vocabulary import Phase
from desktop.services import wording
from desktop.services.cautions import Caution
from desktop.services.desk_rows import DeskRow
from desktop.services.due_states import DueKind, DueState
from desktop.views.dossier_list.lines import DueKind as Ring
from desktop.views.dossier_list.lines import DueWords, Line

APART: Final = "  ·  "
SCHEME_ICON: Final = "shield"
"""Schemes bring words, not pictures; all wear the office's shield."""

_RINGS: Final[Mapping[DueKind, Ring]] = {
    DueKind.OVERDUE: "over",
    DueKind.TODAY: "amber",
    DueKind.RUNNING: "blue",
    DueKind.PAUSED: "paused",
}
_HOUR: Final = 60
_LONG_AGO: Final = 16 * _HOUR
"""Minutes of working time after which days say more than hours."""

_GRAVE: Final = frozenset({Caution.BLACKLISTED})
_NEAR_DAYS: Final = {-1: "yesterday", 0: "today", 1: "tomorrow"}


class LineWriter:
    """Writes lines at one moment; `words` speaks queues' texts and formats."""

    def __init__(self, words: Words, now: datetime) -> None:
        self._words, self._text, self._now = words, words.of("queue"), now
        self._formats = words.formats

    def lines(self, rows: Iterable[DeskRow]) -> list[Line]:
        """One line for each row."""
        return [self.line(row) for row in rows]

    def line(self, row: DeskRow) -> Line:
        """The row in finished words."""
        status, icon = self._status(row)
        due = self.due(row.due, row.phase)
        number = wording.isolate(self._formats.id(row.number))
        changes = self._formats.number(row.changes) if row.changes else ""
        cautions = [self._text(f"caution.{one}") for one in sorted(row.cautions)]
        return Line(
            id=row.id,
            number=row.number,
            name=row.applicant_name,
            below=f"{number}{APART}{wording.isolate(self._formats.text(row.subject))}",
            scheme=self._words.label(row.scheme_title),
            scheme_icon=SCHEME_ICON,
            kind=self._words.title("dossier_kind", row.kind),
            status=status,
            status_icon=icon,
            family=row.family,
            is_dashed=False,
            round=self._text("round", round=row.round) if row.round else "",
            changes=changes,
            due=due,
            since=self.day(row.at_desk_since),
            holder=self._text("mine") if row.is_mine else row.holder or "",
            is_unread=row.unread,
            is_mine=row.is_mine,
            is_followed=row.followed,
            caution="red" if row.cautions & _GRAVE else "amber" if row.cautions else "",
            spoken=self._spoken(row, status, due),
            tips=self._tips(row, cautions),
        )

    def day(self, moment: datetime) -> str:
        """«امروز ۰۷:۵۲», «۲۷ آبان», «۲۷ آبان ۱۴۰۴»: short, for a narrow column."""
        day, today = wording.in_tehran(moment).date(), wording.in_tehran(self._now).date()
        near = _NEAR_DAYS.get((day - today).days)
        if near is not None:
            return self._text(near, clock=self._formats.clock(moment))
        if wording.jalali_year(day) == wording.jalali_year(today):
            return self._formats.day_and_month(day)
        return self._formats.day(day)

    def due(self, due: DueState, phase: Phase) -> DueWords | None:
        """The cell of the time limit; None for a dossier without a clock."""
        if due.kind is DueKind.NONE:
            return None
        share = due.share_left or 0.0
        if due.kind is DueKind.PAUSED:
            first = self._text("paused_since", day=self._plain_day(due.paused_since or self._now))
            return DueWords("paused", share, first, self._text(f"waits.{_waits_for(phase)}"))
        return DueWords(_RINGS[due.kind], share, *self._running(due))

    def _running(self, due: DueState) -> tuple[str, str]:
        if due.due_at is None or due.minutes_left is None:
            raise ValueError("a clock that runs has a due moment")
        if due.kind is DueKind.OVERDUE:
            return self._late(due.due_at, -due.minutes_left), self._text(
                "was_due", when=self._point(due.due_at)
            )
        left = self._formats.working_time(due.minutes_left)
        return self._point(due.due_at), self._text("left", time=left)

    def _late(self, due_at: datetime, minutes: int) -> str:
        if minutes < _HOUR:
            return self._text("late_minutes", count=minutes)
        if minutes < _LONG_AGO:
            return self._text("late_hours", count=minutes // _HOUR)
        days = wording.in_tehran(self._now).date() - wording.in_tehran(due_at).date()
        return self._text("late_days", count=days.days)

    def _point(self, moment: datetime) -> str:
        day, today = wording.in_tehran(moment).date(), wording.in_tehran(self._now).date()
        if (day - today).days in _NEAR_DAYS:
            return self.day(moment)
        return self._text("day_clock", day=self._plain_day(moment), clock=self._formats.clock(moment))

    def _plain_day(self, moment: datetime) -> str:
        return self._formats.day_and_month(wording.in_tehran(moment).date())

    def _status(self, row: DeskRow) -> tuple[str, str]:
        if row.phase is Phase.REVIEW and row.returned and row.changes:
            return self._text("sent_again"), "back"
        if row.phase is Phase.REVIEW and row.unread and row.holder is None and not row.returned:
            return self._text("just_come"), "inbox"
        return self._words.label(row.status_label), row.icon

    def _spoken(self, row: DeskRow, status: str, due: DueWords | None) -> str:
        parts = [
            self._formats.id(row.number),
            row.applicant_name,
            status,
            f"{due.words}، {due.second}" if due else "",
            self._text("spoken_changes", count=row.changes) if row.changes else "",
            self._text("spoken_unread") if row.unread else "",
            *(self._text(f"caution.{one}") for one in sorted(row.cautions)),
        ]
        return "، ".join(part for part in parts if part)

    def _tips(self, row: DeskRow, cautions: list[str]) -> dict[str, str]:
        since = wording.in_tehran(row.at_desk_since).date()
        tips = {"since": self._formats.date_full(since)}
        if row.due.due_at is not None:
            day = self._formats.date_full(wording.in_tehran(row.due.due_at).date())
            tips["due"] = self._text("day_clock", day=day, clock=self._formats.clock(row.due.due_at))
        if row.changes:
            tips["changes"] = self._text("spoken_changes", count=row.changes)
        return tips | ({"name": "\n".join(cautions)} if cautions else {})


def _waits_for(phase: Phase) -> str:
    return "applicant" if phase is Phase.WITH_APPLICANT else "authority"
