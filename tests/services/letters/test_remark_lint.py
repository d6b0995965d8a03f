"""A remark is looked over before it goes out; nothing is refused, everything doubtful is named."""

import pytest

from desktop.models.vocabulary import ApplicantKind
from desktop.services.letters.remark_lint import Doubt, RemarkDoubt, doubts_about

NATURAL, LEGAL = ApplicantKind.NATURAL_PERSON, ApplicantKind.LEGAL_PERSON
GOOD = "تصویر شناسنامه خوانا نیست؛ تصویری تازه و خوانا بفرستید."


def test_a_remark_that_says_what_to_mend_raises_no_doubt():
    assert doubts_about(GOOD, NATURAL) == ()


@pytest.mark.parametrize(
    ("remark", "is_short"), [("ناقص", True), ("۱۲۳ ۴۵۶ ۷۸۹", True), ("مهر ندارد، ببرید", False)]
)
def test_fewer_than_ten_letters_are_too_few_whatever_blanks_are_between(remark, is_short):
    assert (RemarkDoubt(Doubt.SHORT, "") in doubts_about(remark, NATURAL)) is is_short


@pytest.mark.parametrize(
    "remark", ["در لیست‌سیاه آمده است، تماس بگیرید", "He is on the Blacklist of this office"]
)
def test_words_of_the_offices_own_rooms_are_named_however_they_are_typed(remark):
    assert [one.doubt for one in doubts_about(remark, NATURAL)] == [Doubt.INTERNAL_WORD]


@pytest.mark.parametrize("number", ["0499370899", "۰۴۹۹۳۷۰۸۹۹", "١٠١٠٠٠٠٢٢٠٠"])
def test_a_whole_identity_number_is_named_in_any_digits(number):
    found = doubts_about(f"کد ملی {number} با تصویر نمی‌خواند", NATURAL)
    assert [one.doubt for one in found] == [Doubt.WHOLE_NUMBER]


def test_the_last_digits_of_a_number_or_a_longer_tracking_number_are_no_identity_number():
    assert doubts_about("رقم‌های پایانی ۰۸۹۹ با مرسولهٔ 12345678901234567890 نمی‌خواند", NATURAL) == ()


@pytest.mark.requirement("C-03")
def test_a_natural_person_is_not_spoken_to_as_a_company_nor_the_other_way_round():
    of_company, of_person = "امضای مدیرعامل شرکت خوانا نیست", "امضای صاحب امتیاز خوانا نیست"
    assert [one.doubt for one in doubts_about(of_company, NATURAL)] == [Doubt.ROLE_UNFIT]
    assert doubts_about(of_company, LEGAL) == ()
    assert [one.doubt for one in doubts_about(of_person, LEGAL)] == [Doubt.ROLE_UNFIT]
    assert doubts_about(of_person, NATURAL) == ()
