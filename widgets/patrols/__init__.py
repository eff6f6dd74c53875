"""Patrols: the points of a round, and who was there when."""
