"""Turns the content of a valid scheme file into its definition; every version is written out in full."""

from collections.abc import Mapping
from typing import Any

from desktop.models.jalali import parse_date
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
from desktop.services.schemes import definition as d
from desktop.services.schemes.view import VersionView, versions_of

Table = Mapping[str, Any]


def build(content: Table) -> d.SchemeDefinition:
    """The definition; the content must have passed all checks."""
    scheme = content["scheme"]
    return d.SchemeDefinition(
        code=scheme["code"],
        title=_label(scheme["title"]),
        subject_kind=SubjectKind(scheme["subject"]["kind"]),
        subject_label=_label(scheme["subject"]["label"]),
        versions=tuple(_version(view, scheme) for view in versions_of(content)),
    )


def _version(view: VersionView, scheme: Table) -> d.VersionDefinition:
    def all_of(section: str) -> list[Table]:
        return [entry.table for entry in view.entries(section)]

    own = view.version.table
    return d.VersionDefinition(
        code=own["code"],
        valid_from=parse_date(own["valid_from"]),
        applicant_kinds=_kinds(scheme),
        dossier_kinds=tuple(map(DossierKind, own.get("dossier_kinds", scheme["dossier_kinds"]))),
        validity_months=all_of("validity")[0]["months"],
        parameters=tuple(sorted((n, v) for table in all_of("parameters") for n, v in table.items())),
        statuses=tuple(map(_status, all_of("status"))),
        transitions=tuple(step for table in all_of("transition") for step in _transitions(table)),
        field_groups=tuple(d.FieldGroup(t["code"], _label(t["label"])) for t in all_of("field_group")),
        fields=tuple(map(_field, all_of("field"))),
        services=tuple(map(_service, all_of("service"))),
        checklist_groups=tuple(
            d.ChecklistGroup(t["code"], _label(t["label"])) for t in all_of("checklist_group")
        ),
        checklist_items=tuple(map(_item, all_of("checklist_item"))),
        documents=tuple(map(_document, all_of("document"))),
        verifications=tuple(map(_verification, all_of("verification"))),
        clearances=tuple(
            d.ClearanceRule(t["authority"], _label(t["label"]), t["on_refusal"]) for t in all_of("clearance")
        ),
        fees=tuple(map(_fee, all_of("fee"))),
        levels=tuple(map(_level, all_of("level"))),
        letters=tuple(map(_letter, all_of("letter"))),
        retention=tuple(d.RetentionRule(t["what"], t["after"], t["days"]) for t in all_of("retention")),
        reasons=tuple(d.Reason(t["code"], t.get("item"), _label(t["text"])) for t in all_of("reason")),
    )


def _label(table: Table) -> d.Label:
    return d.Label(fa=table["fa"], ar=table["ar"], en=table["en"])


def _kinds(table: Table) -> tuple[ApplicantKind, ...]:
    return tuple(ApplicantKind(word) for word in table.get("applicant_kinds", ()))


def _status(table: Table) -> d.Status:
    return d.Status(
        code=table["code"],
        label=_label(table["label"]),
        phase=Phase(table["phase"]),
        family=Family(table["family"]),
        icon=table["icon"],
        initial=table.get("initial", False),
        sla_working_days=table.get("sla_working_days"),
        applicant_sees=tuple(table.get("applicant_sees", ())),
        aliases=tuple(table.get("aliases", ())),
    )


def _transitions(table: Table) -> list[d.Transition]:
    """One step per status and role of the entry."""
    return [
        d.Transition(
            from_status=start,
            action=table["action"],
            to_status=table["to"],
            role=Role(role) if role in set(Role) else PseudoRole(role),
            label=_label(table["label"]),
            guards=tuple(_call(call, "guard") for call in table.get("guards", ())),
            effects=tuple(_call(call, "effect") for call in table.get("effects", ())),
            note=table.get("note", "none"),
        )
        for start in table["from"]
        for role in table["roles"]
    ]


def _call(table: Table, key: str) -> d.Call:
    return d.Call(table[key], tuple(sorted((name, value) for name, value in table.items() if name != key)))


def _field(table: Table) -> d.Field:
    return d.Field(
        code=table["code"],
        label=_label(table["label"]),
        type=FieldType(table["type"]),
        required=table["required"],
        group=table["group"],
        choices=tuple(d.Choice(t["code"], _label(t["label"])) for t in table.get("choices", ())),
        applicant_kinds=_kinds(table),
    )


def _service(table: Table) -> d.Service:
    authority = table.get("licence_authority")
    return d.Service(table["code"], _label(table["label"]), _label(authority) if authority else None)


def _item(table: Table) -> d.ChecklistItem:
    return d.ChecklistItem(
        code=table["code"],
        group=table["group"],
        title=_label(table["title"]),
        how_to_check=_label(table["how_to_check"]),
        evidence=_label(table["evidence"]),
        required=table["required"],
        official_code=table.get("official_code"),
        fields=tuple(table.get("fields", ())),
        documents=tuple(table.get("documents", ())),
    )


def _document(table: Table) -> d.DocumentRule:
    return d.DocumentRule(
        code=table["code"],
        label=_label(table["label"]),
        stage=table["stage"],
        applicant_kinds=_kinds(table),
        forms=tuple(DocumentForm(word) for word in table["forms"]),
        level=DocumentLevel(table["level"]),
        one_of=table.get("one_of"),
        compares_with=table.get("compares_with"),
        when=tuple(map(_condition, table.get("when", ()))),
    )


def _condition(table: Table) -> d.Condition:
    operator, value = next((name, value) for name, value in table.items() if name != "fact")
    return d.Condition(table["fact"], operator, tuple(value) if isinstance(value, list) else (value,))


def _verification(table: Table) -> d.VerificationRule:
    return d.VerificationRule(table["kind"], _label(table["label"]), table.get("field"), table["counts"])


def _fee(table: Table) -> d.FeeRule:
    return d.FeeRule(
        code=table["code"],
        label=_label(table["label"]),
        amount_rial=table["amount_rial"],
        informative=table.get("informative", False),
        charged_on=table["charged_on"],
    )


def _level(table: Table) -> d.Level:
    return d.Level(
        code=table["code"],
        label=_label(table["label"]),
        stars=table["stars"],
        follows=table.get("follows"),
        requires_items=tuple(table.get("requires_items", ())),
        parallel=table.get("parallel", False),
    )


def _letter(table: Table) -> d.LetterRule:
    kind = table.get("applicant_kind")
    return d.LetterRule(table["kind"], _label(table["label"]), ApplicantKind(kind) if kind else None)
