"""A list as a place: what narrows it is plain data, and read again it asks the same."""

import json
from datetime import UTC

import hypothesis.strategies as st
from hypothesis import given

from desktop.models.vocabulary import DossierKind, Phase
from desktop.services.facets import Facet
from desktop.services.queue_query import Papers, QueueQuery
from desktop.views.dossier_list.places import narrowed_by, place_of

moments = st.datetimes(timezones=st.just(UTC))
queries = st.builds(
    QueueQuery,
    queue=st.sampled_from(["mine", "all", "reviewer"]),
    statuses=st.lists(st.sampled_from(["deficient", "ready"]), max_size=2).map(tuple),
    phases=st.lists(st.sampled_from(list(Phase)), max_size=2).map(tuple),
    kinds=st.lists(st.sampled_from(list(DossierKind)), max_size=2).map(tuple),
    papers=st.none() | st.sampled_from(list(Papers)),
    scheme=st.none() | st.just("enamad"),
    claimed_by=st.none() | st.integers(1, 9),
    overdue=st.booleans(),
    returned=st.booleans(),
    paused=st.booleans(),
    unseen=st.booleans(),
    worked_on=st.booleans(),
    followed=st.booleans(),
    due_from=st.none() | moments,
    due_until=st.none() | moments,
)


@given(queries)
def test_a_place_is_plain_data_and_asks_what_it_was_made_of(query):
    arguments = json.loads(json.dumps(dict(place_of(query, "anything").arguments)))
    assert arguments["figure"] == "anything"
    assert narrowed_by(QueueQuery(arguments["queue"]), arguments) == query


def test_a_number_that_is_a_facet_chooses_its_chip_instead():
    place = place_of(QueueQuery("mine", overdue=True, phases=(Phase.REVIEW,)), Facet.OVERDUE.value)
    assert place.arguments == {"queue": "mine", "facet": "overdue", "phases": ["review"]}


def test_what_a_place_says_besides_is_passed_over():
    assert narrowed_by(QueueQuery("mine"), {"queue": "all", "sort": "name", "nonsense": 1}) == QueueQuery(
        "mine"
    )
