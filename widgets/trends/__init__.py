"""Trends: what signals said, on one time axis with everything that happened."""
