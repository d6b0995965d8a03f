"""The manager's desk: what awaits his decision, what it rests on, one decision or many together."""
