"""Findings: what is to be put right, who does it until when, and red tags."""
