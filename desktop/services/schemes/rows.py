"""A version of a definition as the rows of its tables; the tables are the same for every scheme."""

from collections.abc import Iterable, Iterator
from typing import Final

from desktop.models import checklist, scheme, scheme_rules
from desktop.models.base import Base
from desktop.services.schemes.definition import Condition, Label, Scalar, Transition, VersionDefinition

PARTS: Final[tuple[type[Base], ...]] = (
    scheme.Transition,
    scheme.Status,
    scheme.SchemeParameter,
    scheme.Field,
    scheme.OfferedService,
    checklist.CannedReason,
    checklist.ChecklistItem,
    checklist.ChecklistGroup,
    scheme_rules.DocumentRule,
    scheme_rules.VerificationRule,
    scheme_rules.ClearanceRule,
    scheme_rules.FeeRule,
    scheme_rules.LevelRequirement,
    scheme_rules.Level,
    scheme_rules.LetterRule,
    scheme_rules.RetentionRule,
)
"""Tables whose rows belong to one version, in an order in which they may be emptied."""


def rows_of(version: VersionDefinition, version_id: int) -> Iterator[Base]:
    """Every row of the version; groups come before their items, statuses before the steps between them."""
    for part in (_statuses, _steps, _questions, _checklist, _documents, _outside, _outcomes):
        yield from part(version, version_id)


def _statuses(version: VersionDefinition, id_: int) -> Iterator[Base]:
    for position, status in enumerate(version.statuses):
        yield scheme.Status(
            scheme_version_id=id_,
            code=status.code,
            position=position,
            phase=status.phase,
            family=status.family,
            icon=status.icon,
            label=status.label.as_dict(),
            sla_working_days=status.sla_working_days,
            applicant_sees=list(status.applicant_sees),
            initial=status.initial,
            aliases=list(status.aliases),
        )
    for name, value in version.parameters:
        yield scheme.SchemeParameter(scheme_version_id=id_, name=name, value=_as_text(value))


def _steps(version: VersionDefinition, id_: int) -> Iterator[Base]:
    for position, step in enumerate(version.transitions):
        yield scheme.Transition(
            scheme_version_id=id_,
            position=position,
            from_status=step.from_status,
            action=step.action,
            to_status=step.to_status,
            role=step.role.value,
            label=step.label.as_dict(),
            note=step.note,
            guards=_guards(step),
            effects=_effects(step),
        )


def _guards(step: Transition) -> list[scheme.TransitionGuard]:
    return [
        scheme.TransitionGuard(position=position, guard=call.name, parameters=call.as_dict())
        for position, call in enumerate(step.guards)
    ]


def _effects(step: Transition) -> list[scheme.TransitionEffect]:
    return [
        scheme.TransitionEffect(position=position, effect=call.name, parameters=call.as_dict())
        for position, call in enumerate(step.effects)
    ]


def _questions(version: VersionDefinition, id_: int) -> Iterator[Base]:
    for position, field in enumerate(version.fields):
        yield scheme.Field(
            scheme_version_id=id_,
            code=field.code,
            position=position,
            group_code=field.group,
            label=field.label.as_dict(),
            type=field.type,
            required=field.required,
            choices=[choice.code for choice in field.choices],
            applicant_kinds=_values(field.applicant_kinds),
        )
    for position, service in enumerate(version.services):
        yield scheme.OfferedService(
            scheme_version_id=id_,
            code=service.code,
            position=position,
            label=service.label.as_dict(),
            licence_authority=_label_or_none(service.licence_authority),
        )


def _checklist(version: VersionDefinition, id_: int) -> Iterator[Base]:
    for position, group in enumerate(version.checklist_groups):
        yield checklist.ChecklistGroup(
            scheme_version_id=id_, code=group.code, position=position, label=group.label.as_dict()
        )
    for position, item in enumerate(version.checklist_items):
        yield checklist.ChecklistItem(
            scheme_version_id=id_,
            code=item.code,
            group_code=item.group,
            position=position,
            title=item.title.as_dict(),
            how_to_check=item.how_to_check.as_dict(),
            evidence=item.evidence.as_dict(),
            required=item.required,
            official_code=item.official_code,
        )
    for position, reason in enumerate(version.reasons):
        yield checklist.CannedReason(
            scheme_version_id=id_,
            code=reason.code,
            position=position,
            item_code=reason.item,
            text=reason.text.as_dict(),
        )


def _documents(version: VersionDefinition, id_: int) -> Iterator[Base]:
    for position, rule in enumerate(version.documents):
        yield scheme_rules.DocumentRule(
            scheme_version_id=id_,
            code=rule.code,
            position=position,
            label=rule.label.as_dict(),
            stage=rule.stage,
            applicant_kinds=_values(rule.applicant_kinds),
            forms=_values(rule.forms),
            level=rule.level,
            one_of=rule.one_of,
            compares_with=rule.compares_with,
            conditions=[_condition(condition) for condition in rule.when],
        )


def _outside(version: VersionDefinition, id_: int) -> Iterator[Base]:
    for position, rule in enumerate(version.verifications):
        yield scheme_rules.VerificationRule(
            scheme_version_id=id_,
            kind=rule.kind,
            position=position,
            label=rule.label.as_dict(),
            field_code=rule.field,
            counts=rule.counts,
        )
    for position, clearance in enumerate(version.clearances):
        yield scheme_rules.ClearanceRule(
            scheme_version_id=id_,
            authority=clearance.authority,
            position=position,
            label=clearance.label.as_dict(),
            on_refusal=clearance.on_refusal,
        )
    for position, fee in enumerate(version.fees):
        yield scheme_rules.FeeRule(
            scheme_version_id=id_,
            code=fee.code,
            position=position,
            label=fee.label.as_dict(),
            amount_rial=fee.amount_rial,
            informative=fee.informative,
            charged_on=fee.charged_on,
        )


def _outcomes(version: VersionDefinition, id_: int) -> Iterator[Base]:
    for position, level in enumerate(version.levels):
        yield scheme_rules.Level(
            scheme_version_id=id_,
            code=level.code,
            position=position,
            label=level.label.as_dict(),
            stars=level.stars,
            follows=level.follows,
            parallel=level.parallel,
        )
        for item in level.requires_items:
            yield scheme_rules.LevelRequirement(scheme_version_id=id_, level_code=level.code, item_code=item)
    for position, letter in enumerate(version.letters):
        yield scheme_rules.LetterRule(
            scheme_version_id=id_, position=position, kind=letter.kind, applicant_kind=letter.applicant_kind
        )
    for position, rule in enumerate(version.retention):
        yield scheme_rules.RetentionRule(
            scheme_version_id=id_, position=position, what=rule.what, after=rule.after, days=rule.days
        )


def _condition(condition: Condition) -> dict[str, object]:
    """As the file writes it: {"fact": "age_years", "below": 18}."""
    value: object = list(condition.values) if condition.operator == "in" else condition.values[0]
    return {"fact": condition.fact, condition.operator: value}


def _values(words: Iterable[str]) -> list[str]:
    return [str(word) for word in words]


def _as_text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _label_or_none(label: Label | None) -> dict[str, str] | None:
    return label.as_dict() if label else None
