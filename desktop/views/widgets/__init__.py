"""The parts every screen is built of: painted in one manner, reached by keys, named for screen readers."""
