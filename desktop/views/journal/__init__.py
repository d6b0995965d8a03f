"""The audit: who did and who saw what."""
