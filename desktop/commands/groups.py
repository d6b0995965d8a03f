"""Groups of commands such as `dossier`; this module loads nothing that the work needs."""

from typing import Any

import typer
from typer.core import TyperGroup

from desktop.models.errors import RuleBroken


class Group(TyperGroup):
    """A group of commands that says in the person's language when it does not know one."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command the first argument names; raises RuleBroken("usage.no_such_command")."""
        if self.get_command(ctx, args[0]) is None:
            known = self.list_commands(ctx)
            raise RuleBroken("usage.no_such_command", command=ctx.command_path, name=args[0], known=known)
        return super().resolve_command(ctx, args)


def group(name: str, help_text: str) -> typer.Typer:
    """A group of commands such as `dossier`."""
    made = typer.Typer(
        name=name,
        cls=Group,
        help=help_text,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
    )
    # With a callback a group of one command stays a group.
    made.callback()(lambda: None)
    return made
