"""The parts of the pulse page."""
