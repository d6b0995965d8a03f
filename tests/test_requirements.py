"""Every requirement is shown by tests or says why not, and docs/requirements.md tells it as it is."""

import re

from tests.requirements import GROUPS, MARKS, PAGE, page, register, shown

COUNTS = {
    "X-R": 15,
    "X-": 18,
    "ENM": 108,
    "SEP": 46,
    "ACC": 24,
    "COC": 5,
    "NIC": 14,
    "C-": 37,
    "G-": 20,
    "T": 14,
    "F": 9,
    "N": 14,
    "L": 13,
}
"""How many requirements of each kind there are; their numbers run from 1 without a gap."""
FROM_PACKAGE_TO_CERTIFICATE = {
    *(key for key in register() if key.startswith("X-")),
    *(f"ENM-{number:03}" for number in range(1, 83)),
    *("L1", "L2", "L7", "L8", "G-06", "G-07", "G-08", "G-19"),
    *(f"C-{number:02}" for number in (5, 6, 7, 8, 23, 24, 25, 26, 27, 36, 37)),
}
"""What the course from package to certificate has to show."""


def test_the_register_has_every_requirement_once():
    numbers = {begin: [] for begin in GROUPS}
    for key in register():
        begin = next(begin for begin in GROUPS if key.startswith(begin))
        numbers[begin].append(int(re.search(r"\d+$", key)[0]))
    assert numbers == {begin: list(range(1, count + 1)) for begin, count in COUNTS.items()}


def test_every_named_requirement_is_in_the_register():
    assert shown().keys() - register().keys() == set()


def test_every_requirement_is_shown_by_tests_or_says_why_not():
    tests = shown()
    silent = [
        key for key, row in register().items() if key not in tests and not (row.portal_only or row.later)
    ]
    assert silent == []


def test_no_requirement_that_tests_show_says_that_it_comes_later():
    tests = shown()
    assert [key for key, row in register().items() if row.later and key in tests] == []


def test_no_requirement_has_two_marks_and_none_has_a_rest_of_nothing():
    tests = shown()
    marks = {key: [mark for mark in MARKS if getattr(row, mark)] for key, row in register().items()}
    assert {key: given for key, given in marks.items() if len(given) > 1} == {}
    assert [key for key, given in marks.items() if given == ["rest"] and key not in tests] == []


def test_nothing_of_the_course_from_package_to_certificate_comes_later():
    rows = register()
    assert [key for key in FROM_PACKAGE_TO_CERTIFICATE if rows[key].later] == []


def test_the_page_of_requirements_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.requirements"
