"""The tables a scheme file may have, with their keys."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from desktop.models.vocabulary import (
    ApplicantKind,
    DocumentForm,
    DocumentLevel,
    DossierKind,
    Family,
    FieldType,
    Phase,
    PseudoRole,
    Role,
    SubjectKind,
)
from desktop.services.schemes import catalogue
from desktop.services.schemes.problems import Problems
from desktop.services.schemes.shape import Key, Shape, check_table


def _one(*vocabularies: type[StrEnum], required: bool = True) -> Key:
    return Key("word", required, tuple(word.value for words in vocabularies for word in words))


def _many(*vocabularies: type[StrEnum], required: bool = True) -> Key:
    words = tuple(word.value for words in vocabularies for word in words)
    return Key("words", required, words, least=int(required))


def _optional(kind: str, words: tuple[str, ...] = (), least: int = 0, shape: Shape | None = None) -> Key:
    return Key(kind, required=False, words=words, least=least, shape=shape)


_CODE = Key("name")
_LABEL = Key("label")
_OPTIONAL_CODE = _optional("name")
_OPTIONAL_FLAG = _optional("flag")
_CODED = {"code": _CODE, "label": _LABEL}
_CALLS = {
    name: _optional("tables", shape=Shape({name[:-1]: Key("name")}, open=True))
    for name in ("guards", "effects")
}
_CONDITION = Shape(
    {
        "fact": Key("word", words=tuple(catalogue.FACTS)),
        "is": _optional("scalar"),
        "in": _optional("scalars", least=1),
        "below": _optional("integer"),
        "at_least": _optional("integer"),
    }
)
_SUBJECT = Shape({"kind": _one(SubjectKind), "label": _LABEL})

SCHEME: Final = Shape(
    {
        "code": _CODE,
        "title": _LABEL,
        "subject": Key("table", shape=_SUBJECT),
        "applicant_kinds": _many(ApplicantKind),
        "dossier_kinds": _many(DossierKind),
    }
)

SECTIONS: Final[Mapping[str, Shape]] = {
    "validity": Shape({"months": Key("integer", least=1)}),
    "parameters": Shape(open=True),
    "status": Shape(
        {
            **_CODED,
            "phase": _one(Phase),
            "family": _one(Family),
            "icon": Key("word", words=catalogue.ICONS),
            "initial": _OPTIONAL_FLAG,
            "sla_working_days": _optional("integer", least=1),
            "applicant_sees": _optional("words", catalogue.APPLICANT_VIEWS),
            "aliases": _optional("texts"),
        }
    ),
    "transition": Shape(
        {
            "from": Key("names", least=1),
            "action": _CODE,
            "to": _CODE,
            "roles": _many(Role, PseudoRole),
            "label": _LABEL,
            "note": _optional("word", catalogue.NOTE_RULES),
            **_CALLS,
        }
    ),
    "field_group": Shape(_CODED),
    "field": Shape(
        {
            **_CODED,
            "group": _CODE,
            "type": _one(FieldType),
            "required": Key("flag"),
            "choices": _optional("tables", shape=Shape(_CODED)),
            "applicant_kinds": _many(ApplicantKind, required=False),
        }
    ),
    "service": Shape({**_CODED, "licence_authority": _optional("label")}),
    "checklist_group": Shape(_CODED),
    "checklist_item": Shape(
        {
            "code": Key("mark"),
            "group": _CODE,
            "title": _LABEL,
            "how_to_check": _LABEL,
            "evidence": _LABEL,
            "required": Key("flag"),
            "official_code": _optional("mark"),
            "fields": _optional("names"),
            "documents": _optional("names"),
        }
    ),
    "document": Shape(
        {
            **_CODED,
            "stage": _CODE,
            "applicant_kinds": _many(ApplicantKind, required=False),
            "forms": _many(DocumentForm),
            "level": _one(DocumentLevel),
            "one_of": _OPTIONAL_CODE,
            "compares_with": _OPTIONAL_CODE,
            "when": _optional("tables", shape=_CONDITION),
        }
    ),
    "verification": Shape({"kind": _CODE, "label": _LABEL, "field": _OPTIONAL_CODE, "counts": Key("flag")}),
    "clearance": Shape(
        {"authority": _CODE, "label": _LABEL, "on_refusal": Key("word", words=catalogue.REFUSAL_OUTCOMES)}
    ),
    "fee": Shape(
        {**_CODED, "amount_rial": Key("integer"), "informative": _OPTIONAL_FLAG, "charged_on": _CODE}
    ),
    "level": Shape(
        {
            **_CODED,
            "stars": Key("integer"),
            "follows": _OPTIONAL_CODE,
            "requires_items": _optional("marks"),
            "parallel": _OPTIONAL_FLAG,
        }
    ),
    "letter": Shape({"kind": _CODE, "label": _LABEL, "applicant_kind": _one(ApplicantKind, required=False)}),
    "retention": Shape(
        {"what": Key("word", words=catalogue.RETAINED), "after": _CODE, "days": Key("integer")}
    ),
    "reason": Shape({"code": _CODE, "item": _optional("mark"), "text": _LABEL}),
}
"""Every section a file may have, once for all versions or inside one version."""

SINGLE: Final = frozenset({"validity", "parameters"})
"""Sections that are one table, not a list of tables."""

NEEDED: Final = ("validity", "status", "transition")
"""Sections without which no dossier could be worked."""

IDENTITY: Final[Mapping[str, tuple[str, ...]]] = {
    "checklist_item": ("code",),
    "verification": ("kind",),
    "clearance": ("authority",),
    "letter": ("kind", "applicant_kind"),
    "retention": ("what", "after"),
} | dict.fromkeys(
    "status field_group field service checklist_group document fee level reason".split(), ("code",)
)
"""The keys that tell the entries of a section apart; transitions have a rule of their own."""


def check_file(content: Mapping[str, Any], problems: Problems) -> None:
    """Judge the shape of the whole file: known sections, keys, types, words, labels."""
    sections = {name: _key_of(name, shape) for name, shape in SECTIONS.items()}
    own = {
        "code": Key("mark"),
        "valid_from": Key("date"),
        "dossier_kinds": _many(DossierKind, required=False),
    }
    version = Shape({**own, **sections})
    whole = {
        "scheme": Key("table", shape=SCHEME),
        "version": Key("tables", least=1, shape=version),
        **sections,
    }
    check_table(content, (), Shape(whole), problems)


def _key_of(section: str, shape: Shape) -> Key:
    return Key("table" if section in SINGLE else "tables", required=False, shape=shape)
