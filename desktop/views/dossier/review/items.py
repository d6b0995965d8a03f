"""The checklist as it is shown: what is judged, what was carried over, what changed, what is left."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from desktop.models.vocabulary import Phase, Verdict
from desktop.services.changes import Changes
from desktop.services.deficiencies import DeficiencyState
from desktop.services.dossier_page import DossierPage
from desktop.services.review import ItemRow
from desktop.services.review_desk import ReviewDesk
from desktop.services.scheme_guide import SchemeGuide


class Facet(StrEnum):
    """Which items are shown."""

    ALL = "all"
    LEFT = "left"
    REJECTED = "rejected"
    CHANGED = "changed"
    LEDGER = "ledger"
    """Those that were ever rejected, over all rounds."""


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One row of the checklist."""

    code: str
    group: str
    title: str
    verdict: Verdict | None
    is_hollow: bool
    """The verdict is of an earlier round and nobody has confirmed it in this one."""
    is_left: bool
    """It wants to be looked at: never judged, or rejected or changed since and not judged again."""
    changes: int
    marks: int
    by: str
    """Who judged it, when it was somebody else in this round; else empty."""
    has_draft: bool
    deficiency: DeficiencyState | None

    def passes(self, facet: Facet) -> bool:
        """Whether the row is shown under this facet."""
        return {
            Facet.ALL: True,
            Facet.LEFT: self.is_left,
            Facet.REJECTED: self.verdict is Verdict.REJECTED,
            Facet.CHANGED: self.changes > 0,
            Facet.LEDGER: self.deficiency is not None,
        }[facet]


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A heading of the checklist with its items."""

    code: str
    mark: str
    """What the codes of its items begin with."""
    title: str
    items: tuple[ShownItem, ...]

    @property
    def done(self) -> int:
        """How many want no look."""
        return sum(not item.is_left for item in self.items)

    @property
    def rejected(self) -> int:
        """How many stand rejected."""
        return sum(item.verdict is Verdict.REJECTED for item in self.items)

    @property
    def changes(self) -> int:
        """Changes of all its items."""
        return sum(item.changes for item in self.items)

    @property
    def to_confirm(self) -> tuple[str, ...]:
        """Items accepted in an earlier round and unchanged since: they may be confirmed together."""
        return tuple(item.code for item in self.items if item.is_hollow and not item.is_left)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review is."""

    accepted: int
    rejected: int
    not_applicable: int
    left: int

    @property
    def total(self) -> int:
        """All items."""
        return self.accepted + self.rejected + self.not_applicable + self.left


Pending = Mapping[str, tuple[Verdict, str]]
"""Verdicts on their way to the database, by item."""


def shown_items(page: DossierPage, desk: ReviewDesk, pending: Pending, language: str) -> list[ShownItem]:
    """Every item of the checklist in its order; verdicts under way count as given."""
    changed = changes_by_item(desk.changes, page.guide)
    marks = Counter(mark.item for mark in desk.marks)
    return [
        _shown(row, page, desk, pending.get(row.code), changed[row.code], marks[row.code], language)
        for row in desk.items
    ]


def _shown(
    row: ItemRow,
    page: DossierPage,
    desk: ReviewDesk,
    pending: tuple[Verdict, str] | None,
    changes: int,
    marks: int,
    language: str,
) -> ShownItem:
    details = page.details
    verdict = pending[0] if pending else row.verdict
    is_earlier = pending is None and row.round is not None and row.round < details.round
    is_hollow = is_earlier and verdict is not None and details.phase is Phase.REVIEW
    wants_look = is_hollow and (verdict is Verdict.REJECTED or changes > 0)
    deficiency = desk.ledger.get(row.code)
    return ShownItem(
        code=row.code,
        group=row.group,
        title=row.title[language],
        verdict=verdict,
        is_hollow=is_hollow,
        is_left=verdict is None or wants_look,
        changes=changes,
        marks=marks,
        by="" if pending or is_earlier else row.person or "",
        has_draft=row.code in desk.drafts,
        deficiency=None if deficiency is None else deficiency.state,
    )


def changes_by_item(changes: Changes, guide: SchemeGuide) -> Counter[str]:
    """How many changes concern each item."""
    return Counter(item for items in _items_of_changes(changes, guide) for item in items)


def _items_of_changes(changes: Changes, guide: SchemeGuide) -> Iterator[tuple[str, ...]]:
    yield from (guide.items_of(field=change.code) for change in changes.fields)
    yield from (guide.items_of(document=change.rule) for change in changes.documents)
    yield from ((reply.code,) for reply in changes.replies)
    yield from ((verdict.code,) for verdict in changes.verdicts)


def grouped(
    items: Iterable[ShownItem], labels: Mapping[str, Mapping[str, str]], language: str
) -> tuple[ShownGroup, ...]:
    """The items under their headings."""
    return tuple(
        _group(code, tuple(members), labels[code][language])
        for code, members in groupby(items, key=lambda item: item.group)
    )


def _group(code: str, items: tuple[ShownItem, ...], title: str) -> ShownGroup:
    marks = {item.code.rstrip("0123456789") for item in items}
    return ShownGroup(code, marks.pop() if len(marks) == 1 else "", title, items)


def progress_of(items: Iterable[ShownItem]) -> Progress:
    """How many are accepted, rejected, not relevant, and left to look at."""
    rows = list(items)
    found = Counter(item.verdict for item in rows if not item.is_left)
    return Progress(
        accepted=found[Verdict.ACCEPTED],
        rejected=found[Verdict.REJECTED],
        not_applicable=found[Verdict.NOT_APPLICABLE],
        left=sum(item.is_left for item in rows),
    )
