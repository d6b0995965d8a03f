"""What the decisions of a page of dossiers rest on, counted; `approval.evidence` tells all of one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from desktop.models.finding import Finding
from desktop.models.outside import Clearance, FeeLine, Payment
from desktop.models.physical_documents import Paper
from desktop.models.submission import Verification
from desktop.models.vocabulary import ClearanceResult, PaperVerdict, Verdict

_IDS: Any = bindparam("ids", expanding=True)


@dataclass(frozen=True, slots=True)
class CountedEvidence:
    """The words a row has for what was looked at."""

    items: int
    accepted: int
    rejected: int
    not_applicable: int
    papers_accepted: int
    papers_open: int
    """Received papers that are not judged or were rejected."""
    clearances: tuple[tuple[str, ClearanceResult], ...]
    """The newest answer of every authority that was asked."""
    verified: int
    owed_rial: int

    @property
    def unjudged(self) -> int:
        """Items nobody has judged."""
        return self.items - self.accepted - self.rejected - self.not_applicable


_FINDINGS: Final = (
    select(Finding.dossier_id, Finding.verdict, func.count())
    .where(Finding.dossier_id.in_(_IDS), Finding.superseded_at.is_(None))
    .group_by(Finding.dossier_id, Finding.verdict)
)
_PAPERS: Final = (
    select(Paper.dossier_id, Paper.verdict, func.count())
    .where(Paper.dossier_id.in_(_IDS), Paper.replaced_by_id.is_(None))
    .group_by(Paper.dossier_id, Paper.verdict)
)
_CLEARANCES: Final = (
    select(Clearance.dossier_id, Clearance.authority, Clearance.result)
    .where(Clearance.dossier_id.in_(_IDS))
    .order_by(Clearance.id)
)
_VERIFICATIONS: Final = (
    select(Verification.dossier_id, func.count())
    .where(Verification.dossier_id.in_(_IDS), Verification.voided_at.is_(None), Verification.counts)
    .group_by(Verification.dossier_id)
)
_FEES: Final = (
    select(FeeLine.dossier_id, FeeLine.amount_rial, func.coalesce(func.sum(Payment.amount_rial), 0))
    .outerjoin(Payment, Payment.fee_line_id == FeeLine.id)
    .where(FeeLine.dossier_id.in_(_IDS), FeeLine.informative.is_(False))
    .group_by(FeeLine.id)
)


def counted_evidence(session: Session, items: Mapping[int, int]) -> dict[int, CountedEvidence]:
    """The evidence of these dossiers; `items` tells how many items the checklist of each has."""
    ids = list(items)
    findings, papers = _by_word(session, _FINDINGS, ids), _by_word(session, _PAPERS, ids)
    answers = _answers(session, ids)
    verified: dict[int, int] = dict(session.execute(_VERIFICATIONS, {"ids": ids}).all())
    owed: Counter[int] = Counter()
    for dossier_id, amount, paid in session.execute(_FEES, {"ids": ids}):
        owed[dossier_id] += max(amount - paid, 0)
    return {
        one: CountedEvidence(
            items=items[one],
            accepted=findings[one][Verdict.ACCEPTED],
            rejected=findings[one][Verdict.REJECTED],
            not_applicable=findings[one][Verdict.NOT_APPLICABLE],
            papers_accepted=papers[one][PaperVerdict.ACCEPTED],
            papers_open=papers[one][PaperVerdict.PENDING] + papers[one][PaperVerdict.REJECTED],
            clearances=tuple(answers[one].items()),
            verified=verified.get(one, 0),
            owed_rial=owed[one],
        )
        for one in ids
    }


def _by_word(
    session: Session, question: Select[*tuple[Any, ...]], ids: Iterable[int]
) -> defaultdict[int, Counter[Any]]:
    counted: defaultdict[int, Counter[Any]] = defaultdict(Counter)
    for dossier_id, word, count in session.execute(question, {"ids": list(ids)}):
        counted[dossier_id][word] += count
    return counted


def _answers(session: Session, ids: Sequence[int]) -> defaultdict[int, dict[str, ClearanceResult]]:
    newest: defaultdict[int, dict[str, ClearanceResult]] = defaultdict(dict)
    for dossier_id, authority, result in session.execute(_CLEARANCES, {"ids": ids}):
        newest[dossier_id][authority] = result
    return newest
