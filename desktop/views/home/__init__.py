"""Home: what waits for a person now, what his day looks like, what changed while he was away."""
