"""Fields every dossier has, whatever its scheme declares: applicant, director, proxy and services.

They are kept with the declared fields, submission by submission, so that what changed is seen in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.scheme import Field
from desktop.models.vocabulary import FieldType
from desktop.services.rules import Label

APPLICANT_NAME: Final = "applicant_name"
APPLICANT_BIRTH_DATE: Final = "applicant_birth_date"
APPLICANT_SEX: Final = "applicant_sex"
APPLICANT_MOBILE: Final = "applicant_mobile"
APPLICANT_EMAIL: Final = "applicant_email"
APPLICANT_USER_ID: Final = "applicant_user_id"
DIRECTOR_NAME: Final = "managing_director_name"
DIRECTOR_NATIONAL_ID: Final = "managing_director_national_id"
PROXY_NAME: Final = "proxy_name"
PROXY_NATIONAL_ID: Final = "proxy_national_id"
SERVICES: Final = "services"

APPLICANT_GROUP: Final = "applicant"


@dataclass(frozen=True, slots=True)
class NamedField:
    """A field as it is shown, reserved or declared."""

    group: str
    label: Label
    type: FieldType


def _about_applicant(type_: FieldType, fa: str, ar: str, en: str) -> NamedField:
    return NamedField(APPLICANT_GROUP, MappingProxyType({"fa": fa, "ar": ar, "en": en}), type_)


_TEXT = FieldType.TEXT
RESERVED: Final[Mapping[str, NamedField]] = MappingProxyType(
    {
        APPLICANT_NAME: _about_applicant(_TEXT, "نام متقاضی", "اسم مقدّم الطلب", "Applicant's name"),
        APPLICANT_BIRTH_DATE: _about_applicant(
            FieldType.DATE, "تاریخ تولد", "تاريخ الميلاد", "Date of birth"
        ),
        APPLICANT_SEX: _about_applicant(FieldType.CHOICE, "جنسیت", "الجنس", "Sex"),
        APPLICANT_MOBILE: _about_applicant(
            FieldType.MOBILE, "تلفن همراه متقاضی", "هاتف مقدّم الطلب المحمول", "Applicant's mobile"
        ),
        APPLICANT_EMAIL: _about_applicant(
            FieldType.EMAIL, "رایانامهٔ متقاضی", "بريد مقدّم الطلب الإلكتروني", "Applicant's e-mail"
        ),
        APPLICANT_USER_ID: _about_applicant(
            _TEXT, "نام کاربری درگاه", "اسم المستخدم في البوابة", "Portal user"
        ),
        DIRECTOR_NAME: _about_applicant(
            _TEXT, "نام مدیرعامل", "اسم المدير العام", "Managing director's name"
        ),
        DIRECTOR_NATIONAL_ID: _about_applicant(
            FieldType.NATIONAL_ID,
            "کد ملی مدیرعامل",
            "الرقم الوطني للمدير العام",
            "Managing director's national id",
        ),
        PROXY_NAME: _about_applicant(_TEXT, "نام وکیل", "اسم الوكيل", "Proxy's name"),
        PROXY_NATIONAL_ID: _about_applicant(
            FieldType.NATIONAL_ID, "کد ملی وکیل", "الرقم الوطني للوكيل", "Proxy's national id"
        ),
        SERVICES: NamedField(
            "services",
            MappingProxyType({"fa": "خدمات کسب‌وکار", "ar": "خدمات العمل", "en": "Services of the business"}),
            FieldType.CHOICES,
        ),
    }
)
"""Code → field, in the order in which they are shown, before those the scheme declares."""

SEXES: Final[Mapping[str, Label]] = MappingProxyType(
    {
        "male": MappingProxyType({"fa": "مرد", "ar": "ذكر", "en": "Male"}),
        "female": MappingProxyType({"fa": "زن", "ar": "أنثى", "en": "Female"}),
    }
)


def named_fields(session: Session, scheme_version_id: int) -> dict[str, NamedField]:
    """Every field a dossier of this version can have a value of: the reserved ones, then the declared."""
    declared = session.execute(
        select(Field.code, Field.group_code, Field.label, Field.type)
        .where(Field.scheme_version_id == scheme_version_id)
        .order_by(Field.position)
    )
    return {**RESERVED, **{code: NamedField(group, label, type_) for code, group, label, type_ in declared}}
