"""However the good file is spoiled, the reader answers with problems at lines, never with a traceback."""

import string
import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.schemes.locations import lines_of
from desktop.services.schemes.problems import written
from desktop.services.schemes.reading import problems_of
from tests.builders.schemes import ENAMAD_TEXT as TEXT
from tests.builders.schemes import SMALL_SCHEME

LINES = TEXT.splitlines(keepends=True)
KEYS = [number for number, line in enumerate(LINES) if " = " in line and not line.startswith((" ", "#", "}"))]
KEY_LETTERS = string.ascii_letters + string.digits + "-_"
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=8)
VALUES = st.recursive(
    st.integers(-(2**40), 2**40)
    | st.booleans()
    | PLAIN.map(lambda text: text.replace("'", ""))
    | st.just("a # [x] = {1}"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(KEY_LETTERS, min_size=1, max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def as_toml(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, list):
        return "[" + " , ".join(map(as_toml, value)) + " ]"
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}" = {as_toml(inner)}' for key, inner in value.items()) + "}"
    return str(value)


def places(value, path=()):
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*path, index))


def test_every_place_of_the_file_has_its_line():
    for text in (TEXT, SMALL_SCHEME):
        assert set(lines_of(text)) == set(places(tomllib.loads(text)))


def test_the_lines_are_those_of_the_keys():
    for path, number in lines_of(TEXT).items():
        if isinstance(path[-1], str) and len(path) > 1:
            assert path[-1] in LINES[number - 1], written(path)


@given(st.dictionaries(st.text(KEY_LETTERS, min_size=1, max_size=6), VALUES, max_size=4))
def test_any_values_have_their_places(content):
    text = "".join(f"{key} = {as_toml(value)} # end\n" for key, value in content.items())
    assert set(lines_of(text)) == set(places(tomllib.loads(text)))


def test_strings_of_every_kind_hide_what_they_hold():
    text = 'a = """x = 1\n[y]\n\\""""\n'
    text += "b = '''\n# [[c]]\n'''\n\"d e\".'f' = [\n  \"]\", # ]\n  {g = \"}\"},\n]\n"
    lines = lines_of(text)
    assert set(lines) == set(places(tomllib.loads(text)))
    assert lines["a",] == 1
    assert lines["b",] == 4
    assert lines["d e", "f"] == 7
    assert lines["d e", "f", 1, "g"] == 9


@settings(max_examples=60)
@given(st.sampled_from(KEYS), st.data())
def test_a_line_left_out_or_doubled_gives_a_problem_or_another_right_file(number, data):
    spoiled = list(LINES)
    spoiled[number : number + 1] = [spoiled[number]] * data.draw(st.sampled_from([0, 2]))
    for problem in problems_of("".join(spoiled), "enamad.toml"):
        assert 1 <= problem.line <= len(spoiled)


@settings(max_examples=60)
@given(st.sampled_from(KEYS), st.text(string.ascii_lowercase, min_size=12, max_size=12))
def test_a_misspelt_key_is_named_at_its_own_line(number, name):
    spoiled = list(LINES)
    key, value = spoiled[number].split(" = ", 1)
    spoiled[number] = f"{name}.{key} = {value}" if "." in key else f"{name} = {value}"
    problems = problems_of("".join(spoiled), "enamad.toml")
    assert (number + 1, "unknown_key", name) in {(p.line, p.rule, p.found) for p in problems}


@settings(max_examples=60)
@given(st.sampled_from(KEYS), VALUES)
def test_any_value_in_any_place_is_answered_without_a_traceback(number, value):
    spoiled = list(LINES)
    key, old = spoiled[number].split(" = ", 1)
    spoiled[number] = f"{key} = {as_toml(value)}\n" if not old.rstrip().endswith("[") else f"{key} = [0,\n"
    for problem in problems_of("".join(spoiled), "enamad.toml"):
        assert 1 <= problem.line <= len(spoiled)


@settings(max_examples=60)
@given(st.integers(0, len(TEXT) - 1), st.characters(codec="utf-8"))
def test_any_letter_changed_is_answered_without_a_traceback(at, letter):
    for problem in problems_of(TEXT[:at] + letter + TEXT[at + 1 :], "enamad.toml"):
        assert problem.line >= 1
