"""Builds the facts of one plausible, invented letter; a test overrides what it is about."""

from datetime import date

from desktop.models.vocabulary import ApplicantKind, Language
from desktop.services.letters import LetterFacts, RejectedItem

NATURAL, LEGAL = ApplicantKind.NATURAL_PERSON, ApplicantKind.LEGAL_PERSON

_OFFICE = {
    "fa": "مرکز نمونهٔ تجارت الکترونیکی",
    "ar": "مركز التجارة الإلكترونية النموذجي",
    "en": "Model Centre for Electronic Commerce",
}
_SCHEME = {
    "fa": "نماد اعتماد الکترونیکی",
    "ar": "علامة الثقة الإلكترونية",
    "en": "Trust symbol (eNamad)",
}
_LEVEL = {"fa": "دائمی، دو ستاره", "ar": "دائمة، نجمتان", "en": "Permanent, two stars"}
REJECTED = (
    RejectedItem("C4", "رویهٔ بازگشت کالا", "مهلت انصراف «۳ روز» است؛ دست‌کم ۷ روز کاری لازم است."),
    RejectedItem("S1", "گواهی امنیتی", "صفحهٔ پرداخت بدون HTTPS باز می‌شود."),
)


def some_facts(
    kind: ApplicantKind = NATURAL, language: Language = Language.PERSIAN, **more: object
) -> LetterFacts:
    return LetterFacts(**(_common(language) | (_LEGAL if kind is LEGAL else _NATURAL) | more))


_NATURAL = {
    "applicant_kind": NATURAL,
    "holder_name": "گلناز چاوشی‌زاده",
    "identity_number": "0084575948",
}
_LEGAL = {
    "applicant_kind": LEGAL,
    "holder_name": "شرکت گل و گیاه کویر (سهامی خاص)",
    "identity_number": "10380284790",
    "managing_director": "محمّد کیان‌مهر",
    "managing_director_id": "0499370899",
}


def _common(language: Language) -> dict[str, object]:
    return {
        "office_name": _OFFICE[language],
        "scheme": "enamad",
        "scheme_title": _SCHEME[language],
        "domain": "gol-o-giah.example",
        "user_id": "u-104217",
        "dossier_number": "1405/04217",
        "round": 2,
        "written_on": date(2026, 11, 21),
        "po_box": "6385-14155",
        "rejected_items": REJECTED,
        "answer_due": date(2026, 12, 12),
        "certificate_number": "1405/00312",
        "level_label": _LEVEL[language],
        "stars": 2,
        "issued_on": date(2026, 11, 21),
        "last_valid_day": date(2028, 11, 20),
        "symbol_code": "K7TQ2M9XW4ZB8RPA",
        "signatory_name": "الهه قائم‌مقامی",
    }
