"""The office's working calendar: the week, closed days, and what a change of them moves."""
