"""What came in from portals and the counter, and what could not be taken."""
