"""What concerns only the person at this desk."""
