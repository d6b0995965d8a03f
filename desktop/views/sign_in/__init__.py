"""Opening an office as a person of it."""
