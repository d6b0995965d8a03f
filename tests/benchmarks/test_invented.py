from collections import Counter

from desktop.services.bulk_rows import faulty_field
from tests.benchmarks.invented import invented_rows
from tests.benchmarks.measuring import faster_by, percentile, within


def test_invented_dossiers_are_believable_varied_and_the_same_each_time():
    rows = list(invented_rows(5_000, scheme_version_id=1))
    assert [faulty_field(row) for row in rows if faulty_field(row)] == []
    assert len({row.number for row in rows}) == 5_000
    assert min(len({row.applicant_name for row in rows}), len({row.subject for row in rows})) > 4_000
    assert Counter(row.applicant_name for row in rows).most_common(1)[0][1] < 10
    assert rows == list(invented_rows(5_000, scheme_version_id=1))


def test_a_promise_is_kept_on_its_own_side_of_the_bar():
    assert faster_by("search", 0.01, "scan", 0.2, bar=20).is_met
    assert not faster_by("search", 0.011, "scan", 0.2, bar=20).is_met
    assert within("load", 1.3, "driver", 1.0, bar=1.3).is_met
    assert not within("load", 1.31, "driver", 1.0, bar=1.3).is_met


def test_a_percentile_is_a_value_that_was_measured():
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([float(value) for value in range(100)], 0.95) == 95.0
