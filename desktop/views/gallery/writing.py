"""Specimens of what is written into: fields of a form, search, the comment box."""

from desktop.language.window import Texts, Words
from desktop.views.gallery.shelf import Shelf, with_keyboard
from desktop.views.widgets.comment_box import CommentBox
from desktop.views.widgets.form_field import CheckField, ChoiceField, FormField, LineField, TextField
from desktop.views.widgets.search_field import SearchField


def shelves(text: Texts, _words: Words) -> list[Shelf]:
    """All of them."""
    return [_fields(text), _searches(text), _comments(text)]


def _fields(text: Texts) -> Shelf:
    shelf = Shelf(text("fields"))
    focus, wrong, off = (
        LineField(text("shop")),
        LineField(text("short_id"), latin=True),
        LineField(text("shop")),
    )
    with_keyboard(focus)
    off.setEnabled(False)
    in_error = FormField(text("national_id"), wrong, required=True)
    in_error.set_error(text("id_error"))
    choices = [("a", text("scheme_a")), ("b", text("scheme_b"))]
    remark = FormField(text("remark"), TextField("", placeholder=text("remark_hint")))
    remark.set_error(text("remark_error"))
    shelf.wide(
        [
            FormField(
                text("domain"),
                LineField("tarino.example", latin=True),
                required=True,
                explained=text("domain_help"),
            ),
            in_error,
            FormField(f"{text('shop_name')} — {text('focus')}", focus),
            FormField(f"{text('shop_name')} — {text('disabled')}", off),
            FormField(text("scheme"), ChoiceField(choices, "b")),
            FormField(text("scheme"), ChoiceField(choices, placeholder=text("choose"))),
            FormField(text("remark"), TextField(text("remark_text"))),
            remark,
        ],
        columns=2,
    )
    off_box = CheckField(text("only_mine"))
    off_box.setEnabled(False)
    shelf.row(
        (CheckField(text("follow"), checked=True), text("selected")),
        (CheckField(text("only_mine")), text("rest")),
        (off_box, text("disabled")),
    )
    return shelf


def _searches(text: Texts) -> Shelf:
    shelf = Shelf(text("searching"))
    shelf.wide(
        [
            SearchField(text("search_hint"), "Ctrl+K"),
            SearchField(text("filter_hint"), "/", "filter", small=True),
        ],
        columns=2,
    )
    return shelf


def _comments(text: Texts) -> Shelf:
    shelf = Shelf(text("comment_box"))
    written = CommentBox(text("remark_text"), canned=[(text("canned_name"), text("canned_text"))])
    written.show_saved(text("clock"))
    inside = CommentBox("", text("note_text"))
    inside.show_note()
    wrong = CommentBox("")
    wrong.set_error(text("remark_error"))
    shelf.wide([written, inside, wrong], columns=2)
    return shelf
