"""A list of dossiers, shared by every screen that shows one: pages on demand, groups, one painted row."""
