"""The command line: the second face of the office, with the same services and no window."""
