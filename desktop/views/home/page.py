"""The home page in finished words: columns of plain lines, each number with the list it counts; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.language.window import Words
from desktop.models.vocabulary import Language, Role
from desktop.services import wording
from desktop.services.home import Home
from desktop.services.home_figures import Figure, Target
from desktop.services.work_flow import WorkFlow
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.places import place_of
from desktop.views.dossier_list.writing import LineWriter
from desktop.views.navigation import Route, route

_TONES: Final = {
    "overdue": "red",
    "overdue_review": "red",
    "overdue_papers": "red",
    "overdue_decision": "red",
    "quarantine": "red",
    "today": "amber",
    "came_back": "turq",
}
_TARGETS: Final = {
    Target.ARRIVALS: route("intake"),
    Target.QUARANTINE: route("intake"),
    Target.PEOPLE: route("staff"),
    Target.STACK: route("approval"),
}


_TAKES_CASES: Final = frozenset({Role.REVIEWER, Role.DOCUMENTS_OFFICER})


KEYS: Final = 9
"""So many lines have a number key."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what is counted, how many, and where that leads; `share` makes it a bar."""

    words: str
    count: str = ""
    to: Route | None = None
    tone: str = ""
    share: float | None = None
    second: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines; `nothing` stands there when there are none."""

    title: str
    entries: tuple[Entry, ...] = ()
    nothing: str = ""
    said: str = ""
    """A sentence under the heading."""


@dataclass(frozen=True, slots=True)
class NextPart:
    """The dossier that comes next and why; None when nothing is free."""

    line: Line | None
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page: the line under its title, then three columns."""

    today: str
    next: NextPart | None
    columns: tuple[tuple[Part, ...], ...]

    def keyed(self) -> list[Entry]:
        """The lines that number keys open, in the order of the page; bars can do without."""
        entries = (entry for column in self.columns for part in column for entry in part.entries)
        return [entry for entry in entries if entry.to is not None and entry.share is None][:KEYS]


class PageWriter:
    """Writes the page at one moment."""

    def __init__(self, words: Words, now: datetime) -> None:
        self._words, self._now = words, now
        self._text, self._formats = words.of("home"), words.formats

    def write(self, home: Home) -> Page:
        """The page of one person in one role."""
        columns = (
            tuple(self._now_parts(home)),
            tuple(self._today_parts(home)),
            tuple(self._change_parts(home)),
        )
        return Page(self._today(home), self._next(home), columns)

    def _today(self, home: Home) -> str:
        day = self._formats.date_full(wording.in_tehran(self._now).date())
        if home.minutes_left <= 0:
            return self._text("today_over", day=day)
        return self._text("today_left", day=day, left=self._formats.working_time(home.minutes_left))

    def _next(self, home: Home) -> NextPart | None:
        if home.next is None:
            return NextPart(None, "") if home.role in _TAKES_CASES else None
        line = LineWriter(self._words, self._now).line(home.next.row)
        return NextPart(line, self._text(f"reason.{home.next.reason}"))

    def _now_parts(self, home: Home) -> Iterator[Part]:
        if home.urgent:
            yield Part(self._text("now"), tuple(map(self._figure, home.urgent)))
        elif home.coming:
            yield Part(self._text("coming"), tuple(self._coming(home)))

    def _today_parts(self, home: Home) -> Iterator[Part]:
        if home.load:
            yield Part(self._text("load"), tuple(self._load(home)))
        if home.today:
            yield Part(self._text("today"), tuple(map(self._figure, home.today)))

    def _change_parts(self, home: Home) -> Iterator[Part]:
        since = self._formats.when(home.news_since, self._now)
        news = tuple(
            Entry(
                self._words.of("notifications")(f"kind.{kind}"),
                self._formats.amount(count),
                route("notifications"),
            )
            for kind, count in home.news.items()
        )
        yield Part(self._text("changed", since=since), news, self._text("nothing_changed"))
        if home.loads:
            yield Part(self._text("people"), tuple(self._people(home)))
        if home.flow is not None:
            yield self._flow(home.flow)

    def _figure(self, one: Figure) -> Entry:
        named = self._words.label(one.label) if one.label else self._text(f"figure.{one.code}")
        to = place_of(one.query, one.code) if one.query is not None else None
        if one.target is not None:
            to = _TARGETS[one.target]
        tone = _TONES.get(one.code, "") if one.count else ""
        return Entry(named, self._formats.count_capped(one.count, one.more), to, tone)

    def _load(self, home: Home) -> Iterator[Entry]:
        most = max(1, *(one.count for one in home.load))
        for one in home.load:
            weekday, date = self._formats.weekday(one.day), self._formats.day_and_month(one.day)
            day = self._text("load_day", weekday=weekday, day=date)
            count = self._formats.count_capped(one.count, one.more)
            yield Entry(day, count, place_of(one.query, "load"), share=one.count / most)

    def _flow(self, flow: WorkFlow) -> Part:
        said = ""
        if flow.bottleneck is not None:
            status = self._words.label(flow.bottleneck.status_label)
            said = self._text("bottleneck", status=status, days=self._days(flow.bottleneck.days))
        entries = tuple(
            Entry(
                self._formats.day_and_month(day.day),
                second=self._text("flow_day", came=day.came, left=day.left),
            )
            for day in reversed(flow.days)
        )
        return Part(self._text("flow"), entries, said=said)

    def _people(self, home: Home) -> Iterator[Entry]:
        for one in home.loads:
            held = self._text("held", count=one.held)
            to = route("queue", queue="all", claimed_by=one.person_id, figure="held_by", person=one.name)
            late = self._text("late", count=one.overdue) if one.overdue else ""
            yield Entry(one.name, self._formats.amount(one.held), to, second=late or held)

    def _coming(self, home: Home) -> Iterator[Entry]:
        for one in home.coming:
            day = self._formats.date_long(one.day)
            if one.label is not None:
                said = self._text("version", scheme=self._words.label(one.label), version=one.version)
                yield Entry(said, to=route("schemes"), second=day)
            else:
                yield Entry(self._text("closed", title=one.title), to=route("office_calendar"), second=day)

    def _days(self, days: float) -> str:
        """A number of days with one decimal."""
        point = "." if self._words.language is Language.ENGLISH else "٫"
        return self._formats.digits(f"{days:.1f}".replace(".", point))
