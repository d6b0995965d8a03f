"""The second face: the command line over the same services."""
