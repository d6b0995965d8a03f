"""`journal`: whether the record of who did what still holds, entry by entry."""

from desktop.commands.answers import Answer
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.services.journal import BrokenChain, verify_journal

journal_commands = group("journal", "Verify the journal.")


@command(journal_commands, "verify")
def verify(desk: Desk) -> Answer:
    """Check every chain of the journal; ends with 1 when one does not hold."""
    with desk.reading() as session:
        seen = list(verify_journal(session))
    broken = [one for one in seen if isinstance(one, BrokenChain)]
    counts = [one for one in seen if not isinstance(one, BrokenChain)]
    say = desk.say
    lines = [
        say.done("journal.broken", chain=one.chain, sequence=one.sequence, rule=one.rule) for one in broken
    ]
    if not broken:
        lines.append(say.done("journal.holds", chains=len(counts), entries=sum(counts)))
    data = {"holds": not broken, "chains": len(counts), "entries": sum(counts), "broken": broken}
    return Answer(data, lines, failed=bool(broken))
