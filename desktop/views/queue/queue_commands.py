"""The commands of a queue with their keys, in the order of the key sheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.views.screen import Command

if TYPE_CHECKING:
    from desktop.views.queue.screen import QueueScreen


def queue_commands(screen: "QueueScreen") -> Sequence[Command]:
    """Everything that can be done in a queue; all of it has a button or stands in the menu «…» too."""
    acts, rows, marking = screen.acts, screen.rows, screen.marking
    return (
        Command("next", "J", lambda: rows.step(1)),
        Command("previous", "K", lambda: rows.step(-1)),
        Command("open", "Enter", screen.open, screen.why_not_open),
        Command("preview", "Space", screen.preview.toggle),
        Command("mark", "X", marking.toggle, acts.why_not),
        Command("mark_range", "Shift+X", marking.range, acts.why_not),
        Command("mark_all", "Ctrl+A", marking.all),
        Command("refer", "S", screen.refer, screen.why_not_refer),
        Command("note", "N", screen.note, screen.why_not_note),
        Command("follow", "W", acts.follow, acts.why_not),
        Command("claim", "U", screen.claim, screen.why_not_note),
        Command("copy_number", "Y N", acts.copy_number, acts.why_not),
        Command("copy_link", "Y L", acts.copy_link, acts.why_not),
        Command("take_next", "Ctrl+.", acts.take_next),
        Command("export", "E", screen.export),
        Command("filter", "/", screen.list.filter),
        Command("save_search", "Ctrl+D", screen.save_search),
        Command("escape", "Esc", screen.escape),
    )
