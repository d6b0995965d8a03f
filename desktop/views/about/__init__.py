"""What this program is, and what may be wrong before support is called."""
