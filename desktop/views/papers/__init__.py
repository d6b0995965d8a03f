"""Papers by post: packets registered, each original held against its scan, the whole accepted or rejected."""
