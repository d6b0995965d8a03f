"""The form of a new application, made of what the scheme asks for. No Qt."""

from collections.abc import Iterable, Iterator
from typing import Any

from desktop.language.window import Texts, Words
from desktop.models.vocabulary import FieldType, SubjectKind
from desktop.services.intake.counter import CounterForm
from desktop.services.intake.counter_form import AskedField
from desktop.views.counter.sheet import Entry, EntryType, Group, Sheet

_TYPES = {
    FieldType.TEXT: EntryType.LINE,
    FieldType.DATE: EntryType.DATE,
    FieldType.CHOICE: EntryType.CHOICE,
    FieldType.CHOICES: EntryType.CHOICES,
    FieldType.FLAG: EntryType.FLAG,
}
_LATIN = frozenset({"$.applicant.legal_national_id", "$.applicant.foreigner_code", "$.applicant.user_id"})
_KIND, _FOREIGN, _PROXY = "$.applicant.kind", "$.applicant.is_foreign", "$.applicant.has_proxy"
_ONLY_WHEN = {
    "$.applicant.national_id": (_FOREIGN, False),
    "$.applicant.legal_national_id": (_FOREIGN, False),
    "$.applicant.foreigner_code": (_FOREIGN, True),
    "$.applicant.proxy.name": (_PROXY, True),
    "$.applicant.proxy.national_id": (_PROXY, True),
}
"""What is asked only of some; then it must be there."""


class Sheets:
    """Makes the parts of forms in the words of one language."""

    def __init__(self, words: Words, text: Texts, form: CounterForm) -> None:
        self._words, self._text, self.form = words, text, form

    def application(self) -> Sheet:
        """The whole form of a new application."""
        groups = [
            Group(self._text("group.request"), "paper", tuple(self._request())),
            Group(self._text("group.applicant"), "user", tuple(self._applicant())),
            *self._declared(),
            *self.services(),
            *self.verifications(one.field for one in self.form.verifications),
            Group(self._text("group.account"), "key", tuple(self._account())),
            self.ending(),
        ]
        return Sheet(tuple(group for group in groups if group.entries))

    def entry(self, field: AskedField) -> Entry:
        """A field of the scheme, or of every applicant."""
        only_when: list[tuple[str, Any]] = []
        if field.path in _ONLY_WHEN:
            only_when.append(_ONLY_WHEN[field.path])
        if len(field.applicant_kinds) == 1:
            (kind,) = field.applicant_kinds
            only_when.append((_KIND, kind.value))
        label = self._text(f"field.{field.code}") if field.label is None else self._words.label(field.label)
        type_ = _TYPES.get(field.type, EntryType.LATIN)
        return Entry(
            field.path,
            label,
            EntryType.LATIN if field.path in _LATIN else type_,
            required=field.required or field.path in _ONLY_WHEN,
            choices=[(code, self._words.label(words)) for code, words in field.choices.items()],
            only_when=tuple(only_when),
        )

    def services(self) -> Iterator[Group]:
        """What the business may offer; none where the scheme knows no services."""
        if not self.form.services:
            return
        choices = [(one.code, self._words.label(one.label)) for one in self.form.services]
        tips = {
            one.code: self._text("licence", authority=self._words.label(one.licence_authority))
            for one in self.form.services
            if one.licence_authority is not None
        }
        offered = Entry("$.services", self._text("services"), EntryType.CHOICES, choices=choices, tips=tips)
        yield Group(self._text("group.services"), "briefcase", (offered,))

    def verifications(self, fields: Iterable[str | None]) -> Iterator[Group]:
        """What the clerk has seen proved, for values of these fields."""
        of = set(fields)
        entries = tuple(
            Entry(
                f"$.verifications.{one.kind}",
                self._words.label(one.label),
                EntryType.LINE if one.field is None else EntryType.FLAG,
                proves=f"$.fields.{one.field}" if one.field else "",
            )
            for one in self.form.verifications
            if one.field in of
        )
        if entries:
            yield Group(self._text("group.verifications"), "shield-check", entries)

    def ending(self) -> Group:
        """Terms and a message."""
        entries = (
            Entry(
                "$.terms.version",
                self._text("terms"),
                EntryType.LATIN,
                required=True,
                explained=self._text("terms_explained"),
            ),
            Entry("$.message", self._text("message"), EntryType.LONG),
        )
        return Group(self._text("group.ending"), "check", entries)

    def _request(self) -> Iterator[Entry]:
        form, choice = self.form, EntryType.CHOICE
        if len(form.dossier_kinds) > 1:
            kinds = [(one.value, self._words.word("dossier_kind", one)) for one in form.dossier_kinds]
            yield Entry("$.kind", self._text("kind"), choice, required=True, choices=kinds)
        if form.levels:
            levels = [(code, self._words.label(label)) for code, label in form.levels.items()]
            yield Entry("$.level", self._text("level"), choice, required=True, choices=levels)
        is_latin = form.subject_kind is SubjectKind.DOMAIN_NAME
        subject = self._words.label(form.subject_label)
        yield Entry("$.subject", subject, EntryType.LATIN if is_latin else EntryType.LINE, required=True)

    def _applicant(self) -> Iterator[Entry]:
        kinds = [(one.value, self._words.word("applicant_kind", one)) for one in self.form.applicant_kinds]
        yield Entry(_KIND, self._text("applicant_kind"), EntryType.CHOICE, required=True, choices=kinds)
        yield from (self.entry(field) for field in self.form.applicant)

    def _declared(self) -> Iterator[Group]:
        for code, title in self.form.groups.items():
            fields = (self.entry(field) for field in self.form.fields if field.group == code)
            yield Group(self._words.label(title), "list", tuple(fields))

    def _account(self) -> Iterator[Entry]:
        for code in ("username", "password", "note"):
            type_ = EntryType.LINE if code == "note" else EntryType.LATIN
            yield Entry(f"$.test_account.{code}", self._text(f"account.{code}"), type_)
