"""Letters and certificates the office writes: looked at as they are printed, saved and printed."""
