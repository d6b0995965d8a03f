"""The people of the office and what their roles let them do."""
