"""Long work as a page of its own."""
