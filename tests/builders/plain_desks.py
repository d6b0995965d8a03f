"""A desk without Qt: presenters are tried on it, with work run at once on a case's office."""

from typing import TYPE_CHECKING, Any

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.services.people import actor_named, list_people
from desktop.services.unit_of_work import reading, run_told
from tests.builders.enamad import Case

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.views.navigation import Route


class Kept(dict[str, Any]):
    """Preferences of one person."""

    def set(self, key: str, value: Any) -> None:
        self[key] = value


class Said:
    """What the one door for messages was told."""

    def __init__(self) -> None:
        self.errors: list[Exception] = []

    def show(self, error: Exception) -> None:
        self.errors.append(error)


class PlainDesk:
    """Reads and writes at once; every act takes place a minute after the one before.

    `held` keeps writes waiting until `let_go()`, as a slow disk does; `changed` is called after each write.
    """

    def __init__(self, case: Case, username: str = "reviewer", language: Language = Language.PERSIAN) -> None:
        self.case, self.username = case, username
        self.words = Words(language)
        self.preferences, self.messages = Kept(), Said()
        self.told: list[str] = []
        self.undoing: list[Callable[[], object] | None] = []
        self.gone: list[Route] = []
        self.went_back = 0
        self.changed: Callable[[frozenset[tuple[str, int]]], object] = lambda _: None
        self.is_held = False
        self._waiting: list[Callable[[], None]] = []
        with reading(case.office) as session:
            self.person = next(one for one in list_people(session) if one.username == username)

    def now(self):
        return self.case.now

    def read(self, work, then, failed=None, **_for_qt):
        self._run(lambda: self._reading(work), then, failed)

    def write(self, work, then=None, failed=None, **_for_qt):
        def done(written):
            answer, changes = written
            if then is not None:
                then(answer)
            self.changed(changes)

        def start():
            self._run(lambda: self._writing(work), done, failed)

        if self.is_held:
            self._waiting.append(start)
        else:
            start()

    def let_go(self) -> None:
        """Do what was held back."""
        self.is_held, waiting, self._waiting = False, self._waiting, []
        for start in waiting:
            start()

    def tell(self, sentence, undo=None, **_how):
        self.told.append(sentence)
        self.undoing.append(undo)

    def go(self, to):
        self.gone.append(to)

    def back(self):
        self.went_back += 1

    def _run(self, work, then, failed):
        try:
            answer = work()
        except Exception as error:  # noqa: BLE001 - whoever asked is told
            (failed or self.messages.show)(error)
        else:
            then(answer)

    def _reading(self, work):
        with reading(self.case.office) as session:
            return work(session, actor_named(session, self.username, self.case.now))

    def _writing(self, work):
        def service(session):
            return work(session, actor_named(session, self.username, self.case.now))

        written = run_told(self.case.office, service)
        self.case.later(minutes=1)
        return written
