"""A person's own choices about the window."""
