"""What a list is called: the name of its queue, or of the number on the home page that led to it; no Qt."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desktop.language.window import Words
from desktop.services import wording


def title_of(arguments: Mapping[str, Any], words: Words) -> str:
    """The title of the place with these arguments."""
    figure = arguments.get("figure")
    if figure is None:
        return words.of("shell")(f"queue.{arguments.get('queue', 'mine')}")
    text = words.of("home")
    if figure == "load":
        day = wording.in_tehran(datetime.fromisoformat(arguments["due_from"])).date()
        return text("figure.load", day=words.formats.date_long(day))
    return text(f"figure.{figure}", **({"person": arguments["person"]} if "person" in arguments else {}))
