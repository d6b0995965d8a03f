"""How much changed in many dossiers since *my* last review: what `changes` tells of one, only counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, select, union_all
from sqlalchemy.orm import Session, aliased

from desktop.models.document import Document
from desktop.models.dossier import FieldValue
from desktop.models.finding import Finding, ReviewBaseline
from desktop.models.submission import ItemReply, Submission
from desktop.models.vocabulary import Phase
from desktop.services.people import Actor

_IDS: Any = bindparam("ids", expanding=True)
_PERSON: Any = bindparam("person")
_present, _given = aliased(FieldValue), aliased(Submission)
_earlier, _given_earlier = aliased(FieldValue), aliased(Submission)

_REVIEWS: Final = (
    select(ReviewBaseline.dossier_id, ReviewBaseline.round, ReviewBaseline.reviewed_at)
    .where(ReviewBaseline.person_id == _PERSON, ReviewBaseline.dossier_id.in_(_IDS))
    .order_by(ReviewBaseline.round)
)
_ARRIVED: Final = union_all(
    select(Document.dossier_id, Submission.round)
    .join(Submission, Submission.id == Document.submission_id)
    .where(Document.dossier_id.in_(_IDS), Document.superseded_by_id.is_(None), Submission.round > 1),
    select(Submission.dossier_id, Submission.round)
    .join(ItemReply, ItemReply.submission_id == Submission.id)
    .where(Submission.dossier_id.in_(_IDS), Submission.round > 1),
)
_FIELDS: Final = (
    select(
        _present.id,
        _present.dossier_id,
        _present.value,
        _given.round,
        _earlier.value.label("earlier_value"),
        _given_earlier.round.label("earlier_round"),
    )
    .join(_given, _given.id == _present.submission_id)
    .outerjoin(
        _earlier,
        (_earlier.dossier_id == _present.dossier_id)
        & (_earlier.field_code == _present.field_code)
        & (_earlier.id < _present.id),
    )
    .outerjoin(_given_earlier, _given_earlier.id == _earlier.submission_id)
    .where(_present.dossier_id.in_(_IDS), _present.replaced_at.is_(None), _given.round > 1)
    .order_by(_present.id, _earlier.id)
)
_JUDGED: Final = select(Finding.dossier_id, Finding.recorded_at).where(
    Finding.dossier_id.in_(_IDS), Finding.superseded_at.is_(None), Finding.person_id != _PERSON
)


@dataclass(frozen=True, slots=True)
class _Review:
    round: int
    at: datetime | None
    """None when this person never reviewed: then the first version is what all is held against."""


def change_counts(session: Session, actor: Actor, rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[int, int]:
    """How many changes `what_changed` would tell this person of each dossier; those without any are left out.

    The rows need `id`, `round` and `phase`.
    """
    known = {row.id: row for row in rows}
    since = _since(session, actor, known)
    counts: Counter[int] = Counter()
    sent_again = [number for number, row in known.items() if row.round > since[number].round]
    if sent_again:
        arrived = session.execute(_ARRIVED, {"ids": sent_again})
        counts.update(number for number, round_ in arrived if round_ > since[number].round)
        counts.update(_changed_fields(session, sent_again, since))
    reviewed = {number: review.at for number, review in since.items() if review.at is not None}
    if reviewed:
        judged = session.execute(_JUDGED, {"ids": list(reviewed), "person": actor.known_id})
        counts.update(number for number, at in judged if at > reviewed[number])
    return dict(counts)


def _since(session: Session, actor: Actor, known: Mapping[int, Row[*tuple[Any, ...]]]) -> dict[int, _Review]:
    reviews: defaultdict[int, list[_Review]] = defaultdict(list)
    found = session.execute(_REVIEWS, {"ids": list(known), "person": actor.known_id})
    for number, round_, at in found:
        reviews[number].append(_Review(round_, at))
    return {number: _last(reviews.get(number, ()), row) for number, row in known.items()}


def _last(reviews: Sequence[_Review], row: Row[*tuple[Any, ...]]) -> _Review:
    """The newest round this person has done with; the first verdict of a round hides none of its changes."""
    finished = [one for one in reviews if one.round < row.round or row.phase is not Phase.REVIEW]
    return (finished or reviews or [_Review(1, None)])[-1]


def _changed_fields(session: Session, ids: Sequence[int], since: Mapping[int, _Review]) -> Iterable[int]:
    """The dossier of every field that now says something else than in the round of my last review."""
    present: dict[int, tuple[int, str]] = {}
    before: dict[int, str] = {}
    for row in session.execute(_FIELDS, {"ids": ids}):
        reviewed = since[row.dossier_id].round
        if row.round > reviewed:
            present[row.id] = (row.dossier_id, row.value)
            if row.earlier_round is not None and row.earlier_round <= reviewed:
                before[row.id] = row.earlier_value
    return [number for key, (number, value) in present.items() if before.get(key) != value]
