"""Days as people choose them: a month to look at and a field to write in, in any of the three calendars."""
