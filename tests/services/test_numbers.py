"""Numbers: per series and Jalali year, in order, given back by work that is not done after all."""

from datetime import UTC, datetime

import pytest

from desktop.services.numbers import CERTIFICATES, DOSSIERS, next_number
from desktop.services.unit_of_work import run, writing

IN_1405 = datetime(2026, 6, 14, tzinfo=UTC)
LAST_MINUTE_OF_1405 = datetime(2027, 3, 20, 20, 29, tzinfo=UTC)
FIRST_MINUTE_OF_1406 = datetime(2027, 3, 20, 20, 30, tzinfo=UTC)


def test_numbers_go_up_by_one_in_each_series(office):
    given = [run(office, next_number, DOSSIERS, IN_1405) for _ in range(3)]
    assert given == ["1405/00001", "1405/00002", "1405/00003"]
    assert run(office, next_number, CERTIFICATES, IN_1405) == "1405/00001"


def test_a_new_year_in_tehran_begins_anew(office):
    assert run(office, next_number, DOSSIERS, LAST_MINUTE_OF_1405) == "1405/00001"
    assert run(office, next_number, DOSSIERS, FIRST_MINUTE_OF_1406) == "1406/00001"
    assert run(office, next_number, DOSSIERS, LAST_MINUTE_OF_1405) == "1405/00002"


def test_work_that_is_not_done_gives_its_number_back(office):
    def give_up():
        with writing(office) as session:
            assert next_number(session, DOSSIERS, IN_1405) == "1405/00001"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    assert run(office, next_number, DOSSIERS, IN_1405) == "1405/00001"


def test_more_than_ninety_nine_thousand_numbers_only_grow_longer(office):
    run(office, next_number, DOSSIERS, IN_1405)
    with office.writing.begin() as connection:
        connection.exec_driver_sql("UPDATE number_series SET last = 99999")
    assert run(office, next_number, DOSSIERS, IN_1405) == "1405/100000"
