"""The desk a person works at in the window: the office, who acts, the language, and how work is asked for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from PySide6 import QtCore

from desktop.language.calendars import Calendar
from desktop.language.window import Words
from desktop.models.vocabulary import Language, Role
from desktop.services import unit_of_work
from desktop.services.database import Database
from desktop.services.people import Actor, PersonRow, actor_named
from desktop.views.background import Failed, Request, Runner, Then, is_alive
from desktop.views.changes import Changes
from desktop.views.jobs import Job, Jobs, Steps
from desktop.views.messages import Messages
from desktop.views.navigation import Route
from desktop.views.preferences import Preferences

SessionWork = Callable[[Any, Actor], Any]
"""Work with a session of the database and the person who acts."""


@dataclass(frozen=True)
class Place:
    """What an office is to the window: the open database, its name, and whether it is a demonstration."""

    database: Database
    name: dict[str, str]
    is_demo: bool


def _now() -> datetime:
    return datetime.now(UTC)


class Desk(QtCore.QObject):
    """Where every screen asks for its work.

    Signals: `gone(Route)` when somebody wants to be elsewhere, `went_back()`, `looks_changed()` when
    language, theme or text size were chosen anew, `signed_out()`.
    """

    gone = QtCore.Signal(object)
    went_back = QtCore.Signal()
    looks_changed = QtCore.Signal()
    signed_out = QtCore.Signal()

    def __init__(
        self,
        place: Place,
        person: PersonRow,
        runner: Runner,
        language: Language,
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__()
        self.place, self.person, self.now = place, person, now
        self.role: Role | None = person.roles[0] if person.roles else None
        self.changes = Changes(self)
        self.messages = Messages(lambda: self.words)
        self.jobs = Jobs(runner, now)
        self._runner = runner
        self.preferences = Preferences(self)
        self.speak(language)

    @property
    def database(self) -> Database:
        """The open office."""
        return self.place.database

    def read(
        self,
        work: SessionWork,
        then: Then,
        failed: Failed | None = None,
        owner: QtCore.QObject | None = None,
        lane: str = "",
    ) -> None:
        """Run `work(session, actor)` beside the window and give `then` its answer.

        Dropped when `owner` is gone by then, or asked again in the same `lane` in the meantime.
        """
        self._runner.start(
            Request(lambda: self.read_now(work), then, failed or self.messages.show, owner, lane)
        )

    def write(
        self,
        work: SessionWork,
        then: Then | None = None,
        failed: Failed | None = None,
        owner: QtCore.QObject | None = None,
    ) -> None:
        """The same in a unit of work that is committed when it ends well; what changed is announced.

        The announcement comes whether or not `owner` is still there: the work was done.
        """

        def done(answer: tuple[Any, frozenset[tuple[str, int]]]) -> None:
            if then is not None and is_alive(owner):
                then(answer[0])
            self.changes.announce(answer[1])

        self._runner.start(Request(lambda: self._write_now(work), done, failed or self.messages.show))

    def read_now(self, work: SessionWork) -> Any:
        """Run `work(session, actor)` in this thread; for what is tiny, and inside workers."""
        with unit_of_work.reading(self.database) as session:
            return work(session, actor_named(session, self.person.username, self.now()))

    def long(
        self,
        title: str,
        steps: Callable[[Database, Callable[[], Actor]], Steps],
        then: Then,
        nouns: Iterable[str] = (),
    ) -> Job:
        """Start long work that appears in the jobs panel: `steps(database, acting)` yields its progress.

        However it ends, what it did until then was done: `nouns` are announced as changed, the id 0 for any.
        """
        changed = frozenset((noun, 0) for noun in nouns)

        def announce(job: Job) -> None:
            if job is started and job.ended_at is not None:
                self.changes.announce(changed)

        def work() -> Steps:
            return steps(self.database, self._acting)

        started = self.jobs.prepare(title)
        self.jobs.changed.connect(announce)
        self.jobs.run(started, work, then, self.messages.show)
        return started

    def aside(self, work: Callable[[], Any], then: Then, failed: Failed | None = None) -> None:
        """Run work that needs no database beside the window, such as writing a file."""
        self._runner.start(Request(work, then, failed or self.messages.show))

    def tell(self, sentence: str, undo: Callable[[], object] | None = None, seconds: int = 8) -> None:
        """Say that something was done; `undo` is offered for some seconds."""
        self.messages.tell(sentence, undo, seconds)

    def go(self, to: Route) -> None:
        """Show another place."""
        self.gone.emit(to)

    def back(self) -> None:
        """Show the place before this one."""
        self.went_back.emit()

    def speak(self, language: Language) -> None:
        """Speak this language from now on, with the person's calendar and digits."""
        calendar = Calendar(self.preferences.get("calendar", Calendar.JALALI))
        self.words = Words(language, calendar, latin_ids=bool(self.preferences.get("latin_ids", False)))

    def _acting(self) -> Actor:
        with unit_of_work.reading(self.database) as session:
            return actor_named(session, self.person.username, self.now())

    def _write_now(self, work: SessionWork) -> tuple[Any, frozenset[tuple[str, int]]]:
        def service(session: Any) -> Any:
            return work(session, actor_named(session, self.person.username, self.now()))

        return unit_of_work.run_told(self.database, service)
