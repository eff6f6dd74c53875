"""Crews: who works together, who is there, what they lack, and how it goes."""
