"""Says what a scheme version means in words: guards, effects, conditions, any value of an entry; no Qt."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

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
)
from desktop.services.schemes.catalogue import CERTIFICATE_ENDS, REQUESTED_LEVEL
from desktop.services.schemes.definition import Call, Choice, Condition, Label, VersionDefinition

if TYPE_CHECKING:
    from desktop.language.window import Words

_OF_VOCABULARY: Final[tuple[tuple[type, str], ...]] = (
    (ApplicantKind, "applicant_kind"),
    (DossierKind, "dossier_kind"),
    (DocumentForm, "document_form"),
    (DocumentLevel, "document_level"),
    (Phase, "phase"),
    (Role, "role"),
    (PseudoRole, "role"),
)
"""Enumerations of the vocabulary and under which kind their words stand."""

_OF_SCREEN: Final[tuple[tuple[type, str], ...]] = ((Family, "family"), (FieldType, "field_type"))
"""Enumerations whose words only this screen needs."""

_CODES: Final[Mapping[str, str]] = {
    "from_status": "status",
    "to_status": "status",
    "follows": "level",
    "requires_items": "item",
    "item": "item",
    "stage": "stage",
    "charged_on": "charged_on",
    "what": "retained",
    "field": "field",
    "fields": "field",
    "documents": "document",
    "compares_with": "document",
    "note": "note_rule",
    "group": "group",
}
"""Name of a value → the kind of word its codes are."""

_APPLICANT_KIND, _DOSSIER_KIND = "applicant_kind", "dossier_kind"


class Saying:
    """Speaks about one version; `words` know the codes of its scheme."""

    def __init__(self, words: "Words", version: VersionDefinition) -> None:
        labels = {one.code: one.label for one in version.checklist_groups}
        labels |= {one.code: one.label for one in version.field_groups}
        self.words, self.version = words, version
        self.text = words.of("schemes")
        self.formats = words.formats
        self._groups = labels

    def label(self, label: Label) -> str:
        """A text of the scheme in the language spoken."""
        return self.words.label(label.as_dict())

    def word(self, kind: str, code: Any) -> str:
        """The word for a code; groups are this version's own."""
        if kind == "group":
            found = self._groups.get(str(code))
            return self.label(found) if found else str(code)
        return self.words.word(kind, code)

    def listed(self, values: Iterable[str]) -> str:
        """Several texts in one line."""
        return self.formats.listed(list(values))

    def any_of(self, values: Iterable[str]) -> str:
        """Several texts of which one is enough."""
        return self.text("or").join(values)

    def guard(self, call: Call) -> str:
        """What has to be so before a step."""
        return self.text(f"guard.{call.name}", **self._named(call))

    def effect(self, call: Call) -> str:
        """What a step does besides moving the dossier."""
        values = self._named(call)
        if values.get("level") == REQUESTED_LEVEL:
            return self.text(f"effect.{call.name}.{REQUESTED_LEVEL}")
        return self.text(f"effect.{call.name}", **values)

    def call(self, call: Call) -> str:
        """A guard or an effect."""
        return self.guard(call) if self.text.knows(f"guard.{call.name}") else self.effect(call)

    def condition(self, condition: Condition) -> str:
        """A fact that a document is asked for by."""
        code, first = f"fact.{condition.fact}", condition.values[0]
        if isinstance(first, bool):
            return self.text(code if first else f"{code}.not")
        if isinstance(first, int):
            comparison = "is" if condition.operator == "in" else condition.operator
            numbers = self.any_of(self.formats.number(int(value)) for value in condition.values)
            return self.text(f"{code}.{comparison}", value=numbers)
        return self.text(code, value=self.any_of(self._fact(condition.fact, one) for one in condition.values))

    def parameter(self, name: str) -> str:
        """The name of a parameter; a scheme's own have none but their code."""
        code = f"parameter.{name}"
        return self.text(code) if self.text.knows(code) else self.formats.text(name)

    def event(self, code: str) -> str:
        """What a time of keeping is counted from: a status that ended, or an end of the certificate."""
        return self.word("certificate_state" if code in CERTIFICATE_ENDS else "status", code)

    def refusal(self, code: str) -> str:
        """What the refusal of an outside authority brings."""
        return self.text(f"refusal.{code}")

    def alternatives(self, one_of: str) -> str:
        """The documents that stand for each other."""
        return self.any_of(self.label(one.label) for one in self.version.documents if one.one_of == one_of)

    def value(self, name: str, value: Any) -> str:
        """Any value of an entry as a person reads it."""
        if value is None or value in ("", ()):
            return self.text("nothing")
        if isinstance(value, tuple):
            return self.listed(self.value(name, one) for one in value)
        for kind, say in self._writers():
            if isinstance(value, kind):
                return say(value)
        return self._code(name, str(value))

    def _writers(self) -> Iterable[tuple[type, Callable[[Any], str]]]:
        yield bool, lambda value: self.words.word("flag", value)
        yield int, self.formats.amount
        yield date, self.formats.date_long
        yield Label, self.label
        yield Call, self.call
        yield Condition, self.condition
        yield Choice, lambda value: self.label(value.label)
        for kind, section in _OF_VOCABULARY:
            yield kind, partial(self.words.word, section)
        for kind, section in _OF_SCREEN:
            yield kind, partial(self._own_word, section)

    def _own_word(self, section: str, value: Any) -> str:
        return self.text(f"{section}.{value}")

    def _code(self, name: str, code: str) -> str:
        own = {"after": self.event, "on_refusal": self.refusal, "one_of": self.alternatives}
        if name in own:
            return own[name](code)
        if name == "applicant_sees":
            return self.text(f"sees.{code}")
        return self.word(_CODES[name], code) if name in _CODES else self.formats.text(code)

    def _named(self, call: Call) -> dict[str, Any]:
        values: dict[str, Any] = call.as_dict()
        if call.name == "field_is":
            values["value"] = self._choice(str(values["field"]), str(values["value"]))
        if call.name == "parameter_on":
            values["name"] = self.parameter(str(values["name"]))
        if call.name == "four_eyes":
            values["work"] = self.text(f"work.{values['work']}")
        return values

    def _fact(self, fact: str, value: Any) -> str:
        if fact in {_APPLICANT_KIND, _DOSSIER_KIND, "level"}:
            return self.words.word(fact, value)
        return self.text(f"sex.{value}") if fact == "sex" else self._choice(fact, str(value))

    def _choice(self, field: str, code: str) -> str:
        choices = (one for known in self.version.fields if known.code == field for one in known.choices)
        return next((self.label(one.label) for one in choices if one.code == code), code)
