"""What package.json may say: every fault is named with its JSON path and its rule, all of them at once."""

import json

import pytest

from desktop.services.intake import limits
from desktop.services.intake.package import Package, inspect_bytes
from desktop.services.intake.report import Report
from tests.builders.packages import LEGAL_NATIONAL_ID, NATIONAL_ID, a_document, package_bytes, zipped

LEGAL = {
    "kind": "legal_person",
    "name": "شرکت گلچین",
    "legal_national_id": LEGAL_NATIONAL_ID,
    "managing_director": {"name": "رضا امینی", "national_id": NATIONAL_ID},
    "mobile": "+989121234567",
    "email": "office@golchin.example",
}
FOREIGN = {
    "kind": "natural_person",
    "name": "نور الحسن",
    "foreigner_code": "123456789012",
    "is_foreign": True,
    "birth_date": "1370/01/01",
    "mobile": "09121234567",
    "email": "nour@golchin.example",
}
HASH = "0" * 64


def found_in(document: object) -> set[tuple[str, str]]:
    report = inspect_bytes(package_bytes(document))
    assert isinstance(report, Report)
    return {(one.where, one.rule) for one in report.findings}


def applicant(**changes: object) -> dict[str, object]:
    return a_document()["applicant"] | changes


def without(table: dict[str, object], *keys: str) -> dict[str, object]:
    return {key: value for key, value in table.items() if key not in keys}


@pytest.mark.parametrize("person", [a_document()["applicant"], LEGAL, FOREIGN])
def test_natural_legal_and_foreign_applicants_are_accepted(person):
    assert isinstance(inspect_bytes(package_bytes(a_document(applicant=person))), Package)


def test_a_package_without_contents_is_refused():
    report = inspect_bytes(zipped({"papers/card.png": b"x"}))
    assert isinstance(report, Report)
    assert [(one.where, one.rule) for one in report.findings] == [("package.json", "contents_missing")]


def good_text() -> str:
    return json.dumps(a_document(), ensure_ascii=False)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "contents_not_json"),
        (b"not json", "contents_not_json"),
        (good_text().encode() + b",", "contents_not_json"),
        (good_text().encode("utf-16"), "contents_not_utf8"),
        (good_text().encode("cp1256", "replace").replace(b'"format"', b'"\xc7"'), "contents_not_utf8"),
        (b'{"package_id": 1, "package_id": 2}', "key_repeated"),
        (b'{"fields": {"area": NaN}}', "not_a_number"),
        (b'{"fields": {"area": -Infinity}}', "not_a_number"),
        (b'{"fields": {"area": 1e999}}', "not_a_number"),
        (b'{"fields": {"area": ' + b"9" * 9000 + b"}}", "not_a_number"),
        (b"[" * 100_000, "contents_too_deep"),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "contents_too_deep"),
        (b" " * (limits.CONTENTS_BYTES + 1), "contents_too_large"),
    ],
)
def test_contents_that_are_no_strict_json_are_refused(data, rule):
    assert found_in(data) == {("package.json", rule)}


def test_contents_over_the_size_limit_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "CONTENTS_BYTES", 200)
    assert ("package.json", "contents_too_large") in found_in(a_document())


@pytest.mark.parametrize("value", [[], "text", 7, None, True])
def test_contents_that_are_no_object_are_refused(value):
    assert found_in(json.dumps(value).encode()) == {("$", "wrong_type")}


def test_a_byte_order_mark_does_no_harm():
    assert isinstance(inspect_bytes(package_bytes(b"\xef\xbb\xbf" + good_text().encode())), Package)


@pytest.mark.parametrize(
    ("changes", "where", "rule"),
    [
        ({"format": "parvandeh-intake/9"}, "$.format", "not_in_list"),
        ({"package_id": None}, "$.package_id", "missing"),
        ({"package_id": "short"}, "$.package_id", "wrong_form"),
        ({"package_id": "has space in it"}, "$.package_id", "wrong_form"),
        ({"purpose": "delete"}, "$.purpose", "not_in_list"),
        ({"kind": "gift"}, "$.kind", "not_in_list"),
        ({"colour": "blue"}, "$.colour", "unknown"),
        ({"sub ject": "x"}, "$['sub ject']", "unknown"),
        ({"subject": []}, "$.subject", "wrong_type"),
        ({"subject": "  "}, "$.subject", "wrong_form"),
        ({"subject": "a" * 300}, "$.subject", "too_long"),
        ({"subject": ["a"]}, "$.subject", "wrong_type"),
        ({"message": "bell \x07"}, "$.message", "text_control"),
        ({"submitted_at": "1405/03/24"}, "$.submitted_at", "wrong_form"),
        ({"submitted_at": "2026-02-30T10:00:00Z"}, "$.submitted_at", "moment"),
        ({"submitted_at": "0001-01-01T00:00:00+14:00"}, "$.submitted_at", "moment"),
        ({"terms": {"version": "1"}}, "$.terms.accepted_at", "missing"),
        (
            {"terms": {"version": "1", "accepted_at": "2027-01-01T00:00:00Z"}},
            "$.terms.accepted_at",
            "after_submission",
        ),
        ({"fields": {"Area": 3}}, "$.fields.Area", "unknown"),
        ({"fields": {"area": {"a": 1}}}, "$.fields.area", "wrong_type"),
        ({"fields": {"area": None}}, "$.fields.area", "wrong_type"),
        ({"services": ["a", "a"]}, "$.services", "repeated"),
        ({"documents": "none"}, "$.documents", "wrong_type"),
        ({"replies": [{"item": "O1", "text": "x"}]}, "$.replies", "must_be_absent"),
        ({"dossier": "1405/00001"}, "$.dossier", "must_be_absent"),
        ({"purpose": "resubmit"}, "$.dossier", "missing"),
        ({"purpose": "resubmit", "dossier": "1405-1"}, "$.dossier", "wrong_form"),
        (
            {
                "verifications": [
                    {"kind": "email", "value": "a@b.example", "verified_at": "2027-01-01T00:00:00Z"}
                ]
            },
            "$.verifications[0].verified_at",
            "after_submission",
        ),
        ({"test_account": {"username": "try"}}, "$.test_account.password", "missing"),
    ],
)
def test_a_broken_rule_is_named_with_its_place(changes, where, rule):
    assert found_in(a_document(**changes)) == {(where, rule)}


@pytest.mark.requirement("ENM-028", "X-08", "X-14", "C-13")
@pytest.mark.parametrize(
    ("person", "where", "rule"),
    [
        (applicant(national_id="0012345678"), "national_id", "national_id"),
        (applicant(national_id="1111111111"), "national_id", "national_id"),
        (applicant(national_id="12345"), "national_id", "wrong_form"),
        (applicant(mobile="02112345678"), "mobile", "mobile"),
        (applicant(email="nowhere"), "email", "wrong_form"),
        (applicant(birth_date="1370/13/01"), "birth_date", "date"),
        (applicant(birth_date="1404/12/30"), "birth_date", "date"),
        (applicant(birth_date="1406/01/01"), "birth_date", "after_submission"),
        (applicant(sex="other"), "sex", "not_in_list"),
        (without(applicant(), "national_id"), "national_id", "missing"),
        (without(applicant(), "birth_date"), "birth_date", "missing"),
        (applicant(legal_national_id=LEGAL_NATIONAL_ID), "legal_national_id", "must_be_absent"),
        (applicant(has_proxy=True), "proxy", "missing"),
        (applicant(proxy={"name": "رضا امینی", "national_id": NATIONAL_ID}), "proxy", "must_be_absent"),
        (LEGAL | {"legal_national_id": "10380284791"}, "legal_national_id", "legal_national_id"),
        (without(LEGAL, "managing_director"), "managing_director", "missing"),
        (without(LEGAL, "legal_national_id"), "legal_national_id", "missing"),
        (LEGAL | {"national_id": NATIONAL_ID}, "national_id", "must_be_absent"),
        (
            LEGAL | {"managing_director": {"name": "رضا امینی", "national_id": "0012345678"}},
            "managing_director.national_id",
            "national_id",
        ),
        (FOREIGN | {"foreigner_code": "12"}, "foreigner_code", "wrong_form"),
        (without(FOREIGN, "foreigner_code"), "foreigner_code", "missing"),
        (FOREIGN | {"national_id": NATIONAL_ID}, "national_id", "must_be_absent"),
    ],
)
def test_an_applicant_is_checked_by_his_kind(person, where, rule):
    assert found_in(a_document(applicant=person)) == {(f"$.applicant.{where}", rule)}


def test_half_a_character_is_refused():
    data = json.dumps(a_document(message="half \ud800")).encode()
    assert found_in(data) == {("$.message", "text_control")}


def test_everything_wrong_is_reported_not_only_the_first():
    document = a_document(
        kind="gift",
        colour="blue",
        applicant=applicant(national_id="0012345678", mobile="1"),
        documents=[{"rule": "card", "file": "papers/card.png", "sha256": HASH}],
    )
    assert found_in(document) == {
        ("$.kind", "not_in_list"),
        ("$.colour", "unknown"),
        ("$.applicant.national_id", "national_id"),
        ("$.applicant.mobile", "too_short"),
        ("papers/card.png", "file_hash"),
        ("papers/booklet.jpg", "file_unlisted"),
    }


def test_a_listed_file_that_is_not_there_is_named():
    lost = {"rule": "lease", "file": "papers/lease.pdf", "sha256": HASH}
    document = a_document()
    document["documents"].append(lost)
    assert found_in(document) == {("papers/lease.pdf", "file_missing")}


def test_the_contents_themselves_are_no_paper():
    document = a_document()
    document["documents"].append({"rule": "lease", "file": "package.json", "sha256": HASH})
    assert found_in(document) == {("package.json", "file_missing")}


def test_the_hash_may_be_written_in_capitals():
    document = a_document()
    for one in document["documents"]:
        one["sha256"] = one["sha256"].upper()
    assert isinstance(inspect_bytes(package_bytes(document)), Package)


def test_the_report_names_the_package_when_it_can():
    report = inspect_bytes(package_bytes(a_document(kind="gift")))
    assert isinstance(report, Report)
    assert report.package_id == a_document()["package_id"]


def test_the_findings_are_plain_values():
    report = inspect_bytes(package_bytes(a_document(kind="gift")))
    assert isinstance(report, Report)
    (row,) = json.loads(json.dumps(report.as_rows()))
    assert (row["where"], row["rule"], row["values"]["found"]) == ("$.kind", "not_in_list", "gift")
