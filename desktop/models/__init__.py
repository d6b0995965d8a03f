"""What exists: domain objects, their tables and the words that no scheme changes."""
