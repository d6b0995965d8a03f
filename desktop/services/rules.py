"""The rules a dossier lives under: its scheme version, read once from the rows and kept in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.models.checklist import ChecklistItem
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.scheme import Scheme, SchemeParameter, SchemeVersion, Status, Transition
from desktop.models.scheme_rules import Level
from desktop.models.vocabulary import Phase, SubjectKind

Label = Mapping[str, str]
HANDS_ON_GUARDS = frozenset(
    {
        "claimed_by_actor",
        "all_items_judged",
        "no_item_rejected",
        "some_item_rejected",
        "documents_accepted",
        "some_paper_rejected",
    }
)
"""Guards that ask about work on the dossier itself; who has them before his steps has his desk there."""


@dataclass(frozen=True, slots=True)
class StatusRule:
    """A status as its scheme declares it."""

    code: str
    label: Label
    phase: Phase
    family: str
    icon: str
    sla_working_days: int | None
    applicant_sees: frozenset[str]
    initial: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A guard or an effect with its parameters."""

    name: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TransitionRule:
    """An allowed step."""

    from_status: str
    action: str
    to_status: str
    role: str
    label: Label
    note: str
    guards: tuple[Call, ...]
    effects: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """One scheme version, complete enough for every step of a dossier."""

    version_id: int
    scheme: str
    title: Label
    subject_kind: SubjectKind
    version: str
    validity_months: int
    statuses: Mapping[str, StatusRule]
    transitions: tuple[TransitionRule, ...]
    parameters: Mapping[str, str]
    item_codes: tuple[str, ...]
    levels: Mapping[str, Label]

    def steps_from(self, status: str) -> tuple[TransitionRule, ...]:
        """Every transition that leaves `status`, in the order of the scheme."""
        return tuple(rule for rule in self.transitions if rule.from_status == status)

    def desk_roles(self, status: str) -> frozenset[str]:
        """Roles whose hands-on work a status is: those with a step there that rests on judging what came."""
        return frozenset(
            step.role
            for step in self.steps_from(status)
            if any(guard.name in HANDS_ON_GUARDS for guard in step.guards)
        )

    @property
    def initial_status(self) -> StatusRule:
        """The one status a dossier begins in."""
        return next(status for status in self.statuses.values() if status.initial)

    def number(self, parameter: str, default: int) -> int:
        """A parameter that is a number, or the default of a scheme that does not say."""
        return int(self.parameters.get(parameter, default))


def rules_of(session: Session, scheme_version_id: int) -> Rules:
    """The rules of one version; the same object for as long as the office is open."""
    kept: dict[int, Rules] = session.info.setdefault("rules", {})
    if scheme_version_id not in kept:
        kept[scheme_version_id] = _read(session, scheme_version_id)
    return kept[scheme_version_id]


def rules_of_dossier(session: Session, dossier_id: int) -> Rules:
    """The rules one dossier is pinned to; raises NotFound("dossier.unknown")."""
    version_id = session.scalar(select(Dossier.scheme_version_id).where(Dossier.id == dossier_id))
    if version_id is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    return rules_of(session, version_id)


def _read(session: Session, version_id: int) -> Rules:
    version = session.get_one(SchemeVersion, version_id)
    scheme = session.get_one(Scheme, version.scheme_id)
    parameters = session.execute(
        select(SchemeParameter.name, SchemeParameter.value).where(
            SchemeParameter.scheme_version_id == version_id
        )
    )
    items = session.scalars(
        select(ChecklistItem.code)
        .where(ChecklistItem.scheme_version_id == version_id)
        .order_by(ChecklistItem.position)
    )
    levels = session.scalars(
        select(Level).where(Level.scheme_version_id == version_id).order_by(Level.position)
    )
    return Rules(
        version_id=version_id,
        scheme=scheme.code,
        title=MappingProxyType(scheme.title),
        subject_kind=scheme.subject_kind,
        version=version.code,
        validity_months=version.validity_months,
        statuses=_statuses(session, version_id),
        transitions=_transitions(session, version_id),
        parameters=MappingProxyType(dict(parameters.all())),
        item_codes=tuple(items),
        levels=MappingProxyType({level.code: level.label for level in levels}),
    )


def _statuses(session: Session, version_id: int) -> Mapping[str, StatusRule]:
    rows = session.scalars(
        select(Status).where(Status.scheme_version_id == version_id).order_by(Status.position)
    )
    return MappingProxyType(
        {
            row.code: StatusRule(
                row.code,
                MappingProxyType(row.label),
                Phase(row.phase),
                row.family,
                row.icon,
                row.sla_working_days,
                frozenset(row.applicant_sees),
                row.initial,
            )
            for row in rows
        }
    )


def _transitions(session: Session, version_id: int) -> tuple[TransitionRule, ...]:
    rows = session.scalars(
        select(Transition)
        .where(Transition.scheme_version_id == version_id)
        .options(selectinload(Transition.guards), selectinload(Transition.effects))
        .order_by(Transition.position)
    )
    return tuple(
        TransitionRule(
            row.from_status,
            row.action,
            row.to_status,
            row.role,
            MappingProxyType(row.label),
            row.note,
            tuple(Call(guard.guard, MappingProxyType(guard.parameters)) for guard in row.guards),
            tuple(Call(effect.effect, MappingProxyType(effect.parameters)) for effect in row.effects),
        )
        for row in rows
    )
