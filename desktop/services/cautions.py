"""What makes a person careful with a dossier before he opens it: refusals, blacklists, the same subject."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Select, bindparam, literal, select, union_all
from sqlalchemy.orm import Session, aliased

from desktop.models.applicant import Applicant
from desktop.models.dossier import Dossier
from desktop.models.outside import BlacklistEntry
from desktop.models.vocabulary import BlacklistSubject, Family, Phase
from desktop.services.rules import rules_of


class Caution(StrEnum):
    """Why to be careful."""

    EARLIER_REFUSAL = "earlier_refusal"
    BLACKLISTED = "blacklisted"
    DUPLICATE_SUBJECT = "duplicate_subject"


_this, _other = aliased(Dossier), aliased(Dossier)
_IDS: Any = bindparam("ids", expanding=True)


def _because(caution: Caution) -> Select[int, str, int, str]:
    of_other = (_other.scheme_version_id, _other.status)
    return select(_this.id, literal(caution.value), *of_other).where(_this.id.in_(_IDS))


def _listed(kind: BlacklistSubject, value: Any) -> Select[int, str, int, str]:
    found = select(_this.id, literal(Caution.BLACKLISTED.value), _this.scheme_version_id, _this.status)
    return (
        found.join(Applicant, Applicant.id == _this.applicant_id)
        .join(BlacklistEntry, BlacklistEntry.subject_value == value)
        .where(_this.id.in_(_IDS), BlacklistEntry.subject_kind == kind, BlacklistEntry.lifted_on.is_(None))
    )


_CAUTIONS: Final = union_all(
    _because(Caution.EARLIER_REFUSAL)
    .join(_other, _other.applicant_id == _this.applicant_id)
    .where(_other.id != _this.id, _other.phase == Phase.ENDED),
    _because(Caution.DUPLICATE_SUBJECT)
    .join(_other, _other.subject_folded == _this.subject_folded)
    .where(
        _this.phase != Phase.ENDED,
        _other.phase != Phase.ENDED,
        _other.applicant_id != _this.applicant_id,
    ),
    _listed(BlacklistSubject.PERSON, Applicant.identity_number),
    _listed(BlacklistSubject.DOMAIN_NAME, _this.subject_folded),
)


def cautions_about(session: Session, dossier_ids: Iterable[int]) -> dict[int, frozenset[Caution]]:
    """The cautions about each of these dossiers; those without any are left out.

    A refusal is any of the applicant's dossiers that ended in red; a subject is duplicate while this
    dossier and somebody else's about the same have not ended.
    """
    found: defaultdict[int, set[Caution]] = defaultdict(set)
    rows = session.execute(_CAUTIONS, {"ids": list(dossier_ids)})
    for dossier_id, caution, version, status in rows:
        if caution != Caution.EARLIER_REFUSAL or is_refusal(session, version, status):
            found[dossier_id].add(Caution(caution))
    return {dossier_id: frozenset(cautions) for dossier_id, cautions in found.items()}


def is_refusal(session: Session, scheme_version_id: int, status: str) -> bool:
    """Whether a dossier that stands here was refused: it ended, and its scheme paints that red."""
    rule = rules_of(session, scheme_version_id).statuses[status]
    return rule.phase is Phase.ENDED and rule.family == Family.RED
