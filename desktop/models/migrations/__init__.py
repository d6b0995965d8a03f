"""Schema changes: the same tables for both databases, one revision after another."""
