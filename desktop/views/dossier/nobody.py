"""Stands in for a page that has gone: what still comes back from the database is told to nobody."""


class Nobody:
    """Takes whatever a view of the page can be told."""

    def show_review(self) -> None:
        """Nobody looks."""

    def show_item(self) -> None:
        """Nobody looks."""

    def show_saved(self) -> None:
        """Nobody looks."""

    def show_remark_wanted(self) -> None:
        """Nobody looks."""

    def show_document(self, document_id: int, page: int | None) -> None:
        """Nobody looks."""

    def show_decisions(self) -> None:
        """Nobody looks."""

    def show_place(self) -> None:
        """Nobody looks."""
