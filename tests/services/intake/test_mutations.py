"""Whatever is done to a good package, reading it ends with a package or a report, never with an error."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.errors import RuleBroken
from desktop.services import people
from desktop.services.intake.attachments import judge
from desktop.services.intake.outcomes import Receipt
from desktop.services.intake.package import Package, inspect_bytes
from desktop.services.intake.report import Report
from desktop.services.intake.taking import take
from desktop.services.unit_of_work import run
from tests.builders.applications import FILES as APPLICATION_FILES
from tests.builders.applications import NOW, an_application, rows_of_all_tables
from tests.builders.packages import FILES, a_document, a_pdf, a_picture, package_bytes

GOOD = package_bytes()
PORTAL = people.applicant(NOW)
BYTES_OF = {
    "card.png": a_picture("PNG"),
    "card.jpg": a_picture("JPEG"),
    "card.gif": a_picture("GIF", frames=2),
    "card.tif": a_picture("TIFF", frames=2),
    "lease.pdf": a_pdf(2),
}
PATCHES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=6)), min_size=1, max_size=4
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def patched(data: bytes, patches: list[tuple[float, bytes]]) -> bytes:
    for place, written in patches:
        at = int(place * len(data))
        data = data[:at] + written + data[at + max(len(written), 1) :]
    return data


def places_in(value: object, path: tuple = ()) -> list[tuple]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inner for place in places_in(one, (*path, key)))]


def replaced(value: object, path: tuple, new: object) -> object:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(copy[path[0]], path[1:], new)
    return copy


@given(PATCHES)
def test_changed_bytes_never_raise(patches):
    assert isinstance(inspect_bytes(patched(GOOD, patches)), Package | Report)


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(data):
    assert isinstance(inspect_bytes(data), Report)


@given(st.sampled_from(places_in(a_document())), JSON)
def test_a_changed_value_never_raises(place, value):
    changed = json.dumps(replaced(a_document(), place, value)).encode()
    assert isinstance(inspect_bytes(package_bytes(changed)), Package | Report)


@given(st.text(max_size=40))
def test_any_name_of_an_entry_is_judged(name):
    files = FILES | {name: ("lease", a_pdf())}
    document = json.dumps(a_document(files)).encode()
    try:
        data = package_bytes(document, files)
    except (UnicodeEncodeError, ValueError):
        return
    assert isinstance(inspect_bytes(data), Package | Report)


@given(st.sampled_from(sorted(BYTES_OF)), PATCHES)
def test_a_changed_attachment_is_judged_or_refused(name, patches):
    data = patched(BYTES_OF[name], patches)
    assert outcome_of(data, name) in {
        "judged",
        "file_empty",
        "type_not_accepted",
        "type_differs_from_name",
        "file_damaged",
        "too_many_pages",
    }


KEPT = {"intake_package", "quarantine_chunk", "journal_entry", "journal_head"}
"""All that a package in quarantine may leave behind."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(places_in(an_application())), JSON), min_size=1, max_size=2))
def test_a_changed_application_is_taken_whole_or_not_at_all(enamad, tmp_path, changes):
    document = an_application()
    for place, value in changes:
        if place in places_in(document):
            document = replaced(document, place, value)
    path = tmp_path / "changed.zip"
    path.write_bytes(package_bytes(json.dumps(document).encode(), APPLICATION_FILES))
    before = rows_of_all_tables(enamad)
    outcome = run(enamad, take, PORTAL, path)
    grown = {name for name, rows in rows_of_all_tables(enamad).items() if rows != before[name]}
    assert grown <= KEPT or (isinstance(outcome, Receipt) and {"dossier", "submission"} <= grown)


def outcome_of(data: bytes, name: str) -> str:
    try:
        judge(data, name)
    except RuleBroken as refused:
        return refused.code
    return "judged"
