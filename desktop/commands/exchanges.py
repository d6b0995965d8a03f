"""`deficiencies`, `notices`, `account`: what went to and fro between the office and the applicant."""

from collections.abc import Iterator

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier
from desktop.commands.command import alone
from desktop.commands.desk import Desk
from desktop.language.messages import Messages
from desktop.services import deficiencies, lent_accounts, notices, wording


@alone("deficiencies")
def deficiencies_commands(desk: Desk, dossier: Dossier) -> Answer:
    """Show every item that was ever rejected, with each round's remark and the applicant's reply."""
    with desk.reading() as session:
        ledger = deficiencies.deficiency_ledger(session, desk.dossier(session, dossier))
    return Answer(ledger, list(_ledger_lines(ledger, desk.say)) or [desk.say.done("deficiency.none")])


@alone("notices")
def notices_commands(desk: Desk, dossier: Dossier) -> Answer:
    """Show what the applicant was told or is about to be told."""
    with desk.reading() as session:
        rows = notices.notices_of(session, desk.dossier(session, dossier))
    say = desk.say
    lines = [
        say.done("notice.line", at=row.created_at, kind=row.kind, state=row.state, name=row.recipient["name"])
        for row in rows
    ]
    return Answer(rows, lines or [say.done("notice.none")])


@alone("account")
def account_commands(desk: Desk, dossier: Dossier) -> Answer:
    """Show the account lent for testing the site; the reading is put into the journal."""
    with desk.writing() as session:
        account = lent_accounts.read(session, desk.actor(session), desk.dossier(session, dossier))
    values = {"username": account.username, "password": account.password, "note": account.note or ""}
    said = desk.say.done("account.shown", number=wording.stored_number(dossier), **values)
    return Answer(account, [said])


def _ledger_lines(ledger: list[deficiencies.Deficiency], say: Messages) -> Iterator[str]:
    for row in ledger:
        yield say.done("deficiency.item", item=row.code, title=row.title, state=row.state)
        for exchange in row.exchanges:
            values = {"round": exchange.round, "verdict": exchange.verdict, "person": exchange.person}
            yield "  " + say.done("deficiency.said", remark=exchange.remark, **values).rstrip(": ")
            if exchange.reply:
                yield "  " + say.done("deficiency.replied", reply=exchange.reply)
