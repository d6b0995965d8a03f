"""`round`: what the clock does by itself, to be started once a day."""

from desktop.commands.answers import Answer
from desktop.commands.command import alone
from desktop.commands.desk import Desk
from desktop.services.daily_round import go_round


@alone("round")
def round_commands(desk: Desk) -> Answer:
    """Remind applicants whose answer is nearly due, and let lapse what was not answered in time."""
    with desk.office() as database:
        results = list(go_round(database, desk.at))
    say = desk.say
    lines = [
        say.done(
            "round.failed",
            number=result.number,
            sentence=say.error(result.outcome, {"number": result.number}),
        )
        if result.failed
        else say.done("round.done", number=result.number, outcome=result.outcome)
        for result in results
    ]
    failed = any(result.failed for result in results)
    return Answer(results, [*lines, say.done("round.end", count=len(results))], failed=failed)
