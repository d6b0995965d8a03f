"""Pages of received documents as pictures, drawn by a process that may fail, starve or hang without harm."""
