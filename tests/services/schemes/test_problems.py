"""Every rule of a scheme file: broken once, it is named with its line, its key and what would be right."""

import pytest

from desktop.models.errors import RuleBroken
from desktop.services.schemes.problems import RULES
from desktop.services.schemes.reading import problems_of, read_scheme
from tests.builders.schemes import SMALL_SCHEME

BROKEN = [
    # what is changed, into what, and: rule, key, expected, found; the line is that of the change
    ('code = "stalls"', 'code = "stalls', "syntax", "", "TOML", None),
    ('icon = "eye"', 'icon = "eye"\nicom = "eye"', "unknown_key", "status[0].icom", "icon", "icom"),
    ('icon = "eye"', 'icon = "eyes"', "wrong_word", "status[0].icon", "eye", "eyes"),
    ('phase = "review"', 'phase = "reviews"', "wrong_word", "status[0].phase", "review", "reviews"),
    ('family = "blue"', 'family = "blu"', "wrong_word", "status[0].family", "blue", "blu"),
    (
        'roles = ["manager"]',
        'roles = ["manger"]',
        "wrong_word",
        "transition[0].roles[0]",
        "manager",
        "manger",
    ),
    ('roles = ["manager"]', "roles = []", "empty_list", "transition[0].roles", "1", "0"),
    (
        'note = "required"',
        'note = "needed"',
        "wrong_word",
        "transition[1].note",
        "none | optional | required",
        None,
    ),
    ("sla_working_days = 2", "sla_working_days = 0", "too_small", "status[0].sla_working_days", "1", "0"),
    (
        "sla_working_days = 2",
        'sla_working_days = "2"',
        "wrong_type",
        "status[0].sla_working_days",
        "integer",
        None,
    ),
    ("initial = true", "initial = 1", "wrong_type", "status[0].initial", "boolean", "integer"),
    ("amount_rial = 1000", "amount_rial = -1", "too_small", "fee[0].amount_rial", "0", "-1"),
    ('"submit"', '"send"', "no_submit_step", "status[0].code", 'action = "submit"', "asked"),
    ("months = 12", "months = 0", "too_small", "validity.months", "1", "0"),
    ('code = "given"', 'code = "Given"', "malformed_code", "status[1].code", "a-z 0-9 _", "Given"),
    ('code = "A1"', 'code = "A 1"', "malformed_code", "checklist_item[0].code", None, "A 1"),
    ('code = "denied"', 'code = "given"', "duplicate", "status[2].code", "", "given"),
    ('fa = "رد", ar = "مرفوض"', 'ar = "مرفوض"', "missing_key", "status[2].label.fa", "fa", ""),
    ('en = "Denied"', 'en = " "', "empty_text", "status[2].label.en", "", " "),
    ('fa = "کالا"', 'fa = "كالا"', "wrong_letter", "field[0].label.fa", "کالا", "كالا"),
    ('fa = "دادن"', 'fa = "دادني"', "wrong_letter", "transition[0].label.fa", "دادنی", "دادني"),
    ('ar = "رفض"', 'ar = "رفض کل"', "wrong_letter", "transition[1].label.ar", "رفض كل", "رفض کل"),
    ('to = "given"', 'to = "givn"', "unknown_name", "transition[0].to", "given", "givn"),
    (
        'from = ["asked"]\naction = "deny"',
        'from = ["ask"]\naction = "deny"',
        "unknown_name",
        None,
        "asked",
        "ask",
    ),
    (
        'guard = "field_is"',
        'guard = "fild_is"',
        "unknown_name",
        "transition[0].guards[3].guard",
        "field_is",
        None,
    ),
    ("n = 1}", "m = 1}", "unknown_key", "transition[0].guards[1].m", "n", "m"),
    ("n = 1}", 'n = "1"}', "wrong_type", "transition[0].guards[1].n", "integer", "string"),
    ("n = 1}", "n = 0}", "too_small", "transition[0].guards[1].n", "1", "0"),
    ("n = 1}", "n = 2}", "too_large", "transition[0].guards[1].n", "1", "2"),
    (
        'stage = "papers"},',
        'stage = "paper"},',
        "unknown_name",
        "transition[0].guards[2].stage",
        "papers",
        None,
    ),
    ('field = "goods"', 'field = "good"', "unknown_name", "transition[0].guards[3].field", "goods", "good"),
    ('value = "honey"', 'value = "hony"', "unknown_name", "transition[0].guards[3].value", "honey", "hony"),
    ('"market_open"', '"market_opn"', "unknown_name", "transition[0].guards[0].name", "market_open", None),
    ('effect = "charge_fees"', 'effect = "charge_fee"', "unknown_name", None, "charge_fees", "charge_fee"),
    ('kind = "given"}', 'kind = "gven"}', "unknown_name", "transition[0].effects[1].kind", "given", "gven"),
    (
        "end_to_end_days = 18",
        "end_to_end_day = 18",
        "unknown_key",
        "parameters.end_to_end_day",
        "end_to_end_days",
        None,
    ),
    ("end_to_end_days = 18", "end_to_end_days = -1", "too_small", "parameters.end_to_end_days", "0", "-1"),
    (
        "end_to_end_days = 18",
        "end_to_end_days = true",
        "wrong_type",
        "parameters.end_to_end_days",
        "integer",
        None,
    ),
    ('group = "stall"', 'group = "stal"', "unknown_name", "field[0].group", "stall", "stal"),
    ('type = "choice"', 'type = "text"', "wrong_choices", "field[0].type", "choice | choices", "text"),
    ('type = "choice"', 'type = "choise"', "wrong_word", "field[0].type", "choice", "choise"),
    ('group = "site"', 'group = "sight"', "unknown_name", "checklist_item[0].group", "site", "sight"),
    ('"goods"]', '"good"]', "unknown_name", "checklist_item[0].fields[1]", "goods", "good"),
    (
        'documents = ["card"]',
        'documents = ["cart"]',
        "unknown_name",
        "checklist_item[0].documents[0]",
        "card",
        "cart",
    ),
    ('fact = "age_years"', 'fact = "age_year"', "wrong_word", "document[0].when[0].fact", "age_years", None),
    ("at_least = 18", "is = true", "wrong_type", "document[0].when[0].is", "integer", "boolean"),
    ('in = ["small"]', 'in = ["smal"]', "unknown_name", "document[1].when[0].in[0]", "small", "smal"),
    ('in = ["small"]', "below = 1", "wrong_condition", "document[1].when[0]", "is | in", "below"),
    (
        'compares_with = "card"',
        'compares_with = "cart"',
        "unknown_name",
        "document[1].compares_with",
        "card",
        "cart",
    ),
    ('forms = ["scan"]', 'forms = ["scann"]', "wrong_word", "document[0].forms[0]", "scan", "scann"),
    ('level = "required"', 'level = "require"', "wrong_word", "document[0].level", "required", "require"),
    ('charged_on = "give"', 'charged_on = "later"', "never_used", "fee[0].charged_on", None, "later"),
    ('code = "goods"', 'code = "services"', "reserved_code", "field[0].code", "", "services"),
    ('["initial", "level_raise"]', "[]", "empty_list", "scheme.dossier_kinds", "1", "0"),
    (
        '["initial", "level_raise"]',
        '["initial", "renew"]',
        "wrong_word",
        "scheme.dossier_kinds[1]",
        "renewal",
        "renew",
    ),
    ('follows = "small"', 'follows = "large"', "follows_itself", "level[1].follows", "", "large"),
    (
        'requires_items = ["A1"]',
        'requires_items = ["A2"]',
        "unknown_name",
        "level[1].requires_items[0]",
        "A1",
        "A2",
    ),
    ('what = "papers"', 'what = "paper"', "wrong_word", "retention[0].what", "papers", "paper"),
    ('after = "denied"', 'after = "given"', "unknown_name", "retention[0].after", None, "given"),
    ('item = "A1"', 'item = "A2"', "unknown_name", "reason[0].item", "A1", "A2"),
    ('"1401/01/01"', '"1400/01/01"', "dates_not_rising", "version[1].valid_from", "> 1400/01/01", None),
    (
        '"1401/01/01"',
        '"1401/12/30"',
        "not_a_jalali_date",
        "version[1].valid_from",
        "1405/09/02",
        "1401/12/30",
    ),
    ('code = "second"', 'code = "first"', "duplicate", "version[1].code", "", "first"),
    (
        "validity = {months = 6}",
        "validity = {month = 6}",
        "unknown_key",
        "version[1].validity.month",
        "months",
        None,
    ),
    ('kind = "place"', 'kind = "plaice"', "wrong_word", "scheme.subject.kind", "place", "plaice"),
    ('["natural_person"]', '["natural"]', "wrong_word", "scheme.applicant_kinds[0]", None, "natural"),
    ("initial = true\n", "initial = false\n", "not_one_initial_status", "status[0]", "initial = true", "0"),
    (
        'icon = "check"',
        'icon = "check"\ninitial = true',
        "not_one_initial_status",
        "status[1].initial",
        None,
        "2",
    ),
]


def line_of_change(text, old, new):
    at = text.index(old)
    same = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    return text[: at + same].count("\n") + 1


@pytest.mark.parametrize(("old", "new", "rule", "key", "expected", "found"), BROKEN)
def test_a_broken_rule_is_named_with_line_key_and_what_would_be_right(old, new, rule, key, expected, found):
    problems = problems_of(SMALL_SCHEME.replace(old, new, 1), "stalls.toml")
    named = [p for p in problems if p.rule == rule and (key is None or p.key == key)]
    assert named, problems
    problem = named[0]
    assert problem.file == "stalls.toml"
    assert expected is None or problem.expected == expected
    assert found is None or problem.found == found
    if rule not in {"syntax", "not_one_initial_status", "no_submit_step"} and key != "status[2].code":
        assert abs(problem.line - line_of_change(SMALL_SCHEME, old, new)) <= new.count("\n")


def test_the_small_scheme_is_right():
    assert problems_of(SMALL_SCHEME, "stalls.toml") == []


def test_the_rules_have_distinct_codes():
    assert len(set(RULES)) == len(RULES)


def test_every_problem_has_a_rule_that_is_declared():
    for old, new, *_ in BROKEN:
        for problem in problems_of(SMALL_SCHEME.replace(old, new, 1), "stalls.toml"):
            assert problem.rule in RULES


def test_all_problems_come_at_once_in_the_order_of_the_file():
    text = SMALL_SCHEME
    for old, new in (
        ('icon = "x"', 'icon = "y"'),
        ('code = "honey"', 'code = "Honey"'),
        ("days = 30", "days = -30"),
        ('to = "denied"', 'to = "gone"'),
    ):
        text = text.replace(old, new, 1)
    with pytest.raises(RuleBroken) as refusal:
        read_scheme(text, "stalls.toml")
    assert refusal.value.code == "scheme.invalid"
    problems = refusal.value.values["problems"]
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    assert {problem.key for problem in problems} >= {
        "status[2].icon",
        "field[0].choices[0].code",
        "retention[0].days",
        "transition[1].to",
    }


def test_a_status_nothing_leads_to_is_named():
    text = SMALL_SCHEME.replace('to = "denied"', 'to = "given"')
    (problem,) = [p for p in problems_of(text, "f") if p.rule == "status_unreachable"]
    assert (problem.key, problem.expected) == ("status[2].code", 'to = "denied"')


def test_a_status_no_step_leaves_is_named_unless_it_is_an_end():
    text = SMALL_SCHEME.replace('phase = "ended"', 'phase = "with_applicant"')
    (problem,) = [p for p in problems_of(text, "f") if p.rule == "status_without_exit"]
    assert (problem.key, problem.found) == ("status[2].code", "denied")


def test_one_action_of_one_role_leads_to_one_place():
    text = SMALL_SCHEME.replace('action = "deny"', 'action = "give"')
    (problem,) = [p for p in problems_of(text, "f") if p.rule == "duplicate"]
    assert (problem.key, problem.found) == ("transition[1].from[0]", "asked · give · manager")


def test_a_problem_in_a_common_section_is_named_once_for_all_versions():
    problems = problems_of(SMALL_SCHEME.replace('to = "given"', 'to = "givn"'), "f")
    assert len([p for p in problems if p.key == "transition[0].to"]) == 1


def test_missing_keys_are_named_at_their_table():
    text = SMALL_SCHEME.replace('action = "deny"\n', "")
    (problem,) = problems_of(text, "f")
    assert (problem.rule, problem.key, problem.expected) == ("missing_key", "transition[1].action", "action")
    assert text.splitlines()[problem.line - 1] == "[[transition]]"
    assert "deny" not in text.splitlines()[problem.line + 1]


@pytest.mark.parametrize(
    "text", ["", "version = 1", "scheme = []", "[[version]]", "status = [1, 2]", "[scheme]\ntitle = 5"]
)
def test_a_text_that_is_no_scheme_at_all_has_problems_and_no_traceback(text):
    assert problems_of(text, "f")


def test_a_file_that_is_no_text_is_a_problem_with_its_line(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_bytes(b'[scheme]\ncode = "\xff"\n')
    with pytest.raises(RuleBroken) as refusal:
        read_scheme(path)
    (problem,) = refusal.value.values["problems"]
    assert (problem.file, problem.line, problem.rule) == ("bad.toml", 2, "syntax")


def test_deep_nesting_is_a_problem_not_a_crash():
    problems = problems_of("x = " + "[" * 5000 + "]" * 5000, "f")
    assert [problem.rule for problem in problems] == ["syntax"]


@pytest.mark.requirement("C-01")
def test_a_scheme_must_say_which_kinds_of_dossier_it_takes():
    text = SMALL_SCHEME.replace('dossier_kinds = ["initial", "level_raise"]\n', "")
    (problem,) = problems_of(text, "stalls.toml")
    assert (problem.rule, problem.key) == ("missing_key", "scheme.dossier_kinds")
