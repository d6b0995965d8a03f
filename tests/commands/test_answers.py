"""Columns that stay straight in every script, and answers that programs can read."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.commands.answers import facts, plain, table, width
from desktop.models.vocabulary import Verdict
from desktop.services.intake.outcomes import Receipt


def test_joiners_marks_and_isolates_take_no_column():
    assert width("گل‌فروشی") == width("گلفروشی") == 7
    assert width("مُراجِع") == 5
    assert width("\u2068abc\u2069") == 3


@given(st.lists(st.tuples(*[st.text("abگل\u200c\u064e ", max_size=8)] * 2), min_size=1, max_size=5))
def test_every_row_of_a_table_begins_its_second_column_in_the_same_place(rows):
    marked = [(" ".join(first.split()), "|" + " ".join(second.split())) for first, second in rows]
    lines = table(["first", "|second"], marked)
    assert len({width(line.split("|")[0]) for line in lines}) == 1


def test_a_table_without_rows_is_silent_and_a_cell_is_one_line():
    assert table(["a", "b"], []) == []
    assert facts([("note", "two\nlines")]) == ["note  two lines"]


def test_plain_values_are_what_json_knows():
    receipt = Receipt("p", "0" * 64, "open", "enamad", "1397", "1405/00001", 1, 2, "then", "now")
    given = {"v": Verdict.ACCEPTED, "d": date(2026, 6, 14), "s": frozenset({"b", "a"}), "r": [receipt]}
    told = plain(given)
    assert (told["v"], told["d"], told["s"]) == ("accepted", "2026-06-14", ["a", "b"])
    assert told["r"][0]["dossier"] == "1405/00001"
