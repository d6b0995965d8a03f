"""Arguments and options that several commands share, each described once."""

from typing import Annotated

import typer

Dossier = Annotated[str, typer.Argument(metavar="DOSSIER", help="Number of the dossier, such as 1405/00012.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A note kept with the step.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]
Out = Annotated[str, typer.Option("--out", metavar="FILE", help="Where to write it.")]
Force = Annotated[bool, typer.Option("--force", help="Write over an existing file.")]
Limit = Annotated[int, typer.Option("--limit", metavar="COUNT", min=1, max=10_000, help="Rows at most.")]
