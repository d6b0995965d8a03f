"""Schemes are shown with their versions through time, each whole and as a graph, and held against another."""

from datetime import timedelta

import pytest

from desktop.models.errors import NotAllowed, NotFound
from desktop.models.vocabulary import Phase
from desktop.services.people import actor_named, applicant
from desktop.services.scheme_comparison import BASICS, SECTIONS, compare_versions
from desktop.services.scheme_pages import VersionStanding, schemes, version_page
from desktop.services.schemes.definition import VersionDefinition
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme
from desktop.services.unit_of_work import reading, run
from tests.builders.enamad import BEGUN_AT
from tests.builders.schemes import ENAMAD_TEXT, SMALL_SCHEME

THIRD = """
[[version]]
code = "1406-01-01"
valid_from = "1406/01/01"

[version.validity]
months = 36

[[version.fee]]
code = "symbol"
label = {fa = "صدور نماد", ar = "إصدار العلامة", en = "Issue of the symbol"}
amount_rial = 2_500_000
charged_on = "issue"
"""
STARS = 'label = {fa = "نماد دائمی یک‌ستاره"'


@pytest.fixture
def shelf(enamad):
    """Besides the shipped versions one to come, and the scheme of another shape."""
    with reading(enamad) as session:
        administrator = actor_named(session, "administrator", BEGUN_AT)
    later = ENAMAD_TEXT.replace("# --- Parameters", THIRD + "\n# --- Parameters", 1)
    for text in (later, SMALL_SCHEME):
        run(enamad, add_scheme, administrator, read_scheme(text), text)
    return enamad


def ask(office, question, *arguments, at=BEGUN_AT):
    with reading(office) as session:
        return question(session, actor_named(session, "auditor", at), *arguments)


def ids(office):
    return {(one.code, v.code): v.id for one in ask(office, schemes) for v in one.versions}


def test_versions_are_listed_newest_first_with_when_they_hold(shelf):
    listed = {one.code: one for one in ask(shelf, schemes)}
    assert [(v.code, v.standing) for v in listed["enamad"].versions] == [
        ("1406-01-01", VersionStanding.COMING),
        ("1397-12-05", VersionStanding.IN_FORCE),
        ("1389-01-01", VersionStanding.ENDED),
    ]
    assert listed["enamad"].versions[1].until is not None
    assert [v.standing for v in listed["stalls"].versions] == [
        VersionStanding.IN_FORCE,
        VersionStanding.ENDED,
    ]
    later = ask(shelf, schemes, at=BEGUN_AT + timedelta(days=400))
    assert later[0].versions[0].standing is VersionStanding.IN_FORCE


def test_a_version_page_has_everything_it_says(shelf):
    page = ask(shelf, version_page, ids(shelf)["enamad", "1397-12-05"])
    assert (page.scheme.title.fa, page.version.validity_months) == ("نماد اعتماد الکترونیکی", 24)
    assert len(page.version.checklist_items) == 38
    assert {fee.code for fee in page.version.fees} == {"symbol"}
    assert page.row.standing is VersionStanding.IN_FORCE
    with pytest.raises(NotFound):
        ask(shelf, version_page, 99)


def test_the_graph_begins_at_the_beginning_and_every_step_leads_between_its_nodes(shelf):
    for version_id in ids(shelf).values():
        graph = ask(shelf, version_page, version_id).graph
        nodes = {node.code: node for node in graph.nodes}
        assert [node.code for node in graph.nodes if node.is_initial] == [graph.nodes[0].code]
        assert {(node.rank, node.place) for node in graph.nodes} == {
            (rank, place)
            for rank in {node.rank for node in graph.nodes}
            for place in range(sum(node.rank == rank for node in graph.nodes))
        }
        for edge in graph.edges:
            back = nodes[edge.to_status].rank <= nodes[edge.from_status].rank
            assert edge.goes_back is back


def test_steps_of_several_roles_are_one_edge_with_their_guards(shelf):
    graph = ask(shelf, version_page, ids(shelf)["enamad", "1397-12-05"]).graph
    edges = {(edge.action, edge.from_status): edge for edge in graph.edges}
    resume = edges["resume", "waiting_external"]
    assert resume.roles == ("reviewer", "supervisor", "system")
    assert [guard.name for guard in resume.guards] == ["clearance_granted"]
    assert edges["resubmit", "deficient"].goes_back
    nodes = {node.code: node for node in graph.nodes}
    assert nodes["active"].is_end
    assert nodes["ready"].phase is Phase.PREPARATION
    assert not nodes["refused"].is_end


def compared(office, old, new):
    known = ids(office)
    return {one.section: one for one in ask(office, compare_versions, known[old], known[new])}


def test_versions_are_compared_by_what_they_say(shelf):
    found = compared(shelf, ("enamad", "1389-01-01"), ("enamad", "1397-12-05"))
    assert found.keys() == {"basics", "fees"}
    basics = {value.name: (value.old, value.new) for value in found["basics"].changed[0].values}
    assert basics["validity_months"] == (12, 24)
    fees = found["fees"]
    assert ([one.code for one in fees.removed], fees.added) == (["contractor", "post"], ())
    (symbol,) = fees.changed
    amounts = {value.name: (value.old, value.new) for value in symbol.values}
    assert (symbol.key, amounts["amount_rial"]) == (("symbol",), (0, 1_750_000))


def test_a_version_differs_from_itself_in_nothing(shelf):
    assert compared(shelf, ("enamad", "1397-12-05"), ("enamad", "1397-12-05")) == {}


def test_other_words_parameters_and_orders_are_differences(enamad):
    changed = (
        ENAMAD_TEXT.replace("answer_deadline_working_days = 15", "answer_deadline_working_days = 20")
        .replace('code = "enamad"', 'code = "enamad_b"', 1)
        .replace(STARS, 'label = {fa = "یک ستاره"', 1)
    )
    groups = changed.index('[[field_group]]\ncode = "business"')
    contact = changed.index('[[field_group]]\ncode = "contact"')
    offer = changed.index('[[field_group]]\ncode = "offer"')
    changed = changed[:groups] + changed[contact:offer] + changed[groups:contact] + changed[offer:]
    with reading(enamad) as session:
        administrator = actor_named(session, "administrator", BEGUN_AT)
    run(enamad, add_scheme, administrator, read_scheme(changed), changed)
    found = compared(enamad, ("enamad", "1397-12-05"), ("enamad_b", "1397-12-05"))
    assert found.keys() == {"levels", "parameters", "field_groups"}
    assert found["parameters"].changed[0].values[0].new == 20
    assert found["field_groups"].reordered
    assert found["levels"].changed[0].values[0].old.fa == "نماد دائمی یک‌ستاره"


def test_nothing_a_version_says_is_left_out_of_the_comparison():
    said = set(VersionDefinition.__dataclass_fields__) - {"code"}
    assert said == {*SECTIONS, *BASICS}


def test_schemes_are_for_the_people_of_the_office(shelf):
    with reading(shelf) as session:
        for question, arguments in ((schemes, ()), (version_page, (1,)), (compare_versions, (1, 2))):
            with pytest.raises(NotAllowed):
                question(session, applicant(BEGUN_AT), *arguments)
