"""What is typed into the filter: fields by name in any spelling, lists, words that are searched for."""

import pytest

from desktop.models.vocabulary import DossierKind
from desktop.services.queues import QueueQuery
from desktop.views.queue.query_box import Field, Vocabulary, completed, completing, read

VOCABULARY = Vocabulary(
    (
        Field("status", ("وضعیت", "حالت"), {"اعلام نقص": ("deficient",), "در حال بررسی": ("under_review",)}),
        Field("scheme", ("طرح",), {"نماد اعتماد الکترونیکی": "enamad"}),
        Field("kind", ("نوع",), {"صدور نخستین": DossierKind.INITIAL, "تمدید": DossierKind.RENEWAL}),
        Field("claimed_by", ("در دست",), {"سارا بهمنی": 3, "سارا کریمی": 4}),
        Field("only", ("فقط",), {"گذشته از مهلت": "overdue", "دیده‌نشده": "unseen"}),
    )
)


def understood(typed):
    return read(typed, QueueQuery("all"), VOCABULARY)


def test_words_without_a_field_are_searched_for():
    assert understood("  تارینو  ۱۴۰۵ ").query == QueueQuery("all", search="تارینو  ۱۴۰۵")


def test_fields_narrow_and_the_rest_is_searched_for():
    query = understood("وضعیت: اعلام نقص؛ طرح: نماد اعتماد الکترونیکی؛ تارینو").query
    assert query.statuses == ("deficient",)
    assert query.scheme == "enamad"
    assert query.search == "تارینو"


@pytest.mark.parametrize("typed", ["وضعيت: اعلام نقص", "حالت:اعلام نقص", "وضعیت : اعلام"])
def test_names_and_values_are_known_in_any_spelling_and_by_a_part_only_one_has(typed):
    assert understood(typed).query.statuses == ("deficient",)


def test_several_values_stand_beside_each_other():
    query = understood("نوع: تمدید، صدور نخستین; وضعیت: در حال بررسی, اعلام نقص").query
    assert query.kinds == (DossierKind.RENEWAL, DossierKind.INITIAL)
    assert query.statuses == ("under_review", "deficient")


def test_marks_of_a_queue_are_asked_for_together():
    query = understood("فقط: گذشته از مهلت، دیده‌نشده").query
    assert query.overdue
    assert query.unseen


def test_a_value_nobody_knows_or_two_could_be_is_told_and_left_out():
    found = understood("در دست: سارا؛ وضعیت: هیچ")
    assert found.unknown == (("در دست", "سارا"), ("وضعیت", "هیچ"))
    assert found.query == QueueQuery("all")


def test_an_unknown_field_is_searched_for_as_it_stands():
    assert understood("http://tarino.example").query.search == "http //tarino.example"


def test_suggestions_go_on_from_the_last_part():
    offered = VOCABULARY.suggestions()
    assert completing("وضعیت: اعلام نقص؛ نوع: تم", offered) == ["نوع: تمدید"]
    assert completing("", offered) == []
    assert completing("نقص", offered) == ["وضعیت: اعلام نقص"]


def test_taking_a_suggestion_keeps_what_was_typed_before():
    assert completed("وضعیت: اعلام نقص؛ نو", "نوع: تمدید") == "وضعیت: اعلام نقص؛ نوع: تمدید"
    assert completed("نو", "نوع: تمدید") == "نوع: تمدید"
