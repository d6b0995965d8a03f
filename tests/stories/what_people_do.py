"""What people do on a random walk, sensible or not; each act takes the walk and lets chance decide."""

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier
from desktop.models.identity_numbers import with_check_digit
from desktop.models.outside import BlacklistEntry
from desktop.models.vocabulary import BlacklistSubject, ClearanceResult, PaperVerdict, Phase, Verdict
from desktop.services import (
    blacklist,
    certificates,
    claims,
    clearances,
    closures,
    daily_round,
    fees,
    lent_accounts,
    notes,
    physical_documents,
    review,
    steps,
    undoing,
    verdict_undoing,
    verifications,
)
from desktop.services.intake.sample import write_package
from desktop.services.intake.sample_answer import sample_answer
from desktop.services.people import Actor, actor_named
from desktop.services.rules import rules_of
from tests.builders.applications import FIELDS, FILES, an_application
from tests.builders.enamad import POLICE
from tests.stories.random_walk import NAMES, NOTES, OVER, SELDOM, SENSIBLE, Walk

MOST_DOSSIERS = 4
RARE = {
    *("withdraw", "mark_not_applicable", "refuse_clearance", "propose_refusal", "await_clearance"),
    *("demand_guild_activity", "extend_deadline", "return_to_reviewer", "return_to_documents_officer"),
}
"""Steps that lead away from the end of the course."""


def open_a_dossier(walk: Walk) -> None:
    """Complete or not, of one of a few applicants, about one of a few domains."""
    alive = walk.ask(lambda s: s.scalars(select(Dossier.id).where(Dossier.phase.not_in(OVER))).all())
    if len(alive) >= MOST_DOSSIERS:
        return
    chance, number = walk.chance, len(walk.packages)
    sent = walk.now.isoformat(timespec="seconds")
    kind, level, identity, subject = what_to_ask_for(walk)
    values = {"email": FIELDS["email"], "phone": FIELDS["landline"], "address": FIELDS["address"]}
    proven = chance.sample(sorted(values), chance.choice([0, 1, 1, 2, 3]))
    document = an_application(
        {},
        package_id=f"walk-{number:05}",
        submitted_at=sent,
        subject=subject,
        level=level,
        kind=kind,
        fields=FIELDS | {"activity_type": chance.choice(["non_guild", "guild"])},
        terms={"version": "1405-1", "accepted_at": sent},
        verifications=[{"kind": k, "value": values[k], "verified_at": sent} for k in proven],
        test_account={"username": "trial", "password": "Secret-1405"},
    )
    document["applicant"] |= {"national_id": identity}
    paper = FILES["papers/lease.pdf"][1]
    files = FILES | {"guild.pdf": ("business_license", paper), "ssl.pdf": ("ssl_certificate", paper)}
    if chance.random() < 0.15:
        del files[chance.choice(sorted(files))]
    walk.packages.append(write_package(walk.folder / f"{number:05}.zip", document, files))
    walk.hand_in(walk.packages[-1])


def what_to_ask_for(walk: Walk) -> tuple[str, str, str, str]:
    """Kind, level, applicant and domain; sometimes two stars, mostly for what has a certificate."""
    chance = walk.chance
    new = (with_check_digit(f"00123{chance.randrange(3):04}"), f"shop{chance.randrange(4)}.example")
    if chance.random() > 0.3:
        return ("initial", "one_star", *new)
    held = walk.ask(
        lambda s: s.execute(
            select(Applicant.identity_number, Certificate.subject).join(
                Certificate, Certificate.applicant_id == Applicant.id
            )
        ).all()
    )
    return ("level_raise", "two_stars", *chance.choice(held or [new]))


def send_again(walk: Walk) -> None:
    """An answer to a deficiency notice that is perhaps none."""
    dossier_id = walk.some_dossier()
    number = walk.ask(lambda s: s.get_one(Dossier, dossier_id).number)
    folder = walk.folder / f"answer{len(walk.packages)}"
    walk.packages.append(walk.ask(lambda s: sample_answer(s, folder, number, walk.now)))
    walk.hand_in(walk.packages[-1])


def send_the_same_again(walk: Walk) -> None:
    """A package that came before; it gets its old receipt or stays in quarantine."""
    if walk.packages:
        walk.hand_in(walk.chance.choice(walk.packages))


def claim(walk: Walk) -> None:
    """Claim, release or reassign, the next or a certain dossier."""
    who = walk.somebody("reviewer", "colleague", "allrounder", "officer")
    what = walk.chance.randrange(8)
    if what == 0:
        walk.by(who, claims.claim_next)
    elif what == 1:
        walk.by(who, claims.release, walk.some_dossier())
    elif what == 2:
        receiver = walk.somebody("colleague", "reviewer")
        walk.by(walk.somebody("supervisor"), claims.reassign, walk.some_dossier(), receiver, "مرخصی" * what)
    else:
        walk.by(who, claims.claim, walk.some_dossier())


def judge(walk: Walk) -> None:
    """One item, with any verdict, with or without a remark; or a draft; or a confirmation."""
    dossier_id, chance = walk.some_dossier(), walk.chance
    item, remark = chance.choice(["B4", "T2", "S1", "O1", "Z9"]), chance.choice(["", "", " ", "نقص دارد."])
    verdict = chance.choice(list(Verdict))
    work = chance.choice([review.judge, review.judge, review.keep_draft])
    walk.by(walk.holder_of(dossier_id), work, dossier_id, item, verdict, remark)
    if chance.random() < 0.2:
        walk.by(walk.holder_of(dossier_id), review.confirm, dossier_id, [item])


def judge_everything(walk: Walk) -> None:
    """Every item of one dossier, taken in hand if need be; mostly all are accepted."""
    dossier_id, chance = walk.some_dossier(), walk.chance
    rejects = chance.random() < 0.3

    def judge_all(session: Session, actor: Actor) -> None:
        claims.claim(session, actor, dossier_id)
        for row in review.checklist_of(session, dossier_id):
            bad = rejects and chance.random() < 0.1
            verdict, remark = (Verdict.REJECTED, "نقص دارد.") if bad else (Verdict.ACCEPTED, "")
            review.judge(session, actor, dossier_id, row.code, verdict, remark)

    walk.by(walk.holder_of(dossier_id), judge_all)


def try_any_step(walk: Walk) -> None:
    """A step the scheme knows somewhere, by anybody, from wherever the dossier is."""
    rules = walk.ask(lambda s: rules_of(s, 2))
    action = walk.chance.choice(sorted({step.action for step in rules.transitions} | {"fly"}))
    version = walk.chance.choice([None, None, None, 1])
    dossier_id = walk.chance.choice([walk.some_dossier(), walk.some_dossier(), 99])
    walk.by(walk.somebody(), steps.take_step, dossier_id, action, walk.some_note(), version)


def take_an_open_step(walk: Walk) -> None:
    """A step that stands open to somebody."""
    dossier_id = walk.some_dossier()

    def open_steps(session: Session) -> list[tuple[str, str]]:
        actors = [(who, actor_named(session, who, walk.now)) for who in NAMES]
        return [
            (who, answer.action)
            for who, actor in actors
            for answer in steps.steps_open_to(session, actor, dossier_id)
            if answer.is_open
        ]

    is_open = walk.ask(open_steps)
    leads_on = [one for one in is_open if one[1] not in RARE]
    chosen = is_open if walk.chance.random() < SELDOM else leads_on
    if chosen:
        who, action = walk.chance.choice(chosen)
        walk.by(who, steps.take_step, dossier_id, action, NOTES[-1])


def think_better_of_it(walk: Walk) -> None:
    """Take back the newest act on a dossier, or a verdict; in time or not, one's own or not."""
    dossier_id = walk.some_dossier()
    holder = walk.holder_of(dossier_id)
    if walk.chance.random() < 0.5:
        judge(walk)
        walk.by(holder, verdict_undoing.undo_verdicts, dossier_id, [walk.chance.choice(["B4", "T2", "Z9"])])
        return
    take_an_open_step(walk)
    walk.now += timedelta(seconds=walk.chance.choice([1, 3, 5, 9]))
    for who in walk.chance.sample(NAMES, len(NAMES)):
        walk.by(who, undoing.undo, walk.busy_with or dossier_id)


def verify(walk: Walk) -> None:
    """Something the portal has not verified, or has."""
    kind = walk.chance.choice(["email", "phone", "phone", "address", "address", "technical", "dreams"])
    walk.by(walk.somebody("reviewer"), verifications.record_verification, walk.some_dossier(), kind)


def answer_of_the_authority(walk: Walk) -> None:
    """Mostly a good one."""
    result = walk.chance.choice([ClearanceResult.GRANTED] * 5 + [ClearanceResult.REFUSED])
    reference = walk.chance.choice(["۱۲/۳۴۵", "۱۲/۳۴۵", ""])
    who = walk.somebody("supervisor", "reviewer")
    walk.by(
        who,
        clearances.record_answer,
        walk.some_dossier(),
        POLICE,
        result,
        reference,
    )


def pay(walk: Walk) -> None:
    """The fee; or a part of it, nothing, too early, somebody else's, or with a used receipt."""
    chance, today = walk.chance, walk.now.date()
    dossier_id = walk.some_dossier()
    payment: tuple[str, int, date, str] = ("symbol", 1_750_000, today, f"receipt {walk.now}")
    if chance.random() > SENSIBLE:
        fee, amount = chance.choice(["symbol", "contractor"]), chance.choice([875_000, 0, 1])
        payment = (fee, amount, today + timedelta(days=chance.choice([0, 5])), "receipt")
    walk.by(walk.somebody("clerk"), fees.record_payment, dossier_id, *payment)


def receive_papers(walk: Walk) -> None:
    """A packet by post."""
    tracking, day = f"4471{walk.chance.randrange(300):04}", walk.now.date()
    who = walk.somebody("clerk", "officer")
    walk.by(
        who,
        physical_documents.receive_packet,
        walk.some_dossier(),
        tracking,
        day,
    )


def judge_papers(walk: Walk) -> None:
    """Every paper that has come, mostly as equal to its scan."""
    dossier_id, who = walk.some_dossier(), walk.somebody("officer", "officer", "allrounder")
    for row in walk.ask(lambda s: physical_documents.papers_of(s, dossier_id)):
        good = walk.chance.random() < 0.7
        verdict = PaperVerdict.ACCEPTED if good else PaperVerdict.REJECTED
        reason = walk.chance.choice(["", "مهر ندارد.", "مهر ندارد."])
        walk.by(who, physical_documents.judge_paper, dossier_id, row.rule, verdict, reason)


def look_at_the_site(walk: Walk) -> None:
    """Whether the symbol's code is there."""
    number = f"1405/{walk.chance.randint(1, 4):05}"
    installed = walk.chance.random() < 0.7
    walk.by(walk.somebody("reviewer"), certificates.record_code_check, number, installed=installed)


def keep_the_blacklists(walk: Walk) -> None:
    """Enter a domain name or lift an entry."""
    entries = walk.ask(lambda s: s.scalars(select(BlacklistEntry.id)).all())
    who, reason = walk.somebody("manager"), walk.chance.choice(["", "رأی مرجع"])
    if entries and walk.chance.random() < 0.8:
        walk.by(who, blacklist.lift, walk.chance.choice(entries), reason)
    else:
        domain = f"shop{walk.chance.randrange(4)}.example"
        walk.by(who, blacklist.enter, BlacklistSubject.DOMAIN_NAME, domain, reason, "دادگاه")


def let_time_pass(walk: Walk) -> None:
    """Hours or weeks; then the clock goes its round."""
    walk.now += timedelta(hours=walk.chance.choice([3, 20, 90, 500]))
    results = list(daily_round.go_round(walk.office, walk.now))
    walk.done.append(f"clock {[(r.dossier_id, r.outcome) for r in results]}")
    assert not [result for result in results if result.failed]


def close_a_day(walk: Walk) -> None:
    """Due moments follow the calendar."""
    day = walk.now.date() + timedelta(days=walk.chance.randrange(10))
    who = walk.somebody("administrator")
    if walk.chance.random() < 0.6:
        walk.by(who, closures.add_closure, day, "تعطیل")
    else:
        walk.by(who, closures.remove_closure, day)


def look_and_write(walk: Walk) -> None:
    """An internal note, or a look at the lent account."""
    dossier_id = walk.some_dossier()
    if walk.chance.random() < 0.5:
        walk.by(walk.somebody(), notes.write_note, dossier_id, walk.chance.choice(["", "یادداشت"]))
    else:
        walk.by(walk.somebody("reviewer"), lent_accounts.read, dossier_id)


ACTS: dict[Callable[[Walk], None], tuple[int, set[Phase]]] = {
    open_a_dossier: (6, set()),
    send_again: (10, {Phase.WITH_APPLICANT}),
    send_the_same_again: (1, set()),
    claim: (8, {Phase.REVIEW, Phase.PAPERS}),
    judge: (6, {Phase.REVIEW}),
    judge_everything: (10, {Phase.REVIEW}),
    try_any_step: (8, set()),
    take_an_open_step: (25, set()),
    think_better_of_it: (6, {Phase.REVIEW, Phase.PAPERS, Phase.DECISION}),
    verify: (12, {Phase.REVIEW}),
    answer_of_the_authority: (8, {Phase.REVIEW, Phase.WAITING_EXTERNAL}),
    pay: (10, {Phase.PAPERS, Phase.DECISION}),
    receive_papers: (10, {Phase.PAPERS, Phase.WITH_APPLICANT}),
    judge_papers: (10, {Phase.PAPERS}),
    look_at_the_site: (5, set()),
    keep_the_blacklists: (2, set()),
    let_time_pass: (3, set()),
    close_a_day: (2, set()),
    look_and_write: (3, set()),
}
"""What people do, how often, and where it is sensible (nowhere in particular: everywhere)."""


def go_on(walk: Walk) -> None:
    """Do one thing."""
    walk.now += timedelta(minutes=walk.chance.randint(1, 90))
    phase, is_sensible = walk.turn_to_a_dossier(), walk.chance.random() < SENSIBLE
    acts = {
        act: weight
        for act, (weight, phases) in ACTS.items()
        if not (is_sensible and phases) or phase in phases
    }
    walk.chance.choices(list(acts), weights=list(acts.values()))[0](walk)
