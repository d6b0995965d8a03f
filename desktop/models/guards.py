"""The guard library: named, typed questions a scheme may put before a step, each one portable predicate.

A scheme names guards and gives parameters, never SQL. Every predicate selects one truth value and may use
`:dossier`, `:person` (null for applicant and system), `:note` and `:now` besides its own parameters; a guard
with a parameter `days` also gets `:since`, the moment that many days before now.
A new guard is code here and a migration where it needs columns.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Guard:
    """One question: `parameters` name and type what a scheme has to give, `sql` answers for one dossier."""

    name: str
    sql: str
    parameters: dict[str, type] = field(default_factory=dict)


_CURRENT_FINDINGS = (
    "SELECT f.item_code, f.verdict FROM finding f WHERE f.dossier_id = :dossier AND f.superseded_at IS NULL"
)
_ITEMS_OF_DOSSIER = (
    "SELECT i.code, i.required FROM checklist_item i"
    " JOIN dossier d ON d.id = :dossier AND d.scheme_version_id = i.scheme_version_id"
)
_LATEST_CLEARANCE = (
    "EXISTS (SELECT 1 FROM clearance c WHERE c.dossier_id = :dossier AND c.authority = :authority"
    " AND c.result = '{result}' AND c.id = (SELECT max(l.id) FROM clearance l"
    " WHERE l.dossier_id = :dossier AND l.authority = :authority))"
)
_UNSATISFIED = """
NOT EXISTS (
  SELECT 1 FROM document_requirement r
  WHERE r.dossier_id = :dossier AND r.stage = :stage AND r.level = 'required' AND NOT EXISTS (
    SELECT 1 FROM document_requirement o JOIN {table} p
      ON p.dossier_id = o.dossier_id AND p.rule_code = o.rule_code
    WHERE o.dossier_id = :dossier AND o.stage = :stage
      AND (o.rule_code = r.rule_code OR o.one_of = r.one_of) AND {held}))
"""


_GUARDS = (
    Guard(
        "claimed_by_actor",
        "SELECT EXISTS (SELECT 1 FROM dossier WHERE id = :dossier AND claimed_by_id = :person)",
    ),
    Guard(
        "note_given",
        "SELECT length(trim(coalesce(:note, ''))) >= :min_letters",
        {"min_letters": int},
    ),
    Guard(
        "all_items_judged",
        f"SELECT NOT EXISTS (SELECT 1 FROM ({_ITEMS_OF_DOSSIER}) i"
        f" WHERE i.code NOT IN (SELECT item_code FROM ({_CURRENT_FINDINGS}) x))",
    ),
    Guard(
        "no_item_rejected",
        f"SELECT NOT EXISTS (SELECT 1 FROM ({_CURRENT_FINDINGS}) x WHERE x.verdict = 'rejected')",
    ),
    Guard(
        # Of this round: a deficiency is announced again only after somebody has looked again.
        "some_item_rejected",
        "SELECT EXISTS (SELECT 1 FROM finding f JOIN dossier d ON d.id = f.dossier_id AND d.round = f.round"
        " WHERE f.dossier_id = :dossier AND f.superseded_at IS NULL AND f.verdict = 'rejected')",
    ),
    Guard(
        "verifications_at_least",
        "SELECT (SELECT count(DISTINCT v.kind) FROM verification v WHERE v.dossier_id = :dossier"
        " AND v.counts AND v.verified_at IS NOT NULL AND v.voided_at IS NULL) >= :n",
        {"n": int},
    ),
    Guard(
        "documents_present",
        "SELECT " + _UNSATISFIED.format(table="document", held="p.superseded_by_id IS NULL"),
        {"stage": str},
    ),
    Guard(
        "documents_accepted",
        "SELECT "
        + _UNSATISFIED.format(table="paper", held="p.verdict = 'accepted' AND p.replaced_by_id IS NULL"),
        {"stage": str},
    ),
    Guard(
        "some_paper_rejected",
        "SELECT EXISTS (SELECT 1 FROM paper p WHERE p.dossier_id = :dossier"
        " AND p.verdict = 'rejected' AND p.replaced_by_id IS NULL)",
    ),
    Guard(
        "papers_received_again",
        "SELECT NOT EXISTS (SELECT 1 FROM paper p WHERE p.dossier_id = :dossier"
        " AND p.verdict = 'rejected' AND p.replaced_by_id IS NULL)",
    ),
    Guard(
        "four_eyes",
        "SELECT NOT EXISTS (SELECT 1 FROM work_done w WHERE w.dossier_id = :dossier"
        " AND w.person_id = :person AND (:work = 'any' OR w.kind = :work))",
        {"work": str},
    ),
    Guard(
        "fee_paid",
        "SELECT NOT EXISTS (SELECT 1 FROM fee_line f WHERE f.dossier_id = :dossier"
        " AND f.charged_on = :kind"
        " AND NOT f.informative AND f.amount_rial > (SELECT coalesce(sum(p.amount_rial), 0)"
        " FROM payment p WHERE p.fee_line_id = f.id))",
        {"kind": str},
    ),
    Guard(
        "clearance_granted",
        "SELECT " + _LATEST_CLEARANCE.format(result="granted"),
        {"authority": str},
    ),
    Guard(
        "clearance_pending",
        "SELECT " + _LATEST_CLEARANCE.format(result="pending"),
        {"authority": str},
    ),
    Guard(
        "clearance_refused",
        "SELECT " + _LATEST_CLEARANCE.format(result="refused"),
        {"authority": str},
    ),
    Guard(
        "not_blacklisted",
        "SELECT NOT EXISTS (SELECT 1 FROM blacklist_entry b JOIN dossier d ON d.id = :dossier"
        " JOIN applicant a ON a.id = d.applicant_id WHERE b.lifted_on IS NULL AND"
        " ((b.subject_kind = 'person' AND b.subject_value = a.identity_number)"
        " OR (b.subject_kind = 'domain_name' AND b.subject_value = d.subject_folded)))",
    ),
    Guard(
        "answer_overdue",
        "SELECT EXISTS (SELECT 1 FROM dossier WHERE id = :dossier AND answer_due_at < :now)",
    ),
    Guard(
        "rounds_at_most",
        "SELECT EXISTS (SELECT 1 FROM dossier WHERE id = :dossier AND round <= :n)",
        {"n": int},
    ),
    Guard(
        "decided_within",
        "SELECT EXISTS (SELECT 1 FROM dossier WHERE id = :dossier AND decided_at IS NOT NULL"
        " AND decided_at >= :since)",
        {"days": int},
    ),
    Guard(
        "code_installed",
        "SELECT EXISTS (SELECT 1 FROM certificate c JOIN dossier d ON d.certificate_id = c.id"
        " WHERE d.id = :dossier AND c.code_installed_at IS NOT NULL)",
    ),
    Guard(
        "level_attainable",
        f"SELECT NOT EXISTS (SELECT 1 FROM level_requirement q JOIN dossier d ON d.id = :dossier"
        f" AND q.scheme_version_id = d.scheme_version_id AND q.level_code = d.level"
        f" WHERE q.item_code NOT IN (SELECT item_code FROM ({_CURRENT_FINDINGS}) x"
        f" WHERE x.verdict = 'accepted'))"
        " AND NOT EXISTS (SELECT 1 FROM level l JOIN dossier d ON d.id = :dossier"
        " AND l.scheme_version_id = d.scheme_version_id AND l.code = d.level"
        " WHERE (l.follows IS NOT NULL OR d.kind = 'level_raise') AND NOT EXISTS (SELECT 1 FROM certificate c"
        " WHERE c.id = d.certificate_id AND c.state = 'valid' AND c.level_code = l.follows))",
    ),
    Guard(
        "field_is",
        "SELECT EXISTS (SELECT 1 FROM field_value v WHERE v.dossier_id = :dossier"
        " AND v.field_code = :field AND v.value = :value AND v.replaced_at IS NULL)",
        {"field": str, "value": str},
    ),
    Guard(
        "parameter_on",
        "SELECT EXISTS (SELECT 1 FROM scheme_parameter p JOIN dossier d ON d.id = :dossier"
        " AND p.scheme_version_id = d.scheme_version_id WHERE p.name = :name AND p.value = 'true')",
        {"name": str},
    ),
)

GUARDS: dict[str, Guard] = {guard.name: guard for guard in _GUARDS}
