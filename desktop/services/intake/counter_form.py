"""The counter's form as data: what a scheme asks of an applicant, with its words, by kind of applicant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.jalali import in_tehran
from desktop.models.scheme import SchemeVersion
from desktop.models.submission import Submission
from desktop.models.vocabulary import ApplicantKind, DossierKind, FieldType, Role, SubjectKind
from desktop.services import reserved_fields
from desktop.services.intake.form import form_on
from desktop.services.people import Actor
from desktop.services.rules import Label, rules_of
from desktop.services.schemes.definition import VersionDefinition
from desktop.services.schemes.storing import scheme_as_stored

_NATURAL: Final = frozenset({ApplicantKind.NATURAL_PERSON})
_LEGAL: Final = frozenset({ApplicantKind.LEGAL_PERSON})
_BOTH: Final = _NATURAL | _LEGAL


@dataclass(frozen=True, slots=True)
class AskedField:
    """One field of the form; `path` is its place in package.json, as problems name it."""

    path: str
    code: str
    label: Label | None
    """None where the face has its own word for it, by the code."""
    type: FieldType
    required: bool
    choices: Mapping[str, Label]
    applicant_kinds: frozenset[ApplicantKind]
    group: str


@dataclass(frozen=True, slots=True)
class AskedService:
    """A service the business may offer; with an authority its licence is asked for."""

    code: str
    label: Label
    licence_authority: Label | None


@dataclass(frozen=True, slots=True)
class AskedVerification:
    """A contact that may have been verified at the counter; its value is that of a field."""

    kind: str
    label: Label
    field: str | None
    counts: bool


@dataclass(frozen=True, slots=True)
class CounterForm:
    """Everything the counter asks for under the version of a scheme in force today."""

    scheme: str
    scheme_title: Label
    version: str
    subject_kind: SubjectKind
    subject_label: Label
    dossier_kinds: tuple[DossierKind, ...]
    levels: Mapping[str, Label]
    applicant_kinds: tuple[ApplicantKind, ...]
    applicant: tuple[AskedField, ...]
    groups: Mapping[str, Label]
    fields: tuple[AskedField, ...]
    services: tuple[AskedService, ...]
    verifications: tuple[AskedVerification, ...]
    terms_version: str
    """The newest terms somebody accepted under this scheme; the clerk may say another."""


def counter_form(session: Session, actor: Actor, scheme: str) -> CounterForm:
    """The form of a scheme today; raises NotFound("scheme.unknown"), RuleBroken("scheme.not_in_force")."""
    actor.demand(Role.CLERK, Role.SUPERVISOR)
    form = form_on(session, scheme, in_tehran(actor.at).date())
    rules = rules_of(session, form.version_id)
    stored, definition = scheme_as_stored(session, form.version_id)
    return CounterForm(
        scheme=rules.scheme,
        scheme_title=rules.title,
        version=rules.version,
        subject_kind=rules.subject_kind,
        subject_label=stored.subject_label.as_dict(),
        dossier_kinds=form.kinds,
        levels={code: rules.levels[code] for code in form.levels},
        applicant_kinds=definition.applicant_kinds,
        applicant=_APPLICANT,
        groups={group.code: group.label.as_dict() for group in definition.field_groups},
        fields=tuple(_fields(definition)),
        services=tuple(
            AskedService(
                one.code,
                one.label.as_dict(),
                None if one.licence_authority is None else one.licence_authority.as_dict(),
            )
            for one in definition.services
        ),
        verifications=tuple(
            AskedVerification(one.kind, one.label.as_dict(), one.field, one.counts)
            for one in definition.verifications
        ),
        terms_version=_newest_terms(session, scheme) or rules.version,
    )


def _fields(definition: VersionDefinition) -> Iterable[AskedField]:
    for field in definition.fields:
        yield AskedField(
            path=f"$.fields.{field.code}",
            code=field.code,
            label=field.label.as_dict(),
            type=field.type,
            required=field.required,
            choices={choice.code: choice.label.as_dict() for choice in field.choices},
            applicant_kinds=frozenset(field.applicant_kinds) or _BOTH,
            group=field.group,
        )


def _newest_terms(session: Session, scheme: str) -> str | None:
    return session.scalar(
        select(Submission.terms_version)
        .join(Dossier, Dossier.id == Submission.dossier_id)
        .join(SchemeVersion, SchemeVersion.id == Dossier.scheme_version_id)
        .where(SchemeVersion.scheme.has(code=scheme))
        .order_by(Submission.id.desc())
        .limit(1)
    )


def _about_applicant(
    name: str,
    type_: FieldType = FieldType.TEXT,
    kinds: frozenset[ApplicantKind] = _BOTH,
    *,
    required: bool = True,
    code: str | None = None,
) -> AskedField:
    reserved = reserved_fields.RESERVED.get(code or "")
    return AskedField(
        path=f"$.applicant.{name}",
        code=name,
        label=None if reserved is None else reserved.label,
        type=type_,
        required=required,
        choices=reserved_fields.SEXES if name == "sex" else {},
        applicant_kinds=kinds,
        group=reserved_fields.APPLICANT_GROUP,
    )


_APPLICANT: Final = (
    _about_applicant("name", code=reserved_fields.APPLICANT_NAME),
    _about_applicant("is_foreign", FieldType.FLAG, required=False),
    _about_applicant("national_id", FieldType.NATIONAL_ID, _NATURAL),
    _about_applicant("legal_national_id", kinds=_LEGAL),
    _about_applicant("foreigner_code", required=False),
    _about_applicant("birth_date", FieldType.DATE, _NATURAL, code=reserved_fields.APPLICANT_BIRTH_DATE),
    _about_applicant("sex", FieldType.CHOICE, _NATURAL, required=False, code=reserved_fields.APPLICANT_SEX),
    _about_applicant("mobile", FieldType.MOBILE, code=reserved_fields.APPLICANT_MOBILE),
    _about_applicant("email", FieldType.EMAIL, code=reserved_fields.APPLICANT_EMAIL),
    _about_applicant("user_id", required=False, code=reserved_fields.APPLICANT_USER_ID),
    _about_applicant("managing_director.name", kinds=_LEGAL, code=reserved_fields.DIRECTOR_NAME),
    _about_applicant(
        "managing_director.national_id",
        FieldType.NATIONAL_ID,
        _LEGAL,
        code=reserved_fields.DIRECTOR_NATIONAL_ID,
    ),
    _about_applicant("has_proxy", FieldType.FLAG, required=False),
    _about_applicant("proxy.name", required=False, code=reserved_fields.PROXY_NAME),
    _about_applicant(
        "proxy.national_id",
        FieldType.NATIONAL_ID,
        required=False,
        code=reserved_fields.PROXY_NATIONAL_ID,
    ),
)
"""What every scheme asks of an applicant; a foreigner's code and a proxy are asked for when they apply."""
