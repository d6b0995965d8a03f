"""The five pages of a version and the columns of those that are lists; no Qt."""

from typing import TYPE_CHECKING, Final

from desktop.views.records.cells import Column

if TYPE_CHECKING:
    from desktop.language.window import Texts

COURSE, CHECKLIST, DOCUMENTS, RULES, COMPARE = TABS = ("course", "checklist", "documents", "rules", "compare")

_COLUMNS: Final = {
    CHECKLIST: (("code", 84, False), ("item", 0, False), ("required", 130, False)),
    DOCUMENTS: (
        ("document", 0, False),
        ("level", 110, False),
        ("when", 240, True),
        ("who", 120, True),
        ("form", 120, True),
    ),
    RULES: (("rule", 0, False), ("says", 190, False), ("further", 190, True)),
    COMPARE: (("change", 120, False), ("entry", 0, False), ("what", 320, True)),
}
"""Columns of the lists: code, width, whether it goes where there is little room."""


def columns_of(tab: str, text: "Texts") -> list[Column]:
    """The columns of a page that is a list."""
    return [Column(name, text(f"column.{name}"), wide, goes=goes) for name, wide, goes in _COLUMNS[tab]]
