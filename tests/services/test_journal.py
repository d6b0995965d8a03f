"""The journal: a chain per dossier that tells any change, gap, cut or forgery apart from what was said."""

import pytest
from sqlalchemy import select

from desktop.models.journal import OFFICE_CHAIN, JournalEntry
from desktop.services.journal import BrokenChain, record, verify_journal
from desktop.services.people import clock
from desktop.services.unit_of_work import reading, writing
from tests.builders.damage import change_past_protections
from tests.builders.enamad import Case


def verified(office):
    with reading(office) as session:
        return list(verify_journal(session))


def test_each_dossier_has_a_chain_of_its_own_and_the_office_one(claimed: Case):
    with reading(claimed.office) as session:
        chains = set(session.scalars(select(JournalEntry.chain)))
    assert chains == {OFFICE_CHAIN, claimed.dossier_id}
    held = verified(claimed.office)
    assert all(isinstance(one, int) for one in held)
    assert len(held) == 2


@pytest.mark.parametrize(
    ("change", "rule", "at"),
    [
        ('UPDATE journal_entry SET content = \'{"by":"me"}\' WHERE chain = 1 AND sequence = 2', "hash", 2),
        ("UPDATE journal_entry SET person_id = 2 WHERE chain = 1 AND sequence = 3", "hash", 3),
        (
            "UPDATE journal_entry SET at = '2026-01-01 00:00:00.000000' WHERE chain = 1 AND sequence = 1",
            "hash",
            1,
        ),
        ("UPDATE journal_entry SET previous_hash = hash WHERE chain = 1 AND sequence = 2", "link", 2),
        ("DELETE FROM journal_entry WHERE chain = 1 AND sequence = 2", "gap", 2),
        ("DELETE FROM journal_entry WHERE chain = 1 AND sequence = 1", "gap", 1),
        ("UPDATE journal_head SET length = length - 1 WHERE chain = 1", "tail", None),
        ("DELETE FROM journal_head WHERE chain = 1", "head", None),
    ],
)
def test_a_change_of_what_was_said_is_told_by_chain_place_and_rule(claimed: Case, change, rule, at):
    claimed.office.close()
    table = "journal_head" if "journal_head" in change else "journal_entry"
    change_past_protections(claimed.office.folder, table, change)
    (broken,) = [one for one in verified(claimed.office) if isinstance(one, BrokenChain)]
    assert (broken.chain, broken.rule) == (1, rule)
    assert at in (None, broken.sequence)


def test_a_cut_tail_is_told_although_what_is_left_holds(claimed: Case):
    claimed.office.close()
    length = "(SELECT length FROM journal_head WHERE chain = 1)"
    cut = f"DELETE FROM journal_entry WHERE chain = 1 AND sequence = {length}"
    change_past_protections(claimed.office.folder, "journal_entry", cut)
    assert [one.rule for one in verified(claimed.office) if isinstance(one, BrokenChain)] == ["tail"]


def test_an_entry_goes_with_the_work_it_tells_of_or_not_at_all(claimed: Case):
    before = verified(claimed.office)
    with writing(claimed.office) as session:
        record(session, clock(claimed.now), "trial:thing:begun", claimed.dossier_id, number=1)
        session.flush()
        session.rollback()
    assert verified(claimed.office) == before


def test_what_is_said_is_one_spelling_whatever_the_order(claimed: Case):
    with writing(claimed.office) as session:
        record(session, clock(claimed.now), "trial:thing:begun", None, b="ی", a=1)
        record(session, clock(claimed.now), "trial:thing:ended", None, a=1, b="ی")
    with reading(claimed.office) as session:
        entries = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc()).limit(2))
        assert {entry.content for entry in entries} == {'{"a":1,"b":"ی"}'}
