"""What the program runs on, how the checks came out, and how a due time was reached. No Qt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop.services.diagnostics import Check, CheckState, diagnose
from desktop.services.dossiers import find_dossier
from desktop.services.due_dates import why_due
from desktop.services.office_clock import DueExplanation
from desktop.services.support_bundle import BundleFile, environment, support_bundle, write_bundle
from desktop.services.wording import stored_number

if TYPE_CHECKING:
    from desktop.views.desk import Desk

LICENCES: Final = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("Noto Sans Arabic, Noto Kufi Arabic", "OFL-1.1"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("SQLCipher, sqlcipher3", "BSD-3-Clause, Zlib"),
    ("ReportLab", "BSD-3-Clause"),
    ("HarfBuzz, uharfbuzz", "MIT, Apache-2.0"),
    ("PDFium, pypdfium2", "BSD-3-Clause, Apache-2.0"),
    ("pikepdf", "MPL-2.0"),
    ("Pillow", "MIT-CMU"),
    ("jdatetime, hijridate, holidays", "PSF-2.0, MIT"),
)
"""Whose work this program stands on, and under which licence."""

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class CheckLine:
    """One check in words: how it came out, and what to do where it did not come out well."""

    name: str
    said: str
    state: CheckState


class AboutPresenter:
    """Runs the checks, explains due times, writes the support bundle."""

    def __init__(self, desk: "Desk", owner: Any) -> None:
        self.desk, self._owner = desk, owner
        self._text = desk.words.of("about")
        self.checks: list[CheckLine] = []
        self.files: list[BundleFile] = []

    def environment(self) -> list[tuple[str, str]]:
        """What the program runs on, by name and version; the program's own stands above it."""
        parts = {name: found for name, found in environment().items() if name != "program"}
        return [(self._named(name), self._written(name, found)) for name, found in parts.items()]

    def check(self, then: Callable[[], object]) -> None:
        """Look at everything again, beside the window."""
        at = self.desk.now()

        def keep(checks: Sequence[Check]) -> None:
            self.checks = [self._line(one) for one in checks]
            then()

        self.desk.aside(lambda: list(diagnose(self.desk.database, at)), keep)

    def explain(
        self, written: str, then: Callable[[list[str]], object], unknown: Callable[[Exception], object]
    ) -> None:
        """How the due time of a dossier comes about, line by line; `unknown` hears of a wrong number."""
        number = stored_number(written)

        def work(session: Any, _: Any) -> list[str]:
            return list(self._reasons(why_due(session, find_dossier(session, number))))

        self.desk.read(work, then, unknown, owner=self._owner, lane="due")

    def gather(self, then: Callable[[], object]) -> None:
        """Put the support bundle together, for everybody to read before it is saved."""
        at = self.desk.now()

        def keep(files: list[BundleFile]) -> None:
            self.files = files
            then()

        self.desk.aside(lambda: support_bundle(self.desk.database, at), keep)

    def save(self, path: Path) -> None:
        """Write what was gathered into one file."""
        self.desk.aside(
            lambda: write_bundle(self.files, path),
            lambda saved: self.desk.tell(self._text("saved", file=saved.name)),
        )

    def _named(self, part: str) -> str:
        """Libraries keep their own names."""
        code = f"part.{part}"
        return self._text(code) if self._text.knows(code) else part

    def _written(self, part: str, found: str | None) -> str:
        """A version is a Latin word and keeps its digits; the number of the tables is a number."""
        if found is None or part in {"system", "machine"}:
            return found or "—"
        return self.desk.words.formats.id(found) if part == "tables" else f"v{found}"

    def _line(self, check: Check) -> CheckLine:
        name = self.desk.words.word("diagnosis", check.code)
        return CheckLine(name, self._text(f"{check.code}.{check.state}", **check.values), check.state)

    def _reasons(self, why: DueExplanation | None) -> Iterator[str]:
        text, formats = self._text, self.desk.words.formats
        if why is None:
            yield text("due_none")
            return
        code = "due_running" if why.due_at else "due_standing"
        yield text(code, due=why.due_at, days=why.working_days, start=why.started_at)
        if why.used > timedelta():
            used, limit = (formats.working_time(span // _MINUTE) for span in (why.used, why.working_time))
            yield text("due_used", used=used, limit=limit)
        for stop in why.stops:
            phase = self.desk.words.word("phase", stop.phase)
            yield text(
                "due_stopped" if stop.until else "due_stands", since=stop.since, until=stop.until, phase=phase
            )
        for skipped in why.skipped:
            yield text(f"due_{skipped.reason}", day=skipped.day, title=skipped.title or "")
