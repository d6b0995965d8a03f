"""Pictures of every screen in its main states, from the demo office."""
