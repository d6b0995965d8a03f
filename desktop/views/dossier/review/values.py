"""Values of fields as people read them: choices by name, days by the calendar, ids in their own order."""

from dataclasses import dataclass
from datetime import date

from desktop.language.window import Words
from desktop.models.vocabulary import FieldType
from desktop.services.dossier_page import DossierPage
from desktop.services.review_desk import ReviewDesk
from desktop.services.scheme_guide import SchemeGuide
from desktop.services.wording import isolate

_AS_WRITTEN = frozenset(
    {
        FieldType.EMAIL,
        FieldType.MOBILE,
        FieldType.LANDLINE,
        FieldType.POSTAL_CODE,
        FieldType.DOMAIN_NAME,
        FieldType.NATIONAL_ID,
        FieldType.NUMBER,
    }
)


@dataclass(frozen=True, slots=True)
class ShownValue:
    """One field of the dossier beside the item that is held against it."""

    label: str
    value: str
    is_changed: bool


def written(code: str, kind: FieldType, value: str | None, words: Words, guide: SchemeGuide) -> str:
    """One value in words; nothing as a dash."""
    formats = words.formats
    if not value:
        return formats.shown(None)
    if kind is FieldType.FLAG:
        return words.word("flag", value)
    if kind is FieldType.DATE:
        return formats.day(date.fromisoformat(value))
    if code in guide.choices:
        named = guide.choices[code]
        return formats.listed(
            [formats.label(named[one]) if one in named else one for one in value.split(",")]
        )
    return isolate(formats.id(value)) if kind in _AS_WRITTEN else formats.text(value)


def values_for(item: str, page: DossierPage, desk: ReviewDesk, words: Words) -> tuple[ShownValue, ...]:
    """The dossier's own values that an item is held against."""
    against = page.guide.held_against.get(item)
    changed = {change.code for change in desk.changes.fields}
    fields = {row.code: row for row in page.details.fields}
    return tuple(
        ShownValue(
            words.label(fields[code].label),
            written(code, fields[code].type, fields[code].value, words, page.guide),
            code in changed,
        )
        for code in (against.fields if against else ())
        if code in fields
    )
