"""What the schemes screen shows: the versions, the chosen one in words, and how two of them differ. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.services import scheme_comparison, scheme_pages
from desktop.services.scheme_pages import SchemeListRow, SchemeVersionRow, VersionPage, VersionStanding
from desktop.services.scheme_words import Words as SchemeWords
from desktop.services.scheme_words import words_of
from desktop.services.wording import in_tehran
from desktop.views.records.cells import Cell
from desktop.views.schemes.comparison import Compared
from desktop.views.schemes.course import Course
from desktop.views.schemes.details import Chip, Entry, Group, Listing, listing
from desktop.views.schemes.saying import Saying

if TYPE_CHECKING:
    from desktop.views.desk import Desk

STANDINGS = {
    VersionStanding.COMING: ("blue", "calendar"),
    VersionStanding.IN_FORCE: ("green", "check"),
    VersionStanding.ENDED: ("grey", "history"),
}
VERSION_COLUMNS = 2


@dataclass(frozen=True)
class Opened:
    """One version, spoken of with its own words."""

    page: VersionPage
    saying: Saying
    course: Course


class SchemesPresenter:
    """Reads schemes, versions and differences; changes nothing."""

    def __init__(self, desk: "Desk", owner: Any) -> None:
        self.desk, self._owner = desk, owner
        self._text = desk.words.of("schemes")
        self.schemes: list[SchemeListRow] = []
        self.opened: Opened | None = None
        self.compared: Compared | None = None
        self.between: tuple[int, int] | None = None
        """The older and the newer version that are compared."""

    def read(self, then: Callable[[], object]) -> None:
        """Read which schemes and versions there are."""

        def keep(found: list[SchemeListRow]) -> None:
            self.schemes = found
            then()

        self.desk.read(scheme_pages.schemes, keep, owner=self._owner, lane="schemes")

    def open(self, version_id: int, then: Callable[[], object]) -> None:
        """Read one version whole."""

        def keep(saying: tuple[VersionPage, SchemeWords]) -> None:
            page, words = saying
            told = self._saying(page, words)
            self.opened = Opened(page, told, Course(told, page.graph))
            then()

        self.desk.read(
            lambda session, actor: _version(session, actor, version_id), keep, owner=self._owner, lane="open"
        )

    def compare(self, old_id: int, new_id: int, then: Callable[[], object]) -> None:
        """Read what the second version says otherwise than the first."""
        self.between = (old_id, new_id)

        def work(session: Any, actor: Any) -> Any:
            found = scheme_comparison.compare_versions(session, actor, old_id, new_id)
            return found, [_version(session, actor, one) for one in (old_id, new_id)]

        def keep(answer: Any) -> None:
            sections, versions = answer
            old, new = (self._saying(*version) for version in versions)
            self.compared = Compared(old, new, sections)
            then()

        self.desk.read(work, keep, owner=self._owner, lane="compare")

    def versions(self) -> Listing:
        """The versions under their schemes."""
        groups = (
            Group(one.code, self.desk.words.label(one.title), self._entries(one)) for one in self.schemes
        )
        return listing(groups, VERSION_COLUMNS)

    def version_of(self, key: Any) -> SchemeVersionRow | None:
        """The version of a line of the list."""
        return next((row for row in self._rows() if key == (self._scheme_of(row).code, row.code)), None)

    def key_of(self, version_id: int) -> Any:
        """The line of a version."""
        row = next((row for row in self._rows() if row.id == version_id), None)
        return None if row is None else (self._scheme_of(row).code, row.code)

    def usual(self) -> int | None:
        """The version that is shown first: the one in force of the first scheme."""
        rows = self._rows()
        in_force = [row for row in rows if row.standing is VersionStanding.IN_FORCE]
        return next((row.id for row in (*in_force, *rows)), None)

    def heading(self) -> tuple[str, Chip, str]:
        """Name, standing and dates of the open version."""
        opened = self._shown()
        row = opened.page.row
        title = self._text("heading", scheme=opened.saying.label(opened.page.scheme.title), code=row.code)
        return title, self._chip(row), self._dates(row)

    def others(self) -> list[tuple[str, str]]:
        """The versions of the open scheme, to choose from when comparing."""
        scheme = self._scheme_of(self._shown().page.row)
        return [(str(row.id), self._text("version", code=row.code)) for row in scheme.versions]

    def pair(self) -> tuple[int, int] | None:
        """The open version and the one before it, or after it where it is the first; older first."""
        row = self._shown().page.row
        rows = sorted(self._scheme_of(row).versions, key=lambda one: one.valid_from)
        if len(rows) == 1:
            return None
        place = max(rows.index(row), 1)
        return rows[place - 1].id, rows[place].id

    def _shown(self) -> Opened:
        if self.opened is None:
            raise LookupError("no scheme version is open")
        return self.opened

    def _rows(self) -> list[SchemeVersionRow]:
        return [row for scheme in self.schemes for row in scheme.versions]

    def _scheme_of(self, row: SchemeVersionRow) -> SchemeListRow:
        return next(one for one in self.schemes if any(version.id == row.id for version in one.versions))

    def _entries(self, scheme: SchemeListRow) -> tuple[Entry, ...]:
        return tuple(
            Entry(row.code, self._cells(row), faded=row.standing is VersionStanding.ENDED)
            for row in scheme.versions
        )

    def _cells(self, row: SchemeVersionRow) -> tuple[Cell, ...]:
        chip = self._chip(row)
        since = self._text("since", day=self.desk.words.formats.date_long(row.valid_from))
        return (
            Cell(self._text("version", code=row.code), since, 500),
            Cell(chip.text, family=chip.family, icon=chip.icon),
        )

    def _chip(self, row: SchemeVersionRow) -> Chip:
        return Chip(*STANDINGS[row.standing], self._text(f"standing.{row.standing}"))

    def _dates(self, row: SchemeVersionRow) -> str:
        formats, text = self.desk.words.formats, self._text
        days = {"day": formats.date_long(row.valid_from)}
        span = text("since", **days)
        if row.until is not None:
            span = text("span", until=formats.date_long(row.until), **days)
        used = text("unused")
        if row.used_at is not None:
            used = text("used", day=formats.date_long(in_tehran(row.used_at).date()))
        return " · ".join((span, text("validity", count=row.validity_months), used))

    def _saying(self, page: VersionPage, words: SchemeWords) -> Saying:
        letters = {
            one.kind: one.label.as_dict() for one in page.version.letters if one.applicant_kind is None
        }
        return Saying(self.desk.words.with_scheme({**words, "letter": letters}), page.version)


def _version(session: Any, actor: Any, version_id: int) -> tuple[VersionPage, SchemeWords]:
    return scheme_pages.version_page(session, actor, version_id), words_of(session, version_id)
