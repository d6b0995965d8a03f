"""What one command line led to: an answer or a failure, with the desk it was given at."""

import sys
from dataclasses import dataclass

import typer

from desktop.commands.answers import Answer, as_json
from desktop.commands.failures import REFUSED, Failure, tell
from desktop.language.messages import Messages


@dataclass(frozen=True, slots=True)
class Told:
    """The outcome of a command, not yet printed."""

    outcome: Answer | Failure
    say: Messages
    as_json: bool

    @property
    def status(self) -> int:
        """The exit status."""
        if isinstance(self.outcome, Failure):
            return self.outcome.status
        return REFUSED if self.outcome.failed else 0

    def lines(self) -> list[str]:
        """What people read of it."""
        if isinstance(self.outcome, Failure):
            return [self.say.error(self.outcome.code, self.outcome.values)]
        return list(self.outcome.lines)

    def show(self) -> int:
        """Print it and give the exit status."""
        if isinstance(self.outcome, Failure):
            tell(self.outcome, self.say, as_json=self.as_json)
        elif self.as_json:
            typer.echo(as_json(self.outcome.data))
        else:
            for line in self.outcome.lines:
                typer.echo(line)
                sys.stdout.flush()
        return self.status
