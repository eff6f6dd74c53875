"""Calls on the screen."""
