"""Builders: each gives one valid thing of the office, and lets a test say what should be different."""
