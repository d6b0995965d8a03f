"""Identity numbers: known examples, and what the check digits really promise."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.models import identity_numbers as numbers
from desktop.models.text import localized_digits


def digit_strings(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


def with_digit(number: str, place: int, digit: str) -> str:
    return number[:place] + digit + number[place + 1 :]


VALID_NATIONAL_IDS = digit_strings(9).map(numbers.with_check_digit).filter(numbers.is_national_id)
VALID_LEGAL_IDS = digit_strings(10).map(numbers.legal_with_check_digit).filter(numbers.is_legal_national_id)


@pytest.mark.parametrize("number", ["0013542419", "0499370899", "0012345679", "۰۰۱۳۵۴۲۴۱۹", "٠٠١٣٥٤٢٤١٩"])
def test_known_national_ids_are_accepted_in_any_digits(number: str):
    assert numbers.is_national_id(number)


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("0013542418", "check_digit"),
        ("13542419", "length"),
        ("00135424190", "length"),
        ("", "digits"),
        ("001354241a", "digits"),
        ("001354241²", "digits"),
        ("1111111111", "same_digits"),
        (numbers.with_check_digit("123000000"), "middle_zeros"),
    ],
)
def test_a_wrong_national_id_names_the_rule_it_breaks(number: str, rule: str):
    assert numbers.why_not_national_id(number) == rule


@given(VALID_NATIONAL_IDS, st.sampled_from("0123456789"))
def test_only_one_check_digit_fits(number: str, digit: str):
    assert numbers.is_national_id(with_digit(number, 9, digit)) == (digit == number[9])


@given(VALID_NATIONAL_IDS, st.integers(0, 8), st.sampled_from("0123456789"))
def test_one_mistyped_digit_is_noticed_unless_the_check_digit_is_1(number: str, place: int, digit: str):
    # Remainders 1 and 10 share the check digit 1: the rule itself is blind to some slips there.
    assume(digit != number[place] and number[9] != "1")
    assert not numbers.is_national_id(with_digit(number, place, digit))


@given(VALID_NATIONAL_IDS, st.integers(0, 7))
def test_two_swapped_neighbours_are_noticed_unless_the_check_digit_is_1(number: str, place: int):
    assume(number[place] != number[place + 1] and number[9] != "1")
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert not numbers.is_national_id(swapped)


@given(VALID_NATIONAL_IDS, st.sampled_from(["fa", "ar", "en"]))
def test_the_script_of_the_digits_does_not_matter(number: str, language: str):
    assert numbers.is_national_id(localized_digits(number, language))


@pytest.mark.requirement("C-20")
def test_of_all_last_digits_of_a_legal_national_id_only_one_is_valid():
    valid = [digit for digit in "0123456789" if numbers.is_legal_national_id("1038028479" + digit)]
    assert valid == ["0"]


@given(VALID_LEGAL_IDS, st.integers(0, 9), st.sampled_from("0123456789"))
def test_one_mistyped_digit_of_a_company_is_noticed_unless_the_check_digit_is_0(
    number: str, place: int, digit: str
):
    # Remainders 0 and 10 share the check digit 0.
    assume(digit != number[place] and number[10] != "0")
    assert not numbers.is_legal_national_id(with_digit(number, place, digit))


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("10380284791", "check_digit"),
        ("0013542419", "length"),
        ("11111111111", "same_digits"),
        ("1038028479x", "digits"),
    ],
)
def test_a_wrong_legal_national_id_names_the_rule_it_breaks(number: str, rule: str):
    assert numbers.why_not_legal_national_id(number) == rule


@pytest.mark.parametrize(
    ("code", "valid"), [("123456789012", True), ("۱۲۳۴۵۶۷۸۹۰۱۲", True), ("12345678901", False)]
)
def test_a_foreigner_code_has_twelve_digits(code: str, valid: bool):
    assert numbers.is_foreigner_code(code) is valid


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("10380284790", True),
        ("10380284791", False),
        ("00135424190001", True),
        ("12345678901201", True),
        ("12345678901200", False),
        ("123456789012", False),
    ],
)
def test_an_economic_number_follows_the_circular_of_1403(number: str, valid: bool):
    assert numbers.is_economic_number(number) is valid


@pytest.mark.parametrize(
    "text",
    [
        "09121234567",
        "9121234567",
        "+989121234567",
        "00989121234567",
        "989121234567",
        "۰۹۱۲ ۱۲۳ ۴۵۶۷",
        "0912-123-4567",
    ],
)
def test_a_mobile_number_is_stored_in_one_way(text: str):
    assert numbers.normalize_mobile(text) == "09121234567"


@pytest.mark.parametrize(
    "text", ["", "0912123456", "091212345678", "02188776655", "+979121234567", "0912123456x"]
)
def test_what_is_no_mobile_number_is_refused(text: str):
    assert numbers.normalize_mobile(text) is None


@pytest.mark.parametrize(
    "text", ["02188776655", "021-88776655", "(021) 88776655", "+982188776655", "۰۲۱۸۸۷۷۶۶۵۵"]
)
def test_a_landline_is_stored_in_one_way(text: str):
    assert numbers.normalize_landline(text) == "02188776655"


@pytest.mark.parametrize("text", ["88776655", "2188776655", "0218877665", "01288776655", "09121234567"])
def test_a_landline_needs_the_code_of_a_province(text: str):
    assert numbers.normalize_landline(text) is None


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("1969833114", None),
        ("۱۹۶۹۸۳۳۱۱۴", None),
        ("196983311", "length"),
        ("19698-3311", "length"),
        ("1234567890", "pattern"),
        ("1111198765", "pattern"),
        ("1969533114", "pattern"),
    ],
)
def test_a_postal_code_is_an_error_by_length_and_a_warning_by_pattern(code: str, problem: str | None):
    assert numbers.postal_code_problem(code) == problem


@pytest.mark.parametrize(
    ("account", "valid"),
    [
        ("IR580540105180021273113007", True),
        ("ir82 0540 1026 8002 0817 9090 02", True),
        ("IR590540105180021273113007", False),
        ("580540105180021273113007", False),
    ],
)
def test_an_account_number_leaves_remainder_1(account: str, valid: bool):
    assert numbers.is_sheba(account) is valid


@given(st.integers(2, 25), st.sampled_from("0123456789"))
def test_one_mistyped_digit_of_an_account_is_noticed(place: int, digit: str):
    account = "IR580540105180021273113007"
    assert numbers.is_sheba(with_digit(account, place, digit)) == (digit == account[place])


@pytest.mark.parametrize(
    ("number", "valid"),
    [("1000000008", True), ("1000000000", False), ("1071724369", False), ("3000000004", False)],
)
def test_a_saudi_id_begins_with_1_or_2_and_has_its_check_digit(number: str, valid: bool):
    assert numbers.is_saudi_id(number) is valid
