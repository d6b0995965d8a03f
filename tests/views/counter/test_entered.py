"""What stands in the form and what becomes of it in package.json, without a window."""

from desktop.views.counter.entered import document_of, values_of
from desktop.views.counter.sheet import Entry, EntryType, Group, Sheet, known

NAME = Entry("$.applicant.name", "Name", EntryType.LINE, required=True)
PROXY = Entry("$.applicant.has_proxy", "Proxy", EntryType.FLAG)
PROXY_NAME = Entry("$.applicant.proxy.name", "Name", EntryType.LINE, only_when=((PROXY.path, True),))
EMAIL = Entry("$.fields.email", "E-mail", EntryType.LATIN)
SEEN = Entry("$.verifications.email", "E-mail", EntryType.FLAG, proves=EMAIL.path)
BEGUN = {"purpose": "open", "scheme": "enamad", "kind": "initial"}
ENTERED = {NAME.path: "سارا", PROXY.path: True, PROXY_NAME.path: "رضا", EMAIL.path: "a@b.example"}


def sheet(*entries: Entry, opened: frozenset[str] | None = None) -> Sheet:
    return Sheet((Group("", "", entries),), opened)


APPLICATION = sheet(NAME, PROXY, PROXY_NAME, EMAIL, SEEN)


def test_what_was_entered_comes_back_from_its_document():
    entered = ENTERED | {SEEN.path: True}
    assert values_of(document_of(BEGUN, APPLICATION, entered), APPLICATION) == entered


def test_what_is_not_asked_any_more_is_left_out():
    document = document_of(BEGUN, APPLICATION, ENTERED | {PROXY.path: False})
    assert document["applicant"] == {"name": "سارا"}


def test_a_verification_bears_the_value_that_stands_in_its_field_now():
    entered = ENTERED | {SEEN.path: True, EMAIL.path: "new@b.example"}
    document = document_of(BEGUN, APPLICATION, entered)
    assert document["verifications"] == [{"kind": "email", "value": "new@b.example"}]
    assert document_of(BEGUN, APPLICATION, ENTERED)["verifications"] == []


def test_an_answer_names_only_what_is_another_and_keeps_the_rest_of_its_applicant():
    reply = Entry("$.replies[0].text", "B3", EntryType.LONG)
    city = Entry("$.fields.city", "City", EntryType.LINE, was="تهران")
    offers = Entry("$.services", "Services", EntryType.CHOICES, was=["goods"])
    answer = sheet(reply, city, offers, NAME, opened=frozenset())
    begun = BEGUN | {
        "purpose": "resubmit",
        "dossier": "1405/00001",
        "applicant": {"kind": "natural_person", "name": "سارا"},
        "replies": [{"item": "B3", "text": ""}],
    }
    values = values_of(begun, answer)
    assert values == {reply.path: "", city.path: "تهران", offers.path: ["goods"], NAME.path: "سارا"}
    values |= {reply.path: "اصلاح شد.", city.path: "قم", NAME.path: "سارا کریمی"}
    document = document_of(begun, answer, values)
    assert document["fields"] == {"city": "قم"}
    assert "services" not in document
    assert document["applicant"] == {"kind": "natural_person", "name": "سارا کریمی"}
    assert document["replies"] == [{"item": "B3", "text": "اصلاح شد."}]


def test_a_problem_within_a_value_belongs_to_its_field():
    entries = {one.path: one for one in (NAME, EMAIL)}
    assert known(entries, "$.applicant.name[0]") is NAME
    assert known(entries, "$.fields.email.deeper") is EMAIL
    assert known(entries, "$.subject") is None
