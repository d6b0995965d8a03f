"""The work: one module per kind of work, functions that take a database session."""
