"""The commands of a queue with their keys, in the order of the key sheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.views.screen import Command

if TYPE_CHECKING:
    from desktop.views.queue.screen import QueueScreen


def queue_commands(screen: "QueueScreen") -> Sequence[Command]:
    """Everything that can be done in a queue; all of it has a button or stands in the menu «…» too."""
    acts, rows = screen.acts, screen.rows
    return (
        Command("next", "J", lambda: rows.move(1)),
        Command("previous", "K", lambda: rows.move(-1)),
        Command("open", "Enter", screen.open, acts.why_not),
        Command("refer", "S", acts.refer, acts.why_not_refer),
        Command("note", "N", acts.note, acts.why_not),
        Command("follow", "W", acts.follow, acts.why_not),
        Command("claim", "U", acts.claim, acts.why_not),
        Command("copy_number", "Y N", acts.copy_number, acts.why_not),
        Command("copy_link", "Y L", acts.copy_link, acts.why_not),
        Command("take_next", "Ctrl+.", acts.take_next),
        Command("filter", "/", screen.filter),
    )
